import type {Classification} from "./classification.ts";

export const subjects: Classification = {
  id: "subjects",
  title: "Obligatoriske prøver",
  source: "Børne- og Undervisningsministeriet",
  codes: [
    {code: "danish-reading", label: "Dansk, læsning", labelEnglish: "Danish, reading"},
    {code: "danish-spelling", label: "Dansk, retskrivning", labelEnglish: "Danish, spelling"},
    {code: "danish-writing", label: "Dansk, skriftlig fremstilling", labelEnglish: "Danish, writing"},
    {code: "danish-oral", label: "Dansk, mundtlig", labelEnglish: "Danish, oral"},
    {code: "maths-without", label: "Matematik uden hjælpemidler", labelEnglish: "Maths without aids"},
    {code: "maths-with", label: "Matematik med hjælpemidler", labelEnglish: "Maths with aids"},
    {code: "english-oral", label: "Engelsk, mundtlig", labelEnglish: "English, oral"},
    {code: "science-oral", label: "Fællesprøve i naturfag", labelEnglish: "Joint science exam"}
  ]
};
