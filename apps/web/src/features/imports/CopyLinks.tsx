import { CopyOutlined } from '@ant-design/icons';
import type { Import } from '@org-portal/contract';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOrganization } from '../../organization/organization-context.ts';
import { useNotifications } from '../../theme/notification-context.ts';
import { copyText } from '../../ui/copy-text.ts';
import { linksOf, resultAddress } from './result-file.ts';

/** Copies the links of an import, each beside its address. */
export function CopyLinks({ one }: { one: Import }) {
  const { t } = useTranslation();
  const { id } = useOrganization();
  const notifications = useNotifications();
  const [isCopying, setCopying] = useState(false);

  async function copy() {
    setCopying(true);
    try {
      const links = readLinks(resultAddress(id, one.id));
      await copyText(links.then((found) => found.join('\n')));
      notifications.success({
        title: t('imports.linksCopied', { count: (await links).length }),
        role: 'status',
      });
    } catch {
      notifications.error({
        title: t('imports.linksNotCopied'),
        description: t('imports.linksNotCopiedHint'),
        role: 'alert',
        duration: 0,
      });
    }
    setCopying(false);
  }

  return (
    <Button icon={<CopyOutlined />} loading={isCopying} onClick={() => void copy()}>
      {t('imports.copyLinks')}
    </Button>
  );
}

async function readLinks(address: string): Promise<string[]> {
  const reply = await fetch(address);
  if (!reply.ok) throw new Error(String(reply.status));
  return linksOf(await reply.text());
}
