/** What a reader is told of the document as a whole: that it is tagged, its language, title, outline and letters. */
import {headingLevel} from "./pdf-check-structure.ts";
import {outlineOf} from "./pdf-outline.ts";
import {type Reading, textOf} from "./pdf-reading.ts";
import {escapeXml, referenceIn, textAtKey} from "./pdf-strings.ts";
import type {PageReading} from "./pdf-text.ts";

export function documentFaults({catalogue, info, file, plain}: Reading): readonly string[] {
  const xmp = xmpOf({catalogue, file});
  const title = textAtKey(info, "Title");
  const faults: readonly (readonly [fault: boolean, problem: string])[] = [
    [!/\/Marked true/.test(catalogue) || !/\/StructTreeRoot \d/.test(catalogue), "not tagged"],
    [!/\/Lang \(\w/.test(catalogue), "no language"],
    [!title, "no title"],
    [!/\/DisplayDocTitle true/.test(catalogue), "shows its file's name instead of its title"],
    [!xmp.includes("<pdfuaid:part>1</pdfuaid:part>"), "no PDF/UA identifier"],
    [title !== null && !xmp.includes(`>${escapeXml(title)}</rdf:li>`), "another title in XMP"],
    [[...plain.values()].some((text) => active.test(text)), "holds a script or an attachment"],
    [[...plain.values()].some((text) => isMute(text)), "a link without words"]
  ];
  return faults.flatMap(([fault, problem]) => (fault ? [problem] : []));
}

const active =
  /\/(?:JavaScript|JS|EmbeddedFiles?|FileAttachment|RichMedia|Movie|Sound|Launch|SubmitForm|ImportData|AcroForm|XFA|AA|OpenAction)\b/;

function isMute(text: string): boolean {
  return text.includes("/Type /Annot") && !textAtKey(text, "Contents");
}

function xmpOf({catalogue, file}: Pick<Reading, "catalogue" | "file">): string {
  const number = referenceIn(catalogue, "Metadata");
  const stream = file.objects.find((one) => one.number === number);
  return stream?.kind === "stream" ? stream.bytes.toString("utf8") : "";
}

export function fontFaults({plain, pages}: Reading): readonly string[] {
  const fonts = [...plain.values()].filter((text) => /\/Type \/Font(?:Descriptor)?\b/.test(text));
  const shown = fonts.filter((text) => /\/Subtype \/(?!CIDFont)/.test(text));
  const descriptors = fonts.filter((text) => text.includes("/FontDescriptor\n") || /\/Ascent\b/.test(text));
  const faults: string[] = [];
  const says = ({texts}: PageReading) => [...texts.values()].some((text) => text.length > 0);
  if (shown.length === 0 || ![...pages.values()].some(says)) faults.push("no text");
  if (descriptors.some((text) => !/\/FontFile[23]? \d/.test(text))) faults.push("a font is not embedded");
  if (shown.some((text) => !/\/ToUnicode \d/.test(text))) faults.push("a font does not tell its letters");
  return faults;
}

/** The title is the first heading's, but for the signs and spaces between the words. */
export function titleFaults(reading: Reading): readonly string[] {
  const first = reading.ordered.find(({role}) => role === "H1");
  const title = textAtKey(reading.info, "Title") ?? "";
  if (!first || words(textOf(reading, first)) === words(title)) return [];
  return [`the title is not the first heading: ${title}`];
}

export function outlineFaults(reading: Reading): readonly string[] {
  if (!/\/Outlines \d/.test(reading.catalogue)) return ["no outline"];
  const headings = reading.ordered.filter((one) => headingLevel(one) > 0);
  const told = headings.map((one) => `${headingLevel(one)} ${one.number} ${words(textOf(reading, one))}`);
  const outlined = outlineOf(reading.catalogue, reading.plain).map(
    ({depth, text}) => `${depth} ${referenceIn(text, "SE")} ${words(textAtKey(text, "Title") ?? "")}`
  );
  return told.join("\n") === outlined.join("\n") ? [] : ["the outline is not the headings"];
}

function words(text: string): string {
  return text.normalize("NFC").replace(/[^\p{L}\p{N}]/gu, "");
}
