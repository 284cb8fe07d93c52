import type { ImportRow } from '@org-portal/contract';
import { lazy, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOrganization } from '../../organization/organization-context.ts';
import { problemCodeWords } from '../../problems/problem-words.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { Opening } from '../../ui/dialog/Opening.tsx';

const BulkDialog = lazy(() => import('../../bulk/BulkDialog.tsx'));

/** Opens the link of one row to copy, as the list of invitations does; the call is recorded, and support says why. */
export function ImportRowLink({ row: { invitationId, invitee, roles } }: { row: ImportRow }) {
  const { t } = useTranslation();
  const { access } = useOrganization();
  const [isOpen, setOpen] = useState(false);
  if (invitationId === null) return null;
  const mayGive = roles.every(({ id }) => access.assignableRoleIds.includes(id));
  return (
    <>
      <ActionButton
        label={t('imports.copyLinkOf', { address: invitee })}
        disabledReason={mayGive ? undefined : problemCodeWords('role.above_ceiling', t)}
        onClick={() => setOpen(true)}
      >
        {t('imports.copyLink')}
      </ActionButton>
      <Opening>
        {isOpen && (
          <BulkDialog
            action="links"
            rows={[{ invitationId, name: invitee }]}
            onClosed={() => setOpen(false)}
          />
        )}
      </Opening>
    </>
  );
}
