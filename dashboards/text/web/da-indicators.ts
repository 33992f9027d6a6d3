export const danishIndicators = {
  indicators: {
    title: "Nøgletal",
    lead: "Alle tal er gjort op efter samme definition for alle kommuner og institutioner. Et ændret nøgletal får en ny version.",
    areas: {daycare: "Dagtilbud", school: "Skole", leisure: "Fritid", staff: "Medarbejdere", municipality: "Kommunen"},
    qualities: {structure: "Struktur", process: "Proces", result: "Resultat"},
    version: (version: number) => `version ${version}`
  },
  indicator: {
    everywhere: "Hele landet",
    municipality: "Kommune",
    apply: "Vis",
    trend: "Udvikling",
    strip: "De 98 kommuner",
    stripOwn: (name: string, value: string) => `${name} har ${value}.`,
    stripOwnBlank: (name: string, blank: string) => `Tallet for ${name}: ${blank}.`,
    table: "Vis som tabel",
    period: "Periode",
    place: "Sted",
    value: "Tal",
    members: "Kommuner med tal",
    breakNote: "Brud i serien",
    categories: (title: string) => `Fordelt på ${title.toLocaleLowerCase("da")}`,
    category: "Gruppe",
    definition: "Definition",
    title: "Navn",
    description: "Beskrivelse",
    numerator: "Tæller",
    denominator: "Nævner",
    exclusions: "Ikke med",
    averaging: "Gennemsnit",
    unit: "Måleenhed",
    direction: "Læseretning",
    directions: {
      higher: "Højere er bedre",
      lower: "Lavere er bedre",
      context: "Hverken højt eller lavt er godt i sig selv"
    },
    target: "Mål",
    readable: "Læselig forskel",
    readableInstitution: (difference: string) => `mindst ${difference} mellem institutioner`,
    readableMunicipality: (difference: string) => `mindst ${difference} mellem kommuner og større`,
    readableNote: "En mindre forskel kaldes »kan ikke skelnes«.",
    quality: "Kvalitet",
    kinds: "Vises for",
    frequency: "Opgøres",
    frequencies: {"half-year": "hvert halvår", "school-year": "hvert skoleår", year: "hvert år"},
    lag: (months: number) =>
      months === 0
        ? "ventes ved periodens udgang"
        : `ventes ${months === 1 ? "1 måned" : `${months} måneder`} efter periodens udgang`,
    purpose: "Formål",
    sensitivity: "Følsomhed",
    sensitivities: {
      open: "Åbne tal",
      ordinary: "Personoplysninger bag: små tal skjules",
      sensitive: "Følsomme oplysninger bag: små tal, nul og alle skjules"
    },
    source: "Kilde",
    standards: "Bygger på",
    reference: "Katalog",
    versions: "Versioner",
    versionLine: (version: number, from: string) => `Version ${version}, gælder fra ${from}`,
    versionFirst: (version: number) => `Version ${version}, gælder fra seriens begyndelse`,
    sql: "Beregningen (SQL)",
    sqlNote:
      "Forespørgslen returnerer tællere og nævnere. Én fælles funktion lægger sammen og dividerer for alle nøgletal.",
    question: "Til samtalen",
    noTrend: "Der er ingen tal at tegne endnu."
  }
} as const;
