import { useEffect, useState } from 'react';

const CONTROLS = 'button, a[href], input, select, textarea, summary, [tabindex]';

/** The control that was pressed last: Safari does not focus a button that is clicked. */
let pressed: Element | null = null;
document.addEventListener(
  'click',
  ({ target }) => {
    const control = target instanceof Element ? target.closest(CONTROLS) : null;
    // An entry of a menu is gone with it; the button that opened the menu stays.
    if (control && !control.closest('[role="menu"]')) pressed = control;
  },
  true,
);

/**
 * Gives the focus back when a dialog is gone, to what opened it. Where that is gone too, as a row's button with its row,
 * the focus goes to the heading, and the page stays where one reads.
 */
export function useFocusBack(): void {
  const [openers] = useState(() => [document.activeElement, pressed]);
  useEffect(() => () => focusBack(openers), [openers]);
}

function focusBack(openers: readonly (Element | null)[]): void {
  if (hasFocus()) return;
  for (const element of [...openers, document.querySelector('main h1')]) {
    if (!(element instanceof HTMLElement) || element === document.body || !element.isConnected) continue;
    element.focus({ preventScroll: true });
    if (hasFocus()) return;
  }
}

const hasFocus = (): boolean => document.activeElement !== null && document.activeElement !== document.body;
