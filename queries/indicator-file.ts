/** The `-- key: value` header of one file in `queries/indicators/`. Strict: every key once, none unknown, `none` for empty. */
import {createHash} from "node:crypto";
import {
  areas,
  countings,
  directions,
  groupings,
  type Indicator,
  measures,
  qualities,
  sensitivities,
  unitKinds
} from "./model.ts";
import {parsePeriod} from "./period.ts";

export interface IndicatorFile {
  /** `<area>/<id>.sql` or `<area>/<id>@<version>.sql`; named in every error. */
  readonly path: string;
  readonly text: string;
}

type Header = Omit<Indicator, "id" | "sql" | "sha256">;

/** Throws with the file and the key that is wrong. */
export function parseIndicatorFile({path, text}: IndicatorFile): Indicator {
  const {id, version} = parseName(path);
  const {values, sql} = splitHeader(path, text);
  const header = readHeader(path, values);
  if (version !== null && version !== header.version)
    throw new Error(`${path}: version: the file's name says ${version}, the header says ${header.version}`);
  const sha256 = createHash("sha256").update(text).digest("hex");
  return Object.freeze({id, ...header, sql, sha256});
}

function parseName(path: string): {id: string; version: number | null} {
  const match = /(?:^|\/)([a-z][a-z0-9]*(?:-[a-z0-9]+)*)(?:@([1-9]\d*))?\.sql$/.exec(path);
  if (!match) throw new Error(`not the name of an indicator's file: ${path}`);
  return {id: match[1]!, version: match[2] ? Number(match[2]) : null};
}

function splitHeader(path: string, text: string): {values: Map<string, string>; sql: string} {
  const lines = text.split("\n");
  const values = new Map<string, string>();
  let next = 0;
  for (; lines[next]?.startsWith("--"); next++) {
    const match = /^-- ([a-z0-9-]+): (\S.*)$/.exec(lines[next]!.trimEnd());
    if (!match) throw new Error(`${path}: line ${next + 1}: not a header line: ${lines[next]}`);
    const [, key, value] = match as unknown as [string, string, string];
    if (values.has(key)) throw new Error(`${path}: ${key}: given twice`);
    values.set(key, value);
  }
  const sql = lines.slice(next).join("\n").trim();
  if (!sql) throw new Error(`${path}: no SQL below the header`);
  if (sql.includes(";")) throw new Error(`${path}: more than one statement`);
  return {values, sql};
}

type Read<Value> = (text: string) => Value;

const text: Read<string> = (value) => value;
const optionalText: Read<string> = (value) => (value === "none" ? "" : value);
const list: Read<readonly string[]> = (value) => value.split(",").map((each) => each.trim());
const number: Read<number> = (value) => {
  const parsed = Number(value);
  if (!Number.isFinite(parsed)) throw new Error(`not a number: ${value}`);
  return parsed;
};
const whole: Read<number> = (value) => {
  if (!/^\d+$/.test(value)) throw new Error(`not a whole number: ${value}`);
  return Number(value);
};
const bounds: Read<readonly [number, number]> = (value) => {
  const [low, high, ...rest] = value.split("..").map(number);
  if (low === undefined || high === undefined || rest.length > 0 || low >= high)
    throw new Error(`not bounds such as 0..100: ${value}`);
  return [low, high];
};

function optional<Value>(read: Read<Value>): Read<Value | null> {
  return (value) => (value === "none" ? null : read(value));
}

function oneOf<Value extends string>(values: readonly Value[]): Read<Value> {
  return (value) => {
    if (!(values as readonly string[]).includes(value)) throw new Error(`not one of ${values.join(", ")}: ${value}`);
    return value as Value;
  };
}

/** How each field is read; the key in the file is the field's name in kebab-case. */
const fields: {readonly [Field in keyof Header]: Read<Header[Field]>} = {
  reference: text,
  version: whole,
  validFrom: optional(parsePeriod),
  title: text,
  titleEnglish: text,
  description: text,
  numerator: text,
  denominator: text,
  exclusions: text,
  area: oneOf(areas),
  quality: oneOf(qualities),
  measure: oneOf(measures),
  measureLabel: text,
  measureLabelEnglish: text,
  scale: number,
  decimals: whole,
  better: oneOf(directions),
  target: optional(number),
  targetText: optionalText,
  group: oneOf(groupings),
  kinds: (value) => list(value).map(oneOf(unitKinds)),
  standards: list,
  periodKind: oneOf(["half-year", "school-year", "year"]),
  dimension: optional(text),
  totals: oneOf(["sum", "own"]),
  counts: oneOf(countings),
  bounds: optional(bounds),
  interval: oneOf(["wilson", "ratio", "answers", "none"]),
  sensitivity: oneOf(sensitivities),
  purpose: text,
  source: text,
  readableDifference: optional(number),
  readableDifferenceMunicipality: optional(number),
  lagMonths: whole,
  question: text
};

const fieldOfKey = new Map(Object.keys(fields).map((field) => [kebab(field), field as keyof Header]));

function kebab(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

function readHeader(path: string, values: ReadonlyMap<string, string>): Header {
  for (const key of values.keys()) if (!fieldOfKey.has(key)) throw new Error(`${path}: ${key}: unknown key`);
  const header: Partial<Record<keyof Header, unknown>> = {};
  for (const [key, field] of fieldOfKey) {
    const value = values.get(key);
    if (value === undefined) throw new Error(`${path}: ${key}: missing`);
    header[field] = readField(path, key, value, fields[field]);
  }
  return header as unknown as Header;
}

function readField(path: string, key: string, value: string, read: Read<unknown>): unknown {
  try {
    return read(value);
  } catch (error) {
    throw new Error(`${path}: ${key}: ${(error as Error).message}`);
  }
}
