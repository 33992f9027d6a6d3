/** The first sentences of a built package's own page on what stands out, for the mail that brings it. */
const entities: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  "#x27": "'",
  "#x3D": "=",
  "#x60": "`"
};

export function standingOut(html: string, most = 3): readonly string[] {
  const list = /<ul class="said-list">([\s\S]*?)<\/ul>/.exec(html)?.[1] ?? "";
  return [...list.matchAll(/<li>([\s\S]*?)<\/li>/g)].slice(0, most).map(([, item]) => sentenceOf(item!));
}

/** `<strong>Elevfravær: 5,7 pct.</strong> Tallet er … <small>2. halvår 2025</small>` → the same in words, the period in brackets. */
function sentenceOf(item: string): string {
  return item
    .replaceAll(/<small[^>]*>([\s\S]*?)<\/small>/g, "($1)")
    .replaceAll(/<\/strong>/g, " ")
    .replaceAll(/<[^>]*>/g, "")
    .replaceAll(/&(\w+|#x[0-9A-F]+);/g, (whole, name: string) => entities[name] ?? whole)
    .replaceAll(/\s+/g, " ")
    .trim();
}
