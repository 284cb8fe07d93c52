import { lastingStorage } from '../storage/browser-storage.ts';

export const THEMES = ['system', 'light', 'dark'] as const;
export type ThemeChoice = (typeof THEMES)[number];

/** Read by public/color-scheme.js too, before the first paint. */
const STORAGE_KEY = 'portal.theme';

export function storedTheme(): ThemeChoice {
  const stored = lastingStorage.get(STORAGE_KEY);
  return THEMES.find((theme) => theme === stored) ?? 'system';
}

export function storeTheme(theme: ThemeChoice): void {
  lastingStorage.set(STORAGE_KEY, theme);
  document.documentElement.dataset.theme = theme;
}
