import { expect, it } from 'vitest';
import { elementsOf } from '../src/elements-of.ts';

/** In parts of that many bytes. */
const cut = (text: string, size: number): Buffer[] => {
  const bytes = Buffer.from(text);
  const parts: Buffer[] = [];
  for (let start = 0; start < bytes.length; start += size) parts.push(bytes.subarray(start, start + size));
  return parts;
};

it('gives each element of a list, wherever the parts are cut', () => {
  const elements = [
    { a: 1 },
    { b: ['[', ']', '{"'], c: { d: '\\"}\\\\' } },
    {},
    { e: 'Zoë 中文 \u{1F600}' },
    [],
  ];
  for (const text of [JSON.stringify(elements), JSON.stringify(elements, null, 2)])
    for (let size = 1; size <= text.length + 1; size += 1)
      expect([...elementsOf(cut(text, size))].map((one) => JSON.parse(one))).toEqual(elements);
  expect([...elementsOf(cut(' [ ] ', 1))]).toEqual([]);
});

it('refuses what is not a list of objects', () => {
  for (const text of [
    '',
    ' ',
    '{}',
    '{"a":[{}]}',
    '"[]"',
    '[1]',
    '["a"]',
    '[null]',
    '[{}',
    '[{"a":"]',
    '[]]',
    '[][]',
    'x',
  ])
    for (const size of [1, 100]) expect(() => [...elementsOf(cut(text, size))], text).toThrow(SyntaxError);
});

it('lets go of the bytes as they are used', () => {
  const parts = cut(JSON.stringify([{ a: 1 }, { b: 2 }, { c: 3 }]), 8);
  const elements = elementsOf(parts);
  const before = parts.length;
  elements.next();
  expect(parts.length).toBeLessThan(before);
});
