/** Which candidates may be shown, so that no guarded variable is a linear combination of all that is. Pure. */
import {Elimination, Span} from "./elimination.ts";

/** The first is the sum of the others. */
export type Sum = readonly number[];

export interface SuppressionTask {
  readonly variables: number;
  readonly sums: readonly Sum[];
  /** Variables that nobody may compute. */
  readonly guarded: readonly number[];
  /** Shown already, whatever follows. */
  readonly known: readonly number[];
  /** In the order of importance: the variables that each would show. */
  readonly candidates: readonly (readonly number[])[];
}

export interface Suppression {
  readonly hidden: readonly boolean[];
  /** Of the known variables, those that give something guarded away. */
  readonly conflicts: readonly number[];
}

/** Takes candidates one by one: one that would give a guarded variable away is hidden, any other is shown. */
export function suppress({variables, sums, guarded, known, candidates}: SuppressionTask): Suppression {
  const elimination = new Elimination(variables);
  for (const [total, ...parts] of sums) elimination.relate(total!, parts);
  const isGuarded = new Uint8Array(variables);
  for (const variable of guarded) isGuarded[variable] = 1;
  const conflicts: number[] = [];
  for (const variable of known) {
    if (exposes(elimination, isGuarded, [variable])) conflicts.push(variable);
    else elimination.know(variable);
  }
  const hidden = candidates.map((candidate) => {
    if (exposes(elimination, isGuarded, candidate)) return true;
    for (const variable of candidate) elimination.know(variable);
    return false;
  });
  return {hidden, conflicts};
}

/** Whether knowing these variables too would make a guarded one known. */
function exposes(elimination: Elimination, isGuarded: Uint8Array, variables: readonly number[]): boolean {
  const rows = variables.map((variable) => elimination.rest(variable)).filter((row) => row.size > 0);
  const unknowns = new Set(rows.flatMap((row) => [...row.keys()]));
  const tried = new Set<number>();
  let span: Span | undefined;
  for (const unknown of unknowns)
    for (const user of elimination.usersOf(unknown)) {
      if (isGuarded[user] !== 1 || tried.has(user)) continue;
      tried.add(user);
      const rest = elimination.rest(user);
      if (rest.size > unknowns.size || !everyKey(rest, unknowns)) continue;
      span ??= new Span(rows);
      if (span.has(rest)) return true;
    }
  return false;
}

function everyKey(row: ReadonlyMap<number, number>, keys: ReadonlySet<number>): boolean {
  for (const key of row.keys()) if (!keys.has(key)) return false;
  return true;
}
