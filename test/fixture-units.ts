/** The units and findings of the small release that tests build. */
export interface FixtureUnit {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly parent: string | null;
  readonly municipality: string | null;
  /** Persons at an institution or in a class. */
  readonly size: number;
  /** Itself and everything below. */
  readonly covers: readonly string[];
}

const lines: readonly (readonly [string, string, string, string | null, string | null, number])[] = [
  ["000", "Hele landet", "nation", null, null, 0],
  ["082", "Region Midtjylland", "region", "000", null, 0],
  ["740", "Silkeborg", "municipality", "082", "740", 98_000],
  ["746", "Skanderborg", "municipality", "082", "746", 65_000],
  ["751", "Aarhus", "municipality", "082", "751", 366_000],
  ["751-O1", "Område Nord", "area", "751", "751", 0],
  ["751-O2", "Område Syd", "area", "751", "751", 0],
  ["740-O1", "Område Søerne", "area", "740", "740", 0],
  ["751014", "Bøgelundskolen", "school", "751-O1", "751", 412],
  ["751022", "Fjordbakkeskolen", "school", "751-O1", "751", 538],
  ["751033", "Lærkevangsskolen", "school", "751-O2", "751", 261],
  ["740011", "Søhøjskolen", "school", "740-O1", "740", 344],
  ["G75101", "Børnehuset Mælkevejen", "daycare", "751-O1", "751", 86],
  ["G75102", "Vuggestuen Ællingen", "daycare", "751-O2", "751", 38],
  ["G74601", "Børnehuset Åkanden", "daycare", "746", "746", 71],
  ["F75101", "Klub Havnen", "leisure", "751-O1", "751", 120],
  ["751014-7A", "7.A", "class", "751014", "751", 23],
  ["751014-7B", "7.B", "class", "751014", "751", 4]
];

export const fixtureUnits: readonly FixtureUnit[] = lines.map(([id, name, kind, parent, municipality, size]) => ({
  id,
  name,
  kind,
  parent,
  municipality,
  size,
  covers: coveredBy(id)
}));

function coveredBy(id: string): readonly string[] {
  return [id, ...lines.filter(([, , , parent]) => parent === id).flatMap(([child]) => coveredBy(child))];
}

export interface FixtureObservation {
  readonly unit: string;
  readonly period: string;
  readonly theme: string;
  readonly quality: string;
  readonly source: string;
  readonly assessment: string;
  readonly count: number;
  /** Null: hidden. */
  readonly finding: string | null;
  readonly quote: string | null;
  readonly observed_on: string;
}

/** Too few were heard. */
const hidden = {
  quality: "",
  source: "",
  assessment: "",
  count: 0,
  finding: null,
  quote: null,
  observed_on: ""
} as const;

export const fixtureObservations: readonly FixtureObservation[] = [
  {
    unit: "751014",
    period: "2025-H2",
    theme: "calm",
    quality: "process",
    source: "pupil-council",
    assessment: "attention",
    count: 14,
    finding: "Elevrådet oplever uro i overgangen mellem timerne, især på mellemtrinnet.",
    quote: "Det er svært at komme i gang, når halvdelen stadig er på gangen.",
    observed_on: "2025-10-08"
  },
  {
    unit: "751014",
    period: "2025-H2",
    theme: "teaching",
    quality: "process",
    source: "observation",
    assessment: "strength",
    count: 6,
    finding: "Lærerne giver konkret feedback undervejs, og eleverne bruger den i næste udkast.",
    quote: null,
    observed_on: "2025-11-19"
  },
  {
    unit: "751014",
    period: "2025-H1",
    theme: "relations",
    quality: "result",
    source: "child-interview",
    assessment: "strength",
    count: 11,
    finding: "De yngste elever fortæller, at de altid har nogen at lege med i frikvartererne.",
    quote: null,
    observed_on: "2025-03-27"
  },
  {
    unit: "G75101",
    period: "2025-H2",
    theme: "language",
    quality: "process",
    source: "supervision",
    assessment: "strength",
    count: 0,
    finding: "De voksne sætter ord på rutinerne og venter på barnets svar.",
    quote: null,
    observed_on: "2025-09-30"
  },
  {
    unit: "G75101",
    period: "2025-H2",
    theme: "frames",
    quality: "structure",
    source: "staff",
    assessment: "attention",
    count: 9,
    finding: "Garderoben er for trang om morgenen og giver mange afbrydelser.",
    quote: null,
    observed_on: "2025-11-04"
  },
  {
    unit: "740011",
    period: "2025-H2",
    theme: "parents",
    quality: "process",
    source: "parent-board",
    assessment: "strength",
    count: 7,
    finding: "Forældrebestyrelsen er med til at planlægge overgangen til 7. klasse.",
    quote: null,
    observed_on: "2025-10-21"
  },
  {unit: "751014", period: "2025-H2", theme: "inclusion", ...hidden},
  {unit: "G75101", period: "2025-H2", theme: "language", ...hidden}
];
