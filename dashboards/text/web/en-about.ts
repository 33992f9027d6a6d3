export const englishAbout = {
  about: {
    title: "About Aarshjul",
    what: "What is it?",
    whatText: [
      "Aarshjul turns standardised extracts from the municipalities into half-yearly data packages for each institution, area and municipality. The packages are written for the conversation between leaders, and between administration and politicians.",
      "Every figure is counted once at the lowest level and added up by one definition for all. A figure is the same in the PDF, on this page and in the data files, and can be followed back to its definition and to the extracts behind it."
    ],
    demo: "Demonstration data",
    protection: "Protection of persons",
    protectionText: [
      "These pages can read released figures only. There is no way from here to data about a person.",
      "A figure is hidden when fewer than five persons stand behind the numerator, the denominator or the difference between them, and when a hidden figure could otherwise be worked out from those shown. The two look alike.",
      "In sensitive indicators “none” and “everybody” are hidden too, and so many units at a time that a manager who knows their own cannot work out another. Before figures are released, a separate program tries to work out the hidden ones; where it succeeds, more is hidden."
    ],
    blanks: "Where there is no figure",
    blanksLead: "There are no empty fields. Where a figure is missing, the reason is given.",
    sources: "Sources and licences",
    source: "Source",
    use: "Used for",
    licence: "Terms",
    sourceRows: [
      [
        "Statistics Denmark, StatBank",
        "Population, area, employment and income by municipality",
        "CC BY 4.0, source named"
      ],
      ["Danish Agency for Climate Data, DAGI", "Which municipalities border on each other", "CC BY 4.0, source named"],
      [
        "Agency for Digital Government, Det Fælles Designsystem",
        "Look and icons of the pages",
        "MIT; the icons Apache License 2.0"
      ],
      ["IBM Plex Sans", "Typeface", "SIL Open Font License 1.1"],
      ["Apache ECharts", "Charts", "Apache License 2.0"]
    ],
    code: "The program is free software under the Mozilla Public License 2.0.",
    accessibility: "Accessibility",
    accessibilityText: [
      "The pages are made to WCAG 2.2 level AA. They work without script, with a keyboard and with a screen reader, and each chart is also given as a table and as a sentence.",
      "Each data package is a web page and a PDF with headings, bookmarks and alternative text. If there is something that you cannot use, write to the municipality that issued the package."
    ]
  },
  errors: {
    notFound: "The page does not exist",
    notFoundSentence: (noun: string, id: string) =>
      `We do not know the ${noun} “${id}”. Search for what you are looking for, or go to one of the lists.`,
    badQuery: "The address cannot be used",
    unknownParameter: (names: string) =>
      `The page does not know the choice “${names}” in the address. Remove it and try again.`,
    badParameter: (name: string) =>
      `The value of “${name}” in the address cannot be used. Choose on the page, or remove it from the address.`,
    badAddress: "The address is not written so that it can be read.",
    tooMany: "Too much was asked for in a short time",
    tooManySentence:
      "Wait a minute and try again. It only concerns what costs the server much: forms, files and searches.",
    failed: "Something went wrong at our end",
    failedSentence: "The page could not be shown. Try again in a moment. If it goes on, give the number of the error.",
    preparing: "The figures are being prepared",
    preparingSentence:
      "The extracts are being read, validated and computed. The page tries again by itself in a few seconds.",
    id: "Number of the error",
    toFront: "Go to the front page"
  },
  nouns: {
    page: "page",
    unit: "unit",
    issue: "data package",
    file: "file",
    delivery: "delivery",
    indicator: "indicator",
    standard: "data standard",
    municipality: "municipality",
    place: "municipality or area",
    release: "release"
  }
} as const;
