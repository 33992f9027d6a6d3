import {contentOf} from "./pdf-artifacts.ts";
import {isElement, type PdfFile} from "./pdf-objects.ts";

/** A PDF that must not be sent; `problems` say why, in developer's English. */
export class UnfitPdf extends Error {
  readonly problems: readonly string[];
  constructor(problems: readonly string[]) {
    super(`PDF not fit to be sent: ${problems.join("; ")}`);
    this.name = "UnfitPdf";
    this.problems = problems;
  }
}

/** Words that a value becomes by mistake; none is a word of the reports. */
const accidents = /\b(?:NaN|Infinity|undefined|null)\b|\[object \w+\]|\{\{/;

/** What would stand in the document by mistake. Judged on the HTML, whose text is the PDF's. */
export function findAccidents(html: string): readonly string[] {
  const body = html.replace(/<(style|script)\b[\s\S]*?<\/\1>/g, "");
  const named = [...body.matchAll(/ (?:alt|aria-label|title)="([^"]*)"/g)].map(([, text]) => text);
  const found = accidents.exec(`${body.replace(/<[^>]*>/g, " ")} ${named.join(" ")}`);
  return found ? [`"${found[0]}" in the text`] : [];
}

/** Text, tags, language, title, outline, embedded fonts with their letters; no script. Empty when all is well. */
export function findFaults(file: PdfFile): readonly string[] {
  const plain = file.objects.filter((one) => one.kind === "plain").filter(({text}) => !isElement(text));
  const root = plain.find((one) => one.number === file.root)?.text ?? "";
  const info = plain.find((one) => one.number === file.info)?.text ?? "";
  const ofFonts = plain.filter(({text}) => text.includes("/Type /Font"));
  const fonts = ofFonts.filter(({text}) => text.includes("/Subtype /Type0"));
  const descriptors = ofFonts.filter(({text}) => text.includes("/Type /FontDescriptor"));
  const faults: readonly (readonly [fault: boolean, problem: string])[] = [
    [!/\/Marked true/.test(root) || !/\/StructTreeRoot/.test(root), "not tagged"],
    [!/\/Lang \(\w/.test(root), "no language"],
    [!/\/Title (?:<FEFF\w|\(.)/.test(info), "no title"],
    [!/\/Outlines \d/.test(root), "no outline"],
    [fonts.length === 0 || !hasText(file), "no text"],
    [descriptors.some(({text}) => !/\/FontFile[23]? /.test(text)), "a font is not embedded"],
    [fonts.some(({text}) => !text.includes("/ToUnicode")), "a font does not tell its letters"],
    [
      plain.some(({text}) => text.includes("/S /JavaScript") || text.includes("/EmbeddedFile")),
      "holds a script or an attachment"
    ]
  ];
  return faults.flatMap(([fault, problem]) => (fault ? [problem] : []));
}

function hasText(file: PdfFile): boolean {
  const first = file.objects.find((one) => one.kind === "plain" && /\/Type \/Page\b/.test(one.text));
  const number = first?.kind === "plain" ? Number(/\/Contents (\d+) 0 R/.exec(first.text)?.[1]) : Number.NaN;
  const page = file.objects.find((one) => one.number === number);
  return page !== undefined && (contentOf(page)?.includes(" Tj") ?? false);
}
