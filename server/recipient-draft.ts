/** A recipient as it is written in a form, and as it is judged and stored. */
import {z} from "zod";
import {type Reaches, type RecipientFormDraft, reaches} from "../dashboards/pages/recipient-form.ts";
import {packageIds} from "../queries/packages/data-package.ts";
import type {RecipientDraft} from "../queries/recipient-rules.ts";
import {
  type Recipient,
  type RecipientFields,
  recipientKinds,
  type Subscription
} from "../queries/registry/recipients.ts";
import {line} from "./identity/form.ts";

const ticked = z.literal("ja").optional();

export const draftShape = {
  navn: line(200),
  adresse: line(320),
  slags: z.enum(recipientKinds),
  enhed: line(40),
  pakker: z.enum(reaches),
  "udgave-leader": ticked,
  "udgave-area": ticked,
  "udgave-municipality": ticked,
  "udgave-councillor": ticked,
  sprog: z.enum(["da", "en"]),
  hvordan: z.enum(["attached", "link"]),
  /** The version that was seen; empty for a new one. */
  udgave: line(12),
  trin: z.enum(["se", "gem"]),
  /** Whose units are offered. */
  kommune: line(3).optional(),
  /** What the outlook was made of; see `seenOf`. */
  set: line(400).optional()
};

export type Sent = z.infer<z.ZodObject<typeof draftShape>>;

export const emptyDraft: RecipientFormDraft = {
  ...{navn: "", adresse: "", slags: "person", enhed: "", pakker: "alle", udgaver: [], sprog: "da", hvordan: "attached"}
};

export function draftOf(sent: Sent): RecipientFormDraft {
  const {navn, adresse, slags, enhed, pakker, sprog, hvordan} = sent;
  const udgaver = packageIds.filter((id) => sent[`udgave-${id}`] === "ja");
  return {navn: oneLine(navn), adresse: adresse.trim(), slags, enhed, pakker, udgaver, sprog, hvordan};
}

/** The form as it is for one that is stored, or was. */
export function formOfRecipient(fields: Omit<RecipientFields, "active" | "channel">): RecipientFormDraft {
  const {name, address, kind, scope, language, form, subscriptions} = fields;
  return {
    ...{navn: name, adresse: address, slags: kind, enhed: scope, pakker: reachOf(subscriptions, scope)},
    ...{sprog: language, hvordan: form},
    udgaver: packageIds.filter((id) => subscriptions.some(({definition}) => definition === id))
  };
}

function reachOf(subscriptions: readonly Subscription[], scope: string): Reaches {
  if (subscriptions.every(({unit}) => unit === "*")) return "alle";
  return subscriptions.every(({unit}) => unit === scope) ? "enheden" : "som-nu";
}

/** `recipient`: what it is now; null for a new one. */
export function recipientOf(
  draft: RecipientFormDraft,
  municipality: string,
  recipient: Recipient | null
): RecipientDraft {
  const {navn, adresse, slags, enhed, pakker, udgaver, sprog, hvordan} = draft;
  const held = recipient?.subscriptions ?? [];
  const kept = (definition: string) => (held.find((each) => each.definition === definition) ?? held[0])?.unit ?? "*";
  const unitOf = {alle: () => "*", enheden: () => enhed, "som-nu": kept}[pakker];
  return {
    ...{municipality, name: navn, kind: slags, channel: "mail", address: adresse, scope: enhed},
    ...{language: sprog, form: hvordan},
    subscriptions: udgaver.map((definition) => ({definition, unit: unitOf(definition)}))
  };
}

/** What decides which packages a recipient gets; whoever saves has seen what comes of it. */
export function seenOf({enhed, pakker, udgaver, sprog}: RecipientFormDraft): string {
  return [enhed, pakker, udgaver.join(","), sprog].join("|");
}

function oneLine(text: string): string {
  return text.replaceAll(/[\s\p{Cc}]+/gu, " ").trim();
}
