import {type DataPackage, distributions, figures, only, rows} from "./data-package.ts";

export const leader: DataPackage = {
  id: "leader",
  title: "Lederens udgave",
  titleEnglish: "Leader's edition",
  audience: "Lederen og bestyrelsen, før den halvårlige læringssamtale",
  audienceEnglish: "The leader and the board, before the half-yearly learning conversation",
  kinds: ["school", "daycare", "leisure"],
  comparators: ["municipality", "neighbours", "similar", "nation"],
  periods: {"half-year": 8, "school-year": 5, year: 5},
  spread: [],
  standingOut: 6,
  findings: {structure: 2, process: 4, result: 4},
  pages: [8, 12],
  choices: [
    ...figures("daycare-ratio-0-2", "daycare-ratio-3-5", "pedagogue-share", "leisure-pedagogue-share"),
    ...figures("pupils", "class-size"),
    ...only(["school", "leisure"], figures("staff-sickness-days-per-fte")),
    ...only(["daycare"], rows("staff-sickness-days-per-fte")),
    ...rows("pupils-per-teacher", "staff-sickness"),
    ...figures("language-assessment-coverage", "wellbeing-response-rate"),
    ...figures("parent-response-rate", "parent-response-rate-school", "parent-response-rate-leisure"),
    ...figures("school-absence", "wellbeing-general"),
    ...distributions("wellbeing-distribution"),
    ...figures("exam-average", "language-support-share"),
    ...figures("parent-satisfaction", "parent-satisfaction-school", "parent-satisfaction-leisure"),
    ...rows("high-absence-share", "school-absence-sick", "school-absence-permitted", "school-absence-unlawful"),
    ...rows("wellbeing-social", "wellbeing-academic", "wellbeing-support", "wellbeing-calm"),
    ...rows("exam-two-or-more", "exam-frequency")
  ]
};
