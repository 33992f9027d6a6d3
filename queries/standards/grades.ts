import {municipalityColumn, periodColumn, type Standard, unitColumn} from "./standard.ts";

export const grades: Standard = {
  id: "grades",
  version: 1,
  title: "Prøvekarakterer i 9. klasse",
  titleEnglish: "Grades in grade 9",
  description: "Én række pr. elev i 9. klasse og obligatorisk prøve; karakteren er tom, når prøven ikke er aflagt.",
  purpose: "Faglige resultater ved folkeskolens prøver.",
  legalBasis: "Databeskyttelsesforordningens art. 6, stk. 1, litra e; folkeskoleloven.",
  purposes: ["quality", "statistics"],
  statisticsOnly: false,
  owner: "Kommunernes fælles datastandardisering",
  obligation: "mandatory",
  periodKind: "school-year",
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
      id: "subject",
      header: "Prøve",
      description: "Den obligatoriske prøve (fagdisciplin).",
      type: "text",
      required: true,
      personal: "ordinary",
      codes: "subjects"
    },
    {
      id: "grade_value",
      header: "Karakter",
      description: "7-trinsskalaen: -3, 0, 2, 4, 7, 10 eller 12; tom, hvis prøven ikke er aflagt.",
      type: "integer",
      required: false,
      personal: "confidential",
      codes: "seven-point-scale",
      minimum: -3,
      maximum: 12
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
      id: "sex",
      header: "Køn",
      description: "K eller M.",
      type: "text",
      required: false,
      personal: "ordinary",
      codes: "sexes"
    }
  ],
  key: ["unit", "pupil", "period", "subject"],
  rules: [],
  keepMonths: 60
};
