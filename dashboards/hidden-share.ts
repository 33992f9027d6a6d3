import type {Language} from "../queries/model.ts";
import {formatNumber} from "./format.ts";

interface HiddenPart {
  readonly level: "few" | "some" | "many";
  /** Per cent; null: of so few figures no share is told. */
  readonly share: string | null;
}

const fewestForShare = 100;

/** How much is hidden, never where; null: nothing. */
export function hiddenPartOf(hidden: number, all: number, language: Language): HiddenPart | null {
  if (hidden === 0) return null;
  const percent = (100 * hidden) / all;
  return {
    level: percent < 5 ? "few" : percent < 25 ? "some" : "many",
    share: all < fewestForShare ? null : formatNumber(percent, percent < 1 ? 1 : 0, language)
  };
}
