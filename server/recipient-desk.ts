/** What the pages about recipients are made of: what somebody reaches, what the rules need to know, and what comes next. */
import type {OutlookState} from "../dashboards/pages/recipient-outlook.ts";
import {authorize, placeOf, type Subject} from "../queries/access.ts";
import {channelsOf, readDeliverySettings} from "../queries/delivery-settings.ts";
import type {Unit} from "../queries/model.ts";
import {dataPackages} from "../queries/packages/index.ts";
import type {RecipientFacts} from "../queries/recipient-rules.ts";
import {outlookOf} from "../queries/reference/recipient-outlook.ts";
import {parentsOf} from "../queries/reference/wheel-outgoing.ts";
import {readRound} from "../queries/reference/wheel-round.ts";
import {listStopped} from "../queries/registry/bounces.ts";
import type {Registry} from "../queries/registry/open.ts";
import {listReceipts} from "../queries/registry/receipts.ts";
import {listRecipients, type Recipient} from "../queries/registry/recipients.ts";
import {listSignedIssues} from "../queries/registry/signoffs.ts";
import type {ReleaseReader} from "../queries/release.ts";
import type {Deps} from "./page.ts";
import {placeOfId, placeOfUnit} from "./unit-place.ts";

const packaged = new Set(dataPackages.flatMap(({kinds}) => kinds));

/** Open units that get packages and that the subject may give to somebody. */
export function unitsFor(subject: Subject, {units}: Pick<ReleaseReader, "units">): readonly Unit[] {
  return [...units.values()].filter(
    (unit) =>
      packaged.has(unit.kind) &&
      unit.validTo === null &&
      authorize(subject, "manage-recipients", placeOfUnit(unit, units)).allowed
  );
}

/** Who may manage it must reach all that it may get. */
export function mayManage(subject: Subject, scope: string, municipality: string, reader: ReleaseReader | null) {
  return authorize(subject, "manage-recipients", placeOfRecipient({scope, municipality}, reader)).allowed;
}

export function placeOfRecipient(
  {scope, municipality}: Pick<Recipient, "scope" | "municipality">,
  reader: ReleaseReader | null
) {
  const place = placeOfId(scope, municipality, reader?.units ?? null);
  return placeOf({...place, municipalities: [...new Set([municipality, ...place.municipalities])]});
}

/** What the rules judge by; `self` is not among the others. */
export async function rulesFacts(
  {dataDir}: Deps,
  {
    registry,
    reader,
    municipality,
    self
  }: {
    registry: Registry;
    reader: ReleaseReader;
    municipality: string;
    self: string | null;
  }
): Promise<RecipientFacts> {
  const {settings} = await readDeliverySettings(dataDir);
  const all = await listRecipients(registry, municipality);
  return {settings, units: reader.units, others: all.filter(({id}) => id !== self)};
}

/** For one that is not stored yet too. */
export async function aheadOf(
  {dataDir, now}: Deps,
  registry: Registry,
  reader: ReleaseReader,
  recipient: Recipient
): Promise<OutlookState> {
  const {municipality, channel} = recipient;
  const [{settings}, {told}, issues, receipts, stopped] = await Promise.all([
    readDeliverySettings(dataDir),
    readRound({dataDir, registry}, municipality, now()),
    listSignedIssues(registry, {municipality}, now()),
    listReceipts(registry, {recipient: recipient.id}),
    listStopped(registry)
  ]);
  const channels = channelsOf(settings);
  const units = reader.unitVersions.filter((unit) => (unit.municipality ?? unit.id) === municipality);
  const facts = {
    ...{municipality, issues, receipts, channels, units, quietHours: null, stopped: new Map<string, string>()},
    occurrences: told.map(({occurrence}) => occurrence),
    parents: parentsOf(units)
  };
  const address = recipient.address.toLowerCase();
  return {
    outlook: outlookOf(recipient, facts, now()),
    waits: !channels.has(channel),
    stopped: channel === "mail" && stopped.some((each) => each.address === address)
  };
}
