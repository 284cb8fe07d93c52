import { LANGUAGES, type Language } from '@org-portal/contract';
import { lastingStorage } from '../storage/browser-storage.ts';

/** Each in its own words, so that whoever cannot read the present one finds theirs. */
export const LANGUAGE_NAMES: Record<Language, string> = { en: 'English', 'zh-CN': '简体中文' };

const STORAGE_KEY = 'portal.language';

/**
 * @param chosen what the person picked before, if anything
 * @param preferred the browser's languages, best first (BCP 47)
 */
export function pickLanguage(chosen: string | undefined, preferred: readonly string[]): Language {
  const exact = LANGUAGES.find((language) => language === chosen);
  if (exact) return exact;
  for (const tag of preferred) {
    if (/^zh\b/i.test(tag)) return 'zh-CN';
    if (/^en\b/i.test(tag)) return 'en';
  }
  return 'en';
}

export function storedLanguage(): Language {
  return pickLanguage(lastingStorage.get(STORAGE_KEY), navigator.languages);
}

export function storeLanguage(language: Language): void {
  lastingStorage.set(STORAGE_KEY, language);
}
