import type {UnitKind} from "../model.ts";
import type {PeriodId} from "../period.ts";
import {learning} from "./learning.ts";
import {schoolDevelopment} from "./school-development.ts";
import {supervision} from "./supervision.ts";
import type {Template, TemplateId} from "./template.ts";

export const templates: readonly Template[] = [learning, schoolDevelopment, supervision];

export function findTemplate(id: string): Template | undefined {
  return templates.find((template) => template.id === id);
}

export function templatesFor(kind: UnitKind): readonly Template[] {
  return templates.filter(({kinds}) => kinds.includes(kind));
}

/** As the annual wheel has it: schools hold the year's conversation over the package of a first half-year. */
export function usualTemplate(kind: UnitKind, period: PeriodId): TemplateId {
  return kind === "school" && period.endsWith("-H1") ? "school-development" : "learning";
}
