/**
 * Core types. Two worlds import this file: Node and the browser; it holds no effects.
 * Blanks, qualities and kinds are tuples so that the union type and the list never drift apart.
 */
import type {PeriodId} from "./period.ts";

declare const brand: unique symbol;
type Branded<Name extends string> = string & {readonly [brand]: Name};

/** Three-digit text code of one of Denmark's 98 municipalities, `101` … `860`. */
export type MunicipalityCode = Branded<"MunicipalityCode">;
/**
 * Id of an organisational unit as text: `000` the nation, `081`–`085` the regions (Danmarks Statistik's area codes),
 * a municipality code, else the municipality's own area, institution or class id.
 */
export type UnitId = Branded<"UnitId">;
export type IndicatorId = string;

export const nation = "000" as UnitId;

export function parseMunicipalityCode(text: string): MunicipalityCode {
  if (!/^[1-8]\d\d$/.test(text)) throw new Error(`not a municipality code: ${text}`);
  return text as MunicipalityCode;
}

export function parseUnitId(text: string): UnitId {
  if (!/^[\p{L}\p{N}][\p{L}\p{N}._-]{0,39}$/u.test(text)) throw new Error(`not a unit id: ${text}`);
  return text as UnitId;
}

export const unitKinds = ["nation", "region", "municipality", "area", "school", "daycare", "leisure", "class"] as const;
export type UnitKind = (typeof unitKinds)[number];
export const institutionKinds = ["school", "daycare", "leisure"] as const satisfies readonly UnitKind[];

/** One version of an organisational unit; `validTo` is the last day it was valid, or null. Dates are `YYYY-MM-DD`. */
export interface Unit {
  readonly id: UnitId;
  readonly name: string;
  readonly kind: UnitKind;
  readonly parent: UnitId | null;
  readonly municipality: MunicipalityCode | null;
  readonly validFrom: string;
  readonly validTo: string | null;
}

export const successionKinds = ["merged", "split", "moved", "renamed"] as const;
/** `share` of `from` continues in `to` from `date` on; the shares of one `from` sum to 1. */
export interface Succession {
  readonly from: UnitId;
  readonly to: UnitId;
  readonly kind: (typeof successionKinds)[number];
  readonly share: number;
  readonly date: string;
}

export const blanks = [
  "not-reported",
  "exempt",
  "not-yet-published",
  "not-applicable",
  "hidden",
  "withdrawn",
  "rejected-quality",
  "not-in-standard"
] as const;
export type Blank = (typeof blanks)[number];

export const qualities = ["structure", "process", "result"] as const;
export type Quality = (typeof qualities)[number];

export const areas = ["daycare", "school", "leisure", "staff", "municipality"] as const;
/** The professional area an indicator belongs to; `staff` and `municipality` are cross-cutting. */
export type Area = (typeof areas)[number];

export const measures = ["share", "mean", "ratio", "count", "amount"] as const;
/** What a value is: a share of a whole, a mean of a scale, a ratio of two counts, a count, an amount. */
export type Measure = (typeof measures)[number];

export const directions = ["higher", "lower", "context"] as const;
export type Direction = (typeof directions)[number];

/** How totals come about. `published`: never totalled here, only the publisher's own figure is shown. */
export const groupings = ["ratio-of-sums", "mean-of-members", "published"] as const;
export type Grouping = (typeof groupings)[number];

export const sensitivities = ["open", "ordinary", "sensitive"] as const;
/** `open`: no protection needed beyond small counts. `sensitive`: zero and everybody are protected too. */
export type Sensitivity = (typeof sensitivities)[number];

/**
 * What is counted: persons in the numerator (a share of persons), events such as days, a sum of scores, different persons
 * above and below the line (children per adult), or nothing personal.
 */
export const countings = ["persons", "events", "scores", "both", "none"] as const;
export type Counting = (typeof countings)[number];

