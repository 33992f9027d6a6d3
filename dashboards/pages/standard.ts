/** The documentation of one data standard, from the same file that reads and validates its deliveries. */
import {findClassification} from "../../queries/classifications/index.ts";
import type {Indicator, Language} from "../../queries/model.ts";
import type {Column, Standard} from "../../queries/standards/standard.ts";
import {formatDate, formatNumber} from "../format.ts";
import {hrefOf, indicatorHref, standardHref} from "../link.ts";
import {titleOf} from "../sentences.ts";
import {webTextOf} from "../text-web.ts";
import {fact} from "./fact.ts";

export interface StandardState {
  readonly language: Language;
  readonly standard: Standard;
  /** Titles of the other standards, for references. */
  readonly titles: ReadonlyMap<string, string>;
  readonly indicators: readonly Indicator[];
}

export function standardModel({language, standard, titles, indicators}: StandardState) {
  const t = webTextOf(language);
  const headers = new Map(standard.columns.map(({id, header}) => [id, header]));
  return {
    heading: titleOf(standard, language),
    foreign: language !== "da",
    description: standard.description,
    version: t.standards.version(standard.version),
    list: {href: hrefOf(language, "/standarder"), label: t.standards.title},
    schema: `/standarder/${standard.id}.json`,
    facts: factsOf(standard, headers, language),
    columns: standard.columns.map((column) => columnModel(column, titles, language)),
    codes: codesOf(standard, language),
    rules: standard.rules.map(({id, severity, message, condition}) => ({
      id,
      severity: t.delivery.severities[severity],
      badge: severity,
      message,
      condition
    })),
    usedBy: indicators.map((indicator) => ({
      href: indicatorHref(language, indicator.id),
      label: titleOf(indicator, language)
    }))
  };
}

function factsOf(standard: Standard, headers: ReadonlyMap<string, string>, language: Language) {
  const t = webTextOf(language).standard;
  return [
    fact(t.purpose, standard.purpose),
    fact(t.legalBasis, standard.legalBasis),
    fact(t.owner, standard.owner),
    fact(t.obligation, webTextOf(language).standards.obligations[standard.obligation]),
    fact(t.period, t.periods[standard.periodKind]),
    fact(t.retention, t.keep(standard.keepMonths)),
    {...fact(t.key, standard.key.map((id) => headers.get(id) ?? id).join(", ")), note: t.keyNote}
  ];
}

function columnModel(column: Column, titles: ReadonlyMap<string, string>, language: Language) {
  const t = webTextOf(language).standard;
  return {
    header: column.header,
    id: column.id,
    description: column.description,
    type: [t.types[column.type], column.measure && `(${column.measure})`].filter(Boolean).join(" "),
    required: column.required ? t.required : t.optional,
    personal: t.personals[column.personal],
    sensitive: column.personal !== "none",
    limits: limitsOf(column, language),
    codes: column.codes
      ? {href: `#koder-${column.codes}`, label: findClassification(column.codes)?.title ?? column.codes}
      : null,
    references: column.references
      ? {
          href: standardHref(language, column.references.standard),
          label: t.references(titles.get(column.references.standard) ?? column.references.standard)
        }
      : null
  };
}

function limitsOf({minimum, maximum}: Column, language: Language): string | null {
  const t = webTextOf(language).standard;
  const [low, high] = [minimum, maximum].map((value) =>
    value === undefined ? null : formatNumber(value, Number.isInteger(value) ? 0 : 2, language)
  );
  if (low && high) return t.range(low, high);
  return low ? t.from(low) : high ? t.to(high) : null;
}

function codesOf(standard: Standard, language: Language) {
  const ids = [...new Set(standard.columns.flatMap(({codes}) => (codes ? [codes] : [])))];
  return ids.flatMap((id) => {
    const classification = findClassification(id);
    if (!classification) return [];
    const {title, source, codes} = classification;
    const rows = codes.map(({code, label, labelEnglish, validFrom, validTo}) => ({
      code,
      label: language === "da" ? label : labelEnglish,
      valid: validText(validFrom, validTo, language)
    }));
    return [{anchor: `koder-${id}`, title, source, rows, open: rows.length <= 12}];
  });
}

function validText(from: string | undefined, to: string | undefined, language: Language): string {
  const t = webTextOf(language).standard;
  const parts = [from && t.validFrom(formatDate(from, language)), to && t.validTo(formatDate(to, language))];
  return parts.filter(Boolean).join(" ") || t.always;
}
