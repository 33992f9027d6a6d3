import {many as manyIn} from "./many.ts";

const many = (count: number, one: string, more: string) => manyIn(count, one, more, "en-GB");

export const englishIndicators = {
  indicators: {
    title: "Indicators",
    lead: "All figures are computed by one definition for every municipality and institution. A changed indicator gets a new version.",
    areas: {
      daycare: "Day care",
      school: "School",
      leisure: "Leisure",
      staff: "Staff",
      municipality: "The municipality"
    },
    qualities: {structure: "Structure", process: "Process", result: "Result"},
    version: (version: number) => `version ${version}`
  },
  indicator: {
    everywhere: "The whole country",
    municipality: "Municipality",
    apply: "Show",
    trend: "Development",
    strip: "The 98 municipalities",
    stripOwn: (name: string, value: string) => `${name} has ${value}.`,
    stripOwnBlank: (name: string, blank: string) => `The figure for ${name}: ${blank}.`,
    table: "Show as a table",
    period: "Period",
    place: "Place",
    value: "Figure",
    members: "Municipalities with figures",
    breakNote: "Break in the series",
    categories: (_title: string) => "By group",
    category: "Group",
    definition: "Definition",
    title: "Name",
    description: "Description",
    numerator: "Numerator",
    denominator: "Denominator",
    exclusions: "Excluded",
    averaging: "Averaging",
    unit: "Measure",
    direction: "Reading",
    directions: {
      higher: "Higher is better",
      lower: "Lower is better",
      context: "Neither high nor low is good in itself"
    },
    target: "Target",
    readable: "Readable difference",
    readableInstitution: (difference: string) => `at least ${difference} between institutions`,
    readableMunicipality: (difference: string) => `at least ${difference} between municipalities and larger`,
    readableNote: "A smaller difference is said not to be told apart.",
    quality: "Quality",
    kinds: "Shown for",
    frequency: "Computed",
    frequencies: {"half-year": "every half-year", "school-year": "every school year", year: "every year"},
    lag: (months: number) =>
      months === 0
        ? "expected at the end of the period"
        : `expected ${many(months, "month", "months")} after the end of the period`,
    purpose: "Purpose",
    sensitivity: "Sensitivity",
    sensitivities: {
      open: "Open figures",
      ordinary: "Personal data behind: small figures are hidden",
      sensitive: "Sensitive data behind: small figures, none and all are hidden"
    },
    source: "Source",
    standards: "Built on",
    reference: "Catalogue",
    versions: "Versions",
    versionLine: (version: number, from: string) => `Version ${version}, valid from ${from}`,
    versionFirst: (version: number) => `Version ${version}, valid from the beginning of the series`,
    sql: "The computation (SQL)",
    sqlNote:
      "The query returns numerators and denominators. One shared function adds up and divides for every indicator.",
    question: "For the conversation",
    noTrend: "There are no figures to draw yet."
  }
} as const;
