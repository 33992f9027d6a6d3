/** `1 pakke`, `1.234 pakker`. */
export function many(count: number, one: string, more: string, locale = "da-DK"): string {
  return `${count.toLocaleString(locale)} ${count === 1 ? one : more}`;
}
