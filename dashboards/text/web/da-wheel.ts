import {many} from "./many.ts";

export const danishWheelPage = {
  wheelPage: {
    title: "Årshjul",
    lead: "Hvilke data der kommer hvornår, hvornår datapakkerne er klar, og hvornår de bliver drøftet.",
    heading: (place: string, year: number) => `${place} i ${year}`,
    municipality: "Kommune",
    area: "Område",
    role: "Ansvarlig",
    kind: "Slags",
    year: "År",
    all: "Alle",
    thisYear: "I år",
    apply: "Vis",
    reset: "Vis alt",
    areas: {
      daycare: "Dagtilbud og fælles",
      school: "Skole og fælles",
      leisure: "Fritid og fælles",
      municipality: "Kun fælles"
    },
    areaOf: {daycare: "Dagtilbud", school: "Skole", leisure: "Fritid", staff: "Medarbejdere", municipality: "Fælles"},
    roles: {} as Readonly<Record<string, string>>,
    late: (count: number) => many(count, "ting mangler", "ting mangler"),
    lateMore: (count: number) => `og ${count} mere i listen nedenfor`,
    expected: (window: string) => `Ventet ${window}.`,
    now: "Nu",
    nowNone: "Intet er i gang lige nu.",
    next: "De næste fire uger",
    nextNone: "Intet begynder i de næste fire uger.",
    list: "Måned for måned",
    listCount: (count: number) => many(count, "ting på hjulet", "ting på hjulet"),
    empty: "Intet på hjulet passer til valget.",
    picture: "Hjulet",
    alt: (year: number, count: number, late: number) =>
      `Årshjul for ${year} med måneder som lagkagestykker og en ring for hver slags: ${count} ting, heraf ${late} der mangler. Det hele står i listen.`,
    legendRings: "Ringene udefra og ind",
    legendLooks: "Sådan læses de",
    looks: {late: "mangler", now: "i gang nu", coming: "kommer", done: "overstået", cancelled: "aflyst"},
    several: {
      arrival: "# slags data|# data",
      package: "# slags datapakker|Datapakker|Pakker",
      conversation: "Læringssamtaler|Samtaler",
      meeting: "# møder",
      deadline: "# frister"
    },
    lateShort: (count: number) => `${count} mangler`,
    problems: "Noget i kommunens eget årshjul kan ikke bruges",
    feed: "Årshjulet i din egen kalender",
    feedLead:
      "Få hjulet i Outlook, Google Kalender eller Apples Kalender. Kalenderen følger med, når noget flyttes eller aflyses. Der er ingen tal i den.",
    feedArea: "Hvad skal med?",
    feedMake: "Lav en kalenderadresse",
    feedTitle: "Din kalenderadresse",
    feedFor: (place: string, area: string) => `${place}: ${area}.`,
    feedAll: "Hele hjulet",
    feedOnce: "Adressen vises kun denne ene gang. Den er din egen: enhver, som kender den, kan læse kalenderen.",
    feedAddress: "Adressen",
    feedOpen: "Åbn i kalenderprogrammet",
    feedHow: "Sådan gør du",
    feedOutlook: "Outlook: Kalender → Tilføj kalender → Abonner fra internettet, og indsæt adressen.",
    feedGoogle: "Google Kalender: Andre kalendere → Fra webadresse, og indsæt adressen.",
    feedApple: "Apple: Arkiv → Nyt kalenderabonnement, og indsæt adressen.",
    feedBack: "Tilbage til årshjulet",
    feedTooMany: "Der er lavet for mange kalenderadresser herfra. Prøv igen om en time."
  }
};
