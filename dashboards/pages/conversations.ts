/** The conversations of a half-year: with whom they are held, and how far each has come. */
import {findTemplate, templates} from "../../queries/conversations/index.ts";
import type {TemplateId} from "../../queries/conversations/template.ts";
import type {Language, Unit} from "../../queries/model.ts";
import {type PeriodId, periodLabel} from "../../queries/period.ts";
import {type ConversationState, conversationStates} from "../../queries/registry/conversations.ts";
import {formatDate} from "../format.ts";
import {conversationHref, hrefOf} from "../link.ts";
import {titleOf} from "../sentences.ts";
import {webTextOf} from "../text-web.ts";
import {type Choice, choicesOf} from "./choice.ts";
import {placeName} from "./places.ts";

export const listStates = ["none", ...conversationStates] as const;
export type ListState = (typeof listStates)[number];
export const mostConversations = 150;

export interface ConversationRow {
  readonly unit: Unit;
  readonly template: TemplateId;
  /** Null: nothing has been written. */
  readonly state: ConversationState | null;
  readonly heldOn: string;
  readonly agreements: number;
}

export interface ConversationsChoice {
  readonly periode: PeriodId;
  readonly omraade: string | null;
  readonly slags: TemplateId | null;
  readonly tilstand: ListState | null;
}

export interface ConversationsPage {
  readonly language: Language;
  readonly chosen: ConversationsChoice;
  /** Newest first. */
  readonly periods: readonly PeriodId[];
  readonly places: readonly {readonly id: string; readonly name: string}[];
  readonly rows: readonly ConversationRow[];
}

export function conversationsModel({language, chosen, periods, places, rows}: ConversationsPage) {
  const t = webTextOf(language).conversation;
  const shown = rows.slice(0, mostConversations);
  const begun = rows.filter(({state}) => state !== null);
  return {
    action: hrefOf(language, "/samtaler"),
    filters: filtersOf({language, chosen, periods, places}),
    count: t.list.count(rows.length),
    summary: t.list.summary(begun.length, begun.filter(({state}) => state !== "preparing").length),
    rows: shown.map(({unit, template, state, heldOn, agreements}) => ({
      unit: placeName(unit, language),
      href: conversationHref(language, {unit: unit.id, period: chosen.periode, template}),
      template: titleOf(findTemplate(template)!, language),
      state: state ? t.states[state] : t.list.none,
      badge: state === null ? null : state === "preparing" ? "info" : "success",
      heldOn: heldOn ? formatDate(heldOn, language) : "–",
      agreements: agreements === 0 ? "–" : String(agreements)
    })),
    more: rows.length > shown.length ? t.list.more(shown.length) : null
  };
}

function filtersOf({language, chosen, periods, places}: Omit<ConversationsPage, "rows">): readonly Choice[] {
  const t = webTextOf(language).conversation;
  const states = {none: t.list.none, ...t.states};
  const byPeriod = choicesOf(
    "periode",
    t.list.period,
    chosen.periode,
    "",
    periods.map((period) => [period, periodLabel(period, language)])
  );
  return [
    {...byPeriod, options: byPeriod.options.slice(1)},
    choicesOf(
      "omraade",
      t.list.place,
      chosen.omraade,
      t.list.all,
      places.map(({id, name}) => [id, name])
    ),
    choicesOf(
      "slags",
      t.list.kind,
      chosen.slags,
      t.list.all,
      templates.map((each) => [each.id, titleOf(each, language)])
    ),
    choicesOf(
      "tilstand",
      t.list.state,
      chosen.tilstand,
      t.list.all,
      listStates.map((state) => [state, states[state]])
    )
  ];
}
