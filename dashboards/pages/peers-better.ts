/** Among similar municipalities: whose result can be told apart as better, and who uses fewer resources. Never a rank. */
import type {DisclosedFact, Indicator, Language, Unit} from "../../queries/model.ts";
import {periodLabel} from "../../queries/period.ts";
import {formatValue} from "../format.ts";
import {unitHref} from "../link.ts";
import {relationOf, titleOf} from "../sentences.ts";
import type {Slices} from "../slices.ts";
import {webTextOf} from "../text-web.ts";
import {cellOf} from "./indicator-state.ts";
import {figureOf} from "./peers-find.ts";
import type {PeersState} from "./peers-state.ts";
import {byName} from "./places.ts";

const kinds = ["both", "better", "cheaper", "other", "unknown"] as const;
type Kind = (typeof kinds)[number];
type Outcome = "better" | "worse" | "same" | "unknown";
type Use = "fewer" | "more" | "same" | "unknown";

/** Null until a result is chosen, or where there is nobody. `peers` may come in any order. */
export function betterModel(state: PeersState, peers: readonly Unit[], slices: Slices) {
  const {result, resource, home, address} = state;
  if (!result || !home || peers.length === 0) return null;
  const {language} = address;
  const t = webTextOf(language).peers;
  const judged = peers.toSorted(byName).map((unit) => judgedOf(unit, state, result, slices));
  const own = [result, ...(resource ? [resource.about] : [])].map((indicator) => ({
    title: titleOf(indicator, language),
    ...ownModel(indicator, home, slices, language)
  }));
  const shown = resource ? kinds : kinds.filter((kind) => kind !== "both" && kind !== "cheaper");
  return {
    own,
    heads: {result: titleOf(result, language), resource: resource ? titleOf(resource.about, language) : ""},
    groups: shown.map((kind) => ({title: t.kinds[kind], items: judged.filter((each) => each.kind === kind)}))
  };
}

function ownModel(indicator: Indicator, home: Unit, slices: Slices, language: Language) {
  const fact = figureOf({indicator}, home, slices);
  const {peers, compare} = webTextOf(language);
  if (!fact) return {text: `${home.name}: ${compare.noFigure}`};
  return {text: peers.ownFigure(home.name, formatValue(fact, indicator, language), periodLabel(fact.period, language))};
}

function judgedOf(unit: Unit, state: PeersState, result: Indicator, slices: Slices) {
  const {resource, home, address} = state;
  const {language} = address;
  const t = webTextOf(language).peers;
  const [theirs, own] = [unit, home!].map((each) => figureOf({indicator: result}, each, slices));
  const outcome = outcomeOf(theirs, own, result);
  const [used, ownUse] = resource
    ? [unit, home!].map((each) => figureOf({indicator: resource.about}, each, slices))
    : [];
  const use = resource ? useOf(used, ownUse, resource) : null;
  return {
    kind: kindOf(outcome, use),
    name: unit.name,
    href: unitHref(language, unit.id),
    result: {...cellOf(theirs, result, language), words: t.resultWords[outcome]},
    resource: resource ? {...cellOf(used, resource.about, language), words: t.resourceWords[use!]} : null
  };
}

function outcomeOf(theirs: DisclosedFact | undefined, own: DisclosedFact | undefined, result: Indicator): Outcome {
  const relation = relationOf(theirs, own, result);
  if (relation === "same" || relation === "unknown") return relation;
  return relation === result.better ? "better" : "worse";
}

function useOf(
  theirs: DisclosedFact | undefined,
  own: DisclosedFact | undefined,
  {about, fewer}: NonNullable<PeersState["resource"]>
): Use {
  const relation = relationOf(theirs, own, about);
  if (relation === "same" || relation === "unknown") return relation;
  return relation === fewer ? "fewer" : "more";
}

function kindOf(outcome: Outcome, use: Use | null): Kind {
  if (outcome === "unknown") return "unknown";
  if (outcome === "better") return use === "fewer" ? "both" : "better";
  return outcome === "same" && use === "fewer" ? "cheaper" : "other";
}
