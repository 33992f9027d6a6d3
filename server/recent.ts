/** Keeps what was used last, up to a number of entries; `dropped` is told of what no longer is kept. */
export class Recent<Value> {
  readonly #entries = new Map<string, Value>();
  readonly #most: number;
  readonly #dropped: (value: Value) => void;

  constructor(most: number, dropped: (value: Value) => void = () => {}) {
    this.#most = most;
    this.#dropped = dropped;
  }

  find(key: string): Value | undefined {
    const value = this.#entries.get(key);
    if (value !== undefined) this.keep(key, value);
    return value;
  }

  keep(key: string, value: Value): void {
    this.#entries.delete(key);
    this.#entries.set(key, value);
    if (this.#entries.size <= this.#most) return;
    const [oldest, old] = this.#entries.entries().next().value!;
    this.#entries.delete(oldest);
    this.#dropped(old);
  }

  clear(): void {
    for (const value of this.#entries.values()) this.#dropped(value);
    this.#entries.clear();
  }
}
