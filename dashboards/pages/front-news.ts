/** What is new in the release, and what can be expected next. */
import {
  areas,
  type DisclosedFact,
  type Indicator,
  type IndicatorId,
  type Language,
  type ReleaseManifest
} from "../../queries/model.ts";
import {comparePeriods, endOf, type PeriodId, periodLabel} from "../../queries/period.ts";
import {formatDate} from "../format.ts";
import {nextFigure} from "../freshness.ts";
import {indicatorHref} from "../link.ts";
import {titleOf} from "../sentences.ts";
import {webTextOf} from "../text-web.ts";
import {newestOf} from "./newest.ts";

export interface News {
  readonly language: Language;
  readonly manifest: ReleaseManifest;
  /** The release before, where it is still there. */
  readonly before: Pick<ReleaseManifest, "createdAt" | "definitions" | "extracts"> | null;
  readonly indicators: ReadonlyMap<IndicatorId, Indicator>;
  /** The whole country's figures. */
  readonly facts: readonly DisclosedFact[];
  /** `YYYY-MM-DD`. */
  readonly today: string;
}

interface Newest {
  readonly indicator: Indicator;
  readonly period: PeriodId;
}

export function newsModel(news: News) {
  const newest = newestFigures(news);
  return {since: sinceModel(news), areas: areasModel(newest, news.language), next: nextModel(newest, news)};
}

function newestFigures({indicators, facts}: News): readonly Newest[] {
  const byIndicator = Map.groupBy(
    facts.filter(({category}) => category === ""),
    ({indicator}) => indicator
  );
  return [...indicators.values()].flatMap((indicator) => {
    const ordered = (byIndicator.get(indicator.id) ?? []).toSorted((a, b) => comparePeriods(a.period, b.period));
    const last = newestOf(ordered);
    return last?.blank === null ? [{indicator, period: last.period}] : [];
  });
}

/** What the release before did not have. */
function sinceModel({before, manifest, indicators, language}: News) {
  if (!before) return null;
  const t = webTextOf(language).front.news;
  const had = new Set(before.extracts.map(({id}) => id));
  const fresh = manifest.extracts.filter(({id}) => !had.has(id));
  const defined = new Set(before.definitions.map(({id, version}) => `${id} ${version}`));
  const changed = manifest.definitions.filter(({id, version}) => !defined.has(`${id} ${version}`));
  return {
    heading: t.since(formatDate(before.createdAt, language)),
    extracts: t.extracts(fresh.length, new Set(fresh.map(({standard}) => standard)).size),
    definitions: [...new Set(changed.map(({id}) => id))].flatMap((id) => {
      const indicator = indicators.get(id);
      return indicator ? [linkOf(indicator, language)] : [];
    })
  };
}

/** The newest period of each indicator, by area, newest first. */
function areasModel(newest: readonly Newest[], language: Language) {
  return areas.flatMap((area) => {
    const own = newest.filter(({indicator}) => indicator.area === area);
    const periods = [...Map.groupBy(own, ({period}) => period)].toSorted(([a], [b]) => comparePeriods(b, a));
    if (periods.length === 0) return [];
    return [
      {
        title: webTextOf(language).indicators.areas[area],
        periods: periods.map(([period, found]) => ({
          label: periodLabel(period, language),
          links: found.map(({indicator}) => linkOf(indicator, language))
        }))
      }
    ];
  });
}

/** The next figures by the month in which they can be expected, what is overdue first. */
function nextModel(newest: readonly Newest[], {language, today}: News) {
  const t = webTextOf(language).front.news;
  const expected = newest.map(({indicator, period}) => ({indicator, ...nextFigure(period, indicator)}));
  const groups = Map.groupBy(expected, ({period, expected: month}) => `${month} ${period}`);
  return [...groups.values()]
    .toSorted(([a], [b]) => comparePeriods(a!.expected, b!.expected) || comparePeriods(a!.period, b!.period))
    .map((group) => {
      const {period, expected: month} = group[0]!;
      return {
        month: periodLabel(month, language),
        late: endOf(month) < today ? t.late : "",
        period: periodLabel(period, language),
        links: group.map(({indicator}) => linkOf(indicator, language))
      };
    });
}

function linkOf(indicator: Indicator, language: Language) {
  return {href: indicatorHref(language, indicator.id), label: titleOf(indicator, language)};
}
