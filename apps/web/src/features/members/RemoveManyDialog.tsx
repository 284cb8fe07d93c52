import type { Member } from '@org-portal/contract';
import { useTranslation } from 'react-i18next';
import { ChangeDialog } from '../../changes/ChangeDialog.tsx';
import { useOrganization } from '../../organization/organization-context.ts';
import { useMemberName } from './use-member-name.ts';

interface RemoveManyDialogProps {
  members: readonly Member[];
  onDone: () => void;
  onClosed: () => void;
}

/** Removes several; whoever is left after a refusal is in the list again. */
export default function RemoveManyDialog({ members, onDone, onClosed }: RemoveManyDialogProps) {
  const { t } = useTranslation();
  const organization = useOrganization().name;
  const name = useMemberName();
  const count = members.length;
  return (
    <ChangeDialog
      isDangerous
      title={t('members.removeManyTitle', { count, organization })}
      submit={t('members.removeMany', { count })}
      change={() =>
        members.map((member, index) => ({
          method: 'delete' as const,
          path: 'members/{memberId}',
          params: { memberId: member.id },
          failure: t('members.removeFailed', { name: name(member) }),
          ...(index === count - 1 && { success: t('members.removedMany', { count, organization }) }),
        }))
      }
      onClosed={() => {
        onDone();
        onClosed();
      }}
    >
      <p className="dialog-text">{t('members.removeFollows', { organization })}</p>
      <ul className="dialog-names">
        {members.map((member) => (
          <li key={member.id}>{name(member)}</li>
        ))}
      </ul>
    </ChangeDialog>
  );
}
