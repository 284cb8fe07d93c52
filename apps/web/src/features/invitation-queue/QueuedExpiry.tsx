import { BellOutlined } from '@ant-design/icons';
import type { QueuedInvitation } from '@org-portal/contract';
import { useTranslation } from 'react-i18next';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { StatusMark } from '../../ui/StatusMark.tsx';

/** When it ends or ended, and whether the invited person asked for a new one. */
export function QueuedExpiry({ queued: { expiresAt, askedAt } }: { queued: QueuedInvitation }) {
  const { t } = useTranslation();
  return (
    <span className="queued-expiry">
      {expiresAt && <RelativeTime instant={expiresAt} />}
      {askedAt && (
        <StatusMark icon={<BellOutlined />} color="warning">
          {t('following.asked')}
        </StatusMark>
      )}
    </span>
  );
}
