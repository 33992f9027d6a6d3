import {many} from "./many.ts";

export const englishInstitutions = {
  institutions: {
    title: (place: string) => `The institutions in ${place}`,
    lead: "The institutions side by side on the same indicators.",
    kind: "Kind",
    sort: "Order",
    byName: "Alphabetical",
    rising: (title: string) => `${title}, low figures first`,
    falling: (title: string) => `${title}, high figures first`,
    find: "Name",
    apply: "Show",
    heading: (kind: string, place: string) => `${kind} in ${place}`,
    counted: (shown: number, all: number, kind: string) =>
      shown === all ? `${all} ${kind}.` : `${shown} of ${all} ${kind} are shown.`,
    order: {
      name: "The order is alphabetical.",
      rising: (title: string) => `Ordered by ${title}, low figures first. Those without a figure stand last.`,
      falling: (title: string) => `Ordered by ${title}, high figures first. Those without a figure stand last.`
    },
    notRank:
      "The order is no ranking: many figures lie within each other's uncertainty. Where “higher” or “lower” stands below a figure, it can be told apart from the figure in the top row; elsewhere not.",
    none: (kind: string, place: string) => `There are no ${kind} in ${place} in the release.`,
    noMatch: (query: string) => `No names match “${query}”.`,
    noIndicators: "There are no indicators for this kind of institution in the release.",
    unit: "Institution",
    allKinds: "all types",
    relations: {higher: "higher", lower: "lower", same: "", unknown: "cannot be compared", size: ""},
    pick: "Choose indicators",
    pickLead: (most: number) => `At most ${most} at a time. The selection stands in the address.`,
    pickApply: "Show the chosen",
    tooMany: (most: number) => `More than ${most} indicators are chosen. The first ${most} are shown.`,
    unknown: (names: string) =>
      `The address names indicators that do not exist for this kind of institution: ${names}.`,
    outside: "Outside the limits",
    outsideLead:
      "A small institution varies more than a large one, merely because it is small. The limits allow for that. Outside the 99.8% limit chance is no good explanation; what the explanation is, the figure does not say.",
    outsideColumn: "Outside 99.8%",
    betweenColumn: "Between 95% and 99.8%",
    nobody: "none",
    noLimits: "no limits: too few figures, or the figure has no uncertainty",
    chance: (count: string, kind: string) =>
      `By chance alone about ${count} of the ${kind} with a figure would lie outside the 95% limit on an indicator.`,
    focus: "Look closer at",
    funnel: (title: string) => `${title} by size`,
    funnelNone: "None lie outside the 99.8% limit.",
    funnelOutside: (names: string) => `Outside the 99.8% limit: ${names}.`,
    persons: "Persons behind the figure",
    development: (title: string) => `${title}: development on one scale`,
    multiplesAlt: (title: string, kind: string, count: number) =>
      `Small curves on one scale: ${title} of ${count} ${kind}`,
    multiplesFinding: (count: number, kind: string) =>
      `${count} ${kind} on one scale, in alphabetical order. The dashed curve is the figure of all.`,
    someOf: (shown: number, all: number) => `The first ${shown} of ${all} are drawn.`,
    showAll: (count: number) => `Show all ${many(count, "curve", "curves", "en-GB")}`,
    compare: "Compare with others"
  }
} as const;
