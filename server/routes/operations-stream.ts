/** `/drift/forloeb`: how far what runs has come, as server-sent events, while something runs. */
import {setTimeout} from "node:timers/promises";
import type {Response} from "express";
import {batchRow} from "../../dashboards/pages/operations.ts";
import {listRunning} from "../../queries/registry/slot-pages.ts";
import type {Routes} from "../identity/routes.ts";
import {whoOf} from "../identity/who.ts";
import {withinReach} from "../operations-list.ts";
import {type Deps, languageOf, noQuery} from "../page.ts";

const everyMs = 1000;
/** A reader whose rights have ended is told nothing for longer than this; the browser asks again by itself. */
const longestMs = 120_000;
const askAgainMs = 10_000;

export function addOperationsStream(app: Routes, deps: Deps): void {
  app.get("/drift/forloeb", async (request, response) => {
    noQuery.parse(request.query);
    response.set({"Content-Type": "text/event-stream", "Cache-Control": "private, no-store, no-transform"});
    if (request.method === "HEAD") return void response.end();
    response.write(`retry: ${askAgainMs}\n\n`);
    await follow(response, deps);
    response.end();
  });
}

async function follow(response: Response, deps: Deps): Promise<void> {
  const gone = new AbortController();
  response.once("close", () => gone.abort());
  const registry = await deps.registry();
  const municipalities = withinReach(whoOf(response).subject);
  const language = languageOf(response);
  const until = performance.now() + longestMs;
  let told = "";
  while (!gone.signal.aborted && performance.now() < until) {
    const running = registry ? await listRunning(registry, municipalities) : [];
    const data = JSON.stringify(running.map((batch) => batchRow(batch, language)));
    if (data !== told) response.write(`event: forloeb\ndata: ${data}\n\n`);
    told = data;
    if (running.length === 0) return;
    await setTimeout(everyMs, undefined, {signal: gone.signal}).catch(() => {});
  }
}
