export const danishRowRequests = {
  rowRequests: {
    title: "Udtag af rækker",
    lead: "Rækker om personer kan ikke ses her. Skal de bruges et andet sted, siger én hvorfor, en anden godkender, og de tages ud på kommandolinjen på den maskine, hvor de ligger.",
    purpose: (purpose: string) => `Du ser data til formålet ${purpose}. Det gælder også for det, du beder om.`,
    list: (count: number) => (count === 0 ? "Ingen anmodninger" : count === 1 ? "1 anmodning" : `${count} anmodninger`),
    number: "Nummer",
    what: "Hvad",
    why: "Hvorfor",
    state: "Status",
    kinds: {extract: "Udtræk", quarantine: "Afviste rækker"},
    states: {
      asked: "venter på godkendelse",
      approved: "godkendt",
      refused: "afvist",
      taken: "taget ud",
      expired: "godkendt, men ikke taget ud i tide"
    },
    asked: (name: string, date: string) => `${name}, ${date}`,
    decided: (name: string, date: string) => `af ${name} ${date}`,
    taken: (date: string, rows: number) => `${date}, ${rows} rækker`,
    command: (number: string) => `aarshjul rows take ${number} --out rækker.csv`,
    commandNote: (days: number) => `Gælder i ${days} dage og én gang.`,
    approve: "Godkend",
    refuse: "Afvis",
    ask: "Bed om rækker",
    kind: "Hvilke rækker",
    standard: "Datastandard",
    municipality: "Kommunekode",
    municipalityHint: "Tre cifre, fx 751.",
    period: "Periode",
    periodHint: "Fx 2025-H2. Tom for afviste rækker.",
    delivery: "Leverance",
    deliveryHint: "Kun for afviste rækker: leverancens nummer, som det står i adressen på leverancens side.",
    reason: "Hvad skal rækkerne bruges til?",
    reasonHint: "En eller to sætninger. Ingen navne eller CPR-numre.",
    submit: "Send til godkendelse",
    sent: (number: string) => `Anmodningen har nummer ${number} og venter på, at en anden godkender den.`,
    stamp: (number: string) => `Må ikke videregives · ${number}`,
    problems: {
      purpose: (title: string, purpose: string) =>
        `»${title}« er ikke indsamlet til formålet ${purpose} og må ikke tages ud til det.`,
      scope: "Det ligger uden for den kommune, som du har adgang til.",
      steward: "Afviste rækker kan kun den dataansvarlige bede om, til kontrol af data.",
      period: "Perioden kan ikke læses. Skriv fx 2025-H2.",
      delivery: "Der er ingen afviste rækker fra den leverance, eller de er slettet.",
      nothing: "Der er ingen rækker af den standard fra den kommune og periode.",
      reason: "Skriv, hvad rækkerne skal bruges til: mindst ti tegn og intet CPR-nummer.",
      decided: "Anmodningen er allerede afgjort, eller du har selv lavet den."
    }
  }
};
