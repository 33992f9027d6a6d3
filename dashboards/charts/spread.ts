/**
 * Places as near as possible to the wanted ones, at least `gap` apart and within the ends, in the same order.
 * More places than fit share the room evenly.
 */
export function spread(wanted: readonly number[], gap: number, from: number, to: number): readonly number[] {
  const order = wanted.map((_, index) => index).sort((a, b) => (wanted[a] as number) - (wanted[b] as number) || a - b);
  const room = wanted.length > 1 ? Math.min(gap, (to - from) / (wanted.length - 1)) : gap;
  const places = new Array<number>(wanted.length);
  let floor = from;
  for (const index of order) {
    places[index] = Math.max(wanted[index] as number, floor);
    floor = (places[index] as number) + room;
  }
  let ceiling = to;
  for (const index of order.toReversed()) {
    places[index] = Math.min(places[index] as number, ceiling);
    ceiling = (places[index] as number) - room;
  }
  return places;
}
