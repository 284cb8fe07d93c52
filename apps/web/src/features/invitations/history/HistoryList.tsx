import type { InvitationEvent } from '@org-portal/contract';
import { useTranslation } from 'react-i18next';
import { exactTime } from '../../../format/date-time.ts';
import { useLanguage } from '../../../i18n/use-language.ts';
import { RoleTags } from '../../../permissions/RoleTags.tsx';
import { problemCodeWords } from '../../../problems/problem-words.ts';
import { RelativeTime } from '../../../ui/RelativeTime.tsx';
import './history.css';

/** Oldest first, as a line of points. */
export function HistoryList({ events }: { events: readonly InvitationEvent[] }) {
  return (
    <ol className="invitation-history">
      {events.map((event) => (
        <li key={`${event.time} ${event.event}`} className={event.outcome === 'done' ? '' : 'is-undone'}>
          <EventWords event={event} />
        </li>
      ))}
    </ol>
  );
}

function EventWords({ event: { event, time, by, after, outcome, problem } }: { event: InvitationEvent }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const who = by && (by.name ?? t('invitations.inviterUnnamed'));
  return (
    <>
      <p>
        <strong>{t(`following.events.${event}`)}</strong>{' '}
        {who && t(by.staffRole ? 'following.byStaff' : 'following.by', { who })}
      </p>
      {outcome !== 'done' && (
        <p className="invitation-history-problem">
          {t(`following.outcomes.${outcome}`)} {problem && problemCodeWords(problem, t)}
        </p>
      )}
      {after?.roles && <RoleTags roles={after.roles} />}
      {after?.expiresAt && (
        <p className="muted">{t('following.validUntil', { when: exactTime(after.expiresAt, language) })}</p>
      )}
      <p className="muted">
        <RelativeTime instant={time} />
      </p>
    </>
  );
}
