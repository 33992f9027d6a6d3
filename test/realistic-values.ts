/** Values such as municipalities really deliver where persons are pointed at, or where something is told in words. */
import {createHash} from "node:crypto";

type Chance = () => number;
const digits = (count: number, chance: Chance) => Array.from({length: count}, () => Math.floor(chance() * 10)).join("");
const hash = (chance: Chance) => createHash("sha256").update(String(chance())).digest();
const hex = (chance: Chance) => hash(chance).toString("hex");

/** Ways of writing pseudonyms; each is a way for a whole column. */
export const pseudonymWays: readonly ((chance: Chance, row: number) => string)[] = [
  (chance) => hex(chance),
  (chance) => hex(chance).slice(0, 32),
  (chance) => hex(chance).slice(0, 12),
  (chance) => hex(chance).slice(0, 40).toUpperCase(),
  (chance) => hex(chance).replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*/, "$1-$2-4$3-a$4-$5"),
  (chance) => hash(chance).toString("base64url"),
  (chance) => `p1.${hash(chance).toString("base64url")}`,
  (chance) => hash(chance).subarray(0, 12).toString("base64"),
  (chance) => digits(10, chance),
  (chance) => digits(12, chance),
  (chance) => digits(8, chance),
  (chance) => `57${digits(11, chance)}`,
  (_, row) => `E${String(row).padStart(7, "0")}`,
  (_, row) => String(100_000 + row),
  (_, row) => `751-2025-${row}`,
  (_, row) => `elev${row}`
];

const places = ["Birkebjerg", "Søndervang", "Åby", "Tranekær", "Skovgård"];
const sentences: readonly ((chance: Chance) => string)[] = [
  (chance) => `Tilsyn den ${10 + Math.floor(chance() * 18)}.08.2025 kl. 10.30: rolig overgang fra leg til frokost.`,
  (chance) =>
    `Ring til ${places[Math.floor(chance() * 5)]} på 86 ${digits(2, chance)} ${digits(2, chance)} ${digits(2, chance)}.`,
  (chance) => `I perioden 01.08.2024-31.07.2025 deltog ${digits(2, chance)} børn i ${digits(1, chance)} forløb.`,
  (chance) =>
    `Normeringen er 1:${digits(1, chance)},${digits(1, chance)}, og budgettet ${digits(2, chance)}.${digits(3, chance)}.${digits(3, chance)} kr.`,
  () => "Børnene hjælper hinanden, og de voksne sætter ord på.",
  (chance) => `Elevrådet (${digits(2, chance)} elever fra 4.-6. klasse) ønsker mere ro i 2025/26 end i 2024/25.`,
  (chance) => `Se referat 2025-${digits(4, chance)}, sag 17.01.04-A00-${digits(1, chance)}-25.`
];

export function finding(chance: Chance): string {
  return sentences[Math.floor(chance() * sentences.length)]!(chance);
}
