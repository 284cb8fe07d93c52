import { createInstance, type TFunction } from 'i18next';
import en from '../src/i18n/locales/en/index.ts';
import enLate from '../src/i18n/locales/en/late.ts';
import zh from '../src/i18n/locales/zh-CN/index.ts';
import zhLate from '../src/i18n/locales/zh-CN/late.ts';

const i18n = createInstance();
await i18n.init({
  resources: {
    en: { translation: { ...en.messages, ...enLate } },
    'zh-CN': { translation: { ...zh.messages, ...zhLate } },
  },
  nsSeparator: false,
  interpolation: { escapeValue: false },
});

/** @returns the portal's texts in a language, all of them */
export function textsIn(language: string): TFunction {
  return i18n.getFixedT(language);
}
