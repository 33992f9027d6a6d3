import type {Classification} from "./classification.ts";

export const gradesLevels: Classification = {
  id: "grades-levels",
  title: "Klassetrin",
  source: "Børne- og Undervisningsministeriet",
  codes: [
    {code: "0", label: "0. klasse", labelEnglish: "Grade 0"},
    {code: "1", label: "1. klasse", labelEnglish: "Grade 1"},
    {code: "2", label: "2. klasse", labelEnglish: "Grade 2"},
    {code: "3", label: "3. klasse", labelEnglish: "Grade 3"},
    {code: "4", label: "4. klasse", labelEnglish: "Grade 4"},
    {code: "5", label: "5. klasse", labelEnglish: "Grade 5"},
    {code: "6", label: "6. klasse", labelEnglish: "Grade 6"},
    {code: "7", label: "7. klasse", labelEnglish: "Grade 7"},
    {code: "8", label: "8. klasse", labelEnglish: "Grade 8"},
    {code: "9", label: "9. klasse", labelEnglish: "Grade 9"},
    {code: "10", label: "10. klasse", labelEnglish: "Grade 10"}
  ]
};
