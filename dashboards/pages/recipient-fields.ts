/** What a recipient is, field by field, in words: for its page, its history and what two people wrote at once. */

import type {Language} from "../../queries/model.ts";
import type {RecipientFields} from "../../queries/registry/recipients.ts";
import {lowered} from "../first-letter.ts";
import {webTextOf} from "../text-web.ts";
import {editionName} from "./issue-row.ts";

interface FieldRow {
  readonly term: string;
  readonly value: string;
}

type Described = Omit<RecipientFields, "active">;

/** Always the same fields in the same order. */
export function recipientRows(
  {name, kind, channel, address, form, scope, subscriptions, language: spoken}: Described,
  unitName: (id: string) => string,
  language: Language
): readonly FieldRow[] {
  const {recipients, recipientForm: t, languageNames} = webTextOf(language);
  return [
    {term: t.name, value: name},
    {term: channel === "mail" ? t.address : recipients.channels[channel], value: address},
    {term: t.kind, value: t.kinds[kind]},
    {term: t.scope, value: unitName(scope)},
    {term: t.editions, value: editionsText(subscriptions, scope, unitName, language)},
    {term: t.language, value: languageNames[spoken]},
    {term: t.form, value: t.forms[form]}
  ];
}

/** The fields that are not the same, as they were and as they are. */
export function changedRows(
  before: Described,
  after: Described,
  unitName: (id: string) => string,
  language: Language
): readonly {readonly term: string; readonly before: string; readonly after: string}[] {
  const old = recipientRows(before, unitName, language);
  return recipientRows(after, unitName, language)
    .map(({term, value}, index) => ({term, before: old[index]!.value, after: value}))
    .filter((row) => row.before !== row.after);
}

function editionsText(
  subscriptions: RecipientFields["subscriptions"],
  scope: string,
  unitName: (id: string) => string,
  language: Language
): string {
  const {recipientForm: t} = webTextOf(language);
  const byUnit = Map.groupBy(subscriptions, ({unit}) => unit);
  return [...byUnit]
    .map(([unit, some]) => {
      const editions = some.map(({definition}) => editionName(definition, language)).toSorted();
      const own = unit === scope ? lowered(t.units.own) : unitName(unit);
      return `${editions.join(", ")} (${unit === "*" ? lowered(t.units.all) : own})`;
    })
    .join("; ");
}
