import { createContext, use } from 'react';
import type { ThemeChoice } from './theme-choice.ts';

export interface ThemeSwitch {
  choice: ThemeChoice;
  choose: (theme: ThemeChoice) => void;
}

export const ThemeContext = createContext<ThemeSwitch | undefined>(undefined);

export function useThemeSwitch(): ThemeSwitch {
  const context = use(ThemeContext);
  if (!context) throw new Error('useThemeSwitch needs a ThemeProvider around it');
  return context;
}
