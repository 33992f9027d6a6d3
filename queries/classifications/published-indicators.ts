import type {Classification} from "./classification.ts";

export const publishedIndicators: Classification = {
  id: "published-indicators",
  title: "Offentliggjorte nøgletal",
  source: "Danmarks Statistik og Indenrigs- og Sundhedsministeriet",
  codes: [
    {code: "population", label: "Befolkning 1. januar", labelEnglish: "Population 1 January"},
    {code: "population-by-age", label: "Befolkning efter alder", labelEnglish: "Population by age"},
    {code: "employment-rate", label: "Beskæftigelsesfrekvens, 16-64 år", labelEnglish: "Employment rate, 16–64"},
    {code: "disposable-income", label: "Gennemsnitlig disponibel indkomst", labelEnglish: "Average disposable income"},
    {code: "area", label: "Areal", labelEnglish: "Area"},
    {
      code: "foreign-school-age-children",
      label: "Udenlandske børn i skolealderen",
      labelEnglish: "Foreign children of school age"
    },
    {
      code: "foreign-upper-secondary-age-children",
      label: "Udenlandske unge i gymnasiealderen",
      labelEnglish: "Foreign young people of upper secondary age"
    }
  ]
};
