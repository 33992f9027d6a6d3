/** What runs of a job is asked to stop, and what was stopped is taken up again. */
import {z} from "zod";
import {hrefOf} from "../../dashboards/link.ts";
import {accountName} from "../../dashboards/pages/account.ts";
import {webTextOf} from "../../dashboards/text-web.ts";
import {findSlots, jobIds} from "../../queries/registry/slots.ts";
import {settleSlots} from "../../queries/registry/slots-write.ts";
import {askToStop, listStopped} from "../../queries/registry/stops.ts";
import {formOf, readForm} from "../identity/form.ts";
import {log} from "../identity/log.ts";
import {Refused} from "../identity/refused.ts";
import type {Routes} from "../identity/routes.ts";
import {whoOf} from "../identity/who.ts";
import {mayRun, mayStop} from "../operations-change.ts";
import {type Deps, found, languageOf} from "../page.ts";

const shape = {opgave: z.enum(jobIds)};

export function addStops(app: Routes, deps: Deps): void {
  app.post("/drift/stands", readForm, async (request, response) => {
    const {opgave} = formOf(request, shape);
    const registry = found(await deps.registry(), "page", "drift");
    const {subject, signedIn} = whoOf(response);
    if (!(await mayStop(response, registry, opgave))) throw new Refused("run-operations", "scope");
    const by = signedIn ? accountName(signedIn.account, "da") : (subject.id ?? "");
    await askToStop(registry, opgave, by);
    await log(deps, {
      ...{actor: subject.id ?? "", action: "change", resource: `job ${opgave}`, purpose: "operations"},
      detail: {what: "stopped"}
    });
    response.redirect(303, `${hrefOf(languageOf(response), "/drift")}?standset=bedt`);
  });
  app.post("/drift/tag-op", readForm, async (request, response) => {
    const {opgave} = formOf(request, shape);
    const registry = found(await deps.registry(), "page", "drift");
    const {subject} = whoOf(response);
    const ids = (await listStopped(registry, null)).filter(({job}) => job === opgave).map(({id}) => id);
    const own = (await findSlots(registry, ids)).filter((slot) => mayRun(response, slot));
    const {resumedText: text} = webTextOf("da").operationsStop;
    const wanted = own.map((slot) => ({...slot, seen: slot.version}));
    const settled = await settleSlots(registry, wanted, {state: "waiting", text, now: deps.now()});
    await log(deps, {
      ...{actor: subject.id ?? "", action: "change", resource: `job ${opgave}`, purpose: "operations"},
      detail: {what: "resumed", count: settled.length}
    });
    response.redirect(303, `${hrefOf(languageOf(response), "/drift")}?standset=optaget&antal=${settled.length}`);
  });
}
