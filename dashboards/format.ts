import type {Blank, DisclosedFact, Indicator, Language} from "../queries/model.ts";

/** The part of an indicator that says how its value is written. */
export type Measured = Pick<Indicator, "measureLabel" | "measureLabelEnglish" | "decimals">;
/** A value or a typed blank: a fact, or anything shaped like one. */
export type Figure = Pick<DisclosedFact, "value" | "blank">;

const nbsp = "\u00a0";
const locales: Record<Language, string> = {da: "da-DK", en: "en-GB"};
const numberFormats = new Map<string, Intl.NumberFormat>();
const dateFormats = new Map<string, Intl.DateTimeFormat>();

/** `1.234,5` in Danish, `1,234.5` in English, a real minus sign and never a negative zero. Throws on what is no number. */
export function formatNumber(value: number, decimals: number, language: Language): string {
  if (!Number.isFinite(value)) throw new RangeError(`not a number to show: ${value}`);
  const key = `${language}${decimals}`;
  let format = numberFormats.get(key);
  if (!format) {
    format = new Intl.NumberFormat(locales[language], {
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
      signDisplay: "negative"
    });
    numberFormats.set(key, format);
  }
  return format.format(value).replace("-", "\u2212");
}

/** `6,2 pct.`; a blank becomes its word. */
export function formatValue(figure: number | Figure, measured: Measured, language: Language): string {
  if (typeof figure === "number")
    return withLabel(formatNumber(figure, measured.decimals, language), measured, language);
  if (figure.value === null) return formatBlank(figure.blank as Blank, language);
  return formatValue(figure.value, measured, language);
}

/** `5,1–7,4 pct.`; an open or missing end gives the empty text. */
export function formatInterval(
  low: number | null,
  high: number | null,
  measured: Measured,
  language: Language
): string {
  if (low === null || high === null) return "";
  const [from, to] = [low, high].map((end) => formatNumber(end, measured.decimals, language));
  return withLabel(`${from}–${to}`, measured, language);
}

/** `0,4 procentpoint højere`; a difference that rounds to nothing is said to be none. */
export function formatDifference(difference: number, measured: Measured, language: Language): string {
  const size = formatNumber(Math.abs(difference), measured.decimals, language);
  const words = {da: ["ingen forskel", "højere", "lavere"], en: ["no difference", "higher", "lower"]}[language];
  if (!/[1-9]/.test(size)) return words[0] as string;
  return `${withDifferenceLabel(size, measured, language)} ${difference > 0 ? words[1] : words[2]}`;
}

/** `+0,4` or `−0,4`, for a column of changes; `0,0` has no sign. */
export function formatChange(difference: number, decimals: number, language: Language): string {
  const text = formatNumber(difference, decimals, language);
  return difference > 0 && /[1-9]/.test(text) ? `+${text}` : text;
}

/** The measure alone, for a heading or an axis: `pct.`. */
export function measureOf(measured: Measured, language: Language): string {
  return language === "da" ? measured.measureLabel : measured.measureLabelEnglish;
}

/** `31. december 2025`, `31 December 2025`; takes `YYYY-MM-DD` or a full timestamp. */
export function formatDate(date: string, language: Language): string {
  const time = Date.parse(date);
  if (Number.isNaN(time)) throw new RangeError(`not a date: ${date}`);
  let format = dateFormats.get(language);
  if (!format) {
    format = new Intl.DateTimeFormat(locales[language], {dateStyle: "long", timeZone: "UTC"});
    dateFormats.set(language, format);
  }
  return format.format(time).replace(/^(\d+\.?) /, `$1${nbsp}`);
}

/** `96 af 98`: how many stand behind a figure of how many there should be. */
export function formatMembers(members: number, expected: number, language: Language): string {
  const [some, all] = [members, expected].map((count) => formatNumber(count, 0, language));
  return `${some}${nbsp}${language === "da" ? "af" : "of"}${nbsp}${all}`;
}

/** One or two words in place of a value: `skjult`. */
export function formatBlank(blank: Blank, language: Language): string {
  return blankWords[language][blank][0];
}

/** One sentence that says why there is no value. */
export function explainBlank(blank: Blank, language: Language): string {
  return blankWords[language][blank][1];
}

const blankWords: Record<Language, Record<Blank, readonly [word: string, explanation: string]>> = {
  da: {
    "not-reported": ["ikke indberettet", "Kommunen har ikke leveret data for perioden."],
    exempt: ["fritaget", "Kommunen er fritaget for at levere data for perioden."],
    "not-yet-published": ["ikke offentliggjort", "Tallet er endnu ikke offentliggjort."],
    "not-applicable": ["ikke relevant", "Tallet findes ikke for denne type enhed."],
    hidden: ["skjult", "Tallet er skjult, fordi det kunne fortælle noget om færre end fem personer."],
    withdrawn: ["trukket tilbage", "Tallet er trukket tilbage og bliver rettet."],
    "rejected-quality": ["afvist", "Tallet er afvist, fordi data ikke levede op til kvalitetskravene."],
    "not-in-standard": ["findes ikke", "Oplysningen indgik ikke i datastandarden i perioden."]
  },
  en: {
    "not-reported": ["not reported", "The municipality has not delivered data for the period."],
    exempt: ["exempt", "The municipality is exempt from delivering data for the period."],
    "not-yet-published": ["not yet published", "The figure has not been published yet."],
    "not-applicable": ["not applicable", "The figure does not exist for this kind of unit."],
    hidden: ["hidden", "The figure is hidden, since it could tell something about fewer than five persons."],
    withdrawn: ["withdrawn", "The figure has been withdrawn and will be corrected."],
    "rejected-quality": ["rejected", "The figure was rejected, since the data did not meet the quality rules."],
    "not-in-standard": ["not collected", "The item was not part of the data standard in the period."]
  }
};

function withLabel(text: string, measured: Measured, language: Language): string {
  const label = measureOf(measured, language);
  if (!label) return text;
  return label.startsWith("%") ? `${text}${label}` : `${text}${nbsp}${label}`;
}

function withDifferenceLabel(text: string, measured: Measured, language: Language): string {
  const percent = /^(pct\.|%|per cent)/;
  if (!percent.test(measureOf(measured, language))) return withLabel(text, measured, language);
  return `${text}${nbsp}${language === "da" ? "procentpoint" : "percentage points"}`;
}

/** At most so many characters, the sign that something is left out among them. */
export function shortened(text: string, longest: number): string {
  return text.length > longest ? `${text.slice(0, longest - 1).trimEnd()}…` : text;
}
