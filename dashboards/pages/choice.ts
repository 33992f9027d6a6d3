/** One drop-down list of a GET form. */
export interface Choice {
  readonly name: string;
  readonly label: string;
  readonly options: readonly {readonly value: string; readonly label: string; readonly selected: boolean}[];
}

/** `all` is the label of the empty choice. */
export function choicesOf(
  name: string,
  label: string,
  chosen: string | null,
  all: string,
  options: readonly (readonly [value: string, label: string])[]
): Choice {
  const listed = [["", all] as const, ...options];
  return {
    name,
    label,
    options: listed.map(([value, text]) => ({value, label: text, selected: value === (chosen ?? "")}))
  };
}
