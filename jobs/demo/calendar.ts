/** The demonstration's eleven half-years; `t` counts them from 0. */
export const halfYears = [
  "2020-H2",
  "2021-H1",
  "2021-H2",
  "2022-H1",
  "2022-H2",
  "2023-H1",
  "2023-H2",
  "2024-H1",
  "2024-H2",
  "2025-H1",
  "2025-H2"
] as const;
export const lastHalfYear = halfYears.length - 1;
/** Calendar year in which each complete school year began. */
export const schoolYears = [2020, 2021, 2022, 2023, 2024] as const;
export const surveyYears = [2021, 2022, 2023, 2024, 2025] as const;

/** Calendar year in which the school year of half-year `t` began. */
export function schoolStart(t: number): number {
  return 2020 + Math.floor(t / 2);
}

export function isSpring(t: number): boolean {
  return t % 2 === 1;
}

/** `2024` → `2024/25`. */
export function schoolYearText(start: number): string {
  return `${start}/${String((start + 1) % 100).padStart(2, "0")}`;
}

/** The half-year in which a school year's wellbeing survey and exams are held. */
export function springOf(start: number): number {
  return (start - 2020) * 2 + 1;
}

/** The half-year in which a calendar year's parent survey is held. */
export function autumnOf(year: number): number {
  return (year - 2020) * 2;
}
