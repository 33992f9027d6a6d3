import type {Language} from "../../queries/model.ts";
import type {Standard} from "../../queries/standards/standard.ts";
import {standardHref} from "../link.ts";
import {titleOf} from "../sentences.ts";
import {webTextOf} from "../text-web.ts";

export interface StandardsState {
  readonly language: Language;
  readonly standards: readonly Standard[];
}

export function standardsModel({language, standards}: StandardsState) {
  const t = webTextOf(language).standards;
  return {
    foreign: language !== "da",
    standards: standards.map((standard) => ({
      href: standardHref(language, standard.id),
      title: titleOf(standard, language),
      description: standard.description,
      obligation: t.obligations[standard.obligation],
      facts: [t.version(standard.version), t.columns(standard.columns.length), t.rules(standard.rules.length)].join(
        " · "
      )
    }))
  };
}
