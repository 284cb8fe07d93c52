import type { Locale } from 'antd/es/locale';
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Language } from '@org-portal/contract';
import { storeLanguage } from './languages.ts';

const LOADERS = {
  en: () => import('./locales/en/index.ts'),
  'zh-CN': () => import('./locales/zh-CN/index.ts'),
};

const LATE_LOADERS = {
  en: () => import('./locales/en/late.ts'),
  'zh-CN': () => import('./locales/zh-CN/late.ts'),
};

/** Whether the texts of the pages that come later are in use by now. */
let areLateTextsWanted = false;

const antdLocales = new Map<string, Locale>();

/** @returns antd's own texts in a language that has been loaded */
export function antdLocaleOf(language: string): Locale | undefined {
  return antdLocales.get(language);
}

/** Only the language in use is loaded. */
export async function startI18n(language: Language): Promise<void> {
  await i18next.use(initReactI18next).init({
    resources: { [language]: { translation: await load(language) } },
    lng: language,
    nsSeparator: false,
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  document.documentElement.lang = language;
}

export async function changeLanguage(language: Language): Promise<void> {
  if (!i18next.hasResourceBundle(language, 'translation')) {
    i18next.addResourceBundle(language, 'translation', await load(language));
  }
  if (areLateTextsWanted) await loadLateTexts(language);
  await i18next.changeLanguage(language);
  storeLanguage(language);
  document.documentElement.lang = language;
}

/** Adds the texts that only pages that are loaded when they are opened need; in every language from then on. */
export async function loadLateTexts(language = i18next.language as Language): Promise<void> {
  areLateTextsWanted = true;
  const { default: texts } = await LATE_LOADERS[language]();
  i18next.addResourceBundle(language, 'translation', texts, true);
}

async function load(language: Language) {
  const { default: loaded } = await LOADERS[language]();
  antdLocales.set(language, loaded.antd);
  return loaded.messages;
}
