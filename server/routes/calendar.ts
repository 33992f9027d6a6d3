/** `/kalender/<token>.ics`: the wheel for calendar programs. Who knows the address may read it; there are no figures in it. */
import {createHash} from "node:crypto";
import {webTextOf} from "../../dashboards/text-web.ts";
import {calendarTextOf} from "../../dashboards/text-wheel.ts";
import {labelOf} from "../../queries/classifications/index.ts";
import {calendarOf} from "../../queries/reference/wheel-calendar.ts";
import {listEvents} from "../../queries/registry/calendar.ts";
import {findCalendarByToken} from "../../queries/registry/calendar-tokens.ts";
import type {Routes} from "../identity/routes.ts";
import {type Deps, found} from "../page.ts";

export function addCalendars(app: Routes, deps: Deps): void {
  app.get("/kalender/:file", async (request, response) => {
    const token = /^([\w-]{32})\.ics$/.exec(String(request.params.file))?.[1];
    const registry = token ? await deps.registry() : null;
    const known = found(registry && token ? await findCalendarByToken(registry, token) : undefined, "page", "kalender");
    const {municipality, area, language, revokedAt} = known;
    response.set({"Cache-Control": "private, no-store", "X-Robots-Tag": "noindex"});
    if (revokedAt !== null) {
      const {closed} = webTextOf(language).calendarsPage;
      return void response.status(410).type("text/plain; charset=utf-8").send(`${closed}\n`);
    }
    const events = await listEvents(registry!, municipality, area);
    const text = calendarOf(events, calendarTextOf(labelOf("municipalities", municipality), language), language);
    response.set({
      "Cache-Control": "private, max-age=3600",
      "Content-Disposition": 'inline; filename="aarshjul.ics"',
      ETag: `"${createHash("sha256").update(text).digest("base64url").slice(0, 27)}"`
    });
    response.type("text/calendar; charset=utf-8");
    if (request.fresh) response.status(304).end();
    else response.send(text);
  });
}
