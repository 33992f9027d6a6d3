/** What the key process is asked and what it answers, as JSON lines. */
export type KeyTask = RewriteTask | {readonly task: "add-key" | "remove-old-keys"; readonly dataDir: string};

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
}
