import { expect, it } from 'vitest';
import { pickLanguage } from '../src/i18n/languages.ts';

it.each([
  ['zh-CN', ['en-US'], 'zh-CN'],
  [undefined, ['zh-TW', 'en'], 'zh-CN'],
  [undefined, ['de-DE', 'zh'], 'zh-CN'],
  [undefined, ['de-DE'], 'en'],
  ['xx', [], 'en'],
])('with %s chosen and %s preferred speaks %s', (chosen, preferred, language) => {
  expect(pickLanguage(chosen, preferred)).toBe(language);
});