/** One indicator: the header and SQL of one file in `queries/indicators/`. Texts are Danish. */
export interface Indicator {
  /** File name without extension, the id in every URL, e.g. `school-absence`. */
  readonly id: IndicatorId;
  /** The catalogue id in the study of the field, e.g. `F04`. */
  readonly reference: string;
  readonly version: number;
  /** First period of this version's definition; an earlier period was computed by an earlier version. */
  readonly validFrom: PeriodId | null;
  readonly title: string;
  readonly titleEnglish: string;
  readonly description: string;
  readonly numerator: string;
  readonly denominator: string;
  readonly exclusions: string;
  readonly area: Area;
  readonly quality: Quality;
  readonly measure: Measure;
  /** Word behind the value: `pct.`, `børn pr. voksen`, `dage`. */
  readonly measureLabel: string;
  readonly measureLabelEnglish: string;
  /** The value is `numerator / denominator * scale`. */
  readonly scale: number;
  readonly decimals: number;
  readonly better: Direction;
  /** A legal or political target in the value's own scale, or null. */
  readonly target: number | null;
  readonly targetText: string;
  readonly group: Grouping;
  /** Unit kinds that the indicator is released for. */
  readonly kinds: readonly UnitKind[];
  readonly standards: readonly string[];
  readonly periodKind: "half-year" | "school-year" | "year";
  /** Classification of `category`, or null when the indicator has no breakdown. */
  readonly dimension: string | null;
  /** `own`: the query returns category `` itself, since categories overlap or repeat the denominator. */
  readonly totals: "sum" | "own";
  readonly counts: Counting;
  /** Lowest and highest possible value, for bounded scales. */
  readonly bounds: readonly [number, number] | null;
  /** `answers`: as `ratio`, for whole answers on a bounded scale, which an exact interval of few would give away. */
  readonly interval: "wilson" | "ratio" | "answers" | "none";
  readonly sensitivity: Sensitivity;
  readonly purpose: string;
  /** Publisher of the definition, and why other publishers differ. */
  readonly source: string;
  /**
   * The smallest difference of an institution that is readable, in the value's scale, or null: the publisher's own rule, or
   * for a ratio without an interval about what one position or class more moves an ordinary institution.
   */
  readonly readableDifference: number | null;
  /** The same of a municipality or more, where several positions or classes come and go between two counts. */
  readonly readableDifferenceMunicipality: number | null;
  /** Months after the period's end before the figure can be expected. */
  readonly lagMonths: number;
  readonly question: string;
  readonly sql: string;
  /** SHA-256 of the file, hex. */
  readonly sha256: string;
}

/** `category` is `` for all categories together. */
export interface Cell {
  readonly indicator: IndicatorId;
  readonly version: number;
  readonly unit: UnitId;
  readonly period: PeriodId;
  readonly category: string;
}

/** Counts of one cell; personal until protected. Never leaves `jobs`. */
export interface Fact extends Cell {
  readonly numerator: number;
  readonly denominator: number;
  readonly persons: number;
}

interface Shown {
  readonly value: number;
  /** The three counts are null together, where they would tell of a figure that is hidden; `value` is then rounded. */
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly persons: number | null;
  /** 95 % interval in the value's scale; null where none can be computed. */
  readonly low: number | null;
  readonly high: number | null;
  readonly blank: null;
}
interface NotShown {
  readonly value: null;
  readonly numerator: null;
  readonly denominator: null;
  readonly persons: null;
  readonly low: null;
  readonly high: null;
  readonly blank: Blank;
}
/** A figure as readers may see it: a value or a typed blank. */
export type DisclosedFact = Cell & {
  /** True when the value joins units that merged or split, by shares. */
  readonly linked: boolean;
  /** Municipalities (or members) behind the value, and how many there should be: "n of N". */
  readonly members: number;
  readonly expected: number;
} & (Shown | NotShown);

export const groupKinds = ["neighbours", "region", "similar", "named", "nation"] as const;
/** A frozen set of municipalities to compare with. `id` is also the unit id of the group's figures. */
export interface ComparisonGroup {
  readonly id: UnitId;
  readonly kind: (typeof groupKinds)[number];
  /** Whose group it is; null for region and nation. */
  readonly owner: MunicipalityCode | null;
  readonly title: string;
  readonly members: readonly MunicipalityCode[];
  /** How it was made: variables, weights and the distance of each member. */
  readonly basis: string;
  readonly distances: readonly {readonly member: MunicipalityCode; readonly distance: number}[];
  readonly variables: readonly {readonly indicator: IndicatorId; readonly period: PeriodId; readonly weight: number}[];
}

