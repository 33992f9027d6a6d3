/** Chance by a seed, and what it does to the bytes of a file. */
export type Chance = () => number;

/** Uniform in [0, 1); the same from the same seed. */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state / 2 ** 32;
  };
}

export function pick<Value>(values: readonly Value[], chance: Chance): Value {
  return values[Math.floor(chance() * values.length)]!;
}

type Change = (bytes: Buffer, chance: Chance) => Buffer;

/** One to four changes after each other. */
export function mutate(bytes: Buffer, chance: Chance): Buffer {
  let changed = Buffer.from(bytes);
  for (let left = 1 + Math.floor(chance() * 4); left > 0; left--)
    changed = Buffer.from(pick(changes, chance)(changed, chance));
  return changed;
}

const place = (bytes: Buffer, chance: Chance) => Math.floor(chance() * Math.max(1, bytes.length));
const length = (bytes: Buffer, chance: Chance) => 1 + Math.floor(chance() ** 3 * Math.min(4000, bytes.length));

const changes: readonly Change[] = [
  (bytes, chance) => overwrite(bytes, place(bytes, chance), Buffer.from([1 << Math.floor(chance() * 8)]), true),
  (bytes, chance) => overwrite(bytes, place(bytes, chance), noise(length(bytes, chance), chance), false),
  (bytes, chance) => overwrite(bytes, place(bytes, chance), pick(evilNumbers, chance), false),
  (bytes, chance) =>
    overwrite(bytes, Math.max(0, bytes.length - place(bytes, () => chance() * 0.1)), noise(4, chance), false),
  (bytes, chance) => bytes.subarray(0, place(bytes, chance)),
  (bytes, chance) => bytes.subarray(place(bytes, () => chance() * 0.05)),
  (bytes, chance) => splice(bytes, place(bytes, chance), length(bytes, chance), Buffer.alloc(0)),
  (bytes, chance) => splice(bytes, place(bytes, chance), 0, noise(length(bytes, chance), chance)),
  (bytes, chance) => splice(bytes, place(bytes, chance), 0, pick(evilTexts, chance)),
  (bytes, chance) => splice(bytes, place(bytes, chance), 0, again(bytes, chance)),
  (bytes, chance) => swapNumber(bytes, chance)
];

function overwrite(bytes: Buffer, at: number, by: Buffer, flip: boolean): Buffer {
  for (let index = 0; index < by.length && at + index < bytes.length; index++)
    bytes[at + index] = flip ? bytes[at + index]! ^ by[index]! : by[index]!;
  return bytes;
}

function splice(bytes: Buffer, at: number, taken: number, put: Buffer): Buffer {
  return Buffer.concat([bytes.subarray(0, at), put, bytes.subarray(at + taken)]);
}

function noise(size: number, chance: Chance): Buffer {
  return Buffer.from(Array.from({length: size}, () => Math.floor(chance() * 256)));
}

function again(bytes: Buffer, chance: Chance): Buffer {
  const at = place(bytes, chance);
  const block = bytes.subarray(at, at + length(bytes, chance));
  return Buffer.concat(Array.from({length: 1 + Math.floor(chance() * 50)}, () => block));
}

/** A number written in digits becomes another that is hard to take. */
function swapNumber(bytes: Buffer, chance: Chance): Buffer {
  const text = bytes.toString("latin1");
  const at = text.slice(place(bytes, chance)).search(/\d/);
  if (at < 0) return bytes;
  return Buffer.from(
    text.replace(/\d+/g, (digits) => (chance() < 0.01 ? pick(evilDigits, chance) : digits)),
    "latin1"
  );
}

const evilNumbers = [
  [0, 0, 0, 0],
  [255, 255, 255, 255],
  [255, 255, 255, 127],
  [0, 0, 0, 128],
  [255, 255, 255, 255, 255, 255, 255, 127],
  [1, 0, 0, 0, 1, 0, 0, 0]
].map((each) => Buffer.from(each));

const evilDigits = ["-1", "1e999", "99999999999999999999999", "NaN", "0x7fffffff", "2147483648", "1,2.3,4", "٣٤", "-0"];

const evilTexts = [
  '"',
  '""',
  ";;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;",
  "\0",
  "\r\r\n\n\r",
  "\u2028\u2029",
  "\ufeff",
  "\u202e",
  "𝟙𝟚",
  "=cmd|'/c calc'!A0",
  "<img src=x onerror=alert(1)>",
  "'); DROP TABLE staged; --",
  "../../../../etc/passwd",
  "{{constructor}}",
  '{"__proto__":{"a":1}}',
  "[".repeat(200),
  "PAR1",
  "ARROW1",
  "PK\x03\x04",
  "010203-1234",
  "a".repeat(20_000)
].map((each) => Buffer.from(each));
