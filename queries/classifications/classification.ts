/** A closed set of codes with validity; a code that has lapsed stays, so that old periods can be read. */
export interface Code {
  readonly code: string;
  readonly label: string;
  readonly labelEnglish: string;
  /** Other names of the same, as they are met in files. */
  readonly aliases?: readonly string[];
  /** Dates `YYYY-MM-DD`; absent: always. */
  readonly validFrom?: string;
  readonly validTo?: string;
  readonly replacedBy?: string;
}

export interface Classification {
  readonly id: string;
  readonly title: string;
  readonly source: string;
  readonly codes: readonly Code[];
}
