/** The points that are chosen in a figure, in the part of the address that the server never sees: `#valgt-kommuner=101,751`. */
const most = 100;

export function chosenInAddress(figure: string): readonly string[] {
  const prefix = `#valgt-${figure}=`;
  if (!location.hash.startsWith(prefix)) return [];
  return location.hash.slice(prefix.length).split(",").filter(Boolean).map(decoded);
}

/** Nothing chosen, or too many to be written: the address without them. */
export function writeChosen(figure: string, keys: readonly string[]): void {
  const isOurs = location.hash.startsWith(`#valgt-${figure}=`);
  const writes = keys.length > 0 && keys.length <= most;
  if (!writes && !isOurs) return;
  const hash = writes ? `#valgt-${figure}=${keys.map(encodeURIComponent).join(",")}` : "";
  history.replaceState(history.state, "", location.pathname + location.search + hash);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return "";
  }
}
