import {danishErratum} from "./da-erratum.ts";

export const danish = {
  product: "Aarshjul",
  demonstration: "Demonstrationsdata",
  demonstrationNote: "Tallene er opdigtede og viser kun, hvordan pakken ser ud. Kommunernes navne er virkelige.",
  editions: {
    leader: "Lederens udgave",
    area: "Områdets udgave",
    municipality: "Kommunens udgave",
    councillor: "Byrådets udgave"
  },
  audiences: {
    leader: "Til lederen, før læringssamtalen",
    area: "Til områdets ledelse, før læringssamtalerne",
    municipality: "Til direktion og udvalg",
    councillor: "Til medlemmer af byrådet"
  },
  kinds: {
    nation: "Landet",
    region: "Region",
    municipality: "Kommune",
    area: "Område",
    school: "Skole",
    daycare: "Dagtilbud",
    leisure: "Fritidstilbud",
    class: "Klasse"
  },
  kindsPlural: {
    nation: "lande",
    region: "regioner",
    municipality: "kommuner",
    area: "områder",
    school: "skoler",
    daycare: "dagtilbud",
    leisure: "fritidstilbud",
    class: "klasser"
  },
  front: {
    kicker: "Datapakke",
    motto: "Ingen tal uden tale og ingen tale uden tal",
    unit: "Enhed",
    area: "Område",
    issue: "Udgivelse",
    release: "Frigivelse",
    checksum: "Kontrolsum",
    replaces: "Erstatter",
    reading: "Sådan kan pakken læses",
    readingSteps: [
      ["Se", "Hvad viser tal og fund? Begynd med siden om det, der skiller sig ud."],
      ["Forstå", "Hvad kan forklare det? Tallene stiller spørgsmål, fundene fortæller om hverdagen."],
      ["Beslut", "Hvad vil vi gøre, og hvem gør det? Skriv det under aftalerne."],
      ["Følg op", "Næste pakke viser aftalen ved siden af det nye tal."]
    ],
    mirror: "Tallene er et spejl, ikke en dom. De forklarer ikke sig selv, og de erstatter ikke samtalen."
  },
  standsOut: {
    title: "Det, der skiller sig ud",
    lead: "Sætningerne er dannet af tallene. Et tal nævnes kun, når forskellen er større end usikkerheden.",
    figures: "I tallene",
    findings: "I fundene",
    noFindings:
      "Der er ingen fund fra tilsyn, observationer eller samtaler i perioden. Den ene halvdel af billedet mangler."
  },
  qualities: {
    structure: {
      title: "Strukturkvalitet",
      lead: "Rammerne: hvor mange børn og voksne, og hvilke uddannelser de voksne har."
    },
    process: {
      title: "Proceskvalitet",
      lead: "Hverdagen: samspil, deltagelse og det arbejde, der ligger bag resultaterne."
    },
    result: {
      title: "Resultatkvalitet",
      lead: "Udbyttet: trivsel, læring og hvordan børn, unge og forældre oplever tilbuddet."
    }
  },
  chapter: {
    figures: "Tal",
    findings: "Tale",
    noFigures: "Kapitlet har ingen tal for denne enhed. Det mangler, før billedet er helt.",
    noFindings:
      "Der er ingen fund fra tilsyn, observationer eller samtaler i perioden. Det mangler, før billedet er helt.",
    moreFigures: "Flere tal i kapitlet"
  },
  figure: {
    interval: "usikkerhed",
    question: "Til samtalen",
    period: "Periode",
    value: "Tal",
    difference: "Forskel",
    development: "Udvikling",
    comparison: "Sammenligning",
    distribution: "Fordeling",
    spread: "Spredning",
    table: "Vis som tabel"
  },
  own: {
    nation: "Landet",
    region: "Regionen",
    municipality: "Kommunen",
    area: "Området",
    school: "Skolen",
    daycare: "Dagtilbuddet",
    leisure: "Tilbuddet",
    class: "Klassen"
  },
  whole: {municipality: "kommunen", nation: "hele landet"},
  shortComparators: {
    school: "Skolen",
    area: "Området",
    municipality: "Kommunen",
    neighbours: "Naboer",
    similar: "Lignende",
    region: "Regionen",
    nation: "Landet"
  },
  comparators: {
    school: "Skolen",
    municipality: "Kommunen",
    area: "Området",
    neighbours: "Nabokommuner",
    similar: "Lignende kommuner",
    region: "Regionen",
    nation: "Hele landet",
    before: "Samme tid året før"
  },
  findings: {
    observations: (count: number) => (count === 0 ? "færre end fem besøg" : `${count} observationer eller samtaler`),
    strength: "Styrke",
    attention: "Opmærksomhed",
    quote: "Citat, gengivet med samtykke",
    withheld: "Færre end fem: vises ikke",
    language: ""
  },
  erratum: danishErratum,
  development: {
    title: "Udvikling",
    lead: "Når et tal mangler, står grunden i stedet.",
    indicator: "Nøgletal",
    breakShort: "brud",
    breakSign: "|",
    breakNote: "| Brud: tallet er gjort op på en anden måde end det foregående.",
    linkedMark: "*",
    linkedNote: "* Tallet føjer enheder sammen efter andele, fordi enheden er lagt sammen eller delt.",
    noCell: "ingen opgørelse",
    captions: {"half-year": "Halvår", "school-year": "Skoleår", year: "Kalenderår"}
  },
  comparison: {
    title: "Sammenligning",
    caption: "Nøgletallene ved siden af andres",
    lead: "Alle tal er gjort op efter samme definition for alle. Usikkerheden er et 95 %-interval.",
    interval: "Usikkerhed",
    relation: "Tallet er",
    members: (members: number, expected: number) => `${members} af ${expected}`,
    note: "Enhedens tal er ↑ højere, ↓ lavere, = kan ikke skelnes. I parentes: kommuner i gruppen; har færre et tal, står det under tallet.",
    signs: {higher: "↑", lower: "↓", same: "=", unknown: ""},
    relations: {
      higher: "højere end",
      lower: "lavere end",
      same: "kan ikke skelnes fra",
      unknown: "kan ikke sammenlignes med"
    }
  },
  similar: {
    heading: "Hvem kommunen sammenlignes med",
    title: "De ti mest lignende kommuner",
    lead: "Valgt efter rammevilkår, som kommunen selv har lille indflydelse på. Jo mindre afstand, jo mere ligner kommunen.",
    municipality: "Kommune",
    distance: "Afstand",
    variables: "Rammevilkår",
    neighboursTitle: "Nabokommuner",
    neighboursLead: "Kommuner, som man kan nå over land."
  },
  spread: {
    title: "Institutionerne på samme skala",
    lead: "Hver prik er en institution. Rækkefølgen er alfabetisk og siger intet om kvalitet.",
    strip: "Kommunen blandt landets kommuner",
    mostHidden: "De fleste tal er skjult, så de er ikke tegnet.",
    mostMissing: "De fleste tal er skjult eller mangler, så de er ikke tegnet."
  },
  freshness: {
    title: "Tallenes alder, og hvad der kommer",
    lead: "Ikke alle tal er lige nye. Alderen er regnet fra periodens slutning til halvårets udgang.",
    caption: "Det nyeste tal for hvert nøgletal",
    indicator: "Nøgletal",
    latest: "Nyeste tal",
    age: "Alder",
    next: "Næste tal",
    expected: "Ventes",
    months: (count: number) => (count === 0 ? "helt nyt" : count === 1 ? "1 måned" : `${count} måneder`)
  },
  agreements: {
    title: "Aftaler",
    last: "Aftaler fra sidste samtale",
    none: "Der er ikke registreret aftaler fra sidste samtale.",
    owner: "Ansvarlig",
    due: "Frist",
    status: "Status",
    valueThen: "Tallet da",
    valueNow: "Tallet nu",
    noFigure: "ikke knyttet til et tal",
    noFigureYet: "intet tal",
    noNewFigure: "intet nyt tal endnu",
    target: "Mål",
    expected: "Ventet",
    directions: {rise: "stigning", fall: "fald", hold: "uændret"},
    statuses: {open: "i gang", done: "gennemført", dropped: "opgivet"},
    room: "Plads til nye",
    steps: [
      ["Se", "Hvad lægger vi mærke til i tal og fund?"],
      ["Forstå", "Hvad kan forklare det? Hvad ved vi ikke endnu?"],
      ["Beslut", "Hvad aftaler vi, hvem gør det, og hvornår?"],
      ["Følg op", "Hvilket tal eller fund viser, om det virker?"]
    ]
  },
  dataQuality: {
    title: "Datakvalitet",
    lead: "Hvad pakken bygger på, og hvad den mangler.",
    coverageCaption: "Leveringer",
    standard: "Udtræk",
    state: "Status for perioden",
    received: "Modtaget",
    rows: "Rækker",
    states: {
      arrived: "modtaget",
      late: "modtaget efter fristen",
      missing: "ikke modtaget",
      exempt: "fritaget",
      rejected: "afvist ved kontrol"
    },
    hiddenTitle: "Skjulte tal",
    hiddenCaption: "Hvor meget er skjult, alle perioder",
    hiddenKind: "Tal om",
    hiddenAll: "Tal i alt",
    hiddenPart: "Heraf skjult",
    hiddenNone: "intet",
    hiddenWords: {few: "få", some: "nogle", many: "mange"},
    hiddenShare: (word: string, percent: string) => `${word} (${percent} pct.)`,
    hiddenNote:
      "Skjult er det, der handler om færre end fem personer, det, som det ellers kunne regnes ud af, og i følsomme nøgletal også ingen og alle. Hvor det er skjult, siges ikke: det kunne røbe, hvem der er få af. Er der under 100 tal, gives ingen andel.",
    hidden: (hidden: number, all: number) =>
      hidden === 0
        ? `Ingen af pakkens ${all} tal er skjult.`
        : `${hidden} af pakkens ${all} tal er skjult. Det sker, når færre end fem personer ligger bag, eller når et skjult tal ellers kunne regnes ud. Pakken siger ikke, hvilken af de to grunde der gælder. En gruppes tal er skjult, når for få af dens kommuner har et tal, der kan vises.`,
    linked:
      "Enheden er lagt sammen eller delt. Tallene før føjer enhederne sammen efter andele, så serien kan læses i sammenhæng. De er mærket *.",
    absentTitle: "Manglende eller sene leveringer",
    breaksTitle: "Brud i serierne",
    noBreaks: "Der er ingen kendte brud i pakkens serier."
  },
  definitions: {
    title: "Definitioner",
    lead: "Tallene er gjort op på samme måde for alle kommuner. Et gennemsnit er summen af tællere delt med summen af nævnere, når andet ikke står.",
    numerator: "Tæller",
    denominator: "Nævner",
    exclusions: "Ikke med",
    version: "Version",
    grouping: "Gennemsnit",
    source: "Kilde",
    target: "Mål",
    groupings: {
      "ratio-of-sums": "summen af tællere delt med summen af nævnere",
      "mean-of-members": "gennemsnit af kommunernes tal",
      published: "kun som offentliggjort af kilden"
    },
    asIn: "som ved"
  },
  questions: {
    figures: "Tal og spørgsmål",
    ask: "Spørg:",
    more: "Definitioner, flere tal og alle fund står i kommunens udgave.",
    lead: "Ét spørgsmål til hvert tal. Svaret ligger ikke i tallet, men hos dem, der kender hverdagen."
  },
  and: "og",
  or: "eller"
} as const;
