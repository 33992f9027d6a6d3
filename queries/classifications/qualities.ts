import type {Classification} from "./classification.ts";

export const qualities: Classification = {
  id: "qualities",
  title: "Kvalitetstyper",
  source: "Danmarks Evalueringsinstitut",
  codes: [
    {code: "structure", label: "Strukturkvalitet", labelEnglish: "Structure"},
    {code: "process", label: "Proceskvalitet", labelEnglish: "Process"},
    {code: "result", label: "Resultatkvalitet", labelEnglish: "Result"}
  ]
};
