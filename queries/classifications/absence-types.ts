import type {Classification} from "./classification.ts";

export const absenceTypes: Classification = {
  id: "absence-types",
  title: "Fraværstyper",
  source: "Børne- og Undervisningsministeriet",
  codes: [
    {code: "sick", label: "Sygdom", labelEnglish: "Sickness"},
    {code: "permitted", label: "Med tilladelse", labelEnglish: "With permission"},
    {code: "unlawful", label: "Ulovligt fravær", labelEnglish: "Unlawful"}
  ]
};
