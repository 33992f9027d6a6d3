/** The mail that brings a package: the same words as text and as accessible HTML. */
import {readFileSync} from "node:fs";
import Handlebars from "handlebars";
import {mailTextOf} from "../dashboards/text-mail.ts";
import type {Language, Manifest} from "../queries/model.ts";
import {findPackage} from "../queries/packages/index.ts";
import {periodLabel} from "../queries/period.ts";

export interface MailFacts {
  readonly manifest: Pick<
    Manifest,
    "issue" | "definition" | "unitName" | "period" | "language" | "demonstration" | "checksum" | "replaces"
  >;
  /** What stands out; empty where nothing does. */
  readonly sentences: readonly string[];
  /** What a correction corrects and why; empty where the issue corrects nothing that was sent. */
  readonly correction: string;
  readonly recipientName: string;
  readonly attached: boolean;
  readonly baseUrl: string;
}

export interface MailBody {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

const template = Handlebars.create().compile(readFileSync(new URL("./mail/mail.hbs", import.meta.url), "utf8"), {
  strict: true
});

export function mailOf(facts: MailFacts): MailBody {
  const view = viewOf(facts);
  return {subject: view.subject, text: textOf(view), html: template(view)};
}

function viewOf({manifest, sentences, correction, recipientName, attached, baseUrl}: MailFacts) {
  const {issue, unitName, language, demonstration, checksum, replaces} = manifest;
  const text = mailTextOf(language);
  const period = periodLabel(manifest.period, language);
  const subject = (correction ? text.correctedSubject : text.subject)(unitName, period);
  const pageUrl = `${baseUrl.replace(/\/$/, "")}/pakker/${encodeURIComponent(issue)}`;
  return {
    ...{language, text, issue, checksum, sentences, correction, attached, pageUrl},
    subject: demonstration ? `${text.demonstrationMark} ${subject}` : subject,
    demonstration: demonstration ? text.demonstration : "",
    heading: (correction ? text.corrected : text.ready)(unitName),
    edition: text.edition(editionOf(manifest.definition, language), period),
    correctionLead: correction ? text.correction(replaces ?? "") : "",
    pdfUrl: `${pageUrl}/package.pdf`,
    why: text.why(recipientName)
  };
}

function editionOf(definition: string, language: Language): string {
  const found = findPackage(definition);
  return (language === "da" ? found?.title : found?.titleEnglish) ?? definition;
}

function textOf(view: ReturnType<typeof viewOf>): string {
  const {text, sentences} = view;
  const blocks = [
    view.demonstration,
    view.heading,
    view.edition,
    view.correction ? `${view.correctionLead} ${view.correction}` : "",
    [`${text.standsOut}:`, ...(sentences.length > 0 ? sentences.map((each) => `- ${each}`) : [text.nothing])].join(
      "\n"
    ),
    text.mirror,
    `${text.read}: ${view.pageUrl}`,
    view.attached ? text.attached : `${text.linked}: ${view.pdfUrl}`,
    view.why,
    `${text.issue}: ${view.issue}\n${text.checksum}: ${view.checksum}`
  ];
  return `${blocks.filter((block) => block !== "").join("\n\n")}\n`;
}
