import {many} from "./many.ts";

export const danishAgreementsPage = {
  agreementsPage: {
    title: "Aftaler",
    lead: "Hvad samtalerne har aftalt, ved siden af det nyeste tal, og om ændringen kan skelnes fra tilfældighed.",
    place: "Kommune eller område",
    status: "Status",
    all: "Alle",
    apply: "Vis",
    count: (count: number) => many(count, "aftale", "aftaler"),
    summary: (open: number, late: number, done: number) =>
      `${open} i gang, heraf ${late} over fristen. ${done} gennemført.`,
    empty: "Ingen aftaler passer til valget, eller du har ikke adgang til dem.",
    made: (period: string) => `Aftalt over ${period}`,
    late: "fristen er overskredet",
    more: (count: number) => `De nyeste ${count} vises. Vælg et område for at se færre.`
  }
};
