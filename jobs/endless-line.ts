import {count} from "./counts.ts";
import {readHead} from "./encoding.ts";
import {Refusal} from "./examination.ts";

/**
 * The reader drops a line longer than its buffer without a word. Such a line covers one of these places whole; shorter
 * ones it reports itself.
 */
export function checkEndlessLine(path: string, size: number, maxLine: number): void {
  const places = [
    ...Array.from({length: Math.ceil(size / probeDistance)}, (_, index) => index * probeDistance),
    size - maxLine - 1
  ];
  const endless = places.find(
    (place) => place >= 0 && place + maxLine < size && !hasLineBreak(path, place, maxLine + 1)
  );
  if (endless === undefined) return;
  const line = lineAt(path, endless);
  throw new Refusal("long-line", `Linje ${line} er længere end ${count(maxLine)} tegn; der mangler linjeskift.`, [
    line
  ]);
}

const probeDistance = 4_000_000;

function hasLineBreak(path: string, from: number, length: number): boolean {
  return readHead(path, Math.min(length, 65_536), from).includes(10) || readHead(path, length, from).includes(10);
}

function lineAt(path: string, place: number): number {
  let line = 1;
  for (let from = 0; from < place; from += 1 << 20) {
    const block = readHead(path, Math.min(1 << 20, place - from), from);
    for (let at = block.indexOf(10); at >= 0; at = block.indexOf(10, at + 1)) line++;
  }
  return line;
}
