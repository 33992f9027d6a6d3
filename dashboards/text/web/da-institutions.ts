import {many} from "./many.ts";

export const danishInstitutions = {
  institutions: {
    title: (place: string) => `Institutionerne i ${place}`,
    lead: "De enkelte institutioner ved siden af hinanden på de samme nøgletal.",
    kind: "Slags",
    sort: "Rækkefølge",
    byName: "Alfabetisk",
    rising: (title: string) => `${title}, lave tal først`,
    falling: (title: string) => `${title}, høje tal først`,
    find: "Navn",
    apply: "Vis",
    heading: (kind: string, place: string) => `${kind} i ${place}`,
    counted: (shown: number, all: number, kind: string) =>
      shown === all ? `${all} ${kind}.` : `${shown} af ${all} ${kind} er vist.`,
    order: {
      name: "Rækkefølgen er alfabetisk.",
      rising: (title: string) => `Ordnet efter ${title}, lave tal først. Hvem der intet tal har, står sidst.`,
      falling: (title: string) => `Ordnet efter ${title}, høje tal først. Hvem der intet tal har, står sidst.`
    },
    notRank:
      "Rækkefølgen er ikke en rangliste: mange tal ligger inden for hinandens usikkerhed. Står der »højere« eller »lavere« under et tal, kan det skelnes fra tallet i øverste række; ellers ikke.",
    none: (kind: string, place: string) => `Der er ingen ${kind} i ${place} i frigivelsen.`,
    noMatch: (query: string) => `Ingen navne passer til »${query}«.`,
    noIndicators: "Der er ingen nøgletal for denne slags institutioner i frigivelsen.",
    unit: "Institution",
    allKinds: "alle typer",
    relations: {higher: "højere", lower: "lavere", same: "", unknown: "kan ikke sammenlignes", size: ""},
    pick: "Vælg nøgletal",
    pickLead: (most: number) => `Højst ${most} ad gangen. Udvalget står i adressen.`,
    pickApply: "Vis de valgte",
    tooMany: (most: number) => `Der er valgt flere end ${most} nøgletal. De første ${most} er vist.`,
    unknown: (names: string) => `Adressen nævner nøgletal, som ikke findes for denne slags institutioner: ${names}.`,
    outside: "Uden for grænserne",
    outsideLead:
      "En lille institution svinger mere end en stor, alene fordi den er lille. Grænserne tager højde for det. Uden for 99,8 %-grænsen er tilfældighed ingen god forklaring; hvad forklaringen er, siger tallet ikke.",
    outsideColumn: "Uden for 99,8 %",
    betweenColumn: "Mellem 95 % og 99,8 %",
    nobody: "ingen",
    noLimits: "ingen grænser: for få tal, eller tallet har ingen usikkerhed",
    chance: (count: string, kind: string) =>
      `Var alt tilfældigt, ville omkring ${count} af ${kind} med tal ligge uden for 95 %-grænsen på et nøgletal.`,
    focus: "Se nærmere på",
    funnel: (title: string) => `${title} efter størrelse`,
    funnelNone: "Ingen ligger uden for 99,8 %-grænsen.",
    funnelOutside: (names: string) => `Uden for 99,8 %-grænsen: ${names}.`,
    persons: "Personer bag tallet",
    development: (title: string) => `${title}: udviklingen på samme skala`,
    multiplesAlt: (title: string, kind: string, count: number) =>
      `Små kurver på samme skala: ${title} for ${count} ${kind}`,
    multiplesFinding: (count: number, kind: string) =>
      `${count} ${kind} på samme skala, i alfabetisk orden. Den stiplede kurve er tallet for alle.`,
    someOf: (shown: number, all: number) => `De første ${shown} af ${all} er tegnet.`,
    showAll: (count: number) => `Vis alle ${many(count, "kurve", "kurver")}`,
    compare: "Sammenlign med andre"
  }
} as const;
