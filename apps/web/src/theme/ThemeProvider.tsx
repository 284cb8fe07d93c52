import { App, ConfigProvider } from 'antd';
import { useMemo, useState, type ReactNode } from 'react';
import { antdLocaleOf } from '../i18n/start.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { useMediaQuery } from './media-query.ts';
import { ThemeContext } from './theme-context.ts';
import { storedTheme, storeTheme, type ThemeChoice } from './theme-choice.ts';
import { themeConfig } from './tokens.ts';

/** antd in the person's theme and language. */
export function ThemeProvider({ children }: { children: ReactNode }) {
  const [choice, setChoice] = useState(storedTheme);
  const isSystemDark = useMediaQuery('(prefers-color-scheme: dark)');
  const isStill = useMediaQuery('(prefers-reduced-motion: reduce)');
  const isDark = choice === 'dark' || (choice === 'system' && isSystemDark);
  const locale = antdLocaleOf(useLanguage());

  const theme = useMemo(() => {
    const config = themeConfig(isDark);
    return { ...config, token: { ...config.token, motion: !isStill } };
  }, [isDark, isStill]);
  const context = useMemo(
    () => ({
      choice,
      choose: (next: ThemeChoice) => {
        storeTheme(next);
        setChoice(next);
      },
    }),
    [choice],
  );

  return (
    <ThemeContext value={context}>
      <ConfigProvider theme={theme} button={{ autoInsertSpace: false }} {...(locale && { locale })}>
        <App component={false} notification={{ placement: 'bottomRight' }}>
          {children}
        </App>
      </ConfigProvider>
    </ThemeContext>
  );
}
