/** One delivery and its validation report: rules, severities, counts and line numbers, never a person's value. */
import type {Language} from "../../queries/model.ts";
import type {Delivery} from "../../queries/registry/deliveries.ts";
import type {Dialect, MappingCoverage} from "../../queries/registry/reports.ts";
import {formatDate, formatNumber} from "../format.ts";
import {hrefOf, standardHref, unitHref} from "../link.ts";
import {webTextOf} from "../text-web.ts";
import {type DeliveryStanding, spanOf, statusOf} from "./deliveries.ts";
import {fact} from "./fact.ts";

export interface DeliveryState {
  readonly language: Language;
  readonly delivery: Delivery;
  readonly standardTitle: string;
  readonly municipalities: ReadonlyMap<string, string>;
  readonly columnHeaders: ReadonlyMap<string, string>;
}

export function deliveryModel(state: DeliveryState) {
  const {language, delivery} = state;
  const {report} = delivery;
  const t = webTextOf(language).delivery;
  const errors = report.findings.filter(({severity}) => severity === "error");
  return {
    heading: delivery.fileName,
    file: delivery.fileName,
    list: {href: hrefOf(language, "/leverancer"), label: webTextOf(language).deliveries.title},
    status: statusOf(delivery, language),
    verdict: verdictOf(delivery, language),
    facts: factsOf(state),
    municipalities: report.municipalities.flatMap((code) => {
      const label = state.municipalities.get(code);
      return label ? [{href: unitHref(language, code), label}] : [];
    }),
    clean: report.findings.length === 0,
    findings: [...errors, ...report.findings.filter(({severity}) => severity !== "error")].map((finding) => ({
      severity: t.severities[finding.severity],
      badge: finding.severity,
      rule: finding.rule,
      message: finding.message,
      count: finding.count > 0 ? formatNumber(finding.count, 0, language) : "",
      lines: linesText(finding.lines, language)
    })),
    rowsHref: hrefOf(language, "/raekker"),
    quarantine: errors.some(({count}) => count > 0)
      ? t.quarantineNote(`quarantine/${delivery.id.slice(0, 12)}….csv`)
      : null,
    coverage: report.coverage.map((column) => coverageModel(column, state))
  };
}

export function verdictOf({status, current, parts}: DeliveryStanding, language: Language) {
  const t = webTextOf(language).delivery;
  if (status === "rejected") return {text: t.rejected, kind: "error", error: true};
  if (current === 0) return {text: t.acceptedReplaced, kind: "info", error: false};
  return current < parts
    ? {text: t.acceptedPartlyReplaced, kind: "info", error: false}
    : {text: t.accepted, kind: "success", error: false};
}

function factsOf({language, delivery, standardTitle}: DeliveryState) {
  const t = webTextOf(language);
  const {report} = delivery;
  return [
    {...fact(t.deliveries.standard, standardTitle), href: standardHref(language, delivery.standard)},
    fact(t.deliveries.received, formatDate(delivery.receivedAt, language)),
    ...(report.periods.length > 0 ? [fact(t.deliveries.periods, spanOf(report.periods))] : []),
    fact(t.deliveries.rows, formatNumber(delivery.rows, 0, language)),
    ...(report.dialect ? [fact(t.delivery.read, dialectText(report.dialect))] : []),
    ...(delivery.mapping ? [fact(t.delivery.mapping, delivery.mapping)] : []),
    {...fact(t.delivery.id, delivery.id), code: true, note: t.delivery.idNote}
  ];
}

function dialectText({format, encoding, delimiter}: Dialect): string {
  const sign = delimiter === "\t" ? "tab" : delimiter;
  return [format.toUpperCase(), encoding, sign && `»${sign}«`].filter(Boolean).join(", ");
}

function linesText(lines: readonly number[], language: Language): string {
  if (lines.length === 0) return webTextOf(language).delivery.noLines;
  return lines.map((line) => formatNumber(line, 0, language)).join(", ");
}

function coverageModel({column, met, unmet}: MappingCoverage, {language, columnHeaders}: DeliveryState) {
  const t = webTextOf(language).delivery;
  return {
    column: columnHeaders.get(column) ?? column,
    rows: [
      ...met.map(({local, code, rows}) => ({local, code, rows: formatNumber(rows, 0, language), met: true})),
      ...unmet.map(({local, rows}) => ({local, code: t.unmet, rows: formatNumber(rows, 0, language), met: false}))
    ],
    summary: `${t.met}: ${met.length}. ${t.unmet}: ${unmet.length}.`
  };
}
