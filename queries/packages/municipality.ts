import {type DataPackage, distributions, figures, rows} from "./data-package.ts";

export const municipality: DataPackage = {
  id: "municipality",
  title: "Kommunens udgave",
  titleEnglish: "Municipality edition",
  audience: "Direktion og udvalg, før drøftelsen af børn og unge",
  audienceEnglish: "The executive board and committees, before the discussion of children and young people",
  kinds: ["municipality"],
  comparators: ["neighbours", "similar", "region", "nation"],
  periods: {"half-year": 8, "school-year": 5, year: 5},
  spread: ["area", "school", "daycare"],
  standingOut: 6,
  findings: {structure: 4, process: 4, result: 6},
  pages: [8, 30],
  choices: [
    ...figures("daycare-ratio-0-2", "daycare-ratio-3-5", "pedagogue-share", "class-size"),
    ...figures("staff-sickness-days-per-fte"),
    ...rows("population", "population-share-0-5", "population-share-6-16", "population-share-67-plus"),
    ...rows("employment-rate", "disposable-income", "population-density", "pupils", "pupils-per-teacher"),
    ...rows("leisure-pedagogue-share", "staff-sickness", "teacher-sickness"),
    ...figures("language-assessment-coverage", "wellbeing-response-rate"),
    ...rows("parent-response-rate", "parent-response-rate-school", "parent-response-rate-leisure"),
    ...figures("language-support-share", "school-absence", "wellbeing-general"),
    ...distributions("wellbeing-distribution"),
    ...figures("exam-average", "parent-satisfaction"),
    ...rows("high-absence-share", "school-absence-sick", "school-absence-permitted", "school-absence-unlawful"),
    ...rows("wellbeing-social", "wellbeing-academic", "wellbeing-support", "wellbeing-calm"),
    ...rows("exam-frequency", "exam-two-or-more", "parent-satisfaction-school", "parent-satisfaction-leisure")
  ]
};
