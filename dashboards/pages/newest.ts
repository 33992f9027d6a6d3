import type {DisclosedFact} from "../../queries/model.ts";

/** The newest figure that has come: a value, or a blank that says more than that it is too early. */
export function newestOf(ordered: readonly DisclosedFact[]): DisclosedFact | undefined {
  return ordered.findLast(({blank}) => blank !== "not-yet-published") ?? ordered.at(-1);
}
