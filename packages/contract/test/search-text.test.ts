import { describe, expect, it } from 'vitest';
import { containsText, foldText, loosePattern, textExpression, tightPattern } from '../src/index.ts';

const decomposed = (text: string) => text.normalize('NFD');
/** As PostgreSQL's `ilike '%…%'`. */
const like = (pattern: string) =>
  new RegExp(
    pattern.replace(/\\(.)|%|_|[.*+?^${}()|[\]]/g, (whole, one?: string) =>
      one
        ? `\\u{${one.codePointAt(0)!.toString(16)}}`
        : whole === '%'
          ? '.*'
          : whole === '_'
            ? '.'
            : `\\${whole}`,
    ),
    'isu',
  );

const SAME = [
  ['quinones', 'Quiñones'],
  ['QUIÑONES', 'quinones'],
  ['jose', 'José'],
  ['soren', 'SØREN'],
  ['nguyen', 'Nguyễn'],
  ['истории', 'Исто́рии'],
  ['αθηνα', 'Αθήνα'],
  ['김민준', '김민준'],
  ['がんばる', 'がんばる'],
  ['100%_\\', 'gives 100%_\\ back'],
  ['50%ax', '50%áx'],
  ["o'neil (sales)", "O'Néil (Sales)"],
] as const;

describe('text that people search for', () => {
  it.each(SAME)('%s finds %s, however it is composed', (typed, name) => {
    for (const wanted of [typed, decomposed(typed)])
      for (const text of [name, decomposed(name)]) {
        expect(containsText([null, text], wanted)).toBe(true);
        expect(text).toMatch(new RegExp(textExpression(wanted), 'i'));
        expect(text).toMatch(like(loosePattern(wanted)));
      }
  });

  it('finds nothing else: characters stand for themselves', () => {
    for (const [typed, name] of [
      ['_', 'a'],
      ['%', 'a'],
      ['\\', 'a'],
      ['a_b', 'axb'],
      ['.*', 'abc'],
      ['[a-z]', 'a'],
      ['が', 'か'],
    ] as const) {
      expect(containsText([name], typed)).toBe(false);
      expect(name).not.toMatch(new RegExp(textExpression(typed), 'i'));
    }
    expect(containsText([], 'a')).toBe(false);
    expect(containsText([null], ' ')).toBe(true);
  });

  it('minds accents where capital and small letters are told apart, and in long texts', () => {
    const sensitive = (text: string) => new RegExp(textExpression(text, { isCaseSensitive: true }));
    expect(decomposed('José')).toMatch(sensitive('José'));
    expect('Jose').not.toMatch(sensitive('José'));
    const long = `José ${'x'.repeat(40)}`;
    expect(decomposed(long)).toMatch(new RegExp(textExpression(long.toLowerCase()), 'i'));
    expect(foldText(long)).not.toMatch(new RegExp(textExpression(long), 'i'));
  });

  it('is narrowed to accents that are frequent', () => {
    expect(tightPattern('José_Šev%')).toBe('J_s_\\__ev\\%'.replace('ev', '_v'));
    for (const name of ['José Šev', 'Jose Šev', 'JOSÉ ŠÉV'])
      expect(name).toMatch(like(tightPattern('josé šev')));
    expect('Jonas').not.toMatch(like(tightPattern('jose')));
  });

  it('fits into an address', () => {
    for (const letter of 'aeiou')
      expect(encodeURIComponent(textExpression(letter.repeat(256))).length).toBeLessThan(256 * 2);
    expect(encodeURIComponent(textExpression('a'.repeat(32))).length).toBeLessThan(8_000);
  });
});
