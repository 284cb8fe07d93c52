import { describe, expect, it } from 'vitest';
import { isOfInputMethod } from '../src/ui/keys/input-method.ts';

describe('Enter', () => {
  it.each([
    ['that confirms a word, in Chrome and Firefox', { keyCode: 229, isComposing: true }, true],
    ['that confirms a word, in Firefox before 65', { keyCode: 13, isComposing: true }, true],
    ['that confirms a word, in Safari', { keyCode: 229, isComposing: false }, true],
    ['that is meant', { keyCode: 13, isComposing: false }, false],
  ])('%s', (_, sent, isTaken) => expect(isOfInputMethod({ key: 'Enter', ...sent })).toBe(isTaken));

  it('on the keyboard of a phone, which names no key, is none of an input method', () => {
    expect(isOfInputMethod({ key: 'Unidentified', keyCode: 229, isComposing: false })).toBe(false);
  });
});
