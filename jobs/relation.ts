import type {Check} from "../queries/sql.ts";

/** Typed rows to be judged. */
export interface Relation {
  /** Name of a table or view with the standard's columns. */
  readonly name: string;
  /** It has a `line` column too. */
  readonly lines: boolean;
  /** Checks beside the standard's own, e.g. of text that could not be read. */
  readonly extra: readonly Check[];
  /** A further condition on a check's rows, so that one mistake is not reported by several rules. */
  readonly narrow?: (check: Check) => string | null;
}
