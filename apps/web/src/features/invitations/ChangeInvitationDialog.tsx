import type { Invitation, ResentInvitation } from '@org-portal/contract';
import { Form, Radio, Skeleton } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ChangeDialog } from '../../changes/ChangeDialog.tsx';
import { refusedIf } from '../../changes/refused-if.ts';
import { exactTime } from '../../format/date-time.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { useOrganization } from '../../organization/organization-context.ts';
import { RoleChoice } from '../../permissions/RoleChoice.tsx';
import { useRolesQuery } from '../../permissions/roles-query.ts';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { expiryInstant } from './invite/expiry.ts';
import { expiryFault } from './invite/expiry-fault.ts';
import { ExpiryField } from './invite/ExpiryField.tsx';
import type { ExpiryChoice } from './invite/invite-values.ts';
import { useKeptState } from '../../kept-work/use-kept.ts';
import { serverNow } from '../../clock/server-time.ts';

interface Values {
  roleIds: string[];
  expiry?: ExpiryChoice;
}

interface ChangeInvitationDialogProps {
  invitation: Invitation;
  onClosed: () => void;
}

/** Gives a pending invitation other roles, or another end. */
export default function ChangeInvitationDialog({ invitation, onClosed }: ChangeInvitationDialogProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { access } = useOrganization();
  const { id, invitee: address, roles: present, expiresAt } = invitation;
  const held = present.map((role) => role.id);
  const { result: roles, query } = useRolesQuery();
  const [now] = useState(serverNow);
  const [keepsEnd, setKeepsEnd] = useKeptState(`invitation.keepsEnd ${id}`, true);
  const [chosen, setChosen] = useKeptState(`invitation.roles ${id}`, held);
  const keepsRoles = held.length === chosen.length && held.every((role) => chosen.includes(role));
  return (
    <ChangeDialog<Values>
      title={t('following.changeTitle', { address })}
      submit={t('following.changeSubmit')}
      canSubmit={query.data !== undefined && !(keepsEnd && keepsRoles)}
      change={({ roleIds, expiry }) => ({
        method: 'patch',
        path: 'invitations/{invitationId}',
        params: { invitationId: id },
        values: { roleIds, ...instantOf(keepsEnd ? undefined : expiry) },
        success: (answer: ResentInvitation) =>
          t('following.changed', { address, when: exactTime(answer.invitation.expiresAt, language) }),
        failure: t('following.changeFailed', { address }),
      })}
      onClosed={onClosed}
    >
      <p className="dialog-text">{t('following.changeFollows', { address })}</p>
      {query.error && !query.data ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : !query.data ? (
        <Skeleton active title={false} paragraph={{ rows: 9, width: '100%' }} />
      ) : (
        <Form.Item
          name="roleIds"
          label={t('invitations.roles')}
          initialValue={held}
          rules={
            held.length > 0 || !access.mayInviteWithoutRole
              ? [{ type: 'array', min: 1, message: t('invitations.rolesMissing') }]
              : []
          }
        >
          <RoleChoice roles={roles.data} onChosen={setChosen} />
        </Form.Item>
      )}
      <Form.Item label={t('invitations.expiry')}>
        <Radio.Group
          className="invitation-end"
          value={keepsEnd}
          onChange={({ target }) => setKeepsEnd(target.value as boolean)}
        >
          <Radio value={true}>{t('following.keepEnd', { when: exactTime(expiresAt, language) })}</Radio>
          <Radio value={false}>{t('following.newEnd')}</Radio>
        </Radio.Group>
      </Form.Item>
      {!keepsEnd && (
        <Form.Item
          name="expiry"
          initialValue={{ days: 7 }}
          validateTrigger={[]}
          rules={[{ validator: (_, expiry: ExpiryChoice) => refusedIf(expiryFault(expiry, now, t)) }]}
        >
          <ExpiryField />
        </Form.Item>
      )}
    </ChangeDialog>
  );
}

function instantOf(expiry: ExpiryChoice | undefined): { expiresAt?: string } {
  if (!expiry || ('lastDay' in expiry && !expiry.lastDay)) return {};
  return { expiresAt: expiryInstant(expiry as Parameters<typeof expiryInstant>[0], serverNow()) };
}
