import type {Classification} from "./classification.ts";

export const sevenPointScale: Classification = {
  id: "seven-point-scale",
  title: "7-trinsskalaen",
  source: "Uddannelses- og Forskningsministeriet",
  codes: [
    {code: "-3", label: "-3", labelEnglish: "-3"},
    {code: "0", label: "0", labelEnglish: "0"},
    {code: "2", label: "2", labelEnglish: "2"},
    {code: "4", label: "4", labelEnglish: "4"},
    {code: "7", label: "7", labelEnglish: "7"},
    {code: "10", label: "10", labelEnglish: "10"},
    {code: "12", label: "12", labelEnglish: "12"}
  ]
};
