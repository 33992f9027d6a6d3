import {arrival, happening, packages, type WheelEntry} from "../wheel-entry.ts";
import {
  autumnPackages,
  lastHalfYear,
  lastYear,
  springPackages,
  summerIntake,
  thisHalfYear,
  thisYear,
  winterIntake,
  within
} from "./rules.ts";

const institutions = ["daycare", "school", "leisure"] as const;
const common = {area: "municipality", unitKinds: ["municipality"], owner: "Direktør for børn og unge"} as const;
const data = {...common, unitKinds: institutions, owner: "Datasteward"} as const;
const staff = {...data, area: "staff"} as const;
const published = {...common, owner: "Analytiker", standards: []} as const;
const inputs = ["children", "pupils", "absence", "staffing", "staff-absence"];
const editions = {...common, rule: "inputs-arrived", inputs, period: lastHalfYear} as const;
const areaLeaders = {...editions, unitKinds: ["area"], definition: "area", owner: "Områdechef"} as const;

const arrivals: readonly WheelEntry[] = [
  happening("deadline", {
    ...data,
    id: "units-winter",
    title: "Ændringer i enheder indberettes, andet halvår",
    titleEnglish: "Changes of units are reported, second half-year",
    note: "Kun når noget er lukket, åbnet, slået sammen eller flyttet.",
    noteEnglish: "Only when something has closed, opened, merged or moved.",
    period: lastHalfYear,
    window: winterIntake
  }),
  happening("deadline", {
    ...data,
    id: "units-summer",
    title: "Ændringer i enheder indberettes, første halvår",
    titleEnglish: "Changes of units are reported, first half-year",
    note: "Kun når noget er lukket, åbnet, slået sammen eller flyttet.",
    noteEnglish: "Only when something has closed, opened, merged or moved.",
    period: lastHalfYear,
    window: summerIntake
  }),
  arrival({
    ...staff,
    id: "staff-winter",
    title: "Stillinger og personalefravær, andet halvår",
    titleEnglish: "Posts and staff absence, second half-year",
    standards: ["staffing", "staff-absence"],
    period: lastHalfYear,
    window: winterIntake
  }),
  arrival({
    ...staff,
    id: "staff-summer",
    title: "Stillinger og personalefravær, første halvår",
    titleEnglish: "Posts and staff absence, first half-year",
    standards: ["staffing", "staff-absence"],
    period: lastHalfYear,
    window: summerIntake
  }),
  arrival({
    ...data,
    id: "observations-winter",
    title: "Observationer og dialog, andet halvår",
    titleEnglish: "Observations and dialogue, second half-year",
    standards: ["observations"],
    period: lastHalfYear,
    window: winterIntake
  }),
  arrival({
    ...data,
    id: "observations-summer",
    title: "Observationer og dialog, første halvår",
    titleEnglish: "Observations and dialogue, first half-year",
    standards: ["observations"],
    period: lastHalfYear,
    window: summerIntake
  }),
  arrival({
    ...data,
    id: "parent-survey",
    title: "Forældretilfredshed",
    titleEnglish: "Parents' satisfaction",
    standards: ["parent-survey"],
    period: thisYear,
    window: within(5, 15, 6, 20)
  })
];

const publications: readonly WheelEntry[] = [
  arrival({
    ...published,
    id: "budget-figures",
    title: "Budgettal i de kommunale nøgletal",
    titleEnglish: "Budgets in the municipal key figures",
    period: thisYear,
    window: within(2, 1, 2, 28)
  }),
  arrival({
    ...published,
    id: "account-figures",
    title: "Regnskabstal og takster i de kommunale nøgletal",
    titleEnglish: "Accounts and fees in the municipal key figures",
    period: lastYear,
    window: within(5, 1, 5, 31)
  })
];

const politics: readonly WheelEntry[] = [
  happening("meeting", {
    ...common,
    id: "budget-talks",
    title: "Budgetdrøftelser",
    titleEnglish: "Budget talks",
    note: "Budgettet vedtages senest 15. oktober.",
    noteEnglish: "The budget is adopted by 15 October.",
    period: thisYear,
    window: within(8, 15, 10, 15)
  }),
  happening("meeting", {
    ...common,
    id: "committee-spring",
    title: "Udvalget drøfter forårets pakke",
    titleEnglish: "The committee discusses the package of spring",
    period: lastHalfYear,
    window: within(6, 1, 6, 19)
  }),
  happening("meeting", {
    ...common,
    id: "committee-autumn",
    title: "Udvalget drøfter efterårets pakke",
    titleEnglish: "The committee discusses the package of autumn",
    period: lastHalfYear,
    window: within(12, 1, 12, 16)
  }),
  happening("deadline", {
    ...common,
    unitKinds: institutions,
    id: "agreements-follow-up",
    title: "Aftaler fra forårets samtaler følges op",
    titleEnglish: "Agreements of spring are followed up",
    period: thisHalfYear,
    window: within(9, 1, 9, 15)
  })
];

const dialogue: readonly WheelEntry[] = [
  packages({
    ...areaLeaders,
    id: "area-packages-spring",
    title: "Områdernes datapakker, forår",
    titleEnglish: "Data packages for areas, spring",
    window: springPackages
  }),
  packages({
    ...areaLeaders,
    id: "area-packages-autumn",
    title: "Områdernes datapakker, efterår",
    titleEnglish: "Data packages for areas, autumn",
    window: autumnPackages
  }),
  packages({
    ...editions,
    id: "municipality-packages-spring",
    title: "Kommunens datapakke, forår",
    titleEnglish: "The municipality's data package, spring",
    definition: "municipality",
    window: within(5, 1, 5, 15)
  }),
  packages({
    ...editions,
    id: "councillor-packages-spring",
    title: "Byrådets datapakke, forår",
    titleEnglish: "The city council's data package, spring",
    definition: "councillor",
    window: within(5, 1, 5, 15)
  }),
  packages({
    ...editions,
    id: "municipality-packages-autumn",
    title: "Kommunens datapakke, efterår",
    titleEnglish: "The municipality's data package, autumn",
    definition: "municipality",
    window: within(11, 9, 11, 20)
  }),
  packages({
    ...editions,
    id: "councillor-packages-autumn",
    title: "Byrådets datapakke, efterår",
    titleEnglish: "The city council's data package, autumn",
    definition: "councillor",
    window: within(11, 9, 11, 20)
  })
];

export const municipalityEntries: readonly WheelEntry[] = [...arrivals, ...publications, ...politics, ...dialogue];
