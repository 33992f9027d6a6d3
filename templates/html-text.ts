/** What a piece of HTML says, without styles, scripts and tags. */
export function plainText(html: string): string {
  return html
    .replace(/<(style|script)\b[\s\S]*?<\/\1>|<!--[\s\S]*?-->/g, "")
    .replace(tag, "")
    .replace(/&(?:#x([0-9a-fA-F]+)|#(\d+)|(\w+));/g, (whole, hex, decimal, name) => {
      if (name) return named[name as keyof typeof named] ?? whole;
      return String.fromCodePoint(hex ? Number.parseInt(hex, 16) : Number(decimal));
    });
}

/** A tag may hold what looks like the end of one, between quotes. */
const tag = /<[^>"']*(?:"[^"]*"[^>"']*|'[^']*'[^>"']*)*>/g;

const named = {amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: "\u00a0", shy: "\u00ad"};

/** The headings in their order, each on one line. */
export function headingsIn(html: string): readonly string[] {
  return [...html.matchAll(/<h([1-6])\b[^>]*>([\s\S]*?)<\/h\1>/g)].map(([, , inner]) =>
    plainText(inner as string)
      .replace(/\s+/g, " ")
      .trim()
  );
}
