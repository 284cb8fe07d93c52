import { CheckCircleOutlined, CloseCircleOutlined } from '@ant-design/icons';
import type { WideInvitationResults } from '@org-portal/contract';
import { useTranslation } from 'react-i18next';
import '../bulk/bulk.css';
import { exactTime } from '../format/date-time.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { problemCodeWords } from '../problems/problem-words.ts';
import { StatusMark } from '../ui/StatusMark.tsx';
import type { Place } from './places.ts';

interface WideResultsProps {
  places: readonly Pick<Place, 'id' | 'name'>[];
  results: WideInvitationResults['results'];
}

/** What became of the invitation to each organization. */
export function WideResults({ places, results }: WideResultsProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const sent = results.filter(({ invitation }) => invitation).length;
  const failed = results.length - sent;
  return (
    <>
      <p className="dialog-text" role="status">
        {[
          sent > 0 && t('invitationQueue.wide.done', { count: sent }),
          failed > 0 && t('following.failedCount', { count: failed }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <ul className="bulk-results" aria-label={t('following.results')}>
        {results.map(({ organizationId, invitation, problem }) => (
          <li key={organizationId}>
            {invitation ? (
              <StatusMark icon={<CheckCircleOutlined />} color="success">
                {t('following.succeeded')}
              </StatusMark>
            ) : (
              <StatusMark icon={<CloseCircleOutlined />} color="error">
                {t('following.failed')}
              </StatusMark>
            )}
            <span>{places.find(({ id }) => id === organizationId)?.name ?? organizationId}</span>
            {problem && <p>{problemCodeWords(problem.code, t)}</p>}
            {invitation && (
              <p>{t('following.validUntil', { when: exactTime(invitation.expiresAt, language) })}</p>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
