import {type DataPackage, figures, rows} from "./data-package.ts";

export const area: DataPackage = {
  id: "area",
  title: "Områdets udgave",
  titleEnglish: "Area edition",
  audience: "Områdets ledelse, før læringssamtalerne med institutionerne",
  audienceEnglish: "The management of the area, before the conversations with the institutions",
  kinds: ["area"],
  comparators: ["municipality", "neighbours", "similar", "nation"],
  periods: {"half-year": 8, "school-year": 5, year: 5},
  spread: ["school", "daycare", "leisure"],
  standingOut: 6,
  findings: {structure: 4, process: 4, result: 4},
  pages: [8, 20],
  choices: [
    ...figures("daycare-ratio-0-2", "pedagogue-share", "class-size", "staff-sickness-days-per-fte"),
    ...rows("daycare-ratio-3-5", "leisure-pedagogue-share", "pupils", "pupils-per-teacher"),
    ...rows("staff-sickness"),
    ...figures("language-assessment-coverage", "wellbeing-response-rate"),
    ...rows("parent-response-rate", "parent-response-rate-school", "parent-response-rate-leisure"),
    ...figures("language-support-share", "school-absence", "wellbeing-general", "exam-average"),
    ...figures("parent-satisfaction"),
    ...rows("high-absence-share", "school-absence-sick", "school-absence-permitted", "school-absence-unlawful"),
    ...rows("wellbeing-social", "wellbeing-academic", "wellbeing-support", "wellbeing-calm"),
    ...rows("exam-frequency", "exam-two-or-more", "parent-satisfaction-school", "parent-satisfaction-leisure")
  ]
};
