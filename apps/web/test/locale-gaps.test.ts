import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readLocales } from '../build/complete-locales.ts';
import { localeGaps } from '../build/locale-gaps.ts';
import { LANGUAGES } from '@org-portal/contract';

describe('the texts', () => {
  const locales = readLocales(fileURLToPath(new URL('../src/i18n/locales', import.meta.url)));

  it('are there in every language that can be picked', () => {
    expect(Object.keys(locales).sort()).toEqual([...LANGUAGES].sort());
  });

  it('are complete in all languages, plural forms included', () => {
    expect(localeGaps(locales)).toEqual([]);
  });
});

describe('localeGaps', () => {
  it('names what is missing and what is superfluous', () => {
    expect(localeGaps({ en: { a: { b: 'x', c: 'y' } }, 'zh-CN': { a: { b: '甲' } } })).toEqual([
      'zh-CN: "a.c" is missing',
    ]);
    expect(localeGaps({ en: { a: '' }, 'zh-CN': { a: '甲' } })).toEqual(['en: "a" is missing']);
  });

  it('wants the plural forms that each language has', () => {
    expect(localeGaps({ en: { n_one: '1', n_other: 'n' }, 'zh-CN': { n_other: 'n' } })).toEqual([]);
    expect(localeGaps({ en: { n_other: 'n' }, 'zh-CN': { n_one: '1', n_other: 'n' } })).toEqual([
      'en: "n_one" is missing',
      'zh-CN: "n_one" is superfluous',
    ]);
  });

  it('wants the same variables', () => {
    expect(localeGaps({ en: { hi: 'Hi {{name}}' }, 'zh-CN': { hi: '你好 {{nmae}}' } })).toEqual([
      'zh-CN: "hi" has the variables (nmae), not (name)',
    ]);
  });
});
