/** What rows somebody asks for, in words. */
import type {Language} from "../queries/model.ts";
import {isPeriod, parsePeriod, periodLabel} from "../queries/period.ts";
import type {RowRequest} from "../queries/registry/row-requests.ts";
import {findStandard} from "../queries/standards/index.ts";
import {titleOf} from "./sentences.ts";
import {webTextOf} from "./text-web.ts";

export function whatOf({kind, standard, municipalities, period, delivery}: RowRequest, language: Language): string {
  const {kinds} = webTextOf(language).rowRequests;
  const label = isPeriod(period) ? periodLabel(parsePeriod(period), language) : "";
  const parts = [titleOfStandard(standard, language), municipalities.join(", "), label, delivery.slice(0, 12)];
  return `${kinds[kind]}: ${parts.filter(Boolean).join(" · ")}`;
}

export function titleOfStandard(id: string, language: Language): string {
  const standard = findStandard(id);
  return standard ? titleOf(standard, language) : id;
}
