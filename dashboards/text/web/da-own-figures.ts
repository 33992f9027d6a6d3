export const danishOwnFigures = {
  ownFigures: {
    title: (unit: string) => `Kun for jer: ${unit}`,
    link: "Se de tal, som kun I må se",
    linkText: "Nogle af enhedens tal er skjult for alle andre. Som leder af enheden kan du se dem fra tre personer.",
    lead: "Tal om jeres egen enhed, som er skjult for alle andre: i pakkerne, på siderne her og i de åbne data.",
    mark: "Kun for jer: må ikke videregives",
    markText:
      "Brug dem i jeres eget arbejde. Vis, send eller print dem ikke til andre, heller ikke til bestyrelsen: sammen med de viste tal kan de røbe enkelte personer. Det skrives i loggen, at siden er set.",
    only: "vises kun for jer",
    count: (count: number) =>
      count === 1 ? "Ét skjult tal kan vises for jer." : `${count} skjulte tal kan vises for jer.`,
    none: "Ingen af enhedens skjulte tal kan vises, heller ikke for jer.",
    missing: "Der er ingen tal at vise endnu. De kommer med den næste frigivelse.",
    period: "Periode",
    interval: "Usikkerhed",
    persons: "Personer",
    why: "Hvorfor er der tal, som heller ikke vises her?",
    whyTexts: [
      "De handler om færre end tre personer, eller om ingen eller alle i noget følsomt.",
      "De kunne regnes ud af et andet tal, som så heller ikke vises.",
      "Den, der kender dem, kunne regne en anden enhed ud.",
      "Kommunens dataansvarlige har skjult dem."
    ]
  }
};
