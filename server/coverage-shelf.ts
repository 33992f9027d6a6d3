/** Every municipality's deliveries, read once per release and kept. */
import type {Coverage} from "../queries/model.ts";
import type {ReleaseReader} from "../queries/release.ts";

const kept = new WeakMap<ReleaseReader, Promise<readonly Coverage[]>>();

export function coverageOf(reader: ReleaseReader): Promise<readonly Coverage[]> {
  const known = kept.get(reader);
  if (known) return known;
  const read = reader.coverage();
  kept.set(reader, read);
  read.catch(() => kept.delete(reader));
  return read;
}
