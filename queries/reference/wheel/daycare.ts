import {arrival, happening, packages, type WheelEntry} from "../wheel-entry.ts";
import {
  autumnConversations,
  autumnPackages,
  lastHalfYear,
  springConversations,
  springPackages,
  summerIntake,
  thisHalfYear,
  thisYear,
  winterIntake,
  within
} from "./rules.ts";

const common = {area: "daycare", unitKinds: ["daycare"], owner: "Dagtilbudschef"} as const;
const data = {...common, owner: "Datasteward", period: lastHalfYear} as const;
const leaders = {
  ...common,
  definition: "leader",
  rule: "inputs-arrived",
  inputs: ["children", "staffing", "staff-absence", "language-assessments"],
  period: lastHalfYear
} as const;

export const daycareEntries: readonly WheelEntry[] = [
  arrival({
    ...data,
    id: "children-winter",
    title: "Indskrevne børn, andet halvår",
    titleEnglish: "Enrolled children, second half-year",
    standards: ["children"],
    window: winterIntake
  }),
  arrival({
    ...data,
    id: "children-summer",
    title: "Indskrevne børn, første halvår",
    titleEnglish: "Enrolled children, first half-year",
    standards: ["children"],
    window: summerIntake
  }),
  happening("deadline", {
    ...common,
    id: "language-round-spring",
    title: "Sprogvurderinger i dagtilbud, forårets runde",
    titleEnglish: "Language assessments in day care, spring round",
    period: thisHalfYear,
    window: within(2, 1, 3, 31)
  }),
  arrival({
    ...data,
    id: "language-winter",
    title: "Sprogvurderinger, andet halvår",
    titleEnglish: "Language assessments, second half-year",
    standards: ["language-assessments"],
    window: winterIntake
  }),
  arrival({
    ...data,
    id: "language-summer",
    title: "Sprogvurderinger, første halvår",
    titleEnglish: "Language assessments, first half-year",
    standards: ["language-assessments"],
    window: summerIntake
  }),
  packages({
    ...leaders,
    id: "daycare-packages-spring",
    title: "Datapakker til dagtilbud, forår",
    titleEnglish: "Data packages for day care, spring",
    window: springPackages
  }),
  happening("conversation", {
    ...common,
    id: "daycare-conversations-spring",
    title: "Læringssamtaler i dagtilbud, forår",
    titleEnglish: "Learning conversations in day care, spring",
    period: lastHalfYear,
    window: springConversations
  }),
  packages({
    ...leaders,
    id: "daycare-packages-autumn",
    title: "Datapakker til dagtilbud, efterår",
    titleEnglish: "Data packages for day care, autumn",
    window: autumnPackages
  }),
  happening("conversation", {
    ...common,
    id: "daycare-conversations-autumn",
    title: "Læringssamtaler i dagtilbud, efterår",
    titleEnglish: "Learning conversations in day care, autumn",
    period: lastHalfYear,
    window: autumnConversations
  }),
  arrival({
    ...common,
    id: "daycare-ratios-published",
    title: "Normeringer pr. forældrebestyrelse offentliggøres",
    titleEnglish: "Ratios per parent board are published",
    note: "Danmarks Statistik. Tallene er omkring ti måneder gamle, når de kommer.",
    noteEnglish: "Statistics Denmark. The figures are about ten months old when they come.",
    owner: "Analytiker",
    standards: [],
    period: {kind: "year", step: -1},
    window: within(11, 1, 11, 30)
  }),
  happening("deadline", {
    ...common,
    id: "daycare-supervision",
    title: "Tilsynsrapporter offentliggøres",
    titleEnglish: "Supervision reports are published",
    note: "Hvert dagtilbud får en tilsynsrapport mindst hvert andet år.",
    noteEnglish: "Each day-care institution gets a supervision report at least every second year.",
    period: thisYear,
    window: within(12, 1, 12, 30)
  })
];
