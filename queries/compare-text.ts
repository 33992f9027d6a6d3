/** By code points, the same on every machine: for dates, ids and other texts whose order nobody reads as a language's. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
