/** What stands on the pages: every painting is either content of one element or an artifact. */
import type {Reading} from "./pdf-reading.ts";

export function paintFaults({pages}: Reading): readonly string[] {
  const faults: string[] = [];
  if ([...pages.values()].some(({paintsUnmarked}) => paintsUnmarked)) faults.push("a painting outside every mark");
  if ([...pages.values()].some(({isBalanced}) => !isBalanced)) faults.push("marks that do not end where they begin");
  return faults;
}

/** Every marked part of a page is content of one element, and every element's content is there. */
export function markFaults({pages, ordered, plain}: Reading): readonly string[] {
  const owners = new Map([...pages].map(([page]) => [page, new Map<number, number>()]));
  const faults = new Set<string>();
  for (const {number, kids} of ordered)
    for (const kid of kids) {
      if (!("mark" in kid)) continue;
      const known = owners.get(kid.page);
      if (known?.has(kid.mark)) faults.add("content of two elements");
      known?.set(kid.mark, number);
      if (!pages.get(kid.page)?.texts.has(kid.mark)) faults.add("an element whose content is not there");
    }
  const tree = [...plain.values()].find((text) => text.startsWith("<</Type /ParentTree")) ?? "";
  for (const [page, {texts}] of pages) {
    const parents = parentsOn(page, tree, plain);
    for (const mark of texts.keys()) {
      const owner = owners.get(page)?.get(mark);
      if (owner === undefined) faults.add("content of no element");
      else if (parents[mark] !== owner) faults.add("content that its element does not know");
    }
  }
  return [...faults];
}

/** The elements that a page's marks lead to. */
function parentsOn(page: number, tree: string, plain: Reading["plain"]): readonly number[] {
  const key = /\/StructParents (\d+)/.exec(plain.get(page) ?? "")?.[1];
  const array = key === undefined ? null : new RegExp(`[[ ]${key} (\\d+) 0 R`).exec(tree)?.[1];
  const entries = plain.get(Number(array)) ?? "";
  return [...entries.matchAll(/(\d+) 0 R|null/g)].map(([, number]) => Number(number ?? 0));
}
