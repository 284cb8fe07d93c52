import type { JoinView } from '@org-portal/contract';
import { Button } from 'antd';
import { Trans, useTranslation } from 'react-i18next';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { acceptOnReturn } from './accept-on-return.ts';
import { AcceptButton } from './AcceptButton.tsx';
import { RolesInWords } from './RolesInWords.tsx';
import { SignInForm } from './SignInForm.tsx';
import { useAnswer } from './use-answer.ts';

interface PendingInvitationProps {
  token: string;
  view: JoinView;
  onAnswered: () => void;
}

/** Who invites to what, and as what, until when; to be accepted or declined. */
export function PendingInvitation({ token, view, onAnswered }: PendingInvitationProps) {
  const { t } = useTranslation();
  const decline = useAnswer(token, 'decline', onAnswered);
  const { invitationId, organization, inviterName, roles, expiresAt, invitee, canAnswer } = view;
  const name = organization?.name ?? '';
  const mayDecline = invitationId !== null || canAnswer;
  return (
    <>
      <h1>
        {inviterName
          ? t('join.invitedBy', { inviter: inviterName, organization: name })
          : t('join.invited', { organization: name })}
      </h1>
      <section aria-labelledby="join-roles">
        <h2 id="join-roles">{t('join.youWillBe', { count: roles.length })}</h2>
        <RolesInWords roles={roles} />
      </section>
      <p>
        {t('join.for', { invitee })}{' '}
        {expiresAt && (
          <Trans t={t} i18nKey="join.expires" components={{ when: <RelativeTime instant={expiresAt} /> }} />
        )}
      </p>
      {!invitationId && <p className="muted">{t(canAnswer ? 'join.byLinkHint' : 'join.signInHint')}</p>}
      <div className="join-actions">
        {invitationId ? (
          <AcceptButton token={token} invitation={{ id: invitationId, organization: { name } }} />
        ) : (
          <SignInForm
            token={token}
            words={t(canAnswer ? 'join.accept' : 'join.signInToAccept')}
            onSubmit={() => acceptOnReturn(token)}
          />
        )}
        {mayDecline && (
          <Button loading={decline.isPending} onClick={decline.send}>
            {t('join.decline')}
          </Button>
        )}
      </div>
    </>
  );
}
