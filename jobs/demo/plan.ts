import {quoteText} from "../../queries/engine.ts";
import {selectAbsence} from "./absence.ts";
import {halfYears, lastHalfYear, schoolYears, surveyYears} from "./calendar.ts";
import {selectChildren, selectLanguage} from "./children.ts";
import type {Delivery, Format} from "./deliver.ts";
import {type Dirt, exemptFromT} from "./dirt.ts";
import {selectGrades} from "./grades.ts";
import {localAbsence} from "./local-absence.ts";
import {observedHalfYears, selectObservations} from "./observations.ts";
import {selectParents} from "./parents.ts";
import {selectPupils} from "./pupils.ts";
import {selectStaffAbsence, selectStaffing} from "./staff.ts";
import {selectPublished} from "./statistics.ts";
import {selectWellbeing} from "./wellbeing.ts";

/** Every delivery in order: units first, then the history and the newest period of each standard. */
export function planDeliveries(scale: "municipality" | "nation", dirt: Dirt): readonly Delivery[] {
  const newest = lastHalfYear;
  const period = `'${halfYears[newest]}' AS period`;
  return [
    file("enheder", "units", "csv-danish", `SELECT *, ${period} FROM unit_row ORDER BY municipality, unit, valid_from`),
    file(
      "efterfoelgere",
      "unit-successions",
      "xlsx",
      `SELECT *, ${period} FROM succession_row ORDER BY from_unit, to_unit`
    ),
    ...halfYearly("indskrevne-boern", "children", selectChildren, ["parquet", "csv-danish"]),
    ...halfYearly("elever", "pupils", selectPupils, ["parquet", "parquet"]),
    ...absence(scale, dirt),
    ...yearly("trivsel", "wellbeing", schoolYears, selectWellbeing, ["parquet", "parquet"]),
    ...yearly("karakterer", "grades", schoolYears, selectGrades, ["parquet", "csv-danish"]),
    ...halfYearly("sprogvurderinger", "language-assessments", selectLanguage, ["parquet", "csv-danish"], [dirt.late]),
    ...halfYearly("stillinger", "staffing", selectStaffing, ["parquet", "csv"]),
    ...halfYearly(
      "personalefravaer",
      "staff-absence",
      selectStaffAbsence,
      ["parquet", "csv-danish"],
      [dirt.late, dirt.rejected]
    ),
    ...yearly("foraeldre", "parent-survey", surveyYears, without(selectParents, dirt.withoutSurvey), [
      "parquet",
      "csv-danish"
    ]),
    rejectedStaffAbsence(dirt),
    ...observedHalfYears.map((t) =>
      file(`observationer-${halfYears[t]}`, "observations", t === newest ? "csv-danish" : "json", selectObservations(t))
    ),
    file("folketal", "published-statistics", "csv-danish", selectPublished("indicator = 'population'")),
    file("alder", "published-statistics", "json", selectPublished("indicator = 'population-by-age'")),
    file("beskaeftigelse", "published-statistics", "csv", selectPublished("indicator = 'employment-rate'")),
    file("indkomst", "published-statistics", "arrow", selectPublished("indicator = 'disposable-income'")),
    file("areal", "published-statistics", "xlsx", selectPublished("indicator = 'area'"))
  ];
}

type Select = (period: number) => string;
type Pair = readonly [Format, Format];

function file(name: string, standard: string, format: Format, select: string): Delivery {
  return {name, standard, format, select};
}

function halfYearly(name: string, standard: string, select: Select, formats: Pair, missing: readonly string[] = []) {
  const history = halfYears.slice(0, -1).map((_, t) => select(t));
  return [
    file(`${name}-historik`, standard, formats[0], together(history)),
    file(`${name}-${halfYears.at(-1)}`, standard, formats[1], without(select, missing)(lastHalfYear))
  ];
}

function yearly(name: string, standard: string, years: readonly number[], select: Select, formats: Pair) {
  const last = years.at(-1)!;
  return [
    file(`${name}-historik`, standard, formats[0], together(years.slice(0, -1).map(select))),
    file(`${name}-${standard === "parent-survey" ? last : `${last}-${last + 1}`}`, standard, formats[1], select(last))
  ];
}

/** A late municipality lacks the newest half-year, an exempt one everything from its agreement on, a third delivers by itself. */
function absence(scale: "municipality" | "nation", {late, exempt, local}: Dirt): readonly Delivery[] {
  const select = (t: number) =>
    without(selectAbsence, [local, ...(t >= exemptFromT ? [exempt] : []), ...(t === lastHalfYear ? [late] : [])])(t);
  const newest = file(`fravaer-${halfYears.at(-1)}`, "absence", "parquet", select(lastHalfYear));
  const history = halfYears.slice(0, -1).map((period, t) => ({period, select: select(t)}));
  const files =
    scale === "nation"
      ? history.map((each) => file(`fravaer-${each.period}`, "absence", "parquet", each.select))
      : [file("fravaer-historik", "absence", "parquet", together(history.map((each) => each.select)))];
  return [...files, newest, localAbsence(local)];
}

/** A delivery that cannot be accepted: a total row stands among the rows and some employees stand twice. */
function rejectedStaffAbsence({rejected}: Dirt): Delivery {
  const own = `(SELECT * FROM (${selectStaffAbsence(lastHalfYear)}) WHERE municipality = ${quoteText(rejected)})`;
  const select = `
    SELECT * FROM ${own}
    UNION ALL (SELECT * FROM ${own} ORDER BY unit, employee LIMIT 4)
    UNION ALL
    SELECT municipality, period, 'I alt', NULL, NULL, sum(sick_days), sum(active_days), sum(full_time_equivalents)
    FROM ${own} GROUP BY municipality, period`;
  return file(
    `personalefravaer-${rejected}-${halfYears[lastHalfYear]}-med-total`,
    "staff-absence",
    "csv-danish",
    select
  );
}

function without(select: Select, municipalities: readonly string[]): Select {
  if (municipalities.length === 0) return select;
  return (period) =>
    `SELECT * FROM (${select(period)}) WHERE municipality NOT IN (${municipalities.map(quoteText).join(", ")})`;
}

function together(selects: readonly string[]): string {
  return selects.join("\nUNION ALL\n");
}
