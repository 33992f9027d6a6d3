/** Page of data quality: deliveries, coverage, findings, translations, what is hidden, and the definitions in use. */
import type {Coverage, Indicator, Language, ReleaseManifest} from "../../queries/model.ts";
import {comparePeriods, type PeriodId, periodLabel} from "../../queries/period.ts";
import type {QualitySums} from "../../queries/registry/quality.ts";
import type {HiddenShare} from "../../queries/release.ts";
import {formatDate, formatNumber} from "../format.ts";
import {hrefOf, indicatorHref} from "../link.ts";
import {titleOf} from "../sentences.ts";
import {webTextOf} from "../text-web.ts";
import {type Choice, choicesOf} from "./choice.ts";
import {findingsModel, mappingsModel} from "./quality-findings.ts";
import {hiddenModel} from "./quality-hidden.ts";
import {coverageModel, matrixModel} from "./quality-matrix.ts";

export interface QualityState {
  readonly language: Language;
  readonly chosen: {
    readonly periode: PeriodId | null;
    readonly standard: string | null;
    readonly status: Coverage["state"] | null;
    readonly kommune: string | null;
  };
  readonly manifest: ReleaseManifest;
  readonly coverage: readonly Coverage[];
  /** Null where the registry cannot be read. */
  readonly sums: QualitySums | null;
  readonly hidden: readonly HiddenShare[];
  readonly versions: readonly Indicator[];
  readonly indicators: ReadonlyMap<string, Indicator>;
  readonly standardTitles: ReadonlyMap<string, string>;
  readonly municipalities: ReadonlyMap<string, string>;
  /** Whether the reader may open what a municipality has delivered. */
  readonly opens: (municipality: string) => boolean;
}

export function qualityModel(state: QualityState) {
  const {language, chosen, manifest} = state;
  const t = webTextOf(language).quality;
  const period = chosen.periode ?? manifest.period;
  return {
    action: hrefOf(language, "/datakvalitet"),
    filters: filtersOf(state),
    lead: t.deliveriesLead(periodLabel(period, language)),
    fresh: freshModel(state),
    matrix: matrixModel(state, period),
    coverage: coverageModel(state, period),
    findings: findingsModel(state),
    mappings: mappingsModel(state),
    hidden: hiddenModel(state),
    definitions: definitionsModel(state),
    deliveriesHref: [...state.municipalities.keys()].some(state.opens) ? hrefOf(language, "/leverancer") : null,
    reportsHref: hrefOf(language, "/fejl")
  };
}

function filtersOf(state: QualityState): readonly Choice[] {
  const {language, chosen, coverage, standardTitles, municipalities} = state;
  const t = webTextOf(language).quality;
  const periods = [...new Set(coverage.map(({period}) => period))].toSorted((a, b) => comparePeriods(b, a));
  const standards = [...new Set(coverage.map(({standard}) => standard))].sort();
  const states = ["arrived", "late", "missing", "exempt", "rejected"] as const;
  return [
    choicesOf(
      "periode",
      t.choosePeriod,
      chosen.periode,
      t.newestPeriod,
      periods.map((period) => [period, periodLabel(period, language)])
    ),
    choicesOf(
      "standard",
      t.chooseStandard,
      chosen.standard,
      t.all,
      standards.map((id) => [id, standardTitles.get(id) ?? id])
    ),
    choicesOf(
      "status",
      t.chooseState,
      chosen.status,
      t.all,
      states.map((each) => [each, t.states[each]])
    ),
    choicesOf("kommune", t.chooseMunicipality, chosen.kommune, t.all, [...municipalities])
  ];
}

function freshModel({language, manifest, sums}: QualityState) {
  const t = webTextOf(language).quality;
  const {shown, hidden} = manifest.protection;
  const facts: readonly (readonly [string, string])[] = [
    [t.period, periodLabel(manifest.period, language)],
    ...(sums?.newest ? [[t.newest, formatDate(sums.newest, language)] as const] : []),
    [t.releasedOn, formatDate(manifest.createdAt, language)],
    [t.figures, formatNumber(shown + hidden, 0, language)],
    [t.hiddenShare, formatNumber(hidden, 0, language)]
  ];
  return facts.map(([term, value]) => ({term, value}));
}

function definitionsModel({language, versions}: QualityState) {
  const t = webTextOf(language).quality;
  return versions
    .map((indicator) => ({
      title: titleOf(indicator, language),
      href: `${indicatorHref(language, indicator.id)}#versioner`,
      version: String(indicator.version),
      from: indicator.validFrom ? periodLabel(indicator.validFrom, language) : t.fromStart,
      sum: indicator.sha256.slice(0, 12)
    }))
    .toSorted((a, b) => a.title.localeCompare(b.title, language) || Number(b.version) - Number(a.version));
}
