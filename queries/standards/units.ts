import {dataPurposes, municipalityColumn, periodColumn, type Standard} from "./standard.ts";

export const units: Standard = {
  id: "units",
  version: 1,
  title: "Enheder",
  titleEnglish: "Units",
  description:
    "Kommunens organisation: områder og institutioner med gyldighed. En enhed, der skifter navn eller overordnet enhed, får en ny række fra den dato.",
  purpose: "At kunne opgøre tal pr. institution, område og kommune og følge enheder over tid.",
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
      id: "unit",
      header: "Enhed",
      description: "Enhedens nummer som tekst. Numre genbruges aldrig.",
      type: "text",
      required: true,
      personal: "none",
      aliases: ["Institutionsnummer", "Enhedsnummer"]
    },
    {
      id: "name",
      header: "Navn",
      description: "Enhedens navn.",
      type: "text",
      required: true,
      personal: "none",
      aliases: ["Institutionsnavn", "Enhedsnavn"]
    },
    {
      id: "kind",
      header: "Type",
      description: "Område, skole, dagtilbud eller fritidstilbud.",
      type: "text",
      required: true,
      personal: "none",
      codes: "unit-kinds",
      aliases: ["Enhedstype"]
    },
    {
      id: "parent",
      header: "Overordnet enhed",
      description: "Nummeret på området eller kommunen, som enheden hører under.",
      type: "text",
      required: true,
      personal: "none"
    },
    {
      id: "ownership",
      header: "Ejerforhold",
      description: "Kommunal, selvejende eller privat.",
      type: "text",
      required: true,
      personal: "none",
      codes: "ownerships"
    },
    {
      id: "valid_from",
      header: "Gyldig fra",
      description: "Første dag, rækken gælder.",
      type: "date",
      required: true,
      personal: "none"
    },
    {
      id: "valid_to",
      header: "Gyldig til",
      description: "Sidste dag, rækken gælder; tom, hvis enheden stadig findes.",
      type: "date",
      required: false,
      personal: "none"
    }
  ],
  key: ["unit", "valid_from"],
  rules: [
    {
      id: "valid-order",
      severity: "error",
      condition: "valid_to < valid_from",
      message: "Gyldig til ligger før gyldig fra."
    },
    {
      id: "own-parent",
      severity: "error",
      condition: "parent = unit",
      message: "En enhed kan ikke være sin egen overordnede."
    }
  ],
  keepMonths: 600
};
