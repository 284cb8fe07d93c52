import type { ReceivedInvitation } from '@org-portal/contract';
import { Button } from 'antd';
import { Trans, useTranslation } from 'react-i18next';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { useLanguage } from '../../i18n/use-language.ts';
import { useJoin } from '../../joining/use-join.ts';
import { useDecline } from './use-decline.ts';

export function ReceivedInvitationItem({ invitation }: { invitation: ReceivedInvitation }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { join, isPending } = useJoin(invitation);
  const declining = useDecline(invitation);
  const { organization, inviter, roles } = invitation;
  const roleNames = new Intl.ListFormat(language).format(roles.map(({ name }) => name));
  return (
    <li className="received-invitation">
      <div>
        <strong>{organization.name}</strong>
        {inviter?.name && <p>{t('welcome.invitedBy', { inviter: inviter.name })}</p>}
        {roles.length > 0 && <p>{t('welcome.withRoles', { roles: roleNames })}</p>}
        <p className="muted">
          <Trans
            t={t}
            i18nKey="welcome.expires"
            components={{ when: <RelativeTime instant={invitation.expiresAt} /> }}
          />
        </p>
      </div>
      <div className="received-invitation-actions">
        <Button
          aria-label={t('welcome.declineOf', { organization: organization.name })}
          loading={declining.isPending}
          onClick={declining.decline}
        >
          {t('welcome.decline')}
        </Button>
        <Button type="primary" loading={isPending} onClick={join}>
          {t('welcome.join', { organization: organization.name })}
        </Button>
      </div>
    </li>
  );
}
