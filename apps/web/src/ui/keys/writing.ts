/** @returns whether somebody writes there, so that a key is a letter */
export const isWriting = (target: EventTarget | null): boolean =>
  target instanceof Element &&
  target.matches('input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]');
