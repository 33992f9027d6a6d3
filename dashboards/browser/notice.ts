/** One line at the top of the page that says what has happened, with one thing to do about it. */
export function notify(text: string, action: {readonly label: string; readonly href: string}): void {
  const notice = document.querySelector<HTMLElement>("[data-notice]");
  if (!notice) return;
  const link = document.createElement("a");
  link.href = action.href;
  link.textContent = action.label;
  const words = document.createElement("span");
  words.textContent = text;
  notice.replaceChildren(words, " ", link);
  notice.hidden = false;
}

/** Said by screen readers at once; nothing is seen of it. */
export function speak(text: string): void {
  const spoken = document.querySelector("[data-spoken]");
  if (spoken) spoken.textContent = text;
}
