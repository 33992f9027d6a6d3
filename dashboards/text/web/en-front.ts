import {many as manyIn} from "./many.ts";

const many = (count: number, one: string, more: string) => manyIn(count, one, more, "en-GB");

export const englishFront = {
  product: "Aarshjul",
  tagline: "Shared figures for local conversations",
  skip: "Go to the content of the page",
  menu: "Main menu",
  otherLanguage: "Dansk",
  here: "You are here",
  paging: {
    label: "Pages",
    page: (page: string, pages: string) => `Page ${page} of ${pages}`,
    previous: "Previous",
    next: "Next"
  },
  demonstration: "Demonstration data",
  demonstrationNote:
    "Institutions, children, pupils and figures are invented. The municipalities' names, borders and areas are real.",
  demonstrationMore: "About the demonstration",
  nav: {
    packages: "Data packages",
    indicators: "Indicators",
    compare: "Compare",
    wheel: "Annual wheel",
    deliveries: "Data quality",
    standards: "Data standards",
    about: "About"
  },
  footer: {
    release: (id: string, date: string) => `Release ${id}, made ${date}`,
    same: "The same figure stands in the package, in the data files and on this page.",
    accessibility: "Accessibility",
    sources: "Sources and licences"
  },
  front: {
    title: "Figures and findings from everyday life, gathered for the conversation",
    lead: "Every half-year the municipalities' standardised extracts become data packages for each institution, area and municipality, computed in the same way for all.",
    label: "Search for a municipality, area, institution or indicator",
    hint: "Try “aarhus”, “absence” or the name of a school. Small spelling mistakes do not matter.",
    button: "Search",
    results: (count: number, query: string) => `${many(count, "result", "results")} for “${query}”`,
    none: (query: string) => `No results for “${query}”`,
    noneHelp: "Try a shorter word, or see the lists of indicators, data packages and data standards.",
    clear: "Clear the search",
    groups: {
      place: "Municipalities and areas",
      unit: "Institutions",
      indicator: "Indicators",
      standard: "Data standards"
    },
    latest: (name: string, period: string) => `Data packages for ${name}, ${period}`,
    latestLead:
      "Ready for the learning conversations: each package is a web page, a PDF and data files with the same figures.",
    allPackages: (count: number) => `See all ${many(count, "data package", "data packages")}`,
    noPackages: "No data packages are out yet.",
    freshness: "How new are the figures?",
    newest: "Newest half-year",
    released: "Released",
    lastDelivery: "Latest extract",
    shown: "Figures that can be shown",
    hidden: "Hidden figures",
    hiddenNote:
      "A figure is hidden when fewer than five persons stand behind it, or when a hidden figure could otherwise be worked out.",
    more: "Go on",
    questions: {
      fravaer: ["How does absence develop at my school?", "Find your school"],
      trivsel: ["How do the pupils at my school feel?", "Find your school"],
      normering: ["How many children per adult are there in our day care?", "Find your day care"],
      naboer: ["How does my municipality stand to its neighbours?", "Find your municipality"],
      institutioner: ["Which institutions stand out in my municipality?", "Find your municipality"]
    },
    questionsTitle: "Or begin with a question",
    askedLead: "You see the development, whom the figure can be told apart from, and how many persons stand behind it.",
    askedHint: "Write a name. Small spelling mistakes do not matter.",
    askedIn: (count: number, place: string) => `${many(count, "to choose from", "to choose from")} in ${place}`,
    otherQuestion: "Ask another question",
    choose: "Choose a municipality",
    chooseFirst: "Choose …",
    go: "Go to the municipality",
    show: "Show",
    nation: "The whole country",
    options: (count: number) => (count === 0 ? "No results" : many(count, "suggestion", "suggestions")),
    offered: "Suggestions",
    news: {
      title: "New in the release",
      lead: "The newest figure of each indicator.",
      since: (date: string) => `Since the release of ${date}`,
      extracts: (count: number, standards: number) =>
        count === 0
          ? "No new extracts."
          : `${many(count, "new extract", "new extracts")} by ${many(standards, "standard", "standards")}.`,
      definitions: "New or changed definitions",
      next: "What comes next",
      nextLead: "Worked out from when the figures are usually ready after the end of their period.",
      late: "may be on its way"
    },
    cards: {
      indicators: "Definition, development and the 98 municipalities side by side for each indicator.",
      compare: "Your own unit beside neighbours, similar ones or a group that you choose.",
      deliveries: "What the municipalities have delivered, what the validation found, and what is missing.",
      standards: "Columns, codes, rules, purpose and legal basis of each extract."
    }
  },
  building: {
    title: "The data packages are being built",
    count: (done: number, total: number) =>
      `${done.toLocaleString("en-GB")} of ${many(total, "package is", "packages are")} ready.`,
    note: "The page fetches what is new by itself during the build.",
    label: "Data packages built"
  }
} as const;
