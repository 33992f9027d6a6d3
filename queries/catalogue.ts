/** Every indicator, read once, cross-checked and frozen. A contradiction is an error at start, not a wrong number later. */

import {readdir, readFile} from "node:fs/promises";
import {basename, dirname, join} from "node:path";
import {fileURLToPath} from "node:url";
import {findClassification} from "./classifications/index.ts";
import {compareText} from "./compare-text.ts";
import {NotFound} from "./errors.ts";
import {findEthicsForm} from "./ethics/index.ts";
import {type IndicatorFile, parseIndicatorFile} from "./indicator-file.ts";
import type {Indicator, IndicatorId} from "./model.ts";
import {comparePeriods, periodKind} from "./period.ts";
import {purposeProblems} from "./purpose.ts";
import {findStandard} from "./standards/index.ts";

export interface Catalogue {
  /** All versions, by area, id and version. */
  readonly indicators: readonly Indicator[];
  /** The newest version; throws `NotFound`. */
  latest(id: IndicatorId): Indicator;
  /** One version, the newest when none is given. */
  find(id: IndicatorId, version?: number): Indicator | undefined;
}

const indicatorsDir = fileURLToPath(new URL("indicators", import.meta.url));

/** Reads `<area>/<id>.sql` (newest) and `<area>/<id>@<version>.sql` (older) below `dir`. */
export async function readCatalogue(dir = indicatorsDir): Promise<Catalogue> {
  const names = (await readdir(dir, {recursive: true})).filter((name) => name.endsWith(".sql")).sort();
  return catalogueOf(
    await Promise.all(names.map(async (path) => ({path, text: await readFile(join(dir, path), "utf8")})))
  );
}

/** Throws an error that names every contradiction among the files. */
export function catalogueOf(files: readonly IndicatorFile[]): Catalogue {
  const read = files.map((file) => ({file, indicator: parseIndicatorFile(file)}));
  const indicators = read.map(({indicator}) => indicator);
  const problems = [
    ...read.flatMap(({file, indicator}) =>
      [...placeProblems(file.path, indicator), ...problemsOf(indicator)].map((problem) => `${file.path}: ${problem}`)
    ),
    ...versionProblems(read)
  ];
  if (problems.length > 0) throw new Error(`the catalogue of indicators contradicts itself:\n${problems.join("\n")}`);
  return freezeCatalogue(indicators);
}

/** The same without the indicators that are not kept; they are then not known at all. */
export function narrowCatalogue({indicators}: Catalogue, keep: (id: IndicatorId) => boolean): Catalogue {
  return freezeCatalogue(indicators.filter(({id}) => keep(id)));
}

function freezeCatalogue(indicators: readonly Indicator[]): Catalogue {
  const sorted = indicators.toSorted(
    (a, b) => compareText(a.area, b.area) || compareText(a.id, b.id) || a.version - b.version
  );
  const find = (id: IndicatorId, version?: number) =>
    sorted.findLast((each) => each.id === id && (version === undefined || each.version === version));
  const latest = (id: IndicatorId) => {
    const found = find(id);
    if (!found) throw new NotFound("indicator", id);
    return found;
  };
  return Object.freeze({indicators: Object.freeze(sorted), find, latest});
}

function placeProblems(path: string, {area}: Indicator): string[] {
  const folder = basename(dirname(path));
  return folder === area ? [] : [`area: ${area} in folder ${folder}`];
}

type Check = (indicator: Indicator) => string | false | null;

const checks: readonly Check[] = [
  ({dimension}) => dimension !== null && !findClassification(dimension) && `dimension: no such classification`,
  ({dimension, totals}) => totals === "own" && dimension === null && "totals: own without a dimension",
  ({kinds}) => new Set(kinds).size !== kinds.length && "kinds: a kind twice",
  ({kinds, standards}) =>
    kinds.includes("class") && standards.includes("wellbeing") && "kinds: wellbeing is never shown per class",
  ({group, standards}) =>
    group === "published" && standards.join() !== "published-statistics" && "group: published without publisher",
  ({interval, counts, measure}) =>
    interval === "wilson" &&
    (counts !== "persons" || measure !== "share") &&
    "interval: wilson needs a share of persons",
  ({interval, sql}) =>
    (interval === "ratio" || interval === "answers") &&
    !/\bxx\b/.test(sql) &&
    `interval: ${interval} without yy, xy and xx`,
  ({interval, bounds}) => interval === "answers" && bounds === null && "interval: answers without bounds",
  ({measure, bounds}) =>
    (measure === "share" || measure === "mean") && bounds === null && `bounds: none for a ${measure}`,
  ({target, targetText}) => (target === null) !== (targetText === "") && "target: a target and its text go together",
  ({target, bounds}) =>
    target !== null && bounds !== null && (target < bounds[0] || target > bounds[1]) && "target: outside the bounds",
  ({better, target}) => better === "context" && target !== null && "target: a figure for context has no target",
  ({validFrom, periodKind: kind}) =>
    validFrom !== null && periodKind(validFrom) !== kind && `valid-from: not a ${kind}: ${validFrom}`
];

function problemsOf(indicator: Indicator): string[] {
  const found = checks.map((check) => check(indicator)).filter((problem) => typeof problem === "string");
  const purposes = purposeProblems(indicator.standards, findEthicsForm(indicator.id)?.purposes ?? null);
  return [...found, ...purposes, ...indicator.standards.flatMap((id) => standardProblems(indicator, id))];
}

/** Kinds of periods that can be made of a standard's own. */
const reachable: Readonly<Record<string, readonly string[]>> = {
  "half-year": ["half-year", "school-year", "year"],
  "school-year": ["school-year"],
  year: ["year"],
  any: ["half-year", "school-year", "year"]
};

function standardProblems({periodKind: kind}: Indicator, standardId: string): string[] {
  const standard = findStandard(standardId);
  if (!standard) return [`standards: no such standard: ${standardId}`];
  return reachable[standard.periodKind]!.includes(kind)
    ? []
    : [`period-kind: ${kind} cannot be made of ${standardId}, which is per ${standard.periodKind}`];
}

/** `<id>.sql` holds the highest version; older ones carry theirs in the name; each starts after the one before. */
function versionProblems(read: readonly {file: IndicatorFile; indicator: Indicator}[]): string[] {
  const byId = Map.groupBy(read, ({indicator}) => indicator.id);
  return [...byId.values()].flatMap((group) => {
    const sorted = group.toSorted((a, b) => a.indicator.version - b.indicator.version);
    return sorted.flatMap(({file: {path}, indicator}, index) => {
      const before = sorted[index - 1]?.indicator;
      const older = path.includes("@");
      if (indicator.version !== index + 1) return [`${path}: version: ${indicator.version} where ${index + 1} is next`];
      if (older !== index < sorted.length - 1)
        return [`${path}: the newest version has no @ in its name, older ones do`];
      if (!before) return indicator.validFrom === null ? [] : [`${path}: valid-from: the first version has none`];
      if (indicator.validFrom === null) return [`${path}: valid-from: missing in version ${indicator.version}`];
      const order = before.validFrom === null || comparePeriods(before.validFrom, indicator.validFrom) < 0;
      return order ? [] : [`${path}: valid-from: not after the version before`];
    });
  });
}
