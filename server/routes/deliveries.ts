import type {Express} from "express";
import {z} from "zod";
import {deliveriesModel} from "../../dashboards/pages/deliveries.ts";
import {deliveryModel} from "../../dashboards/pages/delivery.ts";
import {webTextOf} from "../../dashboards/text-web.ts";
import {municipalities} from "../../queries/classifications/municipalities.ts";
import {findDelivery, listDeliveries} from "../../queries/registry/deliveries.ts";
import {findStandard} from "../../queries/standards/index.ts";
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

export function addDeliveryPages(app: Express, deps: Deps): void {
  addPage(app, deps, "/leverancer", listQuery, async ({query, language}) => {
    const registry = await deps.registry();
    const {standard, kommune, status} = query;
    const filter = {
      ...(standard ? {standard} : {}),
      ...(kommune ? {municipality: kommune} : {}),
      ...(status ? {status} : {}),
      limit: 5000
    };
    const deliveries = registry ? await listDeliveries(registry, filter) : [];
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
  addPage(app, deps, "/leverancer/:id", noQuery, async ({params, language}) => {
    const id = params.id!;
    const registry = /^[0-9a-f-]{8,80}$/.test(id) ? await deps.registry() : null;
    const delivery = found(registry ? await findDelivery(registry, id) : undefined, "delivery", id);
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
