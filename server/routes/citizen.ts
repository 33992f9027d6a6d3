/** `/om-dine-data` for everybody, and `/mine-oplysninger` for a citizen about themselves. */
import {citizenModel} from "../../dashboards/pages/citizen.ts";
import {type CitizenOwnState, citizenOwnModel, deliveredKey} from "../../dashboards/pages/citizen-own.ts";
import {webTextOf} from "../../dashboards/text-web.ts";
import {authorize} from "../../queries/access.ts";
import type {UnitId} from "../../queries/model.ts";
import {listHeldParts} from "../../queries/registry/deliveries.ts";
import type {Registry} from "../../queries/registry/open.ts";
import {listReleases} from "../../queries/registry/releases.ts";
import {listRowRequests} from "../../queries/registry/row-requests.ts";
import {standards} from "../../queries/standards/index.ts";
import {ticketOf} from "../identity/citizen-tickets.ts";
import type {Routes} from "../identity/routes.ts";
import {type Ask, addPage, type Deps, noQuery} from "../page.ts";

export function addCitizenPage(app: Routes, deps: Deps): void {
  addPage(app, deps, "/om-dine-data", noQuery, async ({language, subject}) => ({
    page: "citizen",
    title: webTextOf(language).citizen.title,
    description: webTextOf(language).citizen.lead,
    section: "about",
    model: citizenModel({
      language,
      standards,
      open: deps.identity.providers.has("citizen"),
      inside: authorize(subject, "see-own-record", "anywhere").allowed
    })
  }));
}

export function addCitizenOwnPage(app: Routes, deps: Deps): void {
  addPage(app, deps, "/mine-oplysninger", noQuery, async (ask) => ({
    page: "citizen-own",
    title: webTextOf(ask.language).citizen.own.title,
    model: citizenOwnModel({...(await holdingsFor(ask)), ...(await aroundOf(ask))})
  }));
}

async function holdingsFor({subject, deps}: Ask<unknown>): Promise<Pick<CitizenOwnState, "problem" | "holdings">> {
  const {identity} = deps;
  const ticket = ticketOf(identity, subject.id!);
  if (!ticket) return {problem: identity.isDemonstration() ? "demonstration" : "gone", holdings: []};
  try {
    const holdings = await identity.holdings?.(ticket);
    return holdings ? {problem: null, holdings} : {problem: "gone", holdings: []};
  } catch {
    return {problem: "unavailable", holdings: []};
  }
}

async function aroundOf({language, reader, deps}: Ask<unknown>) {
  const registry = await deps.registry();
  return {
    language,
    standards,
    indicators: [...(reader?.indicators.values() ?? [])],
    municipalityName: (code: string) => reader?.units.get(code as UnitId)?.name ?? code,
    delivered: registry ? await readDelivered(registry) : new Map<string, string>(),
    taken: registry ? await readTaken(registry, deps.now()) : [],
    runs: registry ? (await listReleases(registry)).map(({createdAt}) => createdAt.slice(0, 10)) : []
  };
}

async function readTaken(registry: Registry, now: Date): Promise<CitizenOwnState["taken"]> {
  const requests = await listRowRequests(registry, now);
  return requests.flatMap(({takenAt: at, standard, municipalities, period, purpose}) =>
    at ? municipalities.map((municipality) => ({at: at.slice(0, 10), standard, municipality, period, purpose})) : []
  );
}

async function readDelivered(registry: Registry): Promise<ReadonlyMap<string, string>> {
  const parts = await listHeldParts(registry);
  return new Map(parts.map(({receivedAt, ...part}) => [deliveredKey(part), receivedAt.slice(0, 10)]));
}
