import type {Classification} from "./classification.ts";

export const languageResults: Classification = {
  id: "language-results",
  title: "Indsats efter sprogvurdering",
  source: "Sprogvurdering 3-6",
  codes: [
    {code: "general", label: "Generel indsats", labelEnglish: "General"},
    {code: "focused", label: "Fokuseret indsats", labelEnglish: "Focused"},
    {code: "special", label: "Særlig indsats", labelEnglish: "Special"}
  ]
};
