import { CheckCircleOutlined, CloseCircleOutlined, InfoCircleOutlined } from '@ant-design/icons';
import type { InvitationResult } from '@org-portal/contract';
import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { StatusMark, type StatusColor } from '../../../ui/StatusMark.tsx';
import { countOutcomes, outcomeOf, type Outcome } from './outcome.ts';
import { resultWords } from './result-words.ts';

/** In the order of what needs attention. */
const LOOKS: Record<Outcome, { icon: ReactNode; color: StatusColor }> = {
  failed: { icon: <CloseCircleOutlined />, color: 'error' },
  settled: { icon: <InfoCircleOutlined />, color: 'info' },
  sent: { icon: <CheckCircleOutlined />, color: 'success' },
};
const ORDER = Object.keys(LOOKS) as Outcome[];

/** What came of each address. */
export function InviteResults({ results }: { results: readonly InvitationResult[] }) {
  const { t } = useTranslation();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);

  const counts = countOutcomes(results);
  const summary = ORDER.toReversed().filter((outcome) => counts[outcome] > 0);
  const sorted = results.toSorted((a, b) => ORDER.indexOf(outcomeOf(a)) - ORDER.indexOf(outcomeOf(b)));
  return (
    <section className="invite-results">
      <h2 ref={heading} tabIndex={-1}>
        {summary
          .map((outcome) => t(`invitations.outcomeCounts.${outcome}`, { count: counts[outcome] }))
          .join(' · ')}
      </h2>
      <ul aria-label={t('invitations.results')}>
        {sorted.map((result) => {
          const { outcome, reason } = resultWords(result, t);
          return (
            <li key={result.invitee}>
              <StatusMark {...LOOKS[outcomeOf(result)]}>{outcome}</StatusMark>
              <div>
                <span dir="auto">{result.invitee}</span>
                {reason && <p className="muted">{reason}</p>}
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
