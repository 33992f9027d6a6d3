/** The parent tree of a PDF: which element owns each mark of a page. */

/** Finds the object that lists the owners of a page's marks; 0 where there is none. */
export function ownerListsIn(texts: ReadonlyMap<number, string>): (page: number) => number {
  const tree = [...texts.values()].find((text) => text.startsWith("<</Type /ParentTree")) ?? "";
  const lists = new Map([...tree.matchAll(/(\d+) (\d+) 0 R/g)].map(([, key, list]) => [Number(key), Number(list)]));
  return (page) => {
    const key = /\/StructParents (\d+)/.exec(texts.get(page) ?? "")?.[1];
    return lists.get(Number(key ?? Number.NaN)) ?? 0;
  };
}

/** By mark; null where no element owns it. */
export function readOwners(list: string): (number | null)[] {
  return [...list.matchAll(/(\d+) 0 R|null/g)].map(([, number]) => (number === undefined ? null : Number(number)));
}
