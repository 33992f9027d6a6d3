/** Who has had a hand in what a package says, as far as the registry knows, so that nobody signs off what they alone made. */
import type {BuiltIssue} from "./issues.ts";
import type {Registry} from "./open.ts";

/** Unit → the accounts that wrote findings in the period, or conversations and agreements in one of the periods. */
export type Writers = ReadonlyMap<string, ReadonlySet<string>>;

export async function readWriters(
  registry: Registry,
  {findings, conversations}: {readonly findings: string; readonly conversations: readonly string[]}
): Promise<Writers> {
  const entries = registry.selectFrom("observation_entries").where("period", "=", findings);
  const [written, changed, said] = await Promise.all([
    entries.select(["unit", "author as account"]).distinct().execute(),
    entries
      .innerJoin("observation_events", "observation_events.entry", "observation_entries.id")
      .select(["observation_entries.unit", "observation_events.actor as account"])
      .distinct()
      .execute(),
    registry
      .selectFrom("conversations")
      .innerJoin("conversation_versions", "conversation_versions.conversation", "conversations.id")
      .select(["conversations.unit", "conversation_versions.author as account"])
      .where("conversations.period", "in", [...conversations])
      .distinct()
      .execute()
  ]);
  const writers = new Map<string, Set<string>>();
  for (const {unit, account} of [...written, ...changed, ...said])
    writers.set(unit, (writers.get(unit) ?? new Set()).add(account));
  return writers;
}

/** What names the program where no person has had a hand in it. */
export const program = "aarshjul";

/** `linesOf`: a unit and all that it lies in, since an area's package also says what its institutions' people wrote. */
export function editorsOf(
  {unit, builtBy}: Pick<BuiltIssue, "unit" | "builtBy">,
  writers: Writers,
  linesOf: (unit: string) => readonly string[]
): readonly string[] {
  const within = [...writers].filter(([place]) => place === unit || linesOf(place).includes(unit));
  const people = new Set([...within.flatMap(([, accounts]) => [...accounts]), ...(builtBy ? [builtBy] : [])]);
  return people.size > 0 ? [...people] : [program];
}
