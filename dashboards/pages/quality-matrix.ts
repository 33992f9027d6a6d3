import {type Coverage, coverageStates} from "../../queries/model.ts";
import {comparePeriods, endOf, type PeriodId, periodLabel, stepPeriod} from "../../queries/period.ts";
import {formatNumber} from "../format.ts";
import {deliveryHref, hrefOf, standardHref, unitHref} from "../link.ts";
import {webTextOf} from "../text-web.ts";
import {searchOf} from "../view.ts";
import {othersText} from "./number-extracts.ts";
import type {QualityState} from "./quality.ts";

interface Column {
  readonly standard: string;
  readonly period: PeriodId;
  readonly rows: readonly Coverage[];
}

/** Each standard in its own newest period up to the chosen one; what ended more than a year before is not shown. */
function columnsOf({coverage, chosen, municipalities}: QualityState, period: PeriodId): readonly Column[] {
  const [end, start] = [endOf(period), endOf(stepPeriod(period, -2))];
  const inTime = coverage.filter(
    (each) => municipalities.has(each.municipality) && endOf(each.period) <= end && endOf(each.period) >= start
  );
  const byStandard = [...Map.groupBy(inTime, ({standard}) => standard)].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return byStandard.flatMap(([standard, rows]) => {
    if (chosen.standard && standard !== chosen.standard) return [];
    const newest = rows.map((row) => row.period).toSorted((a, b) => comparePeriods(b, a))[0]!;
    return [{standard, period: newest, rows: rows.filter((row) => row.period === newest)}];
  });
}

/** Null where the release knows of no delivery in the period. */
export function matrixModel(state: QualityState, period: PeriodId) {
  const {language, chosen, standardTitles, municipalities, opens} = state;
  const t = webTextOf(language).quality;
  const columns = columnsOf(state, period);
  if (columns.length === 0) return null;
  const found = new Map(
    columns.map(({standard, rows}) => [standard, new Map(rows.map((row) => [row.municipality as string, row]))])
  );
  const rows = [...municipalities]
    .filter(([code]) => !chosen.kommune || code === chosen.kommune)
    .map(([code, name]) => ({code, name, cells: columns.map(({standard}) => found.get(standard)!.get(code))}))
    .filter(({cells}) => !chosen.status || cells.some((cell) => cell?.state === chosen.status));
  return {
    heading: t.shown(rows.length),
    legend: legendOf(
      rows.flatMap(({cells}) => cells.filter((cell) => cell !== undefined)),
      state
    ),
    heads: columns.map(({standard, period: each}) => ({
      title: standardTitles.get(standard) ?? standard,
      period: each === period ? "" : periodLabel(each, language)
    })),
    rows: rows.map(({code, name, cells}) => ({
      name,
      href: unitHref(language, code),
      cells: cells.map((cell) => ({
        state: cell?.state ?? "none",
        word: cell ? t.states[cell.state] : t.notDue,
        href: cell?.delivery && cell.state !== "arrived" && opens(code) ? deliveryHref(language, cell.delivery) : null
      }))
    }))
  };
}

function legendOf(cells: readonly Coverage[], {language, chosen}: QualityState) {
  const t = webTextOf(language).quality;
  return coverageStates.flatMap((state) => {
    const count = cells.filter((cell) => cell.state === state).length;
    if (count === 0 && state !== "arrived") return [];
    const {periode, standard, kommune} = chosen;
    const query = {periode: periode ?? "", standard: standard ?? "", kommune: kommune ?? "", status: state};
    return [
      {
        state,
        text: `${formatNumber(count, 0, language)} ${t.states[state]}`,
        href: hrefOf(language, "/datakvalitet") + searchOf(query)
      }
    ];
  });
}

/** `96 af 98` for each standard. */
export function coverageModel(state: QualityState, period: PeriodId) {
  const {language, standardTitles} = state;
  const t = webTextOf(language).quality;
  return columnsOf(state, period).map(({standard, period: each, rows}) => {
    const arrived = rows.filter((row) => row.state === "arrived").length;
    const delivered = rows.reduce((sum, row) => sum + row.rows, 0);
    return {
      title: standardTitles.get(standard) ?? standard,
      href: standardHref(language, standard),
      period: periodLabel(each, language),
      arrived: t.of(formatNumber(arrived, 0, language), formatNumber(rows.length, 0, language)),
      share: Math.round((100 * arrived) / rows.length),
      others: othersText(rows, language) || t.none,
      // One municipality's rows would tell how many persons stand behind a figure that is hidden.
      rows: rows.length > 1 ? formatNumber(delivered, 0, language) : ""
    };
  });
}
