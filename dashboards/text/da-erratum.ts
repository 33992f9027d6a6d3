export const danishErratum = {
  title: "Rettelse",
  lead: (replaces: string, released: string | null) =>
    `Denne udgivelse erstatter ${replaces}${released ? `, som blev udsendt ${released}` : ""}. Den gamle kan stadig læses og er mærket som erstattet.`,
  reasonTitle: "Hvad der er rettet, og hvorfor",
  noReason: "Begrundelsen er ikke skrevet endnu. Uden den kan udgivelsen ikke godkendes.",
  reasonAt: (date: string) => `Skrevet ${date}.`,
  changesTitle: "Tal, der er ændret",
  own: "Enhedens egne tal",
  others: "Tal, som der sammenlignes med",
  indicator: "Nøgletal",
  period: "Periode",
  before: "Før",
  now: "Nu",
  states: {absent: "ikke med", withheld: "vises ikke mere"},
  nothing: "Intet tal ser anderledes ud. Det, der er ændret, er fund, aftaler eller det, som tallene er regnet af.",
  left: (count: number) =>
    count === 1
      ? "Ét tal mere er ændret; det står i filen data/changes.csv."
      : `${count} tal mere er ændret; de står i filen data/changes.csv.`,
  rounded: (count: number) =>
    count === 1
      ? "Ét tal er ændret så lidt, at det ikke ses efter afrunding."
      : `${count} tal er ændret så lidt, at det ikke ses efter afrunding.`,
  withheld: "Et tal, der ikke længere vises, for at nogen ikke skal kunne kendes, gentages heller ikke her."
};