/** A qualitative finding; the same rank as a figure. */
export interface Observation {
  readonly unit: UnitId;
  readonly period: PeriodId;
  readonly theme: string;
  readonly quality: Quality;
  readonly source: string;
  readonly assessment: "strength" | "attention";
  /** Observations or interviewed persons behind the finding. */
  readonly count: number;
  readonly finding: string;
  /** Only with consent, else null. */
  readonly quote: string | null;
  readonly observedOn: string;
}

export const coverageStates = ["arrived", "late", "missing", "exempt", "rejected"] as const;
export interface Coverage {
  readonly standard: string;
  readonly municipality: MunicipalityCode;
  readonly period: PeriodId;
  readonly state: (typeof coverageStates)[number];
  readonly delivery: string | null;
  readonly receivedAt: string | null;
  readonly rows: number;
}

/** One version of an indicator as a manifest names it. */
export interface DefinitionMark {
  readonly id: string;
  readonly version: number;
  readonly sha256: string;
  /** The ethics form that it was released under; absent in releases from before there were any. */
  readonly ethics?: EthicsMark;
}

export interface EthicsMark {
  readonly colour: "green" | "orange" | "red";
  readonly signedBy: string;
  readonly signedOn: string;
  /** Null only in a demonstration. */
  readonly validUntil: string | null;
  /** Of the form. */
  readonly sha256: string;
}

/** `releases/<id>/release.json`. `id` is derived from everything but `createdAt`. */
export interface ReleaseManifest {
  readonly id: string;
  readonly createdAt: string;
  /** The half-year the release is made for; the newest period of any accepted extract. */
  readonly period: PeriodId;
  readonly demonstration: boolean;
  readonly definitions: readonly DefinitionMark[];
  readonly extracts: readonly {
    readonly id: string;
    readonly standard: string;
    readonly fileName: string;
    readonly receivedAt: string;
    readonly rows: number;
  }[];
  readonly protection: {
    readonly rule: string;
    readonly shown: number;
    readonly hidden: number;
    readonly audited: boolean;
    /** SHA-256 of the hidden cells' names; absent in releases from before it was frozen, as is the rest. */
    readonly pattern?: string;
    readonly audit?: {
      /** Who was tried, by the letters of the study, and how near they may come. */
      readonly attackers: readonly string[];
      readonly width: number;
    };
    /** Corrections of fewer persons than the minimum wait: families of indicators and periods that stand as they were. */
    readonly held?: readonly string[];
    /** How much is hidden, never where; `kind` is a unit's kind or `group`. */
    readonly counts?: readonly {
      readonly indicator: IndicatorId;
      readonly kind: string;
      readonly shown: number;
      readonly hidden: number;
    }[];
  };
  /** SHA-256 of every other file in the folder. */
  readonly files: Readonly<Record<string, string>>;
}

/** `packages/<issue>/manifest.json`. */
export interface Manifest {
  /** `<period>-<unit>-<definition>-<language>-<number>`, the folder's name. */
  readonly issue: string;
  readonly definition: string;
  readonly unit: UnitId;
  readonly unitName: string;
  readonly period: PeriodId;
  readonly language: Language;
  readonly number: number;
  readonly state: "built";
  readonly release: string;
  readonly demonstration: boolean;
  /** Checksum on the front page: SHA-256 over the issue's facts as canonical CSV. */
  readonly checksum: string;
  readonly replaces: string | null;
  readonly definitions: readonly DefinitionMark[];
  readonly extracts: readonly {readonly id: string; readonly standard: string; readonly fileName: string}[];
  readonly groups: readonly ComparisonGroup[];
  readonly pages: number;
  readonly files: Readonly<Record<string, string>>;
}

export const languages = ["da", "en"] as const;
export type Language = (typeof languages)[number];
