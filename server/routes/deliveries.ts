import {z} from "zod";
import {deliveriesModel} from "../../dashboards/pages/deliveries.ts";
import {deliveryModel} from "../../dashboards/pages/delivery.ts";
import {webTextOf} from "../../dashboards/text-web.ts";
import {covers, placeOf, reachOf} from "../../queries/access.ts";
import {municipalities} from "../../queries/classifications/municipalities.ts";
import {type Delivery, findDelivery, listDeliveries} from "../../queries/registry/deliveries.ts";
import {findStandard} from "../../queries/standards/index.ts";
import type {ResourceOf, Routes} from "../identity/routes.ts";
import {addPage, type Deps, found, noQuery} from "../page.ts";
import {choice, municipalityChoice} from "./query.ts";
import {standardTitles} from "./standards.ts";

const listQuery = z.strictObject({
  standard: choice(z.string().refine((id) => findStandard(id) !== undefined)),
  kommune: municipalityChoice,
  status: choice(z.enum(["accepted", "rejected"])),
  side: z.coerce.number().int().min(1).max(10_000).default(1)
});

const municipalityNames = new Map(municipalities.codes.map(({code, label}) => [code, label]));

export function addDeliveryPages(app: Routes, deps: Deps): void {
  addPage(app, deps, "/leverancer", listQuery, async ({query, language, subject}) => {
    const registry = await deps.registry();
    const {standard, kommune, status} = query;
    const filter = {
      ...(standard ? {standard} : {}),
      ...(kommune ? {municipality: kommune} : {}),
      ...(status ? {status} : {}),
      limit: 5000
    };
    const reach = reachOf(subject, "see-deliveries");
    const all = registry ? await listDeliveries(registry, filter) : [];
    const deliveries = all.filter(({report}) => covers(reach, report.municipalities));
    const names = new Map([...municipalityNames].toSorted(([, a], [, b]) => a.localeCompare(b, "da")));
    return {
      page: "deliveries",
      title: webTextOf(language).deliveries.title,
      section: "deliveries",
      model: deliveriesModel({
        language,
        chosen: query,
        standards: standardTitles(language),
        municipalities: names,
        deliveries
      })
    };
  });
  addPage(app.may("see-deliveries", ofDelivery), deps, "/leverancer/:id", noQuery, async ({params, language}) => {
    const id = params.id!;
    const delivery = found(await deliveryOf(id, deps), "delivery", id);
    const columns = findStandard(delivery.standard)?.columns ?? [];
    return {
      page: "delivery",
      title: webTextOf(language).delivery.title(delivery.fileName),
      section: "deliveries",
      model: deliveryModel({
        language,
        delivery,
        standardTitle: standardTitles(language).get(delivery.standard) ?? delivery.standard,
        municipalities: municipalityNames,
        columnHeaders: new Map(columns.map((column) => [column.id, column.header]))
      })
    };
  });
}

async function deliveryOf(id: string, {registry}: Deps): Promise<Delivery | undefined> {
  const open = /^[0-9a-f-]{8,80}$/.test(id) ? await registry() : null;
  return open ? findDelivery(open, id) : undefined;
}

/** What is not there is no secret: who may see deliveries is told so. */
const ofDelivery: ResourceOf = async ({params}, deps) => {
  const delivery = await deliveryOf(String(params.id), deps);
  return delivery ? placeOf({municipalities: delivery.report.municipalities}) : "anywhere";
};
