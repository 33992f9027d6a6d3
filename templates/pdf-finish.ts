import type {PrintMeta} from "./pdf.ts";
import type {PdfFile, PdfObject} from "./pdf-objects.ts";
import {escapeXml, insertKeys, pdfText, textAtKey} from "./pdf-strings.ts";

/**
 * What Chromium leaves out of a tagged PDF: XMP with PDF/UA's mark, roles that PDF 1.7 knows, author and subject.
 * What it lets vary is fixed: dates, node ids, the file's id. Structure is packed, a third of the size.
 */
export function finishPdf({objects, root, info}: PdfFile, meta: PrintMeta): PdfFile {
  const rename = nodeNames(objects);
  const metadata = Math.max(...objects.map((one) => one.number)) + 1;
  const edited = objects.map((one): PdfObject => {
    if (one.kind !== "plain") return one;
    if (one.number === info) return {...one, text: infoText(meta)};
    if (one.number === root)
      return {
        ...one,
        text: insertKeys(one.text, `/Metadata ${metadata} 0 R${/\/Lang\b/.test(one.text) ? "" : langKey(meta)}`)
      };
    if (one.text.includes("/Type /StructTreeRoot")) return {...one, text: insertKeys(one.text, roleMap)};
    if (isMuteLink(one.text)) return {...one, text: insertKeys(one.text, `/Contents ${pdfText(addressIn(one.text))}`)};
    if (!one.text.includes("(node") && !isCell.test(one.text)) return one;
    return {...one, text: withoutDefaults(one.text.replace(nodeName, (name) => rename.get(name) ?? name))};
  });
  return {objects: [...edited, xmpObject(metadata, meta)], root, info};
}

const nodeName = /\bnode\d+\b/g;
const isCell = /^<<\/Type \/StructElem\n\/S \/T[HD]\n/;

function isMuteLink(text: string): boolean {
  return text.startsWith("<</Type /Annot\n/Subtype /Link") && text.includes("/URI (") && !text.includes("/Contents ");
}

function addressIn(annotation: string): string {
  return textAtKey(annotation.slice(annotation.indexOf("/URI (")), "URI") ?? "";
}

/** PDF 1.7 knows neither; readers would meet an element of unknown meaning. */
const roleMap = "/RoleMap <</Strong /Span /Em /Span>>";

/** Chromium numbers nodes on from print to print; the order is kept, since the id tree is sorted. */
function nodeNames(objects: readonly PdfObject[]): ReadonlyMap<string, string> {
  const names = new Set<string>();
  for (const one of objects)
    if (one.kind === "plain" && one.text.includes("(node"))
      for (const [name] of one.text.matchAll(nodeName)) names.add(name);
  return new Map([...names].sort().map((name, index) => [name, `n${String(index).padStart(6, "0")}`]));
}

/** Every cell says that it spans one row and one column, which is what it does when it says nothing. */
function withoutDefaults(text: string): string {
  if (!isCell.test(text)) return text;
  return text.replace(spansOfOne, "").replace(/\/A \[\s*\]\s*/, "");
}

const spansOfOne = /(?:<<(?:\/O \/Table\s+\/(?:Row|Col)Span 1|\/(?:Row|Col)Span 1\s+\/O \/Table)>>\s*)+/g;

function langKey({language}: PrintMeta): string {
  return `\n/Lang (${language})`;
}

function infoText({title, author = "", subject = "", date = fixedDate}: PrintMeta): string {
  const day = date.slice(0, 10).replaceAll("-", "");
  const keys = [
    `/Title ${pdfText(title)}`,
    ...(author ? [`/Author ${pdfText(author)}`] : []),
    ...(subject ? [`/Subject ${pdfText(subject)}`] : []),
    "/Creator (Aarshjul)",
    "/Producer (Skia/PDF)",
    `/CreationDate (D:${day}000000Z)`,
    `/ModDate (D:${day}000000Z)`
  ];
  return `<<${keys.join("\n")}>>`;
}

const fixedDate = "2000-01-01";

function xmpObject(
  number: number,
  {title, author = "", subject = "", language, date = fixedDate}: PrintMeta
): PdfObject {
  const day = `${date.slice(0, 10)}T00:00:00Z`;
  const alternatives = (tag: string, text: string) =>
    `<dc:${tag}><rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(text)}</rdf:li></rdf:Alt></dc:${tag}>`;
  const xmp =
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">' +
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" ' +
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" ' +
    'xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">' +
    `<dc:format>application/pdf</dc:format>${alternatives("title", title)}` +
    (subject ? alternatives("description", subject) : "") +
    (author ? `<dc:creator><rdf:Seq><rdf:li>${escapeXml(author)}</rdf:li></rdf:Seq></dc:creator>` : "") +
    `<dc:language><rdf:Bag><rdf:li>${language}</rdf:li></rdf:Bag></dc:language>` +
    `<xmp:CreatorTool>Aarshjul</xmp:CreatorTool><xmp:CreateDate>${day}</xmp:CreateDate>` +
    `<xmp:ModifyDate>${day}</xmp:ModifyDate><pdf:Producer>Skia/PDF</pdf:Producer>` +
    '<pdfuaid:part>1</pdfuaid:part></rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="r"?>';
  const content = Buffer.from(xmp, "utf8");
  const head = `<</Type /Metadata /Subtype /XML /Length ${content.length}>> stream\n`;
  return {number, kind: "stream", bytes: Buffer.concat([Buffer.from(head), content, Buffer.from("\nendstream")])};
}
