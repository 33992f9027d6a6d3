/** `/modtagere`: who gets packages, and the addresses that mail came back from. */
import {z} from "zod";
import {hrefOf} from "../../dashboards/link.ts";
import {recipientsModel} from "../../dashboards/pages/recipients.ts";
import {webTextOf} from "../../dashboards/text-web.ts";
import {covers, reachOf, type Subject} from "../../queries/access.ts";
import type {UnitId} from "../../queries/model.ts";
import {listBounces, listStopped} from "../../queries/registry/bounces.ts";
import type {Registry} from "../../queries/registry/open.ts";
import {listReceipts} from "../../queries/registry/receipts.ts";
import {listRecipients, type Recipient} from "../../queries/registry/recipients.ts";
import {openAddress} from "../../queries/registry/resend.ts";
import {formOf, line, readForm} from "../identity/form.ts";
import {log} from "../identity/log.ts";
import {Refused} from "../identity/refused.ts";
import type {Routes} from "../identity/routes.ts";
import {whoOf} from "../identity/who.ts";
import {addPage, type Deps, found, languageOf} from "../page.ts";

const query = z.strictObject({
  gjort: z.enum(["aabnet", "ukendt"]).optional(),
  antal: z.coerce.number().int().min(0).max(100_000).optional()
});

export function addRecipients(app: Routes, deps: Deps): void {
  addPage(app, deps, "/modtagere", query, async ({query: {gjort, antal}, language, reader, subject}) => {
    const registry = await deps.registry();
    const t = webTextOf(language).recipients;
    const recipients = registry ? await recipientsOf(registry, subject) : [];
    const ids = new Set(recipients.map(({id}) => id));
    const addresses = new Set(recipients.map(({address}) => address.toLowerCase()));
    const opened = antal === undefined ? t.opened : t.openedAll(antal);
    return {
      page: "recipients",
      title: t.title,
      model: recipientsModel({
        ...{language, recipients, said: gjort ? (gjort === "aabnet" ? opened : t.gone) : null},
        receipts: registry ? (await listReceipts(registry)).filter(({recipient}) => ids.has(recipient)) : [],
        stopped: registry ? (await listStopped(registry)).filter(({address}) => addresses.has(address)) : [],
        bounces: registry ? (await listBounces(registry)).filter(({recipient}) => ids.has(recipient)) : [],
        unitName: (id) => reader?.units.get(id as UnitId)?.name ?? id
      })
    };
  });
  app.post("/modtagere/aabn", readForm, async (request, response) => {
    const {adresse, send} = formOf(request, {adresse: line(320), send: z.literal("ja").optional()});
    const {subject} = whoOf(response);
    const registry = found(await deps.registry(), "page", "modtagere");
    const own = (await recipientsOf(registry, subject)).filter(
      ({channel, address}) => channel === "mail" && address.toLowerCase() === adresse.toLowerCase()
    );
    if (own.length === 0) throw new Refused("manage-recipients", "scope");
    const sent = await openAddress(registry, adresse, {resend: send !== undefined, now: deps.now()});
    await log(deps, {
      ...{actor: subject.id ?? "", action: "change", resource: `recipient ${own[0]!.id}`, purpose: "operations"},
      detail: {what: "opened", sent: sent ?? 0}
    });
    const said = sent === null ? "gjort=ukendt" : `gjort=aabnet${send ? `&antal=${sent}` : ""}`;
    response.redirect(303, `${hrefOf(languageOf(response), "/modtagere")}?${said}`);
  });
}

async function recipientsOf(registry: Registry, subject: Subject): Promise<readonly Recipient[]> {
  const reach = reachOf(subject, "manage-recipients");
  return (await listRecipients(registry)).filter(({municipality}) => covers(reach, [municipality]));
}
