/** A field of a form, ready to be written. */
export interface Field {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly hint: string | null;
  readonly type: "text" | "password";
  readonly value: string;
  readonly autocomplete: string;
  readonly longest: number;
  readonly error: string | null;
  /** Ids of hint and error. */
  readonly described: string | null;
  readonly numeric: boolean;
  readonly focus: boolean;
}

export function fieldOf(field: Pick<Field, "name" | "label"> & Partial<Field>): Field {
  const {name, hint = null, error = null} = field;
  const id = `felt-${name}`;
  const described = [error && `${id}-fejl`, hint && `${id}-hjaelp`].filter(Boolean).join(" ") || null;
  const plain = {type: "text", value: "", autocomplete: "off", longest: 200, numeric: false, focus: false} as const;
  return {...plain, ...field, id, hint, error, described};
}
