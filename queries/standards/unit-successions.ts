import {dataPurposes, municipalityColumn, periodColumn, type Standard} from "./standard.ts";

export const unitSuccessions: Standard = {
  id: "unit-successions",
  version: 1,
  title: "Enheders efterfølgere",
  titleEnglish: "Unit successions",
  description:
    "Hvilke enheder der fortsætter i hvilke, når institutioner lægges sammen, deles, flytter eller skifter navn. Registrene bevarer ikke den historik.",
  purpose: "At tidsserier ikke brydes, når institutioner lægges sammen eller deles.",
  legalBasis: "Databeskyttelseslovens § 6; ingen personoplysninger.",
  purposes: dataPurposes,
  statisticsOnly: false,
  owner: "Kommunernes fælles datastandardisering",
  obligation: "mandatory",
  periodKind: "half-year",
  columns: [
    municipalityColumn,
    periodColumn,
    {
      id: "from_unit",
      header: "Fra enhed",
      description: "Enheden, der ophører eller ændres.",
      type: "text",
      required: true,
      personal: "none"
    },
    {
      id: "to_unit",
      header: "Til enhed",
      description: "Enheden, der fortsætter.",
      type: "text",
      required: true,
      personal: "none"
    },
    {
      id: "kind",
      header: "Ændring",
      description: "Sammenlagt, delt, flyttet eller omdøbt.",
      type: "text",
      required: true,
      personal: "none",
      codes: "succession-kinds"
    },
    {
      id: "share",
      header: "Andel",
      description: "Den andel af fra-enheden, der fortsætter i til-enheden; andelene for en fra-enhed summerer til 1.",
      type: "decimal",
      required: true,
      personal: "none",
      minimum: 0,
      maximum: 1
    },
    {
      id: "date",
      header: "Dato",
      description: "Dagen, ændringen gælder fra.",
      type: "date",
      required: true,
      personal: "none"
    }
  ],
  key: ["from_unit", "to_unit", "date"],
  rules: [{id: "zero-share", severity: "error", condition: "share <= 0", message: "Andelen skal være større end 0."}],
  keepMonths: 600
};
