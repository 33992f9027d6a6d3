import type {Classification} from "./classification.ts";

export const unitKinds: Classification = {
  id: "unit-kinds",
  title: "Enhedstyper",
  source: "Aarshjul",
  codes: [
    {code: "area", label: "Område", labelEnglish: "Area"},
    {code: "school", label: "Skole", labelEnglish: "School"},
    {code: "daycare", label: "Dagtilbud", labelEnglish: "Day care"},
    {code: "leisure", label: "Fritidstilbud", labelEnglish: "Leisure"}
  ]
};
