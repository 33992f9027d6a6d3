/** What the municipalities have delivered, newest first. */
import type {Language} from "../../queries/model.ts";
import type {Delivery} from "../../queries/registry/deliveries.ts";
import {formatDate, formatNumber} from "../format.ts";
import {deliveryHref, hrefOf} from "../link.ts";
import {webTextOf} from "../text-web.ts";
import {type Choice, choicesOf} from "./choice.ts";
import {pagingOf} from "./paging.ts";

export interface DeliveriesState {
  readonly language: Language;
  readonly chosen: {
    readonly standard: string | null;
    readonly kommune: string | null;
    readonly status: string | null;
    readonly side: number;
  };
  readonly standards: ReadonlyMap<string, string>;
  readonly municipalities: ReadonlyMap<string, string>;
  readonly deliveries: readonly Delivery[];
}

export const deliveriesPerPage = 50;

export function deliveriesModel(state: DeliveriesState) {
  const {language, chosen, deliveries, standards} = state;
  const t = webTextOf(language).deliveries;
  const pages = Math.max(1, Math.ceil(deliveries.length / deliveriesPerPage));
  const page = Math.min(chosen.side, pages);
  const shown = deliveries.slice((page - 1) * deliveriesPerPage, page * deliveriesPerPage);
  return {
    action: hrefOf(language, "/leverancer"),
    filters: filtersOf(state),
    heading: t.listed(deliveries.length),
    rows: shown.map((delivery) => ({
      href: deliveryHref(language, delivery.id),
      file: delivery.fileName,
      standard: standards.get(delivery.standard) ?? delivery.standard,
      received: formatDate(delivery.receivedAt, language),
      municipalities: municipalitiesText(delivery, state),
      periods: spanOf(delivery.report.periods),
      rows: formatNumber(delivery.rows, 0, language),
      findings: findingsText(delivery, language),
      status: statusOf(delivery, language)
    })),
    paging: pagingOf({
      ...{language, count: deliveries.length, perPage: deliveriesPerPage, side: page},
      address: (side) => pageHref(state, side)
    })
  };
}

function filtersOf({language, chosen, standards, municipalities}: DeliveriesState): readonly Choice[] {
  const t = webTextOf(language).deliveries;
  return [
    choicesOf("standard", t.standard, chosen.standard, t.all, [...standards]),
    choicesOf("kommune", t.municipality, chosen.kommune, t.all, [...municipalities]),
    choicesOf("status", t.status, chosen.status, t.all, [
      ["accepted", t.statuses.accepted],
      ["rejected", t.statuses.rejected]
    ])
  ];
}

function pageHref({language, chosen}: DeliveriesState, page: number): string {
  const query = new URLSearchParams();
  for (const name of ["standard", "kommune", "status"] as const) if (chosen[name]) query.set(name, chosen[name]);
  query.set("side", String(page));
  return `${hrefOf(language, "/leverancer")}?${query}`;
}

function municipalitiesText({report}: Delivery, {language, municipalities}: DeliveriesState): string {
  const names = report.municipalities.flatMap((code) => municipalities.get(code) ?? []);
  return names.length <= 3 ? names.join(", ") : webTextOf(language).deliveries.municipalities(names.length);
}

/** `2020-H2 – 2025-H2`; one period stands alone. */
export function spanOf(periods: readonly string[]): string {
  const sorted = [...periods].sort();
  const [first, last] = [sorted[0], sorted.at(-1)];
  return !first ? "" : first === last ? first : `${first} – ${last}`;
}

function findingsText({report}: Delivery, language: Language): string {
  const t = webTextOf(language).deliveries;
  const of = (severity: string) => report.findings.filter((finding) => finding.severity === severity).length;
  const [errors, warnings] = [of("error"), of("warning")];
  const parts = [errors > 0 ? t.errors(errors) : "", warnings > 0 ? t.warnings(warnings) : ""].filter(Boolean);
  return parts.join(", ") || t.none;
}

export type DeliveryStanding = Pick<Delivery, "status" | "current" | "parts">;

/** `badge` is the part of the class name that colours it; the word says the same. */
export function statusOf({status, current, parts}: DeliveryStanding, language: Language) {
  const {statuses} = webTextOf(language).deliveries;
  if (status === "rejected") return {text: statuses.rejected, badge: "error"};
  if (current === 0) return {text: statuses.replaced, badge: "info"};
  return current < parts ? {text: statuses.partlyReplaced, badge: "info"} : {text: statuses.accepted, badge: "success"};
}
