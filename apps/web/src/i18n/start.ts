import type { Locale } from 'antd/es/locale';
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { storeLanguage, type Language } from './languages.ts';

const LOADERS = {
  en: () => import('./locales/en/index.ts'),
  'zh-CN': () => import('./locales/zh-CN/index.ts'),
};

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
  await i18next.changeLanguage(language);
  storeLanguage(language);
  document.documentElement.lang = language;
}

async function load(language: Language) {
  const { default: loaded } = await LOADERS[language]();
  antdLocales.set(language, loaded.antd);
  return loaded.messages;
}
