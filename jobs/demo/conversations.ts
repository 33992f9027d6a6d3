/** Conversations in the demonstration, written as people write them: one held and followed up, one in preparation, one supervision. */
import {agreementPartOf, draftOf, draftText} from "../../queries/conversations/agreement-draft.ts";
import type {Agreement} from "../../queries/registry/agreements.ts";
import {type Draft, writeDrafts} from "../../queries/registry/conversation-writes.ts";
import {type ConversationKey, findConversation} from "../../queries/registry/conversations.ts";
import type {Registry} from "../../queries/registry/open.ts";
import {demoAgreements} from "./agreements.ts";

interface Sitting {
  readonly at: string;
  /** Part → text. */
  readonly texts: Readonly<Record<string, string>>;
}

interface DemoConversation extends ConversationKey {
  readonly sittings: readonly Sitting[];
  /** Whether last half-year's agreements of the unit were made in it. */
  readonly agrees: boolean;
}

const heldTexts = {
  participants:
    "Skolelederen, den pædagogiske leder og områdechefen. Forældrebestyrelsens formand i den sidste halve time.",
  "follow-up-earlier":
    "Skolen har holdt fast i det faste møde om fravær. Det er lettere at tale med hjemmene, når det sker tidligt.",
  "answer.outcome":
    "Vi så først på fraværet og trivslen og ventede med at forklare. Flere af de små udsving kan ikke skelnes fra tilfældighed.",
  "answer.teaching": "Overgangen mellem timerne fylder for de yngste. Det siger både elevrådet og vejlederne.",
  "answer.priority": "Fravær og ro i overgangene. Resten lader vi ligge det næste halve år.",
  notes:
    "Vi brugte tid på, hvad tallene ikke viser. Elevrådets fund og vejledernes observationer pegede samme vej og vejede tungere end enkelte tal.",
  hypotheses:
    "Hvis skolen ringer hjem på fraværets anden dag, bliver de lange forløb færre. Det ville tale imod, hvis kun de korte fald.",
  support: "Områdechefen finder timer hos skolens fraværsrådgiver til og med foråret.",
  "board-statement":
    "Bestyrelsen bakker op om, at der ringes hjem tidligt, og beder om, at det sker på en måde, der føles som hjælp."
} as const;

const preparedTexts = {
  participants: "Skolelederen og områdechefen",
  "answer.notice": "Se på aftalerne fra sidst, før vi ser på noget nyt.",
  questions: JSON.stringify([
    ["notice", "observe", null],
    ["surprise", "observe", null],
    ["own-overgange", "observe", "Hvad ser vi i overgangene mellem timerne?"],
    ["explain", "interpret", null],
    ["children", "interpret", null],
    ["act", "decide", null],
    ["sign", "follow-up", null]
  ])
} as const;

const supervisionTexts = {
  participants: "Den pædagogiske konsulent og dagtilbuddets leder",
  visit: "Anmeldt besøg en formiddag på to stuer og legepladsen. Der er observeret efter samme skema begge steder.",
  conditions: "Tallene om normering og uddannelse er dem, der står i datapakken. På dagen var der fuld bemanding.",
  "answer.seen": "Rolige afleveringer og voksne, der sætter ord på det, børnene er i gang med.",
  "answer.environment": "Frokosten er et fælles forløb. Garderoben er trang, og der bliver let kø.",
  "answer.develop": "At dele børnene i mindre grupper før garderoben.",
  assessment: "Samspillet er en styrke. Overgangen til legepladsen er et udviklingspunkt. Der er ingen påbud.",
  reply: "Lederen genkender beskrivelsen og begynder med garderoben."
} as const;

export function demoConversations(municipality: string): readonly DemoConversation[] {
  const agreed = demoAgreements(municipality);
  const firstWith = (fits: (unit: string) => boolean) => agreed.find(({unit}) => fits(unit))?.unit;
  const daycare = firstWith((unit) => unit.startsWith("G"));
  const school = `${municipality}001`;
  return [
    {
      ...{unit: school, period: "2025-H1", template: "school-development", agrees: true},
      sittings: [
        {at: "2025-11-18T12:30:00.000Z", texts: {...heldTexts, "held-on": "2025-11-18", state: "held"}},
        {at: "2026-01-14T09:00:00.000Z", texts: {state: "following"}}
      ]
    },
    {
      ...{unit: school, period: "2025-H2", template: "learning", agrees: false},
      sittings: [{at: "2026-04-08T07:45:00.000Z", texts: preparedTexts}]
    },
    ...(daycare ? [supervisionOf(daycare)] : [])
  ];
}

function supervisionOf(unit: string): DemoConversation {
  const texts = {...supervisionTexts, "held-on": "2026-03-11", state: "held"};
  const sittings = [{at: "2026-03-11T13:00:00.000Z", texts}];
  return {unit, period: "2025-H2", template: "supervision", agrees: false, sittings};
}

/** One that is there already stays as it has become. */
export async function writeDemoConversations(registry: Registry, municipality: string): Promise<void> {
  const agreed = demoAgreements(municipality);
  for (const conversation of demoConversations(municipality)) {
    if (await findConversation(registry, conversation)) continue;
    const own = conversation.agrees ? agreed.filter(({unit}) => unit === conversation.unit) : [];
    for (const [index, {at, texts}] of conversation.sittings.entries())
      await sit(registry, conversation, at, [
        ...draftsOf(texts, index),
        ...(index === 0 ? own.map(agreementDraft) : [])
      ]);
  }
}

async function sit(registry: Registry, key: ConversationKey, at: string, drafts: readonly Draft[]): Promise<void> {
  const outcomes = await writeDrafts(registry, key, drafts, {by: "system:demo", at, knows: () => true});
  const failed = outcomes.find(({kind}) => kind !== "saved" && kind !== "unchanged");
  if (failed) throw new Error(`the demonstration's conversation was not kept: ${failed.part} ${failed.kind}`);
}

/** A later sitting changes what the one before wrote. */
function draftsOf(texts: Sitting["texts"], base: number): readonly Draft[] {
  return Object.entries(texts).map(([part, text]) => ({part, base, text}));
}

function agreementDraft(agreement: Agreement): Draft {
  const direction = agreement.indicator?.includes("absence") ? "fall" : "rise";
  const draft = {...draftOf(agreement), direction};
  return {part: agreementPartOf(agreement.id), base: 0, text: draftText(draft)};
}
