import type { I18nProvider } from '@refinedev/core';
import i18next from 'i18next';
import { changeLanguage } from '../i18n/start.ts';
import type { Language } from '@org-portal/contract';

/** For the texts that Refine itself shows; the portal's own go through `useTranslation`, which knows their keys. */
export const i18nProvider: I18nProvider = {
  translate: (key, options, defaultMessage) =>
    (i18next.t as (key: string, options: object) => string)(key, {
      defaultValue: typeof options === 'string' ? options : defaultMessage,
      ...(typeof options === 'object' && options),
    }),
  changeLocale: (language) => changeLanguage(language as Language),
  getLocale: () => i18next.language,
};
