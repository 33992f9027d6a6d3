import type {Language} from "../../queries/model.ts";
import {hrefOf} from "../link.ts";
import {webTextOf} from "../text-web.ts";
import {searchOf} from "../view.ts";

export type CompareTab = "matrix" | "peers";

/** The two ways to compare; the municipality follows along. */
export function tabsOf(current: CompareTab, language: Language, kommune: string | null) {
  const t = webTextOf(language).compare;
  const tab = (id: CompareTab, path: string) => ({
    href: hrefOf(language, path) + searchOf(kommune ? {kommune} : {}),
    label: t[id],
    current: id === current
  });
  return [tab("matrix", "/sammenlign"), tab("peers", "/sammenlign/lignende")];
}
