import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { copyText } from './copy-text.ts';
import { useNotifications } from '../theme/notification-context.ts';

/** Copies texts, and tells where the browser does not let it: without https, or where somebody has refused it. */
export function useCopy() {
  const { t } = useTranslation();
  const notifications = useNotifications();
  const [isCopied, setCopied] = useState(false);

  async function copy(text: string): Promise<void> {
    try {
      await copyText(text);
      setCopied(true);
    } catch {
      setCopied(false);
      notifications.error({
        title: t('states.notCopied'),
        description: t('states.notCopiedHint'),
        role: 'alert',
      });
    }
  }

  return { isCopied, copy };
}
