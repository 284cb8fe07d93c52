import type { Member } from '@org-portal/contract';
import { Button } from 'antd';
import { lazy } from 'react';
import { useTranslation } from 'react-i18next';
import { Opening } from '../../ui/dialog/Opening.tsx';
import { useKeptState } from '../../kept-work/use-kept.ts';

const RemoveManyDialog = lazy(() => import('./RemoveManyDialog.tsx'));

interface BulkRemovalProps {
  members: readonly Member[];
  onClear: () => void;
}

/** What can be done with the members that are ticked. */
export function BulkRemoval({ members, onClear }: BulkRemovalProps) {
  const { t } = useTranslation();
  const [underWay, setUnderWay] = useKeptState<readonly Member[] | undefined>('member.bulk', undefined);
  const count = members.length;
  return (
    <>
      {count > 0 && (
        <div className="bulk-bar" role="group" aria-label={t('members.bulkActions')}>
          <span role="status">{t('members.selected', { count })}</span>
          <Button size="small" danger onClick={() => setUnderWay(members)}>
            {t('members.removeMany', { count })}
          </Button>
          <Button type="text" size="small" onClick={onClear}>
            {t('members.clearSelection')}
          </Button>
        </div>
      )}
      <Opening>
        {underWay && (
          <RemoveManyDialog members={underWay} onDone={onClear} onClosed={() => setUnderWay(undefined)} />
        )}
      </Opening>
    </>
  );
}
