import { isOpening } from './opening-keys.ts';
import { isWriting } from './writing.ts';

interface Pressed {
  target: EventTarget | null;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
}

/**
 * @returns whether a key without modifiers is a shortcut of the page: nobody writes, and nothing is opening, or open, over
 * the page. Every shortcut asks this first.
 */
export const isForPage = ({ target, ctrlKey, metaKey, altKey }: Pressed): boolean =>
  !ctrlKey && !metaKey && !altKey && !isWriting(target) && !isOpening() && !isCovered(target);

const isCovered = (target: EventTarget | null): boolean =>
  document.querySelector('[role="dialog"][aria-modal="true"]') !== null ||
  (target instanceof Element && target.closest('[role="menu"], [role="listbox"]') !== null);
