import {many} from "./many.ts";

const count = (number: number, one: string, more: string) => many(number, one, more, "en-GB");

export const englishCompare = {
  compare: {
    title: "Compare",
    lead: "One unit beside others on many indicators at once, computed in the same way for all.",
    views: "Ways to compare",
    matrix: "Many indicators",
    peers: "Similar municipalities",
    begin: "Choose a municipality",
    beginLead:
      "Its figures are then shown beside its neighbours, similar municipalities or a group that you put together yourself.",
    municipality: "Municipality",
    unit: "Unit",
    whole: "The whole municipality",
    against: "Compare with",
    list: "Indicators",
    everything: "All indicators",
    ownList: (number: number) => `Own selection (${number})`,
    show: "Show",
    all: "All rows",
    differences: "Only what can be told apart",
    apply: "Show",
    groups: {
      municipality: "The municipality",
      neighbours: "Neighbouring municipalities",
      similar: "Similar municipalities",
      nation: "All Denmark"
    },
    whom: {
      municipality: "the municipality",
      neighbours: "the neighbouring municipalities",
      similar: "similar municipalities",
      nation: "all Denmark"
    },
    heading: (own: string, group: string) => `${own} and ${group}`,
    counted: (name: string, number: number) => `${name} (${number})`,
    members: "Who is in the group?",
    membersCount: (number: number) => count(number, "municipality", "municipalities"),
    frozen: "The group's figures were computed when the figures were released.",
    computed:
      "The group's figures are the sum of the shown municipalities' numerators divided by the sum of their denominators, computed here by the same rule as for the fixed groups. The uncertainty is joined from the municipalities' own.",
    distances: "Distance: the smaller, the more alike the municipalities are.",
    one: "The group has one municipality. Its figures are the municipality's own.",
    includesOwn: "The municipality itself is in the group.",
    nobody: "The group has no municipalities to compare with. Choose another group, or put together your own.",
    indicator: "Indicator",
    own: "Figure",
    relation: "The figure is",
    place: "Place",
    trend: "Development",
    placeNote:
      "Place: the dot is the unit with its uncertainty, the strokes are the group's municipalities, the dashed one is the group.",
    trendNote: "Development: the unit's own curve up to the same period.",
    relations: {
      higher: "higher",
      lower: "lower",
      same: "cannot be told apart",
      unknown: "cannot be compared",
      inside: "within the municipalities' span",
      above: "above the municipalities' span",
      below: "below the municipalities' span",
      size: "not compared: the figure shows size"
    },
    span: (low: string, high: string) => `${low} to ${high}`,
    spanNote: "the municipalities' span; the figures cannot be summed",
    noFigure: "no figure",
    quoted: (text: string) => `“${text}”`,
    higher: (number: number) => `${number} ${number === 1 ? "is" : "are"} higher`,
    lower: (number: number) => `${number} ${number === 1 ? "is" : "are"} lower`,
    same: (number: number) => `${number} cannot be told apart`,
    sumOf: (number: number, own: string, group: string) =>
      `${count(number, "indicator", "indicators")} of ${own} beside ${group}`,
    rest: (number: number) => `${number} cannot be compared or only ${number === 1 ? "shows" : "show"} size`,
    filtered: (shown: number, all: number) => `${shown} of ${all} rows are shown.`,
    none: "None of the chosen indicators exist for the unit.",
    noneDiffer: "None of the figures can be told apart from the group's.",
    reading:
      "“Cannot be told apart” means that the difference is smaller than the uncertainty, or than the definition calls readable. The uncertainty is computed with more decimals than are shown. Higher is not better in itself.",
    unknown: (names: string) => `The address names something that the release does not know: ${names}.`,
    known: (groups: string) => `Groups that exist for the unit: ${groups}. Indicators can be chosen below.`,
    edit: "Put together your own group",
    editLead:
      "Tick the municipalities that you want to see the unit beside. The group stands in the address and is kept nowhere else.",
    name: "Name of the group",
    nameDefault: "My municipalities",
    editApply: "Show the group",
    copy: "Copy the address",
    copied: "The address has been copied",
    pick: "Choose indicators one by one",
    pickLead: "The selection stands in the address.",
    pickApply: "Show the chosen",
    institutions: (place: string) => `The institutions in ${place} side by side`,
    scatter: "Two indicators against each other",
    scatterLead: "Each dot is a place. Choose what stands on each axis.",
    across: "Across",
    up: "Upwards",
    chooseIndicator: "Choose an indicator",
    scatterPick: "Choose two different indicators to see them against each other.",
    scatterTitle: (up: string, across: string) => `${up} against ${across}`,
    scatterShown: (shown: number, all: number, units: string) =>
      `${shown} of ${all} ${units} have both figures and are shown.`,
    scatterMissing: (names: string) => `Without at least one of the figures: ${names}.`,
    scatterMissingMany: (number: number) => `${number} do not have both figures.`,
    scatterCause: "The picture shows what goes together, not why.",
    scatterOwn: (name: string, up: string, across: string) => `${name}: ${up} upwards and ${across} across.`,
    scatterAlt: (up: string, across: string, shown: number, units: string) =>
      `Scatter of ${up} against ${across} for ${shown} ${units}`,
    others: (kind: string) => `Other ${kind}`,
    scatterPlace: "Place"
  },
  peers: {
    title: "Similar municipalities",
    lead: "Municipalities whose conditions are alike. You choose what counts, and how much.",
    weights: "What is to count?",
    weightsLead: "0 means that the condition does not count. The usual is 1, and 0.5 for each of the three age groups.",
    slider: (title: string) => `${title}, slider`,
    add: "Add a condition",
    addNone: "Choose",
    reset: "The usual weights",
    count: "Number of municipalities",
    apply: "Find",
    nearest: (number: number, name: string) => `The ${number} municipalities most like ${name}`,
    default: "The weights are the usual ones, so these are the municipalities that the data packages use.",
    changed: "The weights have been changed, so the municipalities may differ from those of the data packages.",
    mayDiffer:
      "The figures are newer than those that the data packages' group was found with, so the municipalities may differ.",
    method:
      "Each condition is measured in standard deviations among the country's municipalities. The distance is the square root of the weighted, squared differences. Differences in population and density are taken on the logarithm, so that a doubling counts the same everywhere.",
    municipality: "Municipality",
    distance: "Distance",
    reasons: "Least alike on",
    reason: (title: string, words: string) => `${title} (${words})`,
    bigger: {high: "much higher", some: "higher", little: "slightly higher"},
    smaller: {high: "much lower", some: "lower", little: "slightly lower"},
    alike: "almost alike on everything",
    table: "The conditions as a table",
    own: "Own municipality",
    left: (names: string) => `Left out, since at least one of the chosen figures is missing: ${names}.`,
    leftMany: (number: number) =>
      `${number} municipalities are left out, since at least one of the chosen figures is missing.`,
    noOwn: (names: string) =>
      `The municipality cannot be compared on these conditions, since its own figure is missing: ${names}. Set the weight to 0.`,
    noWeights: "All weights are 0. Give at least one condition a weight.",
    use: "Use them as the group of the comparison",
    groupName: (name: string) => `Like ${name}`,
    better: "Similar conditions, better result, fewer resources",
    betterLead:
      "Among the municipalities above: who has a result that can be told apart as better, and who uses fewer resources? The list is alphabetical. It says whom it may be worth calling, not who is best.",
    result: "Result",
    resource: "Resources",
    noResource: "Without resources",
    kinds: {
      both: "Better result and fewer resources",
      better: "Better result",
      cheaper: "The result cannot be told apart, and the resources are fewer",
      other: "The others",
      unknown: "Cannot be compared"
    },
    nobody: "None.",
    reservations:
      "Reservations: conditions never explain everything. Figures of resources seldom have an uncertainty, so small differences say little. Whoever looks in many places will see a few stand out by chance.",
    ownFigure: (name: string, value: string, period: string) => `${name}: ${value} (${period})`,
    resultWords: {better: "better", worse: "worse", same: "cannot be told apart", unknown: "no figure to compare"},
    resourceWords: {fewer: "fewer", more: "more", same: "cannot be told apart", unknown: "no figure to compare"}
  }
} as const;
