import {many as manyIn} from "./many.ts";

const many = (count: number, one: string, more: string) => manyIn(count, one, more, "en-GB");

export const englishUnitView = {
  unitView: {
    readPackage: "Read the package",
    readPdf: "Open as PDF",
    package: (edition: string, period: string) => `${edition}, ${period}`,
    allPackages: (count: number) => `All ${many(count, "package", "packages")} for the unit`,
    packagesTitle: "The package for the conversation",
    out: "What stands out",
    outLead: "Only figures that can be told apart from the comparison. The clearest comes first.",
    nothingOut: (count: number, words: string) =>
      count === 1
        ? "The one figure cannot be told apart clearly from the comparison."
        : `None of the ${words} figures can be told apart clearly from the comparison.`,
    nothingToCompare: "There are no figures to compare.",
    changed: (before: string) => `New since the package for ${before}`,
    newFigures: (fresh: number, distinct: number) =>
      fresh === 0
        ? "There are no new figures."
        : distinct === 0
          ? `${many(fresh, "figure is new", "figures are new")}. ${fresh === 1 ? "It cannot" : "None of them can"} be told apart from the same time the year before.`
          : `${many(fresh, "figure is new", "figures are new")}. ${fresh === 1 ? "It" : `${distinct} of them`} can be told apart from the same time the year before.`,
    controls: "Choose what the cards show",
    whom: "Compare with",
    everyone: "All at once",
    area: "Area",
    quality: "Quality",
    all: "All",
    onlyDistinct: "Only what can be told apart",
    search: "Search the cards",
    apply: "Show",
    reset: "Show everything again",
    columns: {structure: "Structure", process: "Process", result: "Result", findings: "Findings"},
    jump: "Go to",
    onlyFindings: "Only findings are shown.",
    spoken: (shown: number, all: number) =>
      `${shown.toLocaleString("en-GB")} of ${many(all, "figure", "figures")} shown.`,
    none: "The release has no figures here for the unit. They are missing before the picture is whole.",
    noneFit: "No figures here fit the choice.",
    more: "More figures",
    age: (months: number) => (months === 0 ? "brand new" : months === 1 ? "1 month old" : `${months} months old`),
    persons: (text: string) => `${text} behind the figure`,
    target: (value: string, text: string) => (text ? `Target: ${value}. ${text}` : `Target: ${value}`),
    flags: {
      linked: "The figure joins units that were merged or split.",
      members: (count: string, parts: string) => `Built on ${count} ${parts}.`,
      institutions: "institutions",
      few: "Few persons: a single one can move the figure a lot."
    },
    definition: "Definition",
    behind: "See the figures behind",
    download: "Download",
    tables: "All figures as tables",
    tablesLead: "The same figures over all periods, with uncertainty, beside those that the unit is compared with.",
    tableOf: (quality: string) => `${quality}: all periods`,
    indicator: "Indicator",
    period: "Period",
    overview: "See the institutions together",
    overviewLead: "All institutions on the same scale, without a ranking.",
    missing: (id: string) => `We do not know the unit “${id}”`,
    missingLead: "The release does not hold the unit. Perhaps the number is mistyped, or the unit has a new number.",
    missingHome: (name: string) => `Numbers that begin like this belong to ${name}.`,
    near: "Did you mean"
  }
} as const;
