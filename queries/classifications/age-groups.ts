import type {Classification} from "./classification.ts";

export const ageGroups: Classification = {
  id: "age-groups",
  title: "Aldersgrupper i dagtilbud",
  source: "Danmarks Statistik",
  codes: [
    {code: "0-2", label: "0-2 år", labelEnglish: "0–2 years"},
    {code: "3-5", label: "3-5 år", labelEnglish: "3–5 years"}
  ]
};
