/** What the search box finds, as a list on the page and as what the box itself offers. */
import type {Language} from "../../queries/model.ts";
import type {SearchEntry} from "../search.ts";
import {webTextOf} from "../text-web.ts";
import {hitHref, type QuestionId} from "./front-questions.ts";

export interface Hits {
  readonly query: string;
  readonly question: QuestionId | null;
  readonly found: readonly SearchEntry[];
  readonly language: Language;
}

/** Also the answer of `/api/soeg`. */
export function hitsModel({query, question, found, language}: Hits) {
  const t = webTextOf(language).front;
  const groups = [...new Set(found.map(({group}) => group))].map((group) => ({
    title: t.groups[group],
    links: found
      .filter((hit) => hit.group === group)
      .map((hit) => ({label: hit.label, detail: hit.detail, href: hitHref(hit, question, language)}))
  }));
  return {heading: found.length > 0 ? t.results(found.length, query) : t.none(query), groups};
}
export type HitsModel = ReturnType<typeof hitsModel>;
