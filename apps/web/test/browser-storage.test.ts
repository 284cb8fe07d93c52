import { describe, expect, it } from 'vitest';
import { browserStorage } from '../src/storage/browser-storage.ts';

const refuse = () => {
  throw new DOMException('The operation is insecure.', 'SecurityError');
};

/** As browsers refuse storage: with all cookies blocked, in some private windows, with no space left. */
const REFUSALS: [string, () => Storage][] = [
  ['the property', refuse],
  [
    'reading and writing',
    () => ({ getItem: refuse, setItem: refuse, removeItem: refuse }) as unknown as Storage,
  ],
  [
    'writing',
    () => ({ getItem: () => null, setItem: refuse, removeItem: () => undefined }) as unknown as Storage,
  ],
  ['everything, as if there were none', () => null as unknown as Storage],
];

describe.each(REFUSALS)('a browser that refuses %s', (_, open) => {
  it('remembers as long as the page lives', () => {
    const storage = browserStorage(open);
    expect(storage.get('portal.theme')).toBeUndefined();
    storage.set('portal.theme', 'dark');
    storage.set('other', 'x');
    expect(storage.get('portal.theme')).toBe('dark');
    expect(storage.keys('portal.')).toEqual(['portal.theme']);
    storage.remove('portal.theme');
    expect(storage.get('portal.theme')).toBeUndefined();
  });
});
