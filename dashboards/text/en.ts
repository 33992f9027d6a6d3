import {englishErratum} from "./en-erratum.ts";

export const english = {
  product: "Aarshjul",
  demonstration: "Demonstration data",
  demonstrationNote:
    "The figures are invented and only show what a package looks like. The municipalities' names are real.",
  editions: {
    leader: "Leader's edition",
    area: "Area edition",
    municipality: "Municipality edition",
    councillor: "Councillors' edition"
  },
  audiences: {
    leader: "For the leader, before the learning conversation",
    area: "For the management of the area, before the learning conversations",
    municipality: "For the executive board and committees",
    councillor: "For members of the city council"
  },
  kinds: {
    nation: "Nation",
    region: "Region",
    municipality: "Municipality",
    area: "Area",
    school: "School",
    daycare: "Day care",
    leisure: "Leisure offer",
    class: "Class"
  },
  kindsPlural: {
    nation: "nations",
    region: "regions",
    municipality: "municipalities",
    area: "areas",
    school: "schools",
    daycare: "day-care institutions",
    leisure: "leisure offers",
    class: "classes"
  },
  front: {
    kicker: "Data package",
    motto: "No figures without words and no words without figures",
    unit: "Unit",
    area: "Area",
    issue: "Issue",
    release: "Release",
    checksum: "Checksum",
    replaces: "Replaces",
    reading: "How to read the package",
    readingSteps: [
      ["Observe", "What do figures and findings show? Begin with the page on what stands out."],
      ["Interpret", "What may explain it? Figures raise questions, findings tell of daily life."],
      ["Decide", "What will we do, and who does it? Write it under the agreements."],
      ["Follow up", "The next package shows the agreement beside the new figure."]
    ],
    mirror:
      "The figures are a mirror, not a verdict. They do not explain themselves, and they do not replace the conversation."
  },
  standsOut: {
    title: "What stands out",
    lead: "The sentences are computed from the figures. A figure is mentioned only when the difference exceeds the uncertainty.",
    figures: "In the figures",
    findings: "In the findings",
    noFindings:
      "There are no findings from supervision, observations or conversations in the period. Half of the picture is missing."
  },
  qualities: {
    structure: {title: "Structure", lead: "The frame: how many children and adults, and the education of the adults."},
    process: {title: "Process", lead: "Daily life: interplay, participation and the work behind the results."},
    result: {
      title: "Result",
      lead: "The outcome: wellbeing, learning and how children, young people and parents experience the service."
    }
  },
  chapter: {
    figures: "Figures",
    findings: "Words",
    noFigures: "The chapter has no figures for this unit. They are missing before the picture is whole.",
    noFindings:
      "There are no findings from supervision, observations or conversations in the period. They are missing before the picture is whole.",
    moreFigures: "More figures in the chapter"
  },
  figure: {
    interval: "uncertainty",
    question: "For the conversation",
    period: "Period",
    value: "Figure",
    difference: "Difference",
    development: "Development",
    comparison: "Comparison",
    distribution: "Distribution",
    spread: "Spread",
    table: "Show as table"
  },
  own: {
    nation: "Nation",
    region: "Region",
    municipality: "Municipality",
    area: "Area",
    school: "School",
    daycare: "Day care",
    leisure: "The offer",
    class: "Class"
  },
  whole: {municipality: "the municipality", nation: "all Denmark"},
  shortComparators: {
    school: "School",
    area: "Area",
    municipality: "Municipality",
    neighbours: "Neighbours",
    similar: "Similar",
    region: "Region",
    nation: "Denmark"
  },
  comparators: {
    school: "The school",
    municipality: "The municipality",
    area: "The area",
    neighbours: "Neighbouring municipalities",
    similar: "Similar municipalities",
    region: "The region",
    nation: "All Denmark",
    before: "Same time the year before"
  },
  findings: {
    observations: (count: number) =>
      count === 0 ? "fewer than five visits" : `${count} observations or conversations`,
    strength: "Strength",
    attention: "Attention",
    quote: "Quote, printed with consent",
    withheld: "Fewer than five: not shown",
    language: "The findings are in Danish, as they were written."
  },
  erratum: englishErratum,
  development: {
    title: "Development",
    lead: "Where a figure is missing, the reason is given instead.",
    indicator: "Indicator",
    breakShort: "break",
    breakSign: "|",
    breakNote: "| Break: the figure is made up in another way than the one before.",
    linkedMark: "*",
    linkedNote: "* The figure joins units by shares, since the unit was merged or split.",
    noCell: "not made up",
    captions: {"half-year": "Half-years", "school-year": "School years", year: "Calendar years"}
  },
  comparison: {
    title: "Comparison",
    caption: "The indicators beside those of others",
    lead: "All figures follow the same definition for everybody. The uncertainty is a 95 % interval.",
    interval: "Uncertainty",
    relation: "The figure is",
    members: (members: number, expected: number) => `${members} of ${expected}`,
    note: "The unit's figure is ↑ higher, ↓ lower, = not to be told apart. In brackets: municipalities in the group; where fewer have a figure, that stands below it.",
    signs: {higher: "↑", lower: "↓", same: "=", unknown: ""},
    relations: {
      higher: "higher than",
      lower: "lower than",
      same: "cannot be told apart from",
      unknown: "cannot be compared with"
    }
  },
  similar: {
    heading: "Whom the municipality is compared with",
    title: "The ten most similar municipalities",
    lead: "Chosen by conditions on which the municipality itself has little influence. The smaller the distance, the more alike.",
    municipality: "Municipality",
    distance: "Distance",
    variables: "Conditions",
    neighboursTitle: "Neighbouring municipalities",
    neighboursLead: "Municipalities that can be reached over land."
  },
  spread: {
    title: "The institutions on one scale",
    lead: "Each dot is an institution. The order is alphabetical and says nothing about quality.",
    strip: "The municipality among all municipalities",
    mostHidden: "Most figures are hidden, so they are not drawn.",
    mostMissing: "Most figures are hidden or missing, so they are not drawn."
  },
  freshness: {
    title: "The age of the figures, and what comes next",
    lead: "Not all figures are equally new. The age is counted from the end of the figure's period to the end of the half-year.",
    caption: "The newest figure of each indicator",
    indicator: "Indicator",
    latest: "Newest figure",
    age: "Age",
    next: "Next figure",
    expected: "Expected",
    months: (count: number) => (count === 0 ? "brand new" : count === 1 ? "1 month" : `${count} months`)
  },
  agreements: {
    title: "Agreements",
    last: "Agreements from the last conversation",
    none: "No agreements from the last conversation are registered.",
    owner: "Responsible",
    due: "Due",
    status: "Status",
    valueThen: "The figure then",
    valueNow: "The figure now",
    noFigure: "not tied to a figure",
    noFigureYet: "no figure",
    noNewFigure: "no new figure yet",
    target: "Target",
    expected: "Expected",
    directions: {rise: "a rise", fall: "a fall", hold: "no change"},
    statuses: {open: "under way", done: "carried out", dropped: "given up"},
    room: "Room for new ones",
    steps: [
      ["Observe", "What do we notice in figures and findings?"],
      ["Interpret", "What may explain it? What do we not know yet?"],
      ["Decide", "What do we agree, who does it, and when?"],
      ["Follow up", "Which figure or finding shows whether it works?"]
    ]
  },
  dataQuality: {
    title: "Data quality",
    lead: "What the package is built on, and what it lacks.",
    coverageCaption: "Deliveries",
    standard: "Extract",
    state: "State for the period",
    received: "Received",
    rows: "Rows",
    states: {
      arrived: "received",
      late: "received after the deadline",
      missing: "not received",
      exempt: "exempt",
      rejected: "rejected by validation"
    },
    hiddenTitle: "Hidden figures",
    hiddenCaption: "How much is hidden, all periods",
    hiddenKind: "Figures about",
    hiddenAll: "Figures in all",
    hiddenPart: "Of these hidden",
    hiddenNone: "none",
    hiddenWords: {few: "few", some: "some", many: "many"},
    hiddenShare: (word: string, percent: string) => `${word} (${percent} per cent)`,
    hiddenNote:
      "Hidden is what is about fewer than five persons, what that could otherwise be computed from, and in sensitive matters none and everybody too. Where it is hidden is not said: that could tell of whom there are few. Of fewer than 100 figures no share is given.",
    hidden: (hidden: number, all: number) =>
      hidden === 0
        ? `None of the package's ${all} figures is hidden.`
        : `${hidden} of the package's ${all} figures are hidden. That happens when fewer than five persons are behind a figure, or when a hidden figure could otherwise be computed. The package does not say which of the two reasons holds. A group's figure is hidden when too few of its municipalities have a figure that can be shown.`,
    linked:
      "The unit was merged or split. Earlier figures join the units by shares, so that the series can be read as one. They are marked *.",
    absentTitle: "Missing or late deliveries",
    breaksTitle: "Breaks in series",
    noBreaks: "There are no known breaks in the package's series."
  },
  definitions: {
    title: "Definitions",
    lead: "The figures are made up in the same way for all municipalities. An average is the sum of numerators divided by the sum of denominators unless stated otherwise. The definitions are in Danish.",
    numerator: "Numerator",
    denominator: "Denominator",
    exclusions: "Not included",
    version: "Version",
    grouping: "Average",
    source: "Source",
    target: "Target",
    groupings: {
      "ratio-of-sums": "sum of numerators divided by sum of denominators",
      "mean-of-members": "mean of the municipalities' figures",
      published: "only as published by the source"
    },
    asIn: "as with"
  },
  questions: {
    figures: "Figures and questions",
    ask: "Ask:",
    more: "Definitions, more figures and all findings are in the municipality edition.",
    lead: "One question to each figure. The answer is not in the figure but with those who know the daily life."
  },
  and: "and",
  or: "or"
} as const;
