import type {Widened} from "../widened.ts";
import type {danishLanguages} from "./da-languages.ts";

export const englishLanguages: Widened<typeof danishLanguages> = {
  languageNames: {da: "Danish", en: "English"}
};
