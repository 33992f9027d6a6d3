import type {danishAgreementsPage} from "./da-agreements-wheel.ts";
import {many} from "./many.ts";

export const englishAgreementsPage: typeof danishAgreementsPage = {
  agreementsPage: {
    title: "Agreements",
    lead: "What the conversations agreed on, beside the newest figure, and whether the change can be told from chance.",
    place: "Municipality or area",
    status: "Status",
    all: "All",
    apply: "Show",
    count: (count: number) => many(count, "agreement", "agreements", "en-GB"),
    summary: (open: number, late: number, done: number) => `${open} open, of which ${late} overdue. ${done} done.`,
    empty: "No agreements fit the choice, or you may not see them.",
    made: (period: string) => `Agreed over ${period}`,
    late: "overdue",
    more: (count: number) => `The newest ${count} are shown. Choose an area to see fewer.`
  }
};
