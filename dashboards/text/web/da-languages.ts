/** What the languages of pages and packages are called inside a sentence. */
export const danishLanguages = {
  languageNames: {da: "dansk", en: "engelsk"}
};
