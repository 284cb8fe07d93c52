import { BellOutlined, WarningOutlined } from '@ant-design/icons';
import type { Invitation } from '@org-portal/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RelativeTime } from '../ui/RelativeTime.tsx';
import { StatusMark } from '../ui/StatusMark.tsx';
import { isExpiringSoon } from './expiring-soon.ts';
import './invitation-expiry.css';
import { serverNow } from '../clock/server-time.ts';

/** When the invitation ends or ended; soon, it is said. Of one that was accepted or revoked it says nothing. */
export function InvitationExpiry({ invitation }: { invitation: Invitation }) {
  const { t } = useTranslation();
  const [now] = useState(serverNow);
  const { status, expiresAt, askedAt } = invitation;
  if (status === 'Accepted' || status === 'Revoked') {
    return (
      <span className="muted">
        <span aria-hidden title={t('invitations.expiryVoid')}>
          –
        </span>
        <span className="visually-hidden">{t('invitations.expiryVoid')}</span>
      </span>
    );
  }
  return (
    <span className="invitation-expiry">
      <RelativeTime instant={expiresAt} />
      {isExpiringSoon(invitation, now) && (
        <StatusMark icon={<WarningOutlined />} color="warning">
          {t('invitations.expiresSoon')}
        </StatusMark>
      )}
      {askedAt && (
        <StatusMark icon={<BellOutlined />} color="warning">
          {t('following.asked')}
        </StatusMark>
      )}
    </span>
  );
}
