/** Which issues are out: signed off, and their instant has come. What the registry does not know of is not. */
import type {Registry} from "../queries/registry/open.ts";

export interface IssuesOut {
  readonly names: ReadonlySet<string>;
  /** Another text when something else is out. */
  readonly stamp: string;
}

export interface OutSource {
  readonly registry: () => Promise<Registry | null>;
  readonly now: () => Date;
}

/** Reads who is out once for each change of the sign-offs, and again when an embargo ends. */
export function openOut({registry, now}: OutSource): () => Promise<IssuesOut> {
  let known = {version: -1, until: 0, out: nothingOut};
  return async () => {
    const open = await registry();
    if (!open) return nothingOut;
    const version = await versionOf(open);
    const at = now().getTime();
    if (version === known.version && at < known.until && at >= Date.parse(known.out.stamp.split(" ")[1]!))
      return known.out;
    known = await readOut(open, version, at);
    return known.out;
  };
}

const nothingOut: IssuesOut = {names: new Set(), stamp: ""};

/** Every step of every issue adds one. */
async function versionOf(registry: Registry): Promise<number> {
  const {sum} = await registry
    .selectFrom("signoffs")
    .select(({fn}) => fn.sum<number | null>("version").as("sum"))
    .executeTakeFirstOrThrow();
  return Number(sum ?? 0);
}

async function readOut(registry: Registry, version: number, at: number) {
  const signed = await registry
    .selectFrom("signoffs")
    .select(["issue", "release_at"])
    .where("state", "=", "signed-off")
    .where("release_at", "is not", null)
    .execute();
  const times = signed.map(({issue, release_at}) => ({issue, time: Date.parse(release_at!)}));
  const out = times.filter(({time}) => time <= at);
  const since = Math.max(0, ...out.map(({time}) => time));
  const until = Math.min(Number.POSITIVE_INFINITY, ...times.map(({time}) => time).filter((time) => time > at));
  const stamp = `${version} ${new Date(since).toISOString()}`;
  return {version, until, out: {names: new Set(out.map(({issue}) => issue)), stamp}};
}
