import {many} from "./many.ts";

export const danishUnitView = {
  unitView: {
    readPackage: "Læs pakken",
    readPdf: "Åbn som PDF",
    package: (edition: string, period: string) => `${edition}, ${period}`,
    allPackages: (count: number) => `Alle ${many(count, "pakke", "pakker")} for enheden`,
    packagesTitle: "Pakken til samtalen",
    out: "Hvad stikker ud",
    outLead: "Kun tal, der kan skelnes fra sammenligningen. Det tydeligste står først.",
    nothingOut: (count: number, words: string) =>
      count === 1
        ? "Det ene tal kan ikke skelnes klart fra sammenligningen."
        : `Ingen af de ${words} tal kan skelnes klart fra sammenligningen.`,
    nothingToCompare: "Der er ingen tal at sammenligne.",
    changed: (before: string) => `Nyt siden pakken for ${before}`,
    newFigures: (fresh: number, distinct: number) =>
      fresh === 0
        ? "Der er ingen nye tal."
        : distinct === 0
          ? `${many(fresh, "tal er nyt", "tal er nye")}. ${fresh === 1 ? "Det" : "Ingen af dem"} kan ${fresh === 1 ? "ikke " : ""}skelnes fra samme tid året før.`
          : `${many(fresh, "tal er nyt", "tal er nye")}. ${fresh === 1 ? "Det" : `${distinct} af dem`} kan skelnes fra samme tid året før.`,
    controls: "Vælg, hvad kortene viser",
    whom: "Sammenlign med",
    everyone: "Alle på én gang",
    area: "Område",
    quality: "Kvalitet",
    all: "Alle",
    onlyDistinct: "Kun det, der kan skelnes",
    search: "Søg i kortene",
    apply: "Vis",
    reset: "Vis alt igen",
    columns: {structure: "Struktur", process: "Proces", result: "Resultat", findings: "Fund"},
    jump: "Gå til",
    onlyFindings: "Kun fund vises.",
    spoken: (shown: number, all: number) => `${shown.toLocaleString("da-DK")} af ${many(all, "tal", "tal")} vises.`,
    none: "Frigivelsen har ingen tal her for enheden. Det mangler, før billedet er helt.",
    noneFit: "Ingen tal her passer til valget.",
    more: "Flere tal",
    age: (months: number) =>
      months === 0 ? "helt nyt" : months === 1 ? "1 måned gammelt" : `${months} måneder gammelt`,
    persons: (text: string) => `${text} bag tallet`,
    target: (value: string, text: string) => (text ? `Mål: ${value}. ${text}` : `Mål: ${value}`),
    flags: {
      linked: "Tallet føjer enheder sammen, som er lagt sammen eller delt.",
      members: (count: string, parts: string) => `Bygger på ${count} ${parts}.`,
      institutions: "institutioner",
      few: "Få personer: én person kan flytte tallet meget."
    },
    definition: "Definition",
    behind: "Se tallene bag",
    download: "Hent",
    tables: "Alle tal som tabel",
    tablesLead: "De samme tal over alle perioder, med usikkerhed, ved siden af dem, enheden sammenlignes med.",
    tableOf: (quality: string) => `${quality}: alle perioder`,
    indicator: "Nøgletal",
    period: "Periode",
    overview: "Se institutionerne samlet",
    overviewLead: "Alle institutioner på samme mål, uden rangliste.",
    missing: (id: string) => `Vi kender ikke enheden »${id}«`,
    missingLead:
      "Enheden findes ikke i frigivelsen. Måske er nummeret skrevet forkert, eller enheden har fået et nyt nummer.",
    missingHome: (name: string) => `Numre, der begynder sådan, hører til ${name}.`,
    near: "Mente du"
  }
} as const;
