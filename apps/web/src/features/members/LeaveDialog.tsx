import type { Member } from '@org-portal/contract';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { ChangeDialog } from '../../changes/ChangeDialog.tsx';
import { useOrganization } from '../../organization/organization-context.ts';
import { useGoElsewhere } from '../../organization/use-go-elsewhere.ts';
import { problemCodeWords } from '../../problems/problem-words.ts';
import { useMemberQuery } from './member-query.ts';

/** Asks before the person ends their own membership. */
export default function LeaveDialog({ member, onClosed }: { member: Member; onClosed: () => void }) {
  const { t } = useTranslation();
  const { id, name: organization } = useOrganization();
  const goElsewhere = useGoElsewhere();
  const { result: present, query } = useMemberQuery(member.id);
  const isLastAdmin = present?.blocked.remove === 'member.last_admin';
  return (
    <ChangeDialog
      isDangerous
      needsReason={false}
      title={t('leaving.title', { organization })}
      submit={t('leaving.submit', { organization })}
      canSubmit={!query.isLoading && !isLastAdmin}
      change={() => ({
        method: 'post',
        path: 'leave',
        leadsAway: true,
        success: t('leaving.left', { organization }),
        failure: t('leaving.failed', { organization }),
      })}
      onDone={() => void goElsewhere(id)}
      onClosed={onClosed}
    >
      <p className="dialog-text">{t('leaving.follows', { organization })}</p>
      {isLastAdmin && <Alert type="warning" showIcon title={problemCodeWords('member.last_admin', t)} />}
    </ChangeDialog>
  );
}
