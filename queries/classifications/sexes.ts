import type {Classification} from "./classification.ts";

export const sexes: Classification = {
  id: "sexes",
  title: "Køn",
  source: "Danmarks Statistik",
  codes: [
    {code: "K", label: "Kvinde", labelEnglish: "Female"},
    {code: "M", label: "Mand", labelEnglish: "Male"}
  ]
};
