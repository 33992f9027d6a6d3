import type {Classification} from "./classification.ts";

export const populationAges: Classification = {
  id: "population-ages",
  title: "Aldersgrupper i befolkningen",
  source: "Danmarks Statistik",
  codes: [
    {code: "0-5", label: "0-5 år", labelEnglish: "0–5 years"},
    {code: "6-16", label: "6-16 år", labelEnglish: "6–16 years"},
    {code: "17-25", label: "17-25 år", labelEnglish: "17–25 years"},
    {code: "26-66", label: "26-66 år", labelEnglish: "26–66 years"},
    {code: "67+", label: "67 år og derover", labelEnglish: "67 and over"}
  ]
};
