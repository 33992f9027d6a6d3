import type {Classification} from "./classification.ts";

export const ownerships: Classification = {
  id: "ownerships",
  title: "Ejerforhold",
  source: "Børne- og Undervisningsministeriets institutionsregister",
  codes: [
    {code: "municipal", label: "Kommunal", labelEnglish: "Municipal"},
    {code: "self-governing", label: "Selvejende", labelEnglish: "Self-governing"},
    {code: "private", label: "Privat", labelEnglish: "Private"}
  ]
};
