/** »Hvad gemmer vi om dig«: what is kept of whom, why and how long, from the standards alone. */
import type {Language} from "../../queries/model.ts";
import {ownRecords} from "../../queries/personal/own-records.ts";
import {isAboutPersons, type Standard} from "../../queries/standards/standard.ts";
import {hrefOf, standardHref} from "../link.ts";
import {titleOf} from "../sentences.ts";
import {listed, textOf} from "../text.ts";
import {webTextOf} from "../text-web.ts";
import {fact} from "./fact.ts";

export interface CitizenState {
  readonly language: Language;
  readonly standards: readonly Standard[];
  /** Whether citizens can sign in here. */
  readonly open: boolean;
  /** Whether the reader is a citizen who is signed in. */
  readonly inside: boolean;
}

export function citizenModel({language, standards, open, inside}: CitizenState) {
  const {citizen: t} = webTextOf(language);
  return {
    foreign: language !== "da",
    own: inside ? hrefOf(language, "/mine-oplysninger") : null,
    signIn: open ? hrefOf(language, "/log-ind/borger?til=/mine-oplysninger") : null,
    written: t.written(
      ownRecords.conversations.keepMonths,
      ownRecords.bounces.keepMonths,
      ownRecords.recipients.keepMonths
    ),
    standards: standards.filter(isAboutPersons).map((standard) => keptModel(standard, language))
  };
}

export function keptModel(standard: Standard, language: Language) {
  const {citizen: t} = webTextOf(language);
  const plain: Readonly<Record<string, string>> = t.standards;
  return {
    id: standard.id,
    title: titleOf(standard, language),
    text: plain[standard.id] ?? standard.description,
    href: standardHref(language, standard.id),
    facts: factsOf(standard, language)
  };
}

function factsOf({purpose, legalBasis, purposes, statisticsOnly, keepMonths}: Standard, language: Language) {
  const {citizen, ethics} = webTextOf(language);
  const {facts: t} = citizen;
  const uses = purposes.map((each) => ethics.purposeNames[each]);
  const rows: readonly (readonly [string, string])[] = [
    [t.purpose, purpose],
    [t.legalBasis, legalBasis],
    [t.use, statisticsOnly ? t.statisticsOnly : listed(uses, textOf(language).and)],
    [t.kept, t.keptFor(keepMonths)],
    [t.from, t.fromText]
  ];
  return rows.map(([term, value]) => fact(term, value));
}
