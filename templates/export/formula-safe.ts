/** Text that a spreadsheet shows as text: what would begin a formula gets an apostrophe before it. Numbers stay. */
export function formulaSafe(text: string): string {
  const formula = /^[=+@\t\r\n\0＝＋－＠]/.test(text) || (text.startsWith("-") && !/^-\d+([.,]\d+)*$/.test(text));
  return formula ? `'${text}` : text;
}
