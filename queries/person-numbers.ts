/** Civil registration numbers: six digits of a date, then four. Modulus 11 proves nothing since 2007. */
const date = "(0[1-9]|[12]\\d|3[01])(0[1-9]|1[0-2])\\d\\d";

/** The whole of a text, as a regular expression of DuckDB and of JavaScript. */
export const personNumberPattern = `${date}-?\\d{4}`;

const inText = new RegExp(`(?<!\\d)${date}[ .–-]?\\d{4}(?!\\d)`);

/** True where a text holds something that could be one, with or without a sign between date and number. */
export function holdsPersonNumber(text: string): boolean {
  return inText.test(text);
}
