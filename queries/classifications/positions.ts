import type {Classification} from "./classification.ts";

export const positions: Classification = {
  id: "positions",
  title: "Stillingskategorier",
  source: "Danmarks Statistik, Kommunernes og Regionernes Løndatakontor",
  codes: [
    {code: "leader", label: "Leder", labelEnglish: "Leader"},
    {code: "pedagogue", label: "Pædagog", labelEnglish: "Pedagogue"},
    {code: "assistant", label: "Pædagogisk assistent", labelEnglish: "Pedagogical assistant"},
    {code: "helper", label: "Pædagogmedhjælper", labelEnglish: "Helper"},
    {code: "student", label: "Studerende", labelEnglish: "Student"},
    {code: "support", label: "Støttepædagog", labelEnglish: "Support pedagogue"},
    {code: "teacher", label: "Lærer", labelEnglish: "Teacher"},
    {code: "kindergarten-teacher", label: "Børnehaveklasseleder", labelEnglish: "Kindergarten class teacher"},
    {code: "administration", label: "Administration", labelEnglish: "Administration"},
    {code: "service", label: "Teknisk service", labelEnglish: "Technical service"}
  ]
};
