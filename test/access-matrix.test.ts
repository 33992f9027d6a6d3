/** Every route × every role × {own, other unit, other municipality}: who gets in is written in access-expected.ts. */
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {roles} from "../queries/access-rules.ts";
import {createApp} from "../server/app.ts";
import {hashPassphrase} from "../server/identity/passphrase.ts";
import type {Declared} from "../server/identity/routes.ts";
import {everyone, expected, fixtureRecipient, nobody, type Somebody, scopes} from "./access-expected.ts";
import {placeRecipient} from "./delivery-fixture.ts";
import {makeAccount, openStage, passphrase, type Stage, signedIn} from "./identity-fixture.ts";
import {openVisitor, type Visit, type Visitor} from "./visitor.ts";

let stage: Stage;
let people: readonly Somebody[];
let declared: readonly Declared[];

beforeAll(async () => {
  stage = await openStage();
  await placeRecipient(stage.registry, {id: fixtureRecipient, scope: "751014"});
  declared = createApp(stage.deps).locals.declared;
  const hash = await hashPassphrase(passphrase);
  const known = await Promise.all(
    roles.flatMap((role) =>
      scopes[role].map(async (scope): Promise<Somebody> => {
        const account = await makeAccount(stage, `${role}-${scope}`, [`${role}:${scope}`], hash);
        return {name: `${role}:${scope}`, role, scope, done: true, visitor: await signedIn(stage, account)};
      })
    )
  );
  const without = await makeAccount(stage, "no-role", [], hash);
  const halfWay = await makeAccount(stage, "half-way", ["steward:*"], hash);
  const expired = openVisitor(stage.origin);
  expired.cookies.set("aarshjul", "B".repeat(43));
  const weak = await makeAccount(stage, "weak", ["steward:*"], hash);
  people = [
    ...known,
    {name: "stranger", role: null, scope: null, done: false, visitor: openVisitor(stage.origin)},
    {name: "expired", role: null, scope: null, done: false, visitor: expired},
    {name: "no-role", role: null, scope: null, done: true, visitor: await signedIn(stage, without)},
    {name: "weak", role: null, scope: null, done: true, visitor: await signedIn(stage, weak, {secondFactor: false})},
    {name: "half-way", role: null, scope: null, done: false, visitor: await signedIn(stage, halfWay, {stage: "code"})}
  ];
});
afterAll(() => stage.close());

describe("createApp(deps)", () => {
  it("declares no route that the matrix does not know", () => {
    const missing = declared.map(routeOf).filter((route) => !expected[route]);
    expect(missing, "add these routes, and who may open them, to `expected` in test/access-expected.ts").toEqual([]);
  });

  it("refuses to start with a route that goes around the register", async () => {
    const {openRoutes} = await import("../server/identity/routes.ts");
    const app = createApp(stage.deps);
    app.get("/udenom", (_request, response) => void response.send("x"));
    const book = openRoutes(app, stage.deps);
    for (const {path} of declared) (book.declared as unknown as {path: string}[]).push({path});
    expect(() => book.check()).toThrow(
      "route declares no action, register it under one (see identity/routes): /udenom"
    );
  });

  it("lets in whom the matrix lets in and nobody else, on at least 3,000 calls", async () => {
    const calls = people.flatMap((somebody) =>
      [...new Set(declared.map(routeOf))].flatMap((route) => {
        const [address, who] = expected[route]!;
        return waysOf(route, address).map((way) => ({somebody, route, way, expected: who(somebody)}));
      })
    );
    const unexpected: string[] = [];
    await inParallel(calls, 12, async ({somebody, route, way, expected: wanted}) => {
      const visit = await way(somebody.visitor);
      const problems = [...problemsOf(visit, route), ...(isIn(visit) === wanted ? [] : [`status ${visit.status}`])];
      if (problems.length > 0) unexpected.push(`${somebody.name} ${route}: ${problems.join(", ")}`);
    });
    expect(unexpected).toEqual([]);
    expect(calls.length).toBeGreaterThanOrEqual(3000);
    console.log(`authorization matrix: ${calls.length} calls, ${unexpected.length} unexpected`);
  }, 240_000);
});

function routeOf({method, path}: Declared): string {
  return `${method} ${path}`;
}

/** Forms are sent with a field that none has: whoever is let in is told so, and nothing is changed. */
function waysOf(route: string, address: string): readonly ((visitor: Visitor) => Promise<Visit>)[] {
  const english = address === "/" ? "/en" : `/en${address}`;
  if (route.startsWith("post")) return [address, english].map((path) => (visitor) => visitor.post(path, {ukendt: "1"}));
  const read = [(visitor: Visitor) => visitor.get(address)];
  return isPrivate(route) ? [...read, (visitor) => visitor.get(english), (visitor) => visitor.head(address)] : read;
}

function isIn({status, location}: Visit): boolean {
  return status !== 403 && !(status === 303 && /^(?:\/en)?\/log-ind(?:\?|$)/.test(location ?? ""));
}

const free = /^get (?:\/assets|\/api|\/favicon|\/robots|\/kort|\/pakker\/:issue\/)/;

function problemsOf({status, headers}: Visit, route: string): readonly string[] {
  const policy = headers.get("content-security-policy") ?? "";
  const cache = headers.get("cache-control") ?? "";
  return [
    status >= 500 && `status ${status}`,
    route.startsWith("post") &&
      status !== 400 &&
      status !== 303 &&
      status !== 403 &&
      status !== 429 &&
      `status ${status}`,
    !policy.includes("default-src 'none'") && "no policy",
    /unsafe-inline|unsafe-eval|\*/.test(policy) && "a loose policy",
    headers.get("x-content-type-options") !== "nosniff" && "no nosniff",
    headers.get("referrer-policy") !== "same-origin" && "no referrer policy",
    isPrivate(route) && status !== 303 && !cache.includes("no-store") && "kept by caches",
    !free.test(route) && status === 200 && cache.includes("public") && "public"
  ].filter((problem) => problem !== false);
}

function isPrivate(route: string): boolean {
  const [, who] = expected[route]!;
  return who !== everyone && who !== nobody;
}

async function inParallel<Item>(items: readonly Item[], width: number, work: (item: Item) => Promise<void>) {
  const queue = items[Symbol.iterator]();
  const one = async () => {
    for (const item of queue) await work(item);
  };
  await Promise.all(Array.from({length: width}, one));
}
