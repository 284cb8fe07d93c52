import type { QueuedInvitation } from '@org-portal/contract';
import { Button, Tooltip } from 'antd';
import { lazy } from 'react';
import { useTranslation } from 'react-i18next';
import type { BulkAction } from '../../bulk/bulk-action.ts';
import type { BulkRow } from '../../bulk/portions.ts';
import { problemCodeWords } from '../../problems/problem-words.ts';
import { Opening } from '../../ui/dialog/Opening.tsx';

const BulkDialog = lazy(() => import('../../bulk/BulkDialog.tsx'));

interface QueueBulkProps {
  action: BulkAction;
  selected: readonly QueuedInvitation[];
  /** With which it is being done. */
  underWay: readonly QueuedInvitation[] | undefined;
  onStart: (rows: readonly QueuedInvitation[]) => void;
  onEnd: () => void;
  onClear: () => void;
}

/** Renews, or sends again, what is ticked, whatever organization it is of. */
export function QueueBulk({ action, selected, underWay, onStart, onEnd, onClear }: QueueBulkProps) {
  const { t } = useTranslation();
  const count = selected.filter(({ refusal }) => !refusal).length;
  const refusal = count === 0 ? selected[0]?.refusal : undefined;
  return (
    <>
      {selected.length > 0 && (
        <div className="bulk-bar" role="group" aria-label={t('following.bulkActions')}>
          <span role="status">{t('following.selected', { count: selected.length })}</span>
          <Tooltip title={refusal && problemCodeWords(refusal, t)}>
            <Button size="small" type="primary" disabled={count === 0} onClick={() => onStart(selected)}>
              {t(`following.bulk.${action}.submit`, { count })}
            </Button>
          </Tooltip>
          <Button type="text" size="small" onClick={onClear}>
            {t('following.clearSelection')}
          </Button>
        </div>
      )}
      <Opening>
        {underWay && <BulkDialog action={action} rows={underWay.flatMap(toRow)} onClosed={onEnd} />}
      </Opening>
    </>
  );
}

const toRow = ({ invitationId, invitee, organization, refusal }: QueuedInvitation): BulkRow[] =>
  invitationId === null
    ? []
    : [
        {
          invitationId,
          name: invitee,
          organizationId: organization.id,
          organization: organization.name ?? organization.id,
          refusal: refusal ?? undefined,
        },
      ];
