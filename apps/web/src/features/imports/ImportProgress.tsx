import type { Import } from '@org-portal/contract';
import { useTranslation } from 'react-i18next';
import { LANGUAGE_NAMES } from '../../i18n/languages.ts';
import { ShareBar } from '../../ui/ShareBar.tsx';
import { ImportCounts } from './ImportCounts.tsx';
import { ImportStatusMark } from './ImportStatusMark.tsx';
import { spanOf, tallyOf } from './import-counts.ts';

/** How far an import has come: as a bar, and in words. */
export function ImportProgress({ one }: { one: Import }) {
  const { t } = useTranslation();
  const { sent, failed, cancelled, done, total } = tallyOf(one);
  const doneOf = t('imports.doneOf', { done, total });
  return (
    <section className="import-progress" aria-label={t('imports.progress')}>
      <p className="import-progress-words">
        <ImportStatusMark status={one.status} />
        <strong>{doneOf}</strong>
        <ImportCounts of={one} />
        <TimeLeft one={one} />
      </p>
      <ShareBar
        label={t('imports.progress')}
        text={doneOf}
        done={done}
        total={total}
        shares={[
          { key: 'sent', count: sent, color: 'success' },
          { key: 'failed', count: failed, color: 'error' },
          { key: 'left', count: total - sent - failed - cancelled },
          { key: 'cancelled', count: cancelled, color: 'neutral' },
        ]}
      />
      <p className="muted">
        {one.by === 'link'
          ? t('imports.byLink')
          : t('imports.byMail', { language: LANGUAGE_NAMES[one.language] })}
        {one.status === 'Running' && ` · ${t('imports.goesOn')}`}
        {one.status === 'Paused' && ` · ${t('imports.isPaused')}`}
      </p>
    </section>
  );
}

function TimeLeft({ one: { status, secondsLeft } }: { one: Import }) {
  const { t } = useTranslation();
  if (status !== 'Running' || secondsLeft === null || secondsLeft === 0) return null;
  const { unit, count } = spanOf(secondsLeft);
  return <span>{t(`imports.${unit}Left`, { count })}</span>;
}
