/** What the pages of operations call units, entries of the wheel and recipients. */
import type {SlotNames} from "../dashboards/pages/operations-slot.ts";
import type {Language, UnitId} from "../queries/model.ts";
import {readWheelFile} from "../queries/reference/wheel-facts.ts";
import {readRound} from "../queries/reference/wheel-round.ts";
import type {Registry} from "../queries/registry/open.ts";
import {listRecipients} from "../queries/registry/recipients.ts";
import type {Slot} from "../queries/registry/slots.ts";
import type {ReleaseReader} from "../queries/release.ts";
import type {Deps} from "./page.ts";
import {homeOfWheel} from "./wheel-home.ts";

export interface Around {
  readonly registry: Registry | null;
  readonly reader: ReleaseReader | null;
  readonly language: Language;
}

export async function namesFor(
  {dataDir}: Deps,
  {registry, reader, language}: Around,
  slots: readonly Slot[]
): Promise<SlotNames> {
  const homes = [...new Set(slots.map(({municipality}) => municipality).filter(Boolean))];
  const sending = [...new Set(slots.filter(({recipient}) => recipient).map(({municipality}) => municipality))];
  const [wheels, recipients] = await Promise.all([
    Promise.all(homes.map((home) => readWheelFile(dataDir, home))),
    Promise.all(registry ? sending.map((home) => listRecipients(registry, home)) : [])
  ]);
  const entries = new Map(
    homes.flatMap((home, index) => wheels[index]!.entries.map((entry) => [`${home} ${entry.id}`, entry] as const))
  );
  const named = new Map(recipients.flat().map(({id, name}) => [id, name]));
  return {
    unit: (id) => reader?.units.get(id as UnitId)?.name ?? null,
    entry: (municipality, id) => {
      const entry = entries.get(`${municipality} ${id}`);
      return entry ? (language === "da" ? entry.title : entry.titleEnglish) : null;
    },
    recipient: (id) => named.get(id) ?? null
  };
}

/** The next packages on the wheel whose window has not begun: the ledger does not know of them yet. */
export async function aheadOn({dataDir, now}: Deps, {registry, reader, language}: Around) {
  if (!reader) return null;
  const {told, today} = await readRound({dataDir, registry}, await homeOfWheel(dataDir, reader), now());
  const coming = told
    .map(({occurrence}) => occurrence)
    .filter(({entry, from}) => entry.kind === "package" && entry.state === "active" && from > today)
    .toSorted((a, b) => (a.from < b.from ? -1 : 1));
  const [next] = coming;
  return next ? {title: language === "da" ? next.entry.title : next.entry.titleEnglish, from: next.from} : null;
}
