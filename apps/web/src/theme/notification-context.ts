import type { notification } from 'antd';
import { createContext, use } from 'react';

type NotificationApi = ReturnType<typeof notification.useNotification>[0];

export const NotificationContext = createContext<NotificationApi | undefined>(undefined);

/** @returns antd's notifications, in the theme and language around the component */
export function useNotifications(): NotificationApi {
  const api = use(NotificationContext);
  if (!api) throw new Error('useNotifications needs a ThemeProvider around it');
  return api;
}
