/** What stands on the pages: every painting is either content of one element or an artifact. */
import {ownerListsIn, readOwners} from "./pdf-parents.ts";
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
  const listOf = ownerListsIn(plain);
  for (const [page, {texts}] of pages) {
    const parents = readOwners(plain.get(listOf(page)) ?? "");
    for (const mark of texts.keys()) {
      const owner = owners.get(page)?.get(mark);
      if (owner === undefined) faults.add("content of no element");
      else if (parents[mark] !== owner) faults.add("content that its element does not know");
    }
  }
  return [...faults];
}
