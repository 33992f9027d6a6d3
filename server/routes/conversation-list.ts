/** `/samtaler`: the conversations that the reader may see, begun or not, of one half-year. */
import {z} from "zod";
import {
  type ConversationRow,
  conversationsModel,
  type ListState,
  listStates
} from "../../dashboards/pages/conversations.ts";
import {byName, placeName} from "../../dashboards/pages/places.ts";
import {webTextOf} from "../../dashboards/text-web.ts";
import {findTemplate, usualTemplate} from "../../queries/conversations/index.ts";
import {templateIds} from "../../queries/conversations/template.ts";
import type {Unit} from "../../queries/model.ts";
import {endOf, type PeriodId, periodKind, stepPeriod} from "../../queries/period.ts";
import {type Agreement, listAgreements} from "../../queries/registry/agreements.ts";
import {type ListedConversation, listConversations} from "../../queries/registry/conversations.ts";
import {linesOf, mayIn} from "../agreements-known.ts";
import type {Routes} from "../identity/routes.ts";
import {type Ask, addPage, type Deps, released} from "../page.ts";
import {choice, nameChoice, periodChoice} from "./query.ts";

const query = z.strictObject({
  periode: periodChoice,
  omraade: nameChoice,
  slags: choice(z.enum(templateIds)),
  tilstand: choice(z.enum(listStates))
});
type Query = z.infer<typeof query>;

const periodsBack = 6;

export function addConversationList(app: Routes, deps: Deps): void {
  addPage(app, deps, "/samtaler", query, async (ask) => {
    const {language} = ask;
    const {manifest, units} = released(ask);
    const {periode} = ask.query;
    const period = periode && periodKind(periode) === "half-year" ? periode : manifest.period;
    const seen = [...units.values()].filter((unit) => isHeldWith(unit, period) && maySee(unit, ask));
    const fitting = (await rowsOf(ask, seen, period)).filter((row) => fits(row, ask));
    const rows = fitting.toSorted((a, b) => Number(b.state !== null) - Number(a.state !== null)); // the begun first
    const periods = Array.from({length: periodsBack}, (_, back) => stepPeriod(manifest.period, -back));
    return {
      page: "conversations",
      title: webTextOf(language).conversation.list.title,
      model: conversationsModel({
        language,
        chosen: {...ask.query, periode: period},
        periods: periods.includes(period) ? periods : [period, ...periods],
        places: seen
          .filter(({kind}) => kind === "municipality" || kind === "area")
          .toSorted(byName)
          .map((unit) => ({id: unit.id, name: placeName(unit, language)})),
        rows
      })
    };
  });
}

function isHeldWith({kind, validFrom, validTo}: Unit, period: PeriodId): boolean {
  const end = endOf(period);
  return findTemplate("learning")!.kinds.includes(kind) && validFrom <= end && (validTo === null || validTo >= end);
}

function maySee(unit: Unit, ask: Ask<Query>): boolean {
  return mayIn(ask.subject, "see-conversations", unit.id, released(ask));
}

/** Those that are begun, and for every unit the usual one. */
async function rowsOf(
  {deps}: Ask<Query>,
  seen: readonly Unit[],
  period: PeriodId
): Promise<readonly ConversationRow[]> {
  const registry = await deps.registry();
  const [begun, agreements] = registry
    ? await Promise.all([listConversations(registry, {period}), listAgreements(registry, {period})])
    : [[] as readonly ListedConversation[], [] as readonly Agreement[]];
  const byUnit = Map.groupBy(begun, ({unit}) => unit);
  const agreed = Map.groupBy(agreements, ({unit}) => unit);
  return seen.toSorted(byName).flatMap((unit): readonly ConversationRow[] => {
    const usual = usualTemplate(unit.kind, period);
    const own = byUnit.get(unit.id) ?? [];
    const all = own.some(({template}) => template === usual) ? own : [{template: usual}, ...own];
    const count = (id: string | null, template: string) =>
      (agreed.get(unit.id) ?? []).filter(({conversation}) => (conversation ? conversation === id : template === usual))
        .length;
    return all.map((each) => {
      const listed = "id" in each ? each : null;
      return {
        unit,
        template: each.template,
        state: listed?.state ?? null,
        heldOn: listed?.heldOn ?? "",
        agreements: count(listed?.id ?? null, each.template)
      };
    });
  });
}

function fits({unit, template, state}: ConversationRow, ask: Ask<Query>): boolean {
  const {omraade, slags, tilstand} = ask.query;
  const at: ListState = state ?? "none";
  return (
    (!omraade || linesOf(unit.id, released(ask)).includes(omraade)) &&
    (!slags || template === slags) &&
    (!tilstand || at === tilstand)
  );
}
