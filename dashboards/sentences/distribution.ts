import type {DisclosedFact, Indicator, Language} from "../../queries/model.ts";
import {formatBlank} from "../format.ts";
import {listed, sentenceOf, textOf} from "../text.ts";
import {relationOf} from "./relation.ts";
import {shortValue} from "./short-value.ts";

export interface Share {
  readonly label: string;
  readonly own: DisclosedFact;
  readonly other: DisclosedFact | undefined;
}

/** Which shares can be told apart from the other's, and which are hidden. `other` is in the form `i kommunen`. */
export function distributionSentence(
  shares: readonly Share[],
  other: string,
  indicator: Indicator,
  language: Language
): string {
  const say = words[language];
  const {and} = textOf(language);
  const clauses = (["higher", "lower"] as const).flatMap((relation) => {
    const met = shares.filter((share) => relationOf(share.own, share.other, indicator) === relation);
    const parts = met.map(
      ({label, own, other: fact}) =>
        `${label} (${shortValue(own, indicator, language)} ${say.against} ${shortValue(fact!, indicator, language)})`
    );
    return parts.length > 0 ? [`${say[relation]} ${listed(parts, and)}`] : [];
  });
  const hidden = shares.filter(({own}) => own.blank !== null);
  const compared = shares.some((share) => relationOf(share.own, share.other, indicator) !== "unknown");
  return [
    clauses.length > 0
      ? sentenceOf(`${say.share} ${say.than(other)} ${listed(clauses, and)}`)
      : compared
        ? say.none(other)
        : "",
    ...hidden.map(({label, own}) => sentenceOf(`${label}: ${formatBlank(own.blank!, language)}`))
  ]
    .filter(Boolean)
    .join(" ");
}

const words = {
  da: {
    share: "Andelen er",
    than: (other: string) => `sammenlignet med ${other}`,
    higher: "højere i",
    lower: "lavere i",
    against: "mod",
    none: (other: string) => `Ingen af andelene kan skelnes fra ${other}.`
  },
  en: {
    share: "The share is",
    than: (other: string) => `compared with ${other}`,
    higher: "higher in",
    lower: "lower in",
    against: "against",
    none: (other: string) => `None of the shares can be told apart from ${other}.`
  }
} as const;
