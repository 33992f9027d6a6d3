import {plainText} from "./html-text.ts";
import {type Reading, textOf} from "./pdf-reading.ts";

/**
 * The PDF, read element by element, says what the document says, letter by letter: no figure is lost, and none is there
 * that the document does not show. Spaces are left out, since lines are broken at them.
 */
export function textFaults(reading: Reading, html: string): readonly string[] {
  const top = reading.ordered[0];
  const [printed, meant] = [letters(top ? textOf(reading, top) : ""), letters(wordsIn(html))];
  if (printed === meant) return [];
  let at = 0;
  while (printed[at] === meant[at]) at++;
  const near = (text: string) => `“${text.slice(Math.max(0, at - 20), at + 20)}”`;
  return [`the text is ${near(printed)} and not ${near(meant)}`];
}

function letters(text: string): string {
  const spaceless = text.replace(/[\s\u00ad\u200b]+/g, "");
  return /[\u0300-\u036f]/.test(spaceless) ? spaceless.normalize("NFC") : spaceless;
}

function wordsIn(html: string): string {
  return plainText(html.slice(Math.max(0, html.indexOf("<body"))));
}
