/** Tables of a page as a reader sees them: what stands in each cell, beside the words of its row and column. */
import {plainText} from "../../templates/html-text.ts";

export interface ReadTable {
  readonly heads: readonly string[];
  readonly rows: readonly {readonly heads: readonly string[]; readonly cells: readonly string[]}[];
}

export function tablesIn(html: string): readonly ReadTable[] {
  return [...html.matchAll(/<table\b[\s\S]*?<\/table>/g)].map(([table]) => {
    const [head = "", ...bodies] = table.split(/<tbody\b[^>]*>/);
    return {heads: cellsIn(head, "th").map(({text}) => text), rows: bodies.flatMap(rowsIn)};
  });
}

function rowsIn(body: string): ReadTable["rows"] {
  let above = {text: "", left: 0};
  return [...body.matchAll(/<tr\b[\s\S]*?<\/tr>/g)].map(([row]) => {
    const heads = cellsIn(row, "th");
    const spanning = heads.find(({span}) => span > 0);
    if (spanning) above = {text: spanning.text, left: spanning.span};
    const carried = !spanning && above.left > 0 ? [above.text] : [];
    above.left--;
    return {heads: [...carried, ...heads.map(({text}) => text)], cells: cellsIn(row, "td").map(({text}) => text)};
  });
}

/** Remarks in small or slanted letters beside a cell's text are left out. */
function cellsIn(html: string, tag: "td" | "th") {
  return [...html.matchAll(new RegExp(`<${tag}\\b([^>]*)>([\\s\\S]*?)</${tag}>`, "g"))].map(
    ([, attributes, inner]) => ({
      text: plainText(inner!.replace(/<(i|small)\b[\s\S]*?<\/\1>/g, ""))
        .replace(/\s+/g, " ")
        .trim(),
      span: Number(/rowspan="(\d+)"/.exec(attributes!)?.[1] ?? 0)
    })
  );
}
