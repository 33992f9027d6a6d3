import {decimalsOf} from "./axis.ts";

/** Round boundaries between ordered classes; a class has its lower boundary in it and not its upper. */
export interface Classes {
  readonly boundaries: readonly number[];
  /** Enough to write the boundaries. */
  readonly decimals: number;
  /** 0 for the lowest class. */
  classOf(value: number): number;
}

const steps = [5, 2, 1];

/**
 * About as many values in each class as in the next, as far as round boundaries allow. A value is classed as it is
 * written, with `decimals`, so that 5,46 written 5,5 is not found below 5,5.
 */
export function classesOf(values: readonly number[], decimals: number, most = 5): Classes {
  const written = (value: number) => Math.round(value * 10 ** decimals) / 10 ** decimals;
  const sorted = values.map(written).sort((a, b) => a - b);
  const [lowest, highest] = [sorted[0] ?? 0, sorted.at(-1) ?? 0];
  const quantile = (part: number) => sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? 0;
  const cuts = Array.from({length: most - 1}, (_, index) => quantile((index + 1) / most));
  const middle = (cuts.at(-1) ?? 0) - (cuts[0] ?? 0);
  const step = roundStep((middle > 0 ? middle : highest - lowest) / (most - 1), decimals);
  const rounded = cuts.map((cut) => Number((Math.round(cut / step) * step).toPrecision(12)));
  const boundaries = [...new Set(rounded)].filter((cut) => cut > lowest && cut <= highest);
  const classOf = (value: number) => boundaries.filter((cut) => written(value) >= cut).length;
  return {boundaries, decimals: Math.max(0, ...boundaries.map(decimalsOf)), classOf};
}

/** The largest of 1, 2 and 5 times a power of ten that is not above what is wanted, and that can be written. */
function roundStep(wanted: number, decimals: number): number {
  const finest = 10 ** -decimals;
  if (!(wanted > finest)) return finest;
  const power = 10 ** Math.floor(Math.log10(wanted) + 1e-9);
  return power * (steps.find((step) => step * power <= wanted * 1.001) ?? 1);
}
