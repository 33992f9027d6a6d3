import {getDocument} from "pdfjs-dist/legacy/build/pdf.mjs";

interface Node {
  readonly role?: string;
  readonly alt?: string;
  readonly lang?: string;
  readonly children?: readonly Node[];
}

/** Text per page and the structure elements in reading order, as another program reads them. */
export async function readPdfAsReader(bytes: Uint8Array) {
  const document = await getDocument({data: new Uint8Array(bytes), verbosity: 0}).promise;
  const pages: string[] = [];
  const elements: {role: string; alt: string}[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const content = await page.getTextContent();
    pages.push(content.items.map((item) => ("str" in item ? item.str : "")).join(""));
    const visit = (node: Node) => {
      if (node.role) elements.push({role: node.role, alt: node.alt ?? ""});
      for (const child of node.children ?? []) visit(child);
    };
    visit((await page.getStructTree()) as Node);
  }
  const {info, metadata} = await document.getMetadata();
  const outline = await document.getOutline();
  await document.destroy();
  return {
    pages,
    elements,
    info: info as Record<string, unknown>,
    part: String(metadata?.get("pdfuaid:part") ?? ""),
    outline: outline?.map(({title}) => title) ?? []
  };
}
