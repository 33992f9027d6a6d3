/** A few indicators with plausible headers, for releases in tests that do not depend on the catalogue. */
import type {Indicator} from "../queries/model.ts";
import type {PeriodId} from "../queries/period.ts";

const base: Indicator = {
  id: "",
  reference: "",
  version: 1,
  validFrom: null,
  title: "",
  titleEnglish: "",
  description: "Beskrivelse til test.",
  numerator: "tæller",
  denominator: "nævner",
  exclusions: "Ingen.",
  area: "school",
  quality: "result",
  measure: "share",
  measureLabel: "pct.",
  measureLabelEnglish: "per cent",
  scale: 100,
  decimals: 1,
  better: "context",
  target: null,
  targetText: "",
  group: "ratio-of-sums",
  kinds: ["nation", "region", "municipality", "area", "school"],
  standards: ["pupils"],
  periodKind: "half-year",
  dimension: null,
  totals: "sum",
  counts: "persons",
  bounds: null,
  interval: "wilson",
  sensitivity: "ordinary",
  purpose: "Test.",
  source: "Aarshjul",
  readableDifference: null,
  readableDifferenceMunicipality: null,
  lagMonths: 1,
  question: "Hvad kan ligge bag?",
  sql: "SELECT 1",
  sha256: "0".repeat(64)
};

const withClasses = ["nation", "region", "municipality", "area", "school", "class"] as const;
const daycare = ["nation", "region", "municipality", "area", "daycare"] as const;
const mean = {
  measure: "mean",
  measureLabel: "point",
  measureLabelEnglish: "points",
  scale: 1,
  decimals: 1,
  bounds: [1, 5],
  counts: "scores",
  interval: "ratio",
  better: "higher"
} as const;
const ratio = {measure: "ratio", scale: 1, counts: "none", interval: "none", bounds: null} as const;

export const fixtureIndicators: readonly Indicator[] = (
  [
    {
      id: "school-absence",
      reference: "F04",
      title: "Elevfravær",
      titleEnglish: "Pupil absence",
      better: "lower",
      kinds: withClasses,
      counts: "events",
      interval: "ratio",
      dimension: "absence-types",
      standards: ["absence"]
    },
    {
      id: "school-absence-high",
      reference: "F08",
      title: "Elever med over 10 pct. fravær",
      titleEnglish: "Pupils with more than 10 per cent absence",
      better: "lower",
      standards: ["absence"]
    },
    {
      id: "pupils",
      reference: "F01",
      title: "Elevtal",
      titleEnglish: "Pupils",
      quality: "structure",
      measure: "count",
      measureLabel: "elever",
      scale: 1,
      decimals: 0,
      interval: "none",
      counts: "none",
      kinds: withClasses
    },
    {...mean, id: "wellbeing-general", reference: "F09", title: "Generel trivsel", titleEnglish: "General wellbeing"},
    {
      id: "wellbeing-distribution",
      reference: "F14",
      title: "Trivsel, fordeling",
      titleEnglish: "Wellbeing, distribution",
      dimension: "wellbeing-intervals",
      sensitivity: "sensitive"
    },
    {
      ...mean,
      id: "grades-average",
      reference: "F17",
      title: "Karaktergennemsnit i 9. klasse",
      titleEnglish: "Average grade",
      bounds: [-3, 12],
      version: 1
    },
    {
      ...mean,
      id: "grades-average",
      reference: "F17",
      title: "Karaktergennemsnit i 9. klasse",
      titleEnglish: "Average grade",
      bounds: [-3, 12],
      version: 2,
      validFrom: "2021/22"
    },
    {
      ...ratio,
      id: "daycare-ratio-0-2",
      reference: "D01",
      title: "Børn pr. voksen, 0-2 år",
      titleEnglish: "Children per adult, 0–2",
      area: "daycare",
      quality: "structure",
      measureLabel: "børn pr. voksen",
      better: "lower",
      target: 3,
      targetText: "Lovens minimumsnormering",
      kinds: daycare
    },
    {
      id: "daycare-language-focus",
      reference: "D09",
      title: "Sprogvurdering: fokuseret eller særlig indsats",
      titleEnglish: "Language assessment: focused effort",
      area: "daycare",
      better: "lower",
      sensitivity: "sensitive",
      kinds: daycare
    },
    {
      ...mean,
      id: "daycare-satisfaction",
      reference: "D12",
      title: "Forældretilfredshed",
      titleEnglish: "Parents' satisfaction",
      area: "daycare",
      quality: "process",
      readableDifference: 0.6,
      readableDifferenceMunicipality: 0.1,
      kinds: daycare
    },
    {
      ...ratio,
      id: "staff-absence",
      reference: "O03",
      title: "Sygefravær pr. fuldtid",
      titleEnglish: "Sickness absence per full-time position",
      area: "staff",
      quality: "structure",
      measureLabel: "dage",
      better: "lower",
      kinds: ["nation", "region", "municipality", "area", "school", "daycare"]
    },
    {
      ...ratio,
      id: "population",
      reference: "P01",
      title: "Befolkning",
      titleEnglish: "Population",
      area: "municipality",
      quality: "structure",
      measure: "count",
      measureLabel: "personer",
      decimals: 0,
      periodKind: "year",
      sensitivity: "open",
      group: "published",
      kinds: ["nation", "region", "municipality"]
    }
  ] satisfies readonly Partial<Omit<Indicator, "validFrom"> & {validFrom: string}>[]
).map((header) => {
  const periodKind = /^(wellbeing|grades)/.test(header.id) ? "school-year" : base.periodKind;
  return {...base, periodKind, ...header} as Indicator & {validFrom: PeriodId | null};
});
