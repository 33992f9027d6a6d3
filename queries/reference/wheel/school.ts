import {arrival, happening, packages, type WheelEntry} from "../wheel-entry.ts";
import {
  autumnConversations,
  autumnPackages,
  lastHalfYear,
  lastSchoolYear,
  onDay,
  springConversations,
  springPackages,
  summerIntake,
  thisHalfYear,
  thisSchoolYear,
  winterIntake,
  within
} from "./rules.ts";

const common = {area: "school", unitKinds: ["school"], owner: "Skolechef"} as const;
const data = {...common, owner: "Datasteward"} as const;
const leaders = {
  ...common,
  definition: "leader",
  rule: "inputs-arrived",
  inputs: ["pupils", "absence", "staffing", "staff-absence", "wellbeing", "grades"],
  period: lastHalfYear
} as const;

const arrivals: readonly WheelEntry[] = [
  arrival({
    ...data,
    id: "absence-winter",
    title: "Elevfravær, andet halvår",
    titleEnglish: "Pupils' absence, second half-year",
    standards: ["absence"],
    period: lastHalfYear,
    window: winterIntake
  }),
  arrival({
    ...data,
    id: "absence-summer",
    title: "Elevfravær, første halvår",
    titleEnglish: "Pupils' absence, first half-year",
    standards: ["absence"],
    period: lastHalfYear,
    window: summerIntake
  }),
  arrival({
    ...data,
    id: "pupils-winter",
    title: "Elever og klasser, første halvår",
    titleEnglish: "Pupils and classes, first half-year",
    standards: ["pupils"],
    period: thisHalfYear,
    window: within(2, 1, 2, 20)
  }),
  arrival({
    ...data,
    id: "pupils-autumn",
    title: "Elever og klasser, andet halvår",
    titleEnglish: "Pupils and classes, second half-year",
    note: "Opgjort 5. september.",
    noteEnglish: "Counted on 5 September.",
    standards: ["pupils"],
    period: thisHalfYear,
    window: within(9, 8, 9, 30)
  }),
  arrival({
    ...data,
    id: "wellbeing",
    title: "Trivselsmålingens resultater",
    titleEnglish: "Results of the wellbeing survey",
    note: "Skoleåret er nyt i efterårets pakker.",
    noteEnglish: "The school year is new in the packages of autumn.",
    standards: ["wellbeing"],
    period: thisSchoolYear,
    window: within(5, 4, 5, 29)
  }),
  arrival({
    ...data,
    id: "grades",
    title: "Prøvekarakterer, 9. klasse",
    titleEnglish: "Examination grades, year 9",
    standards: ["grades"],
    period: lastSchoolYear,
    window: within(8, 20, 9, 30)
  }),
  arrival({
    ...common,
    id: "absence-published",
    title: "Ministeriets tal for elevfravær",
    titleEnglish: "The ministry's figures on absence",
    owner: "Analytiker",
    standards: [],
    period: lastSchoolYear,
    window: within(11, 1, 11, 20)
  }),
  arrival({
    ...common,
    id: "grades-reference",
    title: "Socioøkonomiske referencer for karakterer",
    titleEnglish: "Socio-economic references of grades",
    owner: "Analytiker",
    standards: [],
    period: lastSchoolYear,
    window: within(12, 1, 12, 20)
  })
];

const happenings: readonly WheelEntry[] = [
  happening("deadline", {
    ...common,
    id: "wellbeing-survey",
    title: "Trivselsmålingen er åben",
    titleEnglish: "The wellbeing survey is open",
    period: thisSchoolYear,
    window: within(1, 20, 3, 20)
  }),
  happening("deadline", {
    ...common,
    id: "school-status-report",
    title: "Statusredegørelse til udvalget",
    titleEnglish: "Status report to the committee",
    period: lastSchoolYear,
    window: within(3, 16, 3, 31)
  }),
  happening("deadline", {
    ...common,
    id: "examinations",
    title: "Folkeskolens prøver",
    titleEnglish: "School-leaving examinations",
    period: thisSchoolYear,
    window: within(5, 1, 6, 25)
  }),
  happening("deadline", {
    ...common,
    id: "pupil-count",
    title: "Elevtallet opgøres",
    titleEnglish: "Pupils are counted",
    period: thisSchoolYear,
    window: onDay(9, 5),
    leadDays: 7
  }),
  happening("deadline", {
    ...common,
    id: "language-school-start",
    title: "Sprogvurderinger ved skolestart",
    titleEnglish: "Language assessments at school start",
    period: thisSchoolYear,
    window: within(8, 10, 10, 1)
  })
];

const dialogue: readonly WheelEntry[] = [
  packages({
    ...leaders,
    id: "school-packages-spring",
    title: "Datapakker til skoler, forår",
    titleEnglish: "Data packages for schools, spring",
    window: springPackages
  }),
  happening("conversation", {
    ...common,
    id: "school-conversations-spring",
    title: "Læringssamtaler på skoler, forår",
    titleEnglish: "Learning conversations at schools, spring",
    period: lastHalfYear,
    window: springConversations
  }),
  packages({
    ...leaders,
    id: "school-packages-autumn",
    title: "Datapakker til skoler, efterår",
    titleEnglish: "Data packages for schools, autumn",
    note: "Med nye karakterer, ny trivsel og et helt skoleårs fravær: årets resultatpakke.",
    noteEnglish: "With new grades, new wellbeing and a whole school year's absence: the year's package of results.",
    window: autumnPackages
  }),
  happening("conversation", {
    ...common,
    id: "school-conversations-autumn",
    title: "Skoleudviklingssamtaler",
    titleEnglish: "School development conversations",
    note: "Årets samtale efter folkeskolelovens § 40 a, som bruger efterårets pakke.",
    noteEnglish: "The year's conversation under section 40 a of the school act, over the package of autumn.",
    period: lastHalfYear,
    window: autumnConversations
  })
];

export const schoolEntries: readonly WheelEntry[] = [...arrivals, ...happenings, ...dialogue];
