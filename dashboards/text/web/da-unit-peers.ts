export const danishUnitPeers = {
  unitPeers: {
    titles: {
      school: (place: string) => `Mod de andre skoler i ${place}`,
      daycare: (place: string) => `Mod de andre dagtilbud i ${place}`,
      leisure: (place: string) => `Mod de andre fritidstilbud i ${place}`,
      area: (place: string) => `Mod de andre områder i ${place}`,
      municipality: () => "Mod hver af nabokommunerne"
    },
    link: {
      school: "Mod andre skoler",
      daycare: "Mod andre dagtilbud",
      leisure: "Mod andre fritidstilbud",
      area: "Mod andre områder",
      municipality: "Mod hver nabo"
    },
    lead: "Et navn står kun, hvor forskellen er større end usikkerheden. Navnene står i alfabetisk orden, og rækkefølgen siger intet om kvalitet.",
    higher: (count: number) => `Højere end ${count}`,
    lower: (count: number) => `Lavere end ${count}`,
    same: (count: number) => `Kan ikke skelnes fra ${count}`,
    blank: (count: number) => `${count} har intet tal, der kan vises eller sammenlignes.`,
    and: "og"
  }
} as const;
