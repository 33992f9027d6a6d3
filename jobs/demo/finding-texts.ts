/** Invented qualitative findings without names. Per theme: the kind of quality, strengths and points of attention. */
export interface ThemeTexts {
  readonly theme: string;
  readonly quality: "structure" | "process" | "result";
  readonly strength: readonly string[];
  readonly attention: readonly string[];
}
