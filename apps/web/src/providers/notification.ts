import type { NotificationProvider } from '@refinedev/core';
import { useNotifications } from '../theme/notification-context.ts';

/** Shows Refine's notifications by antd: a change that succeeded goes by itself, a failure stays until it is closed. */
export function useNotificationProvider(): NotificationProvider {
  const notification = useNotifications();
  return {
    open: ({ key, message, description, type }) =>
      notification.open({
        ...(key !== undefined && { key }),
        title: message,
        description,
        ...(type !== 'progress' && { type }),
        duration: type === 'error' ? 0 : 4.5,
        role: type === 'error' ? 'alert' : 'status',
      }),
    close: (key) => notification.destroy(key),
  };
}
