import type {Language, UnitKind} from "../../queries/model.ts";
import type {HiddenShare} from "../../queries/release.ts";
import {capital} from "../first-letter.ts";
import {hiddenPartOf} from "../hidden-share.ts";
import {indicatorHref} from "../link.ts";
import {titleOf} from "../sentences.ts";
import {textOf} from "../text.ts";
import {webTextOf} from "../text-web.ts";
import type {QualityState} from "./quality.ts";

const levels = ["municipality", "area", "school", "daycare", "leisure", "class"] as const satisfies readonly UnitKind[];

/** For each indicator and level how much is hidden, in a word; of few figures no share is told. */
export function hiddenModel({language, hidden, indicators, manifest}: QualityState) {
  const t = webTextOf(language).quality;
  const shown = levels.filter((kind) => hidden.some((each) => each.kind === kind));
  const rows = [...indicators.values()].flatMap((indicator) => {
    const own = hidden.filter((each) => each.indicator === indicator.id);
    if (own.length === 0) return [];
    const cells = shown.map((kind) =>
      cellOf(
        own.find((each) => each.kind === kind),
        language
      )
    );
    return [{title: titleOf(indicator, language), href: indicatorHref(language, indicator.id), cells}];
  });
  return {
    lead: t.hiddenLead(manifest.protection.rule),
    heads: shown.map((kind) => capital(textOf(language).kindsPlural[kind])),
    rows: rows.toSorted((a, b) => a.title.localeCompare(b.title, language))
  };
}

function cellOf(share: HiddenShare | undefined, language: Language) {
  if (!share) return {text: "–", level: "none"};
  const t = webTextOf(language).quality;
  const part = hiddenPartOf(share.hidden, share.shown + share.hidden, language);
  if (!part) return {text: t.hiddenNone, level: "none"};
  const word = {few: t.hiddenFew, some: t.hiddenSome, many: t.hiddenMany}[part.level];
  if (part.share === null) return {text: word, level: part.level};
  return {text: t.hiddenShareOf(word, `${part.share} ${language === "da" ? "pct." : "per cent"}`), level: part.level};
}
