import {many} from "./many.ts";

export const englishObservations = {
  observationsPage: {
    title: "Findings",
    lead: "What supervision, observations and conversations have shown, written down by one shared list of themes. Findings and figures weigh the same.",
    write: "Write a finding",
    whose: "Whose",
    mine: "My own",
    everyones: "Everybody's that I may see",
    theme: "Theme",
    state: "State",
    all: "All",
    states: {active: "Standing", withdrawn: "Withdrawn"},
    apply: "Show",
    count: (count: number) => many(count, "finding", "findings"),
    empty: "There are no findings that fit the choice.",
    none: "You have not written any finding yet.",
    by: (name: string) => `written by ${name}`,
    stages: {
      withdrawn: "Withdrawn",
      refused: "Not accepted",
      waiting: "Waits for delivery",
      delivered: "Waits for release",
      hidden: "Hidden",
      shown: "Seen by everybody"
    },
    stageTexts: {
      withdrawn: "The finding is out of the data or leaves with the next delivery. Its history stays here.",
      refused: (why: string) =>
        `The check of deliveries said no (in Danish): ${why} Correct the finding and it is delivered again.`,
      waiting: "The finding is delivered the next time the wheel runs, usually within a minute.",
      delivered: "The finding is in the data and comes with the next release.",
      hidden:
        "Fewer than 5 were heard. The finding is delivered but shown to nobody outside this page: they could be recognised.",
      hiddenLater: "Fewer than 5 were heard. The finding will be delivered but not shown: they could be recognised.",
      shown: "The finding is in the active release.",
      shownUncounted:
        "The finding is in the active release without its count, since there are fewer than 5 observations."
    },
    themesWrong: "The list of themes in the data folder has errors",
    signIn: "Write a finding about the unit"
  },
  observationForm: {
    title: "Write a finding",
    editTitle: "Correct the finding",
    lead: "Write what you saw or heard in one to three sentences without names. The finding is delivered in the same way as a file and is seen by everybody after the next release.",
    standard: "See the data standard “Observations and dialogue”",
    where: "Where and when",
    what: "What it is about",
    who: "Who was heard",
    said: "The finding",
    chooseMunicipality: "Choose the municipality first",
    onward: "Go on",
    unit: "Unit",
    period: "Half-year",
    date: "Date",
    theme: "Theme",
    quality: "Type of quality",
    qualityHint: "Structure is the frame, process is what happens, result is what comes of it.",
    source: "Source",
    assessment: "Assessment",
    count: "Number",
    countHint:
      "How many persons were heard, or how many observations lie behind. Where fewer than 5 persons were heard, the finding is kept but not shown.",
    finding: "The finding in one to three sentences",
    findingHint:
      "At most 600 characters. No names, civil registration numbers or anything else that a person is known by.",
    quote: "A quote (optional)",
    quoteHint:
      "At most 300 characters. Only with the consent of who is quoted, and only if they cannot be recognised by it.",
    consent: "Who is quoted has agreed that the quote is used",
    choose: "Choose",
    save: "Save the finding",
    saveEdit: "Save the correction",
    cancel: "Cancel",
    wrong: "The finding is not saved",
    wrongLead: (count: number) => `${count === 1 ? "1 field needs" : `${count} fields need`} correction:`,
    ask: "Is it a person's name?",
    askLead: (words: string) =>
      `We stopped at: ${words}. The finding is not saved. Rewrite it without names, or confirm that it is not a person.`,
    notPerson: (words: string) => `It is not a person: ${words}`,
    problems: {
      unit: "Choose a unit that you have access to.",
      period: "Choose a half-year.",
      date: "Write the date.",
      dateOutside: "The date is not in the chosen half-year.",
      dateLater: "The date has not come yet.",
      theme: "Choose a theme of the list.",
      quality: "Choose a type of quality.",
      source: "Choose a source.",
      assessment: "Choose strength or point of attention.",
      count: "Write a whole number between 1 and 2,000.",
      findingShort: "Write the finding with at least 10 characters.",
      findingLong: "The finding may have at most 600 characters.",
      quoteLong: "The quote may have at most 300 characters.",
      consent: "A quote is kept only when who is quoted has agreed. Tick the box, or delete the quote.",
      personNumber: "The text seems to hold a civil registration number. Write it without. Nothing is saved.",
      names: "Seems to name a person. Rewrite it, or confirm below.",
      changed: "The finding has changed since you opened it. See the new version and correct it again.",
      noUnits: "You have no units to write findings about."
    }
  },
  observationPage: {
    facts: "About the finding",
    unit: "Unit",
    period: "Half-year",
    date: "Date",
    theme: "Theme",
    quality: "Type of quality",
    source: "Source",
    assessment: "Assessment",
    count: "Number",
    author: "Written by",
    id: "Number of the finding",
    quote: "Quote, with consent",
    edit: "Correct the finding",
    onlyAuthor: "Only who wrote the finding can correct it.",
    withdraw: "Withdraw",
    withdrawLead:
      "The finding leaves the data and is not in the next release. Its history stays for those who may see this page, but where a person can be recognised the words are deleted there too. Releases and packages that were made do not change.",
    reason: "Why",
    reasons: {
      wrong: "There is an error in the finding",
      twice: "It was written twice",
      person: "A person can be recognised by it",
      consent: "The consent was withdrawn",
      other: "Other"
    },
    history: "History",
    at: "Time",
    who: "Who",
    happened: "What happened",
    became: "The finding became",
    forgotten: "deleted",
    steps: {written: "Written", changed: "Corrected", withdrawn: "Withdrawn"},
    confirmed: (count: number) => `confirmed that ${many(count, "word is", "words are")} not names of persons`,
    changedFields: (names: string) => `Corrected: ${names}`,
    saved: {
      written: "The finding is saved.",
      changed: "The correction is saved.",
      withdrawn: "The finding is withdrawn."
    },
    fields: {
      unit: "unit",
      period: "half-year",
      theme: "theme",
      quality: "type of quality",
      source: "source",
      assessment: "assessment",
      count: "number",
      finding: "the finding",
      quote: "quote",
      observedOn: "date"
    }
  },
  findingCounts: {
    title: "Findings by theme over time",
    caption: (place: string) => `Number of findings by theme and half-year, ${place}`,
    theme: "Theme",
    total: "In all",
    cell: (count: number, strengths: number) =>
      `${many(count, "finding", "findings")}, of which ${many(strengths, "strength", "strengths")}`,
    hidden: "hidden",
    none: "not delivered",
    legend: "Filled: strength. Open: point of attention.",
    hiddenNote: (count: number) =>
      `${many(count, "finding is", "findings are")} hidden because fewer than 5 were heard: they could be recognised.`,
    freshness: (date: string) => `The newest finding is from ${date}.`,
    coverage: (period: string, some: number, all: number) =>
      `In ${period}, ${some} of ${many(all, "institution has", "institutions have")} findings.`,
    state: {
      late: (period: string) => `${period} is late.`,
      missing: (period: string) => `${period} was not delivered.`,
      exempt: (period: string) => `The municipality is exempt for ${period}.`,
      rejected: (period: string) => `The delivery for ${period} was rejected.`
    }
  }
};
