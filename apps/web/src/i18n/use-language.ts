import { useTranslation } from 'react-i18next';
import { LANGUAGES, type Language } from '@org-portal/contract';

/** @returns the language of the page; the component renders anew when it changes */
export function useLanguage(): Language {
  const { i18n } = useTranslation();
  return LANGUAGES.find((language) => language === i18n.language) ?? 'en';
}
