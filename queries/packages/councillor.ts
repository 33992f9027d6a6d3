import {type DataPackage, figures} from "./data-package.ts";

export const councillor: DataPackage = {
  id: "councillor",
  title: "Byrådets udgave",
  titleEnglish: "Councillors' edition",
  audience: "Medlemmer af byrådet: få tal, og ét spørgsmål til hvert",
  audienceEnglish: "Members of the city council: few figures, and one question to each",
  kinds: ["municipality"],
  comparators: ["neighbours", "similar", "nation"],
  periods: {"half-year": 8, "school-year": 5, year: 5},
  spread: [],
  standingOut: 4,
  findings: {structure: 2, process: 2, result: 2},
  pages: [1, 2],
  choices: figures(
    "daycare-ratio-0-2",
    "pedagogue-share",
    "language-support-share",
    "parent-satisfaction",
    "school-absence",
    "wellbeing-general",
    "exam-average",
    "staff-sickness-days-per-fte"
  )
};
