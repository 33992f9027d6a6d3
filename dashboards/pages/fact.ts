/** A line of the partial `facts`; a page that wants a link, code or a note spreads it. */
export interface Fact {
  readonly term: string;
  readonly value: string;
  readonly href: string | null;
  readonly code: boolean;
  readonly note: string | null;
}

export function fact(term: string, value: string): Fact {
  return {term, value, href: null, code: false, note: null};
}
