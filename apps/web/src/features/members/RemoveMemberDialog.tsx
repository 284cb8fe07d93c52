import type { Member } from '@org-portal/contract';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { ChangeDialog } from '../../changes/ChangeDialog.tsx';
import { useOrganization } from '../../organization/organization-context.ts';
import { problemCodeWords } from '../../problems/problem-words.ts';
import { useMemberQuery } from './member-query.ts';
import { useMemberName } from './use-member-name.ts';

export default function RemoveMemberDialog({ member, onClosed }: { member: Member; onClosed: () => void }) {
  const { t } = useTranslation();
  const organization = useOrganization().name;
  const name = useMemberName()(member);
  const { result: present, query } = useMemberQuery(member.id);
  const blocked = present?.blocked.remove;
  return (
    <ChangeDialog
      isDangerous
      title={t('members.removeTitle', { name, organization })}
      submit={t('members.removeName', { name })}
      canSubmit={!query.isLoading && !blocked}
      change={() => ({
        method: 'delete',
        path: 'members/{memberId}',
        params: { memberId: member.id },
        success: t('members.removed', { name, organization }),
        failure: t('members.removeFailed', { name }),
      })}
      onClosed={onClosed}
    >
      <p className="dialog-text">{t('members.removeFollows', { organization })}</p>
      {blocked && <Alert type="warning" showIcon title={problemCodeWords(blocked, t)} />}
    </ChangeDialog>
  );
}
