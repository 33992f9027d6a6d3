import type {danishAgreementsPage} from "./da-agreements-wheel.ts";
import {many} from "./many.ts";

export const englishAgreementsPage: typeof danishAgreementsPage = {
  agreementsPage: {
    title: "Agreements",
    lead: "What the conversations agreed on, beside the newest figure, and whether the change can be told from chance.",
    toConversations: "The conversations that they were made in",
    place: "Municipality or area",
    status: "Status",
    due: "Due",
    dueStates: {overdue: "overdue", soon: "within 30 days", later: "later"},
    effect: "Effect",
    effects: {
      changed: "can be told from chance",
      unchanged: "cannot be told from chance",
      unknown: "cannot be seen yet"
    },
    all: "All",
    apply: "Show",
    count: (count: number) => many(count, "agreement", "agreements", "en-GB"),
    summary: ({open, late, soon, done}) =>
      `${open} open, of which ${late} overdue and ${soon} due within 30 days. ${done} done.`,
    empty: "No agreements fit the choice, or you may not see them.",
    made: (period: string) => `Agreed over ${period}`,
    noOwner: "nobody responsible",
    dueOn: (date: string) => `Due ${date}`,
    noDue: "No due date",
    late: "overdue",
    near: "within 30 days",
    expected: "Expected:",
    noFigure: "The agreement is not tied to a figure.",
    more: (count: number) => `The newest ${count} are shown. Choose an area to see fewer.`
  }
};
