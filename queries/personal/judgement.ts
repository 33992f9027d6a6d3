/** When a column is said to hold civil registration numbers. Other numbers look like dates now and then: ten digits one time in 27. */
import type {Form} from "./person-numbers.ts";

/** Rows of a column. `shaped`: written as a number is, dated or not, by form. */
export interface ColumnTally {
  readonly values: number;
  readonly found: Readonly<Record<Form, number>>;
  /** Of those found, they that pass modulus 11. */
  readonly modulus11: number;
  readonly shaped: Readonly<Record<"whole" | "short" | "within", number>>;
}

/** In free text one is enough. */
export function holdsPersonNumbers({values, found, modulus11, shaped}: ColumnTally, isFreeText: boolean): boolean {
  const {whole, short, within, encoded} = found;
  if (isFreeText) return whole + short + within + encoded > 0;
  if (encoded > 0) return true;
  if (whole > 0 && (whole + short) * 5 >= shaped.whole + (short > 0 ? shaped.short : 0)) return true;
  if (short > 0 && short * 2 >= shaped.short && (short >= 5 || modulus11 > 0)) return true;
  if (within > 0 && within * 3 >= values) return true;
  return within >= 5 && within * 100 >= values && within * 5 >= shaped.within;
}
