import {formatNumber} from "../format.ts";
import {webTextOf} from "../text-web.ts";
import type {QualityState} from "./quality.ts";

export function findingsModel({language, sums, standardTitles}: QualityState) {
  const t = webTextOf(language).quality;
  if (!sums) return null;
  return {
    counted: t.findingsOf(sums.deliveries),
    rows: sums.findings.map(({standard, severity, message, rule, deliveries, rows}) => ({
      standard: standardTitles.get(standard) ?? standard,
      severity: t.severities[severity],
      badge: severity,
      message,
      rule,
      deliveries: formatNumber(deliveries, 0, language),
      rows: rows > 0 ? formatNumber(rows, 0, language) : "–"
    }))
  };
}

export function mappingsModel({language, sums, standardTitles}: QualityState) {
  return (sums?.mappings ?? []).map(({standard, column, met, unmet, rowsMet, rowsUnmet}) => ({
    standard: standardTitles.get(standard) ?? standard,
    column,
    met: formatNumber(met, 0, language),
    unmet: formatNumber(unmet, 0, language),
    isWhole: unmet === 0,
    rows: webTextOf(language).quality.of(
      formatNumber(rowsMet, 0, language),
      formatNumber(rowsMet + rowsUnmet, 0, language)
    )
  }));
}
