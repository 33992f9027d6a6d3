import {municipalityColumn, periodColumn, type Standard, unitColumn} from "./standard.ts";

export const pupils: Standard = {
  id: "pupils",
  version: 1,
  title: "Elever i folkeskolen",
  titleEnglish: "Pupils",
  description: "Én elev pr. række pr. halvår, opgjort pr. 5. september (2. halvår) og 5. februar (1. halvår).",
  purpose: "Elevtal, klassestørrelse og nævner for andre nøgletal.",
  legalBasis: "Databeskyttelsesforordningens art. 6, stk. 1, litra e; folkeskoleloven.",
  purposes: ["quality", "supervision", "statistics"],
  statisticsOnly: false,
  owner: "Kommunernes fælles datastandardisering",
  obligation: "mandatory",
  periodKind: "half-year",
  columns: [
    municipalityColumn,
    periodColumn,
    unitColumn,
    {
      id: "pupil",
      header: "Elev",
      description: "Pseudonym for eleven.",
      type: "text",
      required: true,
      personal: "pseudonym"
    },
    {
      id: "class",
      header: "Klasse",
      description: "Klassens betegnelse på skolen, fx 7A.",
      type: "text",
      required: true,
      personal: "ordinary"
    },
    {
      id: "grade",
      header: "Klassetrin",
      description: "0 til 10.",
      type: "integer",
      required: true,
      personal: "ordinary",
      minimum: 0,
      maximum: 10,
      codes: "grades-levels"
    },
    {
      id: "class_type",
      header: "Klassetype",
      description: "Normalklasse, specialklasse eller modtageklasse.",
      type: "text",
      required: true,
      personal: "ordinary",
      codes: "class-types"
    },
    {
      id: "age_divided",
      header: "Fuldt årgangsdelt",
      description: "Ja, hvis klassen kun har elever fra ét klassetrin.",
      type: "boolean",
      required: true,
      personal: "none"
    },
    {
      id: "sex",
      header: "Køn",
      description: "K eller M.",
      type: "text",
      required: false,
      personal: "ordinary",
      codes: "sexes"
    }
  ],
  key: ["unit", "pupil", "period"],
  rules: [],
  keepMonths: 60
};
