import type { Invitation, ProblemCode } from '@org-portal/contract';
import { Button, Tooltip } from 'antd';
import { lazy, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BulkAction } from '../../bulk/bulk-action.ts';
import type { BulkRow } from '../../bulk/portions.ts';
import { serverNow } from '../../clock/server-time.ts';
import { useOrganization } from '../../organization/organization-context.ts';
import { problemCodeWords } from '../../problems/problem-words.ts';
import { refusalOf } from './refusal-of.ts';
import type { InvitationActions } from './use-invitation-actions.ts';
import { Opening } from '../../ui/dialog/Opening.tsx';
import { useKeptState } from '../../kept-work/use-kept.ts';

const BulkDialog = lazy(() => import('../../bulk/BulkDialog.tsx'));

interface BulkBarProps {
  selected: readonly Invitation[];
  may: InvitationActions['may'];
  onClear: () => void;
}

const isOpen = ({ status }: Invitation) => status === 'Pending' || status === 'Expired';
const isPending = ({ status }: Invitation) => status === 'Pending';

/** What can be done with the invitations that are ticked; each says with how many of them, and leaves out the others. */
export function BulkBar({ selected, may, onClear }: BulkBarProps) {
  const { t } = useTranslation();
  const { access } = useOrganization();
  const [now] = useState(serverNow);
  const [underWay, setUnderWay] = useKeptState<{ action: BulkAction; rows: BulkRow[] } | undefined>(
    'invitation.bulk',
    undefined,
  );
  const offers: { action: BulkAction; isOffered: boolean; rows: Invitation[] }[] = [
    { action: 'resend', isOffered: may.resend, rows: selected.filter(isOpen) },
    { action: 'renew', isOffered: may.resend, rows: selected.filter(isOpen) },
    { action: 'links', isOffered: may.link, rows: selected.filter(isPending) },
    { action: 'revoke', isOffered: may.revoke, rows: selected.filter(isPending) },
    { action: 'delete', isOffered: may.delete, rows: [...selected] },
  ];
  return (
    <>
      {selected.length > 0 && (
        <div className="bulk-bar" role="group" aria-label={t('following.bulkActions')}>
          <span role="status">{t('following.selected', { count: selected.length })}</span>
          {offers
            .filter(({ isOffered }) => isOffered)
            .map(({ action, rows: invitations }) => {
              const rows = invitations.map((one) => toRow(one, refusalOf(action, one, access, now)));
              const count = rows.filter(({ refusal }) => !refusal).length;
              const refusal = count === 0 ? rows[0]?.refusal : undefined;
              return (
                <Tooltip key={action} title={refusal && problemCodeWords(refusal, t)}>
                  <Button
                    size="small"
                    danger={action === 'revoke' || action === 'delete'}
                    disabled={count === 0}
                    onClick={() => setUnderWay({ action, rows })}
                  >
                    {t(`following.bulk.${action}.button`, { count })}
                  </Button>
                </Tooltip>
              );
            })}
          <Button type="text" size="small" onClick={onClear}>
            {t('following.clearSelection')}
          </Button>
        </div>
      )}
      <Opening>
        {underWay && (
          <BulkDialog
            {...underWay}
            onClosed={() => {
              setUnderWay(undefined);
              onClear();
            }}
          />
        )}
      </Opening>
    </>
  );
}

const toRow = ({ id, invitee }: Invitation, refusal: ProblemCode | undefined): BulkRow => ({
  invitationId: id,
  name: invitee,
  refusal,
});
