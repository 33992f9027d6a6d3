/** The shape of a text module: each string any string. The Danish one gives the type, so an English string cannot be missing. */
export type Widened<T> = {
  readonly [Key in keyof T]: T[Key] extends string
    ? string
    : T[Key] extends (...given: never[]) => string
      ? T[Key]
      : Widened<T[Key]>;
};
