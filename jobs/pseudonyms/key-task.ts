/** What the key process is asked and what it answers, as JSON lines. */
export type KeyTask =
  | RewriteTask
  | MatchTask
  | {readonly task: "add-key" | "remove-old-keys"; readonly dataDir: string};

/** A citizen has shown who they are: what are they called in these domains? */
export interface MatchTask {
  readonly task: "match";
  readonly dataDir: string;
  readonly number: string;
  readonly domains: readonly string[];
}

export interface RewriteTask {
  readonly task: "pseudonymise" | "renew";
  readonly dataDir: string;
  /** A Parquet file, and where the new one is written, in staging. */
  readonly from: string;
  readonly to: string;
  readonly columns: readonly string[];
  readonly key: readonly string[];
  readonly domain: string;
}

export interface KeyAnswer {
  /** Different values that were changed; 0: nothing was written. */
  readonly changed: number;
  /** Rows whose key is another row's too, now that differently written numbers are the same person. */
  readonly repeated: number;
  /** By domain; only of `match`. */
  readonly pseudonyms?: Readonly<Record<string, readonly string[]>>;
}
