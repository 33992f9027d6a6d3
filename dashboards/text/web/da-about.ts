export const danishAbout = {
  about: {
    title: "Om Aarshjul",
    what: "Hvad er det?",
    whatText: [
      "Aarshjul gør standardiserede udtræk fra kommunerne til halvårlige datapakker for hver institution, hvert område og hver kommune. Pakkerne er skrevet til samtalen mellem ledere og mellem forvaltning og politikere.",
      "Alle tal tælles én gang på det laveste niveau og lægges sammen opad efter samme definition for alle. Et tal er det samme i PDF, på siden her og i datafilerne, og det kan følges tilbage til sin definition og til de udtræk, som det bygger på."
    ],
    demo: "Demonstrationsdata",
    protection: "Beskyttelse af personer",
    protectionText: [
      "Siderne kan kun læse frigivne tal. Der er ingen vej herfra til oplysninger om en person.",
      "Et tal skjules, når færre end fem personer ligger bag tælleren, nævneren eller forskellen mellem dem, og når et skjult tal ellers kunne regnes ud af de viste. De to tilfælde ser ens ud.",
      "I følsomme nøgletal skjules også »ingen« og »alle«, og så mange enheder ad gangen, at en leder, der kender sin egen, ikke kan regne en anden ud. Før tallene frigives, prøver et særskilt program at regne de skjulte ud; lykkes det, skjules der mere."
    ],
    blanks: "Når der ikke står et tal",
    blanksLead: "Et tomt felt findes ikke. Når et tal mangler, står grunden.",
    sources: "Kilder og licenser",
    source: "Kilde",
    use: "Bruges til",
    licence: "Vilkår",
    sourceRows: [
      [
        "Danmarks Statistik, Statistikbanken",
        "Indbyggertal, areal, beskæftigelse og indkomst pr. kommune",
        "CC BY 4.0, kilde angives"
      ],
      ["Klimadatastyrelsen, DAGI", "Hvilke kommuner der grænser op til hinanden", "CC BY 4.0, kilde angives"],
      [
        "Digitaliseringsstyrelsen, Det Fælles Designsystem",
        "Sidernes udseende og ikoner",
        "MIT; ikonerne Apache License 2.0"
      ],
      ["IBM Plex Sans", "Skrift", "SIL Open Font License 1.1"],
      ["Apache ECharts", "Diagrammer", "Apache License 2.0"]
    ],
    code: "Programmet er fri software under Mozilla Public License 2.0.",
    accessibility: "Tilgængelighed",
    accessibilityText: [
      "Siderne er lavet efter WCAG 2.2, niveau AA. De virker uden script, med tastatur og med skærmlæser, og hvert diagram findes også som tabel og som en sætning.",
      "Hver datapakke findes som webside og som PDF med overskrifter, bogmærker og alternativ tekst. Er der noget, som du ikke kan bruge, så skriv til den kommune, der har udgivet pakken."
    ]
  },
  errors: {
    notFound: "Siden findes ikke",
    notFoundSentence: (noun: string, id: string) =>
      `Vi kender ikke ${noun} »${id}«. Søg efter det, du leder efter, eller gå til en af listerne.`,
    badQuery: "Adressen kan ikke bruges",
    unknownParameter: (names: string) => `Siden kender ikke valget »${names}« i adressen. Fjern det, og prøv igen.`,
    badParameter: (name: string) =>
      `Værdien af »${name}« i adressen kan ikke bruges. Vælg på siden, eller fjern den fra adressen.`,
    badAddress: "Adressen er ikke skrevet, så den kan læses.",
    tooMany: "Der er spurgt for meget på kort tid",
    tooManySentence:
      "Vent et minut, og prøv igen. Det gælder kun det, der koster serveren meget: formularer, filer og søgning.",
    failed: "Noget gik galt hos os",
    failedSentence: "Siden kunne ikke vises. Prøv igen om lidt. Bliver det ved, så oplys fejlens nummer.",
    preparing: "Tallene er ved at blive gjort klar",
    preparingSentence: "Udtrækkene læses, kontrolleres og gøres op. Siden prøver selv igen om få sekunder.",
    id: "Fejlens nummer",
    toFront: "Gå til forsiden"
  },
  nouns: {
    page: "siden",
    unit: "enheden",
    issue: "datapakken",
    file: "filen",
    delivery: "leverancen",
    indicator: "nøgletallet",
    standard: "datastandarden",
    municipality: "kommunen",
    place: "kommunen eller området",
    release: "frigivelsen"
  }
} as const;
