import type {danishOwnFigures} from "./da-own-figures.ts";

export const englishOwnFigures: typeof danishOwnFigures = {
  ownFigures: {
    title: (unit) => `For you only: ${unit}`,
    link: "See the figures that only you may see",
    linkText:
      "Some of the unit's figures are hidden from everybody else. As its manager you can see them from three persons.",
    lead: "Figures about your own unit that are hidden from everybody else: in packages, on the pages here and in open data.",
    mark: "For you only: must not be passed on",
    markText:
      "Use them in your own work. Do not show, send or print them for others, nor for the board: together with the figures that are shown they can tell of single persons. It is logged that the page was seen.",
    only: "shown to you only",
    count: (count) =>
      count === 1 ? "One hidden figure can be shown to you." : `${count} hidden figures can be shown to you.`,
    none: "None of the unit's hidden figures can be shown, not even to you.",
    missing: "There are no figures to show yet. They come with the next release.",
    period: "Period",
    interval: "Uncertainty",
    persons: "Persons",
    why: "Why are there figures that are not shown here either?",
    whyTexts: [
      "They are about fewer than three persons, or about none or everybody in a sensitive matter.",
      "They could be computed from another figure, which is then not shown either.",
      "Whoever knows them could compute another unit.",
      "The municipality's data steward has hidden them."
    ]
  }
};
