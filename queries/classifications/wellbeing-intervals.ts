import type {Classification} from "./classification.ts";

export const wellbeingIntervals: Classification = {
  id: "wellbeing-intervals",
  title: "Intervaller for trivsel",
  source: "Børne- og Undervisningsministeriet",
  codes: [
    {code: "1.0-2.0", label: "1,0-2,0", labelEnglish: "1.0–2.0"},
    {code: "2.1-3.0", label: "2,1-3,0", labelEnglish: "2.1–3.0"},
    {code: "3.1-4.0", label: "3,1-4,0", labelEnglish: "3.1–4.0"},
    {code: "4.1-5.0", label: "4,1-5,0", labelEnglish: "4.1–5.0"}
  ]
};
