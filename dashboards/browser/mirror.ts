/** Lets a slider write its number into the field beside it, which is the one that the form sends. */
export function mirrorSliders(region: HTMLElement): void {
  region.addEventListener("input", ({target}) => {
    if (!(target instanceof HTMLInputElement) || !target.dataset.mirror) return;
    const field = document.getElementById(target.dataset.mirror);
    if (field instanceof HTMLInputElement) field.value = target.value;
  });
}
