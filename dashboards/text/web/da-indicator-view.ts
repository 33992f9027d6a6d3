/** Words of the page of one indicator. */
export const danishIndicatorView = {
  indicatorView: {
    filters: "Vælg, hvad siden viser",
    unit: "Institution eller område",
    wholeMunicipality: "Hele kommunen",
    group: "Sammenlign med",
    period: "Periode",
    reset: "Nulstil",
    ownGroup: "Egen gruppe",
    ownGroupBasis: "Gruppen er sat sammen af dig og står i sidens adresse. Dens tal er lagt sammen af de viste tal.",
    ownGroupMake: "Sammensæt din egen gruppe",
    ownGroupName: "Gruppens navn",
    ownGroupMembers: "Kommuner i gruppen",
    ownGroupUse: "Brug gruppen",
    ownGroupClear: "Gå tilbage til de faste grupper",
    unknown: (noun: string, id: string) =>
      `Denne frigivelse kender ikke ${noun} »${id}«. Siden viser sit udgangspunkt i stedet. Det kan du vælge:`,
    unknownNouns: {municipality: "kommunen", unit: "enheden", period: "perioden", group: "gruppen"},
    noFigure: "intet tal",
    behind: (persons: string) => `${persons} bag tallet`,
    membersOf: (members: string) => `${members} kommuner har tal`,
    newer: (period: string) => `Der er et nyere tal: ${period}`,
    toNeighbours: "nabokommunerne",
    who: {
      pupils: ["elev", "elever"],
      children: ["barn", "børn"],
      staff: ["medarbejder", "medarbejdere"],
      persons: ["person", "personer"]
    },
    amount: {
      persons: (difference: string, other: string, persons: string) =>
        `Forskellen til ${other} på ${difference} svarer til omkring ${persons}.`,
      days: (difference: string, other: string, days: string, isOne: boolean, each: string, who: string) =>
        `Forskellen til ${other} på ${difference} svarer til omkring ${days} ${isOne ? "dag" : "dage"} i perioden, ${each} dage pr. ${who}.`,
      fewDays: (difference: string, other: string, days: string, isOne: boolean) =>
        `Forskellen til ${other} på ${difference} svarer til omkring ${days} ${isOne ? "dag" : "dage"} i perioden.`
    },
    looks: {strip: "Prikker", names: "Efter navn", values: "Efter tal", tiles: "Felter på kortet", map: "Kort"},
    looksLabel: "Vis kommunerne som",
    localLooksLabel: "Vis institutionerne som",
    leads: {
      strip: "Hver prik er en kommune. Prikkerne er ikke en rangliste: mange ligger inden for hinandens usikkerhed.",
      names: "Kommunerne efter navn. Stregen er usikkerheden; overlapper to streger, kan tallene ikke skelnes.",
      values:
        "Kommunerne efter tal. Rækkefølgen er ikke en rangliste: naboer i listen kan som regel ikke skelnes fra hinanden.",
      tiles: "Hver kommune er et lige stort felt, lagt efter geografien. Farven er tallets størrelse.",
      map: "Kommunernes grænser kommer fra den, der driver anlægget. Farven er tallets størrelse."
    },
    together: (name: string) => `${name}: udvikling side om side`,
    local: (plural: string, municipality: string) =>
      `${plural.charAt(0).toUpperCase()}${plural.slice(1)} i ${municipality}`,
    other: (plural: string) => `Andre ${plural}`,
    institutions: "institutioner",
    persons: "Personer",
    standing: "I tragten",
    standings: {
      within: "inden for begge grænser",
      between: "mellem grænserne",
      above: "over den ydre grænse",
      below: "under den ydre grænse",
      none: "intet tal"
    },
    funnel: "Hvem skiller sig ud, når størrelsen regnes med?",
    funnelLead:
      "Små enheder svinger mere end store. Inden for kurverne kan forskellen til gennemsnittet være tilfældig: 95 % ventes inden for den indre, 99,8 % inden for den ydre.",
    funnelLarge:
      "Kommuner er så store, at de fleste forskelle er mere end tilfældige. At ligge uden for siger ikke hvorfor.",
    funnelSays: {
      above: (names: string) => `Over den ydre grænse: ${names}.`,
      below: (names: string) => `Under den ydre grænse: ${names}.`,
      none: (plural: string) => `Ingen ${plural} ligger uden for den ydre grænse.`,
      many: (count: string) => `${count} (se tabellen)`,
      shownOnly: (count: string) => `Gennemsnittet er af de viste; ${count} har intet tal.`,
      own: (name: string, place: string) => `${name} ligger ${place}.`,
      places: {
        within: "inden for begge grænser",
        between: "mellem den indre og den ydre grænse",
        above: "over den ydre grænse",
        below: "under den ydre grænse"
      }
    },
    peers: {
      heading: (plural: string, name: string) => `Hvilke ${plural} kan skelnes fra ${name}?`,
      lead: (told: string, all: string, plural: string, name: string, rule: string) =>
        `${told} af ${all} ${plural} med tal kan skelnes fra ${name}. ${rule}`,
      nobody: (plural: string) => `Der er ingen andre ${plural} med et tal at sammenligne med.`,
      overlap:
        "To tal kan skelnes, når deres usikkerheder ikke overlapper. De regnes med flere decimaler, end der vises.",
      readable: (readable: string) => `Forskelle under ${readable} er for små til at læse noget ud af.`,
      exact: "Tallene har ingen usikkerhed; enhver forskel i det viste tal tæller.",
      noOwn: (blank: string) => `Der er intet tal at vise (${blank}), så ingen kan skelnes fra det.`,
      titles: {
        higher: "Højere",
        lower: "Lavere",
        same: "Kan ikke skelnes fra",
        unknown: "Intet tal at sammenligne med"
      },
      count: (count: string, plural: string, persons: string) => `${count} ${plural}${persons ? `, ${persons}` : ""}`,
      show: "Vis hvilke",
      place: "Sted",
      value: "Tal",
      difference: "Forskel",
      persons: "Personer"
    },
    singular: {
      skoler: "skole",
      dagtilbud: "dagtilbud",
      fritidstilbud: "fritidstilbud",
      områder: "område",
      kommuner: "kommune",
      institutioner: "institution"
    } as Readonly<Record<string, string>>,
    someOf: (some: number, all: number) => `Her vises ${some} af ${all}.`,
    showAll: (all: number) => `Vis alle ${all}`,
    multiplesAlt: (title: string, names: string) => `Små kurver på én skala: ${title}: ${names}`,
    multiplesNote: "Alle kurver har samme skala. Den stiplede linje er helheden.",
    multiplesScale: "Alle kurver har samme skala.",
    elsewhere: "Kilde, og hvorfor andre tal kan afvige",
    sharing: "Andre nøgletal på de samme data",
    changes: (from: number, to: number) => `Hvad er ændret fra version ${from} til version ${to}?`,
    added: "Tilføjet:",
    removed: "Fjernet:",
    sqlChanges: "Ændringer i beregningen, linje for linje",
    noSqlChanges: "Beregningen er uændret."
  },
  indicatorList: {
    search: "Søg i nøgletallene",
    hint: "Små stavefejl gør ikke noget.",
    area: "Område",
    quality: "Kvalitet",
    all: "Alle",
    apply: "Vis",
    reset: "Vis alle nøgletal",
    found: (count: number) => `${count} nøgletal`,
    none: "Ingen nøgletal passer. Prøv et kortere ord, eller vis alle.",
    unknown: (id: string) => `Vi kender ikke nøgletallet »${id}«.`,
    nearest: "Det ligner et af disse:",
    allBelow: "Her er alle, vi kender:"
  }
} as const;
