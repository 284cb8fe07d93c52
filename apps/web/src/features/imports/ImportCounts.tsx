import type { Import } from '@org-portal/contract';
import { useTranslation } from 'react-i18next';
import { tallyOf } from './import-counts.ts';

/** How many rows came to what, in words. */
export function ImportCounts({ of }: { of: Import }) {
  const { t } = useTranslation();
  const { sent, failed, left, cancelled } = tallyOf(of);
  const words = [
    t(of.by === 'link' ? 'imports.counts.created' : 'imports.counts.sent', { count: sent }),
    ...(failed > 0 ? [t('imports.counts.failed', { count: failed })] : []),
    ...(left > 0 ? [t('imports.counts.left', { count: left })] : []),
    ...(cancelled > 0 ? [t('imports.counts.cancelled', { count: cancelled })] : []),
  ];
  return <span className="import-counts">{words.join(' · ')}</span>;
}
