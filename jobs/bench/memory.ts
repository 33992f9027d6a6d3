import type {BenchResult} from "./result.ts";

export function residentMegabytes(): number {
  return process.memoryUsage.rss() / 2 ** 20;
}

/** The mean of the last fifth of the samples against that of the second: what leaks grows. */
export function flatResult(what: string, samples: readonly number[]): BenchResult {
  const fifth = Math.max(1, Math.floor(samples.length / 5));
  const mean = (part: readonly number[]) => part.reduce((sum, each) => sum + each, 0) / part.length;
  const [early, late] = [mean(samples.slice(fifth, 2 * fifth)), mean(samples.slice(-fifth))];
  const ratio = late / early;
  const name = `hukommelse, sidste femtedel af ${what} mod anden femtedel`;
  return {name, value: late, unit: "MB", floor: early, ratio, target: "≤ 1,15 ×", met: ratio <= 1.15};
}
