/** What a release says of all municipalities at once, read once per release and kept. */
import type {Coverage} from "../queries/model.ts";
import type {HiddenShare, ReleaseReader} from "../queries/release.ts";

export const coverageOf = keptPerRelease((reader): Promise<readonly Coverage[]> => reader.coverage());
export const hiddenSharesOf = keptPerRelease((reader): Promise<readonly HiddenShare[]> => reader.hiddenShares());

function keptPerRelease<T>(read: (reader: ReleaseReader) => Promise<T>): (reader: ReleaseReader) => Promise<T> {
  const kept = new WeakMap<ReleaseReader, Promise<T>>();
  return (reader) => {
    const known = kept.get(reader);
    if (known) return known;
    const made = read(reader);
    kept.set(reader, made);
    made.catch(() => kept.delete(reader));
    return made;
  };
}
