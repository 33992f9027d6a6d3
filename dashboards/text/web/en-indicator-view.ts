/** Words of the page of one indicator, in English. */
export const englishIndicatorView = {
  indicatorView: {
    filters: "Choose what the page shows",
    unit: "Institution or area",
    wholeMunicipality: "The whole municipality",
    group: "Compare with",
    period: "Period",
    reset: "Reset",
    ownGroup: "Own group",
    ownGroupBasis:
      "You put the group together; it stands in the page’s address. Its figures are added up from those shown.",
    ownGroupMake: "Put your own group together",
    ownGroupName: "Name of the group",
    ownGroupMembers: "Municipalities in the group",
    ownGroupUse: "Use the group",
    ownGroupClear: "Go back to the fixed groups",
    unknown: (noun: string, id: string) =>
      `This release does not know the ${noun} “${id}”. The page shows its starting point instead. You can choose:`,
    unknownNouns: {municipality: "municipality", unit: "unit", period: "period", group: "group"},
    noFigure: "no figure",
    behind: (persons: string) => `${persons} behind the figure`,
    membersOf: (members: string) => `${members} municipalities have a figure`,
    newer: (period: string) => `There is a newer figure: ${period}`,
    toNeighbours: "the neighbouring municipalities",
    who: {
      pupils: ["pupil", "pupils"],
      children: ["child", "children"],
      staff: ["employee", "employees"],
      persons: ["person", "persons"]
    },
    amount: {
      persons: (difference: string, other: string, persons: string) =>
        `The difference of ${difference} to ${other} is worth about ${persons}.`,
      days: (difference: string, other: string, days: string, isOne: boolean, each: string, who: string) =>
        `The difference of ${difference} to ${other} is worth about ${days} ${isOne ? "day" : "days"} in the period, ${each} days per ${who}.`,
      fewDays: (difference: string, other: string, days: string, isOne: boolean) =>
        `The difference of ${difference} to ${other} is worth about ${days} ${isOne ? "day" : "days"} in the period.`
    },
    looks: {strip: "Dots", names: "By name", values: "By figure", tiles: "Tiles on the map", map: "Map"},
    looksLabel: "Show the municipalities as",
    localLooksLabel: "Show the institutions as",
    leads: {
      strip: "Each dot is a municipality. The dots are not a ranking: many lie within the uncertainty of each other.",
      names:
        "The municipalities by name. The line is the uncertainty; where two lines overlap, the figures cannot be told apart.",
      values:
        "The municipalities by figure. The order is not a ranking: neighbours in the list can mostly not be told apart.",
      tiles: "Each municipality is a tile of the same size, placed by geography. The colour is the size of the figure.",
      map: "The borders come from whoever runs this site. The colour is the size of the figure."
    },
    together: (name: string) => `${name}: development side by side`,
    local: (plural: string, municipality: string) =>
      `${plural.charAt(0).toUpperCase()}${plural.slice(1)} in ${municipality}`,
    other: (plural: string) => `Other ${plural}`,
    institutions: "institutions",
    persons: "Persons",
    standing: "In the funnel",
    standings: {
      within: "within both limits",
      between: "between the limits",
      above: "above the outer limit",
      below: "below the outer limit",
      none: "no figure"
    },
    funnel: "Who stands out when size is taken into account?",
    funnelLead:
      "Small units vary more than large ones. Within the curves the difference to the mean may be chance: 95 % are expected within the inner, 99.8 % within the outer.",
    funnelLarge:
      "Municipalities are so large that most differences are more than chance. To lie outside does not say why.",
    funnelSays: {
      above: (names: string) => `Above the outer limit: ${names}.`,
      below: (names: string) => `Below the outer limit: ${names}.`,
      none: (plural: string) => `No ${plural} lie outside the outer limit.`,
      many: (count: string) => `${count} (see the table)`,
      shownOnly: (count: string) => `The mean is of those shown; ${count} have no figure.`,
      own: (name: string, place: string) => `${name} lies ${place}.`,
      places: {
        within: "within both limits",
        between: "between the inner and the outer limit",
        above: "above the outer limit",
        below: "below the outer limit"
      }
    },
    peers: {
      heading: (plural: string, name: string) => `Which ${plural} can be told apart from ${name}?`,
      lead: (told: string, all: string, plural: string, name: string, rule: string) =>
        `${told} of ${all} ${plural} with a figure can be told apart from ${name}. ${rule}`,
      nobody: (plural: string) => `There are no other ${plural} with a figure to compare with.`,
      overlap:
        "Two figures can be told apart when their uncertainties do not overlap. They are computed with more decimals than are shown.",
      readable: (readable: string) => `Differences below ${readable} are too small to read anything from.`,
      exact: "The figures have no uncertainty; any difference in the figure shown counts.",
      noOwn: (blank: string) => `There is no figure to show (${blank}), so nobody can be told apart from it.`,
      titles: {
        higher: "Higher",
        lower: "Lower",
        same: "Cannot be told apart from",
        unknown: "No figure to compare with"
      },
      count: (count: string, plural: string, persons: string) => `${count} ${plural}${persons ? `, ${persons}` : ""}`,
      show: "Show which",
      place: "Place",
      value: "Figure",
      difference: "Difference",
      persons: "Persons"
    },
    singular: {
      schools: "school",
      "day-care institutions": "day-care institution",
      areas: "area",
      municipalities: "municipality",
      institutions: "institution"
    } as Readonly<Record<string, string>>,
    someOf: (some: number, all: number) => `${some} of ${all} are shown.`,
    showAll: (all: number) => `Show all ${all}`,
    multiplesAlt: (title: string, names: string) => `Small lines on one scale: ${title}: ${names}`,
    multiplesNote: "All lines have the same scale. The dashed line is the whole.",
    multiplesScale: "All lines have the same scale.",
    elsewhere: "Source, and why other figures may differ",
    sharing: "Other indicators on the same data",
    changes: (from: number, to: number) => `What changed from version ${from} to version ${to}?`,
    added: "Added:",
    removed: "Removed:",
    sqlChanges: "Changes to the computation, line by line",
    noSqlChanges: "The computation is unchanged."
  },
  indicatorList: {
    search: "Search the indicators",
    hint: "Small misspellings do not matter.",
    area: "Area",
    quality: "Quality",
    all: "All",
    apply: "Show",
    reset: "Show all indicators",
    found: (count: number) => `${count} ${count === 1 ? "indicator" : "indicators"}`,
    none: "No indicator fits. Try a shorter word, or show all.",
    unknown: (id: string) => `We do not know the indicator “${id}”.`,
    nearest: "It looks like one of these:",
    allBelow: "These are all that we know:"
  }
} as const;
