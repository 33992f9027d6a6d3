import {happening, packages, type WheelEntry} from "../wheel-entry.ts";
import {
  autumnConversations,
  autumnPackages,
  lastHalfYear,
  springConversations,
  springPackages,
  thisYear
} from "./rules.ts";

const common = {area: "leisure", unitKinds: ["leisure"], owner: "Fritidschef"} as const;
const leaders = {
  ...common,
  definition: "leader",
  rule: "inputs-arrived",
  inputs: ["staffing", "staff-absence"],
  period: lastHalfYear
} as const;

export const leisureEntries: readonly WheelEntry[] = [
  packages({
    ...leaders,
    id: "leisure-packages-spring",
    title: "Datapakker til fritidstilbud, forår",
    titleEnglish: "Data packages for leisure, spring",
    window: springPackages
  }),
  happening("conversation", {
    ...common,
    id: "leisure-conversations-spring",
    title: "Læringssamtaler i fritidstilbud, forår",
    titleEnglish: "Learning conversations in leisure, spring",
    period: lastHalfYear,
    window: springConversations
  }),
  packages({
    ...leaders,
    id: "leisure-packages-autumn",
    title: "Datapakker til fritidstilbud, efterår",
    titleEnglish: "Data packages for leisure, autumn",
    window: autumnPackages
  }),
  happening("conversation", {
    ...common,
    id: "leisure-conversations-autumn",
    title: "Læringssamtaler i fritidstilbud, efterår",
    titleEnglish: "Learning conversations in leisure, autumn",
    period: lastHalfYear,
    window: autumnConversations
  }),
  happening("deadline", {
    ...common,
    id: "leisure-count",
    title: "Børn i fritidstilbud opgøres",
    titleEnglish: "Children in leisure are counted",
    note: "Danmarks Statistik tæller den første onsdag i oktober.",
    noteEnglish: "Statistics Denmark counts on the first Wednesday of October.",
    period: thisYear,
    window: {from: {month: 10, weekday: "wednesday", nth: 1}, to: {month: 10, weekday: "wednesday", nth: 1}},
    leadDays: 7
  })
];
