import type { ActivityEntry } from '@org-portal/contract';
import { Trans, useTranslation } from 'react-i18next';
import { EntrySentence } from './EntrySentence.tsx';
import { outcomeWords } from './outcome-words.ts';

/** The sentence, and below it why it came to nothing, and as what staff and why somebody acted. */
export function EntrySummary({ entry }: { entry: ActivityEntry }) {
  const { t } = useTranslation();
  const { actor, reason } = entry;
  const outcome = outcomeWords(entry, t);
  return (
    <div className="activity-summary">
      <p>
        <EntrySentence entry={entry} />
      </p>
      {outcome && <p className="activity-note">{outcome}</p>}
      {actor.staffRole && (
        <p className="activity-note">
          {reason ? (
            <Trans
              t={t}
              i18nKey={`activity.asStaffBecause.${actor.staffRole}`}
              components={{ reason: <q>{reason}</q> }}
            />
          ) : (
            t(`activity.asStaff.${actor.staffRole}`)
          )}
        </p>
      )}
    </div>
  );
}
