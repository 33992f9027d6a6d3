/** Companions of what is hidden: so many that they are not few together. Cheaper than to let the audit find each of them. */
import {type CellBlock, indicatorOf} from "./block.ts";
import type {DisclosureRules} from "./rules.ts";
import type {VariableSum, Variables} from "./variables.ts";

/** What a variable takes part in, and who tells it. */
export interface Companions {
  readonly variables: Variables;
  readonly rules: DisclosureRules;
  /** Per variable: the candidates that tell it. */
  readonly tellers: readonly (readonly number[])[];
  /** Per variable: the parts of each sum of units or categories that it is a part of. */
  readonly partners: readonly (readonly (readonly number[])[])[];
  /** Per candidate: whether it is hidden. Changed in place. */
  readonly hidden: Uint8Array;
  /** Per variable: it must stay uncertain. Changed in place. */
  readonly isKept: Uint8Array;
  /** Per variable: an indicator that keeps it is sensitive. Changed in place. */
  readonly isSensitive: Uint8Array;
}

/**
 * Hides companions in every sum with something that is kept, from below upwards, until there are enough; where there are none
 * left, what they are part of is hidden and kept too. Gives the candidates it hid.
 */
export function hideCompanions(companions: Companions, sums: readonly VariableSum[]): readonly number[] {
  const added: number[] = [];
  for (let before = -1; added.length > before; ) {
    before = added.length;
    for (const sum of sums) added.push(...completeSum(companions, sum));
  }
  return added;
}

function completeSum(companions: Companions, {kind, variables: [total, ...parts]}: VariableSum): readonly number[] {
  const added: number[] = [];
  while (!isHidden(companions, total!) && isTooLittle(companions, parts, kind === "units")) {
    const more = companionOf(companions, parts) ?? total!;
    companions.isKept[more] = 1;
    for (const candidate of companions.tellers[more]!) {
      if (companions.hidden[candidate] === 0) added.push(candidate);
      companions.hidden[candidate] = 1;
    }
  }
  if (isHidden(companions, total!)) guardAbove(companions, total!, parts);
  return added;
}

/** What is kept of a part must be kept of the hidden whole; two such wholes are enough, since no manager knows all of one. */
function guardAbove({isKept}: Companions, total: number, parts: readonly number[]): void {
  if (parts.some((variable) => isKept[variable] === 1)) isKept[total] = 1;
}

function isHidden({tellers, hidden}: Companions, variable: number): boolean {
  return tellers[variable]!.length > 0 && tellers[variable]!.every((candidate) => hidden[candidate] === 1);
}

/** Whether the hidden parts are too few together; parts of different units must also be enough for a manager of one. */
function isTooLittle(companions: Companions, parts: readonly number[], differ: boolean): boolean {
  const {variables, rules, isKept, isSensitive} = companions;
  const hidden = parts.filter((variable) => isHidden(companions, variable));
  const guarded = hidden.filter((variable) => isKept[variable] === 1);
  if (guarded.length === 0) return false;
  const sum = hidden.reduce((total, variable) => total + variables.value[variable]!, 0);
  if (hidden.length < 2 || sum < rules.width) return true;
  if (!differ || !guarded.some((variable) => isSensitive[variable] === 1)) return false;
  const largest = Math.max(...hidden.map((variable) => variables.value[variable]!));
  return hidden.length < 3 || sum - largest < rules.managerWidth;
}

/** A shown part that is enough: one whose like is hidden beside it, so that they can stand in for each other; the smallest. */
function companionOf(companions: Companions, parts: readonly number[]): number | undefined {
  const {variables, rules, partners} = companions;
  const ranked = parts
    .filter((variable) => variables.value[variable]! >= rules.width && !isHidden(companions, variable))
    .map((variable) => ({
      variable,
      size: variables.value[variable]!,
      hidden: partners[variable]!.flat().filter((each) => !parts.includes(each) && isHidden(companions, each)).length
    }))
    .sort((a, b) => b.hidden - a.hidden || a.size - b.size);
  return ranked[0]?.variable;
}

export function isSensitiveCell(block: CellBlock, cell: number): boolean {
  return indicatorOf(block, cell).sensitivity === "sensitive";
}
