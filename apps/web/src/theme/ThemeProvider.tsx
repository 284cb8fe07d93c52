import { ConfigProvider, notification } from 'antd';
import { useMemo, useState, type ReactNode } from 'react';
import { antdLocaleOf } from '../i18n/start.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { useMediaQuery } from './media-query.ts';
import { NotificationContext } from './notification-context.ts';
import { ThemeContext } from './theme-context.ts';
import { storedTheme, storeTheme, type ThemeChoice } from './theme-choice.ts';
import { themeConfig } from './tokens.ts';

/** antd in the person's theme and language, and a place for its notifications within. */
export function ThemeProvider({ children }: { children: ReactNode }) {
  const [choice, setChoice] = useState(storedTheme);
  const isSystemDark = useMediaQuery('(prefers-color-scheme: dark)');
  const isStill = useMediaQuery('(prefers-reduced-motion: reduce)');
  const isDark = choice === 'dark' || (choice === 'system' && isSystemDark);
  const locale = antdLocaleOf(useLanguage());

  const theme = useMemo(() => themeConfig({ isDark, isStill }), [isDark, isStill]);
  const themeSwitch = useMemo(
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
    <ThemeContext value={themeSwitch}>
      <ConfigProvider theme={theme} button={{ autoInsertSpace: false }} {...(locale && { locale })}>
        <NotificationPlace>{children}</NotificationPlace>
      </ConfigProvider>
    </ThemeContext>
  );
}

/** antd's `App` would do the same, and bring message and modal along to every first load. */
function NotificationPlace({ children }: { children: ReactNode }) {
  const [api, place] = notification.useNotification({ placement: 'bottomRight' });
  return (
    <NotificationContext value={api}>
      {children}
      {place}
    </NotificationContext>
  );
}
