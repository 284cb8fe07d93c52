type Pressed = Pick<KeyboardEvent, 'key' | 'keyCode' | 'isComposing'>;

/** What browsers report for a key that an input method has taken. */
const TAKEN = 229;

/**
 * @returns whether a key belongs to an input method, as Enter does that confirms a Chinese or Japanese word. Most browsers
 * then say `isComposing`; Safari sends the key after the composition has ended, with `keyCode` 229 as the only sign
 * (https://bugs.webkit.org/show_bug.cgi?id=165004). The keyboards of phones send 229 without a name for every key.
 */
export const isOfInputMethod = ({ key, keyCode, isComposing }: Pressed): boolean =>
  isComposing || (keyCode === TAKEN && key !== 'Unidentified');

/**
 * Keeps the keys of an input method from all handlers, those of antd too, so that nothing is sent, taken, closed or moved by
 * them. The browser still gets them.
 */
export function leaveKeysToInputMethods(): void {
  window.addEventListener(
    'keydown',
    (event) => isOfInputMethod(event) && event.stopImmediatePropagation(),
    true,
  );
}
