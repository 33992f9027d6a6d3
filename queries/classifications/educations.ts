import type {Classification} from "./classification.ts";

export const educations: Classification = {
  id: "educations",
  title: "Uddannelser",
  source: "Danmarks Statistik",
  codes: [
    {code: "pedagogue", label: "Pædagog", labelEnglish: "Pedagogue"},
    {code: "assistant", label: "Pædagogisk assistent", labelEnglish: "Pedagogical assistant"},
    {code: "teacher", label: "Lærer", labelEnglish: "Teacher"},
    {code: "other-pedagogical", label: "Anden pædagogisk uddannelse", labelEnglish: "Other pedagogical"},
    {code: "none", label: "Uden pædagogisk uddannelse", labelEnglish: "None"}
  ]
};
