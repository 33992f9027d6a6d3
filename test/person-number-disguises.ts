/** Civil registration numbers made for tests, and the disguises that they come in. */

export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const weights = [4, 3, 2, 7, 6, 5, 4, 3, 2, 1];
const passes = (number: string) => weights.reduce((sum, weight, at) => sum + weight * Number(number[at]), 0) % 11 === 0;

/** A number of somebody born 1930–2019; `modulus11` says whether it passes. */
export function personNumber(chance: () => number, modulus11 = true): string {
  for (;;) {
    const year = 1930 + Math.floor(chance() * 90);
    const day = new Date(Date.UTC(year, 0, 1 + Math.floor(chance() * 365)));
    const century = year < 2000 ? Math.floor(chance() * 4) : year <= 2036 ? 4 + Math.floor(chance() * 6) : 5;
    const date = day.toISOString();
    const number = `${date.slice(8, 10)}${date.slice(5, 7)}${date.slice(2, 4)}${century}${String(Math.floor(chance() * 1000)).padStart(3, "0")}`;
    if (passes(number) === modulus11) return number;
  }
}

const digits = (number: string, zero: number) =>
  [...number].map((digit) => String.fromCodePoint(zero + Number(digit))).join("");
const pick = <T>(chance: () => number, choices: readonly T[]): T => choices[Math.floor(chance() * choices.length)]!;

/** Twelve; the eleventh and twelfth stand for base64 and hexadecimal. Split columns are a matter of two values. */
export const disguises: Readonly<Record<string, (number: string, chance: () => number) => string>> = {
  plain: (number) => number,
  separators: (number, chance) =>
    `${number.slice(0, 6)}${pick(chance, ["-", "–", "—", " - ", "/", ".", "−", "_", ":"])}${number.slice(6)}`,
  spaces: (number, chance) =>
    pick(chance, [
      `${number.slice(0, 6)} ${number.slice(6)}`,
      `${number.slice(0, 2)} ${number.slice(2, 4)} ${number.slice(4, 6)} ${number.slice(6)}`,
      `${number.slice(0, 6)}\u00a0${number.slice(6)}`,
      [...number].join(" "),
      ` ${number} `
    ]),
  "century written": (number, chance) => {
    const century = Number(number[6]) < 4 ? "19" : "20";
    const [day, month, year, serial] = [
      number.slice(0, 2),
      number.slice(2, 4),
      century + number.slice(4, 6),
      number.slice(6)
    ];
    return pick(chance, [
      `${day}${month}${year}${serial}`,
      `${day}-${month}-${year}-${serial}`,
      `${day}.${month}.${year} ${serial}`
    ]);
  },
  "sixty added to the day": (number) => `${Number(number[0]) + 6}${number.slice(1)}`,
  "leading zero lost": (number, chance) => {
    const lost = String(Number(number));
    return pick(chance, [lost, `${lost}.0`, `${lost.slice(0, -4)}-${lost.slice(-4)}`]);
  },
  "thousands separated": (number, chance) =>
    String(Number(number)).replace(/\B(?=(\d{3})+$)/g, pick(chance, [".", ",", " ", "\u00a0", "'", "\u202f"])),
  "Arabic digits": (number, chance) => digits(number, pick(chance, [0x0660, 0x06f0])),
  "full-width digits": (number) => digits(number, 0xff10),
  "inside a longer id": (number, chance) =>
    pick(chance, [`ELEV-${number}-A`, `751_${number}_x`, `id${number}`, `cpr:${number};`, `elev ${number} er flyttet`]),
  base64: (number, chance) => {
    const text = pick(chance, [number, `${number.slice(0, 6)}-${number.slice(6)}`, `cpr ${number}`]);
    return Buffer.from(text).toString(pick(chance, ["base64", "base64url"]));
  },
  hexadecimal: (number, chance) => {
    const text = Buffer.from(pick(chance, [number, `${number.slice(0, 6)}-${number.slice(6)}`])).toString("hex");
    return pick(chance, [text, text.toUpperCase(), `0x${text}`]);
  }
};
