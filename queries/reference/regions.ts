/** The five regions with Danmarks Statistik's area codes. */
export const regions: readonly {readonly code: string; readonly name: string}[] = [
  {code: "081", name: "Region Nordjylland"},
  {code: "082", name: "Region Midtjylland"},
  {code: "083", name: "Region Syddanmark"},
  {code: "084", name: "Region Hovedstaden"},
  {code: "085", name: "Region Sjælland"}
];
