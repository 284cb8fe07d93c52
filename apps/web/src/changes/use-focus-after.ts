import { useEffect } from 'react';

/**
 * The button that opened a dialog may be gone with its row when the dialog is: the focus must not get lost with it, nor
 * the place that one reads at.
 */
export function useFocusAfter(): void {
  useEffect(() => keepFocus, []);
}

function keepFocus(): void {
  if (document.activeElement !== document.body) return;
  document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true });
}
