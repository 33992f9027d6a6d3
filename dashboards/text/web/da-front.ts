import {many} from "./many.ts";

export const danishFront = {
  product: "Aarshjul",
  tagline: "Fælles tal til den lokale samtale",
  skip: "Gå til sidens indhold",
  menu: "Hovedmenu",
  otherLanguage: "English",
  here: "Du er her",
  paging: {
    label: "Sider",
    page: (page: string, pages: string) => `Side ${page} af ${pages}`,
    previous: "Forrige",
    next: "Næste"
  },
  demonstration: "Demonstrationsdata",
  demonstrationNote:
    "Institutioner, børn, elever og tal er opdigtede. Kommunernes navne, grænser og areal er virkelige.",
  demonstrationMore: "Om demonstrationen",
  nav: {
    packages: "Datapakker",
    indicators: "Nøgletal",
    compare: "Sammenlign",
    wheel: "Årshjul",
    deliveries: "Datakvalitet",
    standards: "Datastandarder",
    about: "Om"
  },
  footer: {
    release: (id: string, date: string) => `Frigivelse ${id}, dannet ${date}`,
    same: "Det samme tal står i pakken, i datafilerne og på siden her.",
    accessibility: "Tilgængelighed",
    sources: "Kilder og licenser"
  },
  front: {
    title: "Tal og fund fra hverdagen, samlet til samtalen",
    lead: "Hvert halvår bliver kommunernes standardiserede udtræk til datapakker for hver institution, hvert område og hver kommune, gjort op på samme måde for alle.",
    label: "Søg efter kommune, område, institution eller nøgletal",
    hint: "Prøv »aarhus«, »fravær« eller navnet på en skole. Små stavefejl gør ikke noget.",
    button: "Søg",
    results: (count: number, query: string) => `${many(count, "træf", "træf")} på »${query}«`,
    none: (query: string) => `Ingen træf på »${query}«`,
    noneHelp: "Prøv et kortere ord, eller se listerne over nøgletal, datapakker og datastandarder.",
    clear: "Ryd søgningen",
    groups: {place: "Kommuner og områder", unit: "Institutioner", indicator: "Nøgletal", standard: "Datastandarder"},
    latest: (name: string, period: string) => `Datapakker for ${name}, ${period}`,
    latestLead: "Klar til læringssamtalerne: hver pakke findes som webside, som PDF og som datafiler med de samme tal.",
    allPackages: (count: number) => `Se alle ${many(count, "datapakke", "datapakker")}`,
    noPackages: "Der er endnu ikke udsendt datapakker.",
    freshness: "Hvor nye er tallene?",
    newest: "Nyeste halvår",
    released: "Frigivet",
    lastDelivery: "Seneste udtræk",
    shown: "Tal, der kan vises",
    hidden: "Skjulte tal",
    hiddenNote:
      "Et tal skjules, når færre end fem personer ligger bag, eller når et skjult tal ellers kunne regnes ud.",
    more: "Gå videre",
    questions: {
      fravaer: ["Hvordan udvikler fraværet sig på min skole?", "Find din skole"],
      trivsel: ["Hvordan har eleverne det på min skole?", "Find din skole"],
      normering: ["Hvor mange børn er der pr. voksen i vores dagtilbud?", "Find dit dagtilbud"],
      naboer: ["Hvordan ligger min kommune mod naboerne?", "Find din kommune"],
      institutioner: ["Hvilke institutioner skiller sig ud i min kommune?", "Find din kommune"]
    },
    questionsTitle: "Eller begynd med et spørgsmål",
    askedLead: "Du ser udviklingen, hvem tallet kan skelnes fra, og hvor mange personer der er bag.",
    askedHint: "Skriv et navn. Små stavefejl gør ikke noget.",
    askedIn: (count: number, place: string) => `${many(count, "at vælge imellem", "at vælge imellem")} i ${place}`,
    otherQuestion: "Stil et andet spørgsmål",
    choose: "Vælg kommune",
    chooseFirst: "Vælg …",
    go: "Gå til kommunen",
    show: "Vis",
    nation: "Hele landet",
    options: (count: number) => (count === 0 ? "Ingen træf" : many(count, "forslag", "forslag")),
    offered: "Forslag",
    news: {
      title: "Nyt i frigivelsen",
      lead: "Det nyeste tal for hvert nøgletal.",
      since: (date: string) => `Siden frigivelsen ${date}`,
      extracts: (count: number, standards: number) =>
        count === 0
          ? "Ingen nye udtræk."
          : `${many(count, "nyt udtræk", "nye udtræk")} efter ${many(standards, "standard", "standarder")}.`,
      definitions: "Nye eller ændrede definitioner",
      next: "Det næste, der kommer",
      nextLead: "Regnet af, hvornår tallene plejer at være klar efter periodens udgang.",
      late: "kan være på vej"
    },
    cards: {
      indicators: "Definition, udvikling og de 98 kommuner side om side for hvert nøgletal.",
      compare: "Egen enhed mod naboer, lignende eller en gruppe, man selv vælger.",
      deliveries: "Hvad kommunerne har leveret, hvad kontrollen fandt, og hvad der mangler.",
      standards: "Kolonner, koder, regler, formål og hjemmel for hvert udtræk."
    }
  },
  building: {
    title: "Datapakkerne er under opbygning",
    count: (done: number, total: number) =>
      `${done.toLocaleString("da-DK")} af ${many(total, "pakke", "pakker")} er klar.`,
    note: "Siden henter selv det nye, mens der bygges.",
    label: "Byggede datapakker"
  }
} as const;
