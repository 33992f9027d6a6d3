import type {Classification} from "./classification.ts";

export const classTypes: Classification = {
  id: "class-types",
  title: "Klassetyper",
  source: "Børne- og Undervisningsministeriet",
  codes: [
    {code: "normal", label: "Normalklasse", labelEnglish: "Ordinary class"},
    {code: "special", label: "Specialklasse", labelEnglish: "Special class"},
    {code: "reception", label: "Modtageklasse", labelEnglish: "Reception class"}
  ]
};
