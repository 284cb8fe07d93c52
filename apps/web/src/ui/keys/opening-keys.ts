import { isWriting } from './writing.ts';

/** Keys that mean something to a dialog; the browser keeps all others. */
const NAMED = ['Enter', 'Escape', 'Backspace', 'Delete', 'Tab', 'Home', 'End'];

type Waiting = Pick<KeyboardEvent, 'key' | 'code' | 'keyCode' | 'shiftKey'>;

/** How many dialogs are opening now. */
let opening = 0;
let waiting: Waiting[] = [];

/** @returns whether something has been opened that cannot take keys yet, since it is being loaded or comes into view */
export const isOpening = (): boolean => opening > 0;

/**
 * Makes the keys wait for what is opening, instead of acting on the page behind it.
 * @returns what to call once it is open, and has the focus: it then gets the keys, in their order
 */
export function beginOpening(): () => void {
  opening += 1;
  if (opening === 1) window.addEventListener('keydown', wait, true);
  let isEnded = false;
  return () => {
    if (isEnded) return;
    isEnded = true;
    opening -= 1;
    // What was being loaded ends opening in the moment in which the dialog itself begins.
    queueMicrotask(settle);
  };
}

function wait(event: KeyboardEvent): void {
  const { key, code, keyCode, shiftKey, target } = event;
  if (!event.isTrusted || isCommand(event) || isWriting(target)) return;
  if (key.length > 1 && !NAMED.includes(key) && !key.startsWith('Arrow')) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  // A key that is held down long enough to repeat has opened the dialog, and says nothing to it.
  if (!event.repeat) waiting.push({ key, code, keyCode, shiftKey });
}

const isCommand = (event: KeyboardEvent): boolean =>
  (event.ctrlKey || event.metaKey || event.altKey) && !event.getModifierState('AltGraph');

function settle(): void {
  if (opening > 0) return;
  window.removeEventListener('keydown', wait, true);
  const keys = waiting;
  waiting = [];
  for (const key of keys) press(key);
}

/** Only a dialog gets them: where it failed to open, they are meant for nothing. */
function press(waited: Waiting): void {
  const target = document.activeElement;
  if (!target?.closest('[role="dialog"]')) return;
  const event = new KeyboardEvent('keydown', { ...waited, bubbles: true, cancelable: true, composed: true });
  if (!target.dispatchEvent(event) || !isWriting(target)) return;
  // Deprecated, but the one way to type that keeps Undo, the length limit and the events of a field in all browsers.
  if (waited.key.length === 1) document.execCommand('insertText', false, waited.key);
  else if (waited.key === 'Backspace') document.execCommand('delete');
}
