/** How long work tells how far it has come. `start` opens a named phase; `total` null: the length is not known. */
export interface Progress {
  start(title: string, total: number | null): void;
  advance(done: number): void;
  finish(): void;
}

export const silentProgress: Progress = {start: () => {}, advance: () => {}, finish: () => {}};
