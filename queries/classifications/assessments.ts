import type {Classification} from "./classification.ts";

export const assessments: Classification = {
  id: "assessments",
  title: "Vurderinger",
  source: "Aarshjul",
  codes: [
    {code: "strength", label: "Styrke", labelEnglish: "Strength"},
    {code: "attention", label: "Opmærksomhedspunkt", labelEnglish: "Point of attention"}
  ]
};
