import type { AccessReview, AccessReviewLine } from '@org-portal/contract';
import { useList, type HttpError } from '@refinedev/core';
import { useTranslation } from 'react-i18next';
import { dayOf } from '../../../format/date-time.ts';
import { personName } from '../../../format/person-name.ts';
import { useLanguage } from '../../../i18n/use-language.ts';
import { listFilter } from '../../../list/list-address.ts';
import { problemCodeWords } from '../../../problems/problem-words.ts';
import { ErrorState } from '../../../ui/ErrorState.tsx';
import { useNames } from '../use-names.ts';

interface PrintedLinesProps {
  review: AccessReview;
  onlyMarked: boolean;
}

/** All lines, read page by page, as a plain table whose head is on each sheet. */
export function PrintedLines({ review, onlyMarked }: PrintedLinesProps) {
  const { t } = useTranslation();
  const { result, query } = useList<AccessReviewLine, HttpError>({
    resource: 'access-reviews/{reviewId}/lines',
    meta: { reviewId: review.id },
    pagination: { mode: 'off' },
    filters: onlyMarked ? [listFilter('decision', 'remove')] : [],
    errorNotification: false,
  });
  if (query.error && !query.data)
    return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  if (query.isPending) return <p role="status">{t('accessReviews.printing.loading')}</p>;
  return (
    <table className="print-table">
      <caption className="visually-hidden">{t('accessReviews.lines')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('accessReviews.printing.number')}</th>
          <th scope="col">{t('accessReviews.organization')}</th>
          <th scope="col">{t('accessReviews.person')}</th>
          <th scope="col">{t('accessReviews.role')}</th>
          <th scope="col">{t('accessReviews.lastSignIn')}</th>
          <th scope="col">{t('accessReviews.decision')}</th>
          <th scope="col">{t('accessReviews.printing.note')}</th>
          <th scope="col">{t('accessReviews.printing.decidedBy')}</th>
          {review.removal && <th scope="col">{t('accessReviews.printing.removal')}</th>}
        </tr>
      </thead>
      <tbody>
        {result.data.map((line) => (
          <PrintedLine key={line.id} line={line} hasRemoval={review.removal !== null} />
        ))}
      </tbody>
    </table>
  );
}

function PrintedLine({ line, hasRemoval }: { line: AccessReviewLine; hasRemoval: boolean }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const namesOf = useNames();
  const { number, organization, person, role, isSuspended, decision, decidedBy, decidedAt, removal } = line;
  const name = personName(person) ?? t('people.unnamed');
  const detail = person.email ?? person.username;
  const decisions = { keep: t('accessReviews.kept'), remove: t('accessReviews.toRemove') };
  return (
    <tr>
      <td>{number}</td>
      <td dir="auto">{organization.name ?? organization.id}</td>
      <th scope="row" dir="auto">
        {name}
        {detail && detail !== name && <small>{detail}</small>}
        {isSuspended && <small>({t('accessReviews.printing.suspended')})</small>}
      </th>
      <td dir="auto">{role?.name ?? t('accessReviews.noRole')}</td>
      <td className="print-day">
        {line.lastSignInAt ? dayOf(line.lastSignInAt, language) : t('people.neverSignedIn')}
      </td>
      <td>{decision ? decisions[decision] : t('accessReviews.undecided')}</td>
      <td dir="auto">{line.note}</td>
      <td dir="auto">
        {decidedBy && namesOf([decidedBy])}
        {decidedAt && <small className="print-day">{dayOf(decidedAt, language)}</small>}
      </td>
      {hasRemoval && (
        <td>
          {removal && t(`accessReviews.removal.states.${removal.state}`)}
          {removal?.problem && <small>{problemCodeWords(removal.problem.code, t)}</small>}
        </td>
      )}
    </tr>
  );
}
