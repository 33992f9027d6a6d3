import type {Language, UnitKind} from "../../queries/model.ts";
import type {HiddenShare} from "../../queries/release.ts";
import {formatNumber} from "../format.ts";
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

const fewest = 100;

function cellOf(share: HiddenShare | undefined, language: Language) {
  if (!share) return {text: "–", level: "none"};
  const t = webTextOf(language).quality;
  const all = share.shown + share.hidden;
  if (share.hidden === 0) return {text: t.hiddenNone, level: "none"};
  const percent = (100 * share.hidden) / all;
  const [word, level] =
    percent < 5
      ? ([t.hiddenFew, "few"] as const)
      : percent < 25
        ? ([t.hiddenSome, "some"] as const)
        : ([t.hiddenMany, "many"] as const);
  const written = `${formatNumber(percent, percent < 1 ? 1 : 0, language)} ${language === "da" ? "pct." : "per cent"}`;
  return {text: all < fewest ? word : t.hiddenShareOf(word, written), level};
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
