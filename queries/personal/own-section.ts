/** The record of processing for what is written here rather than delivered. */
import type {OwnRecord} from "./own-records.ts";

export function ownRow(record: OwnRecord): readonly string[] {
  return [record.title, record.sensitivity, keepingOwn(record), "…"];
}

export function ownSection(record: OwnRecord): readonly string[] {
  const {title, purpose, legalBasis, content, persons, sensitivity} = record;
  return [
    `## ${title}`,
    [
      `- Formål: ${purpose}`,
      `- Hjemmel: ${legalBasis}`,
      `- Indhold: ${content}`,
      `- Om hvem: ${persons}`,
      `- Følsomhed: ${sensitivity}`,
      `- Opbevaring: ${keepingOwn(record)}`
    ].join("\n")
  ];
}

function keepingOwn({keepMonths, from}: OwnRecord): string {
  return `${keepMonths} måneder efter ${startingPoints[from]}`;
}

const startingPoints: Readonly<Record<OwnRecord["from"], string>> = {
  period: "periodens udløb",
  moment: "modtagelsen",
  closing: "at modtageren er lukket eller oplysningen ændret"
};
