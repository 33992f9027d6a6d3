import {many} from "./many.ts";

interface Counts {
  readonly open: number;
  readonly late: number;
  readonly soon: number;
  readonly done: number;
}

export const danishAgreementsPage = {
  agreementsPage: {
    title: "Aftaler",
    lead: "Hvad samtalerne har aftalt, ved siden af det nyeste tal, og om ændringen kan skelnes fra tilfældighed.",
    toConversations: "Samtalerne, som de er aftalt i",
    place: "Kommune eller område",
    status: "Status",
    due: "Frist",
    dueStates: {overdue: "overskredet", soon: "inden 30 dage", later: "senere"},
    effect: "Effekt",
    effects: {
      changed: "kan skelnes fra tilfældighed",
      unchanged: "kan ikke skelnes fra tilfældighed",
      unknown: "kan ikke ses endnu"
    },
    all: "Alle",
    apply: "Vis",
    count: (count: number) => many(count, "aftale", "aftaler"),
    summary: ({open, late, soon, done}: Counts) =>
      `${open} i gang, heraf ${late} over fristen og ${soon} med frist inden 30 dage. ${done} gennemført.`,
    empty: "Ingen aftaler passer til valget, eller du har ikke adgang til dem.",
    made: (period: string) => `Aftalt over ${period}`,
    noOwner: "ingen ansvarlig",
    dueOn: (date: string) => `Frist ${date}`,
    noDue: "Ingen frist",
    late: "fristen er overskredet",
    near: "inden 30 dage",
    expected: "Ventet:",
    noFigure: "Aftalen er ikke knyttet til et tal.",
    more: (count: number) => `De nyeste ${count} vises. Vælg et område for at se færre.`
  }
};
