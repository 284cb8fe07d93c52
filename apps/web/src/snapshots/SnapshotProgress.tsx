import type { Snapshot } from '@org-portal/contract';
import { Progress } from 'antd';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../i18n/use-language.ts';
import './snapshots.css';

/** How far a snapshot has come: as a bar, and in words. */
export function SnapshotProgress({ snapshot }: { snapshot: Snapshot }) {
  const { t } = useTranslation();
  const number = new Intl.NumberFormat(useLanguage());
  const { organizations, memberships, status } = snapshot;
  const done = organizations.read + organizations.gone;
  const words =
    status === 'Listing'
      ? t('snapshots.listing')
      : t('snapshots.reading', {
          done: number.format(done),
          count: organizations.total,
          all: number.format(organizations.total),
          members: number.format(memberships.read),
        });
  const share = memberships.expected === 0 ? 0 : memberships.read / memberships.expected;
  return (
    <div className="snapshot-progress">
      <Progress
        percent={Math.floor(Math.min(1, status === 'Listing' ? 0 : share) * 100)}
        size="small"
        status="active"
        aria-label={t('snapshots.progress')}
      />
      <span role="status">{words}</span>
    </div>
  );
}
