export const englishUnitPeers = {
  unitPeers: {
    titles: {
      school: (place: string) => `Beside the other schools in ${place}`,
      daycare: (place: string) => `Beside the other day-care institutions in ${place}`,
      leisure: (place: string) => `Beside the other leisure institutions in ${place}`,
      area: (place: string) => `Beside the other areas in ${place}`,
      municipality: () => "Beside each of the neighbouring municipalities"
    },
    link: {
      school: "Beside other schools",
      daycare: "Beside other day care",
      leisure: "Beside other leisure",
      area: "Beside other areas",
      municipality: "Beside each neighbour"
    },
    lead: "A name is given only where the difference is larger than the uncertainty. The names are in alphabetical order, which says nothing about quality.",
    higher: (count: number) => `Higher than ${count}`,
    lower: (count: number) => `Lower than ${count}`,
    same: (count: number) => `Cannot be told apart from ${count}`,
    blank: (count: number) => `${count} ${count === 1 ? "has" : "have"} no figure that can be shown or compared.`,
    and: "and"
  }
} as const;
