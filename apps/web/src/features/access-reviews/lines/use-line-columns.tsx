import type { AccessReview, AccessReviewLine } from '@org-portal/contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { organizationPath } from '../../../organization/organization-path.ts';
import { CutText } from '../../../ui/CutText.tsx';
import type { RecordColumn } from '../../../ui/record-column.ts';
import { RelativeTime } from '../../../ui/RelativeTime.tsx';
import { LinePerson } from '../LinePerson.tsx';
import { LineRole } from '../LineRole.tsx';
import { RemovalState } from '../removal/RemovalState.tsx';
import { LineActions, type LineAction } from './LineActions.tsx';
import { LineDecision } from './LineDecision.tsx';

interface LineWays {
  isConflict: (line: AccessReviewLine) => boolean;
  /** Absent: one only looks. */
  onAction: ((line: AccessReviewLine, action: LineAction) => void) | undefined;
}

export function useLineColumns(
  { removal }: AccessReview,
  { isConflict, onAction }: LineWays,
): RecordColumn<AccessReviewLine>[] {
  const { t } = useTranslation();
  const columns: RecordColumn<AccessReviewLine>[] = [
    {
      key: 'person',
      kind: 'heading',
      title: t('accessReviews.person'),
      width: '22%',
      render: ({ person, isSuspended }) => <LinePerson person={person} isSuspended={isSuspended} />,
    },
    {
      key: 'organization',
      title: t('accessReviews.organization'),
      width: '17%',
      render: ({ organization }) => (
        <Link to={organizationPath(organization.id)}>
          <CutText>{organization.name ?? organization.id}</CutText>
        </Link>
      ),
    },
    {
      key: 'role',
      title: t('accessReviews.role'),
      width: '11%',
      render: ({ role }) => <LineRole role={role} />,
    },
    {
      key: 'lastSignIn',
      title: t('accessReviews.lastSignIn'),
      width: 118,
      render: ({ lastSignInAt }) =>
        lastSignInAt ? (
          <RelativeTime instant={lastSignInAt} />
        ) : (
          <span className="muted">{t('people.neverSignedIn')}</span>
        ),
    },
    {
      key: 'decision',
      title: t('accessReviews.decision'),
      render: (line) => <LineDecision line={line} isConflict={isConflict(line)} />,
    },
  ];
  if (removal)
    columns.push({
      key: 'removal',
      title: t('accessReviews.printing.removal'),
      width: '18%',
      render: (line) => <RemovalState removal={line.removal} />,
    });
  if (onAction)
    columns.push({
      key: 'actions',
      kind: 'actions',
      title: t('list.actions'),
      width: 188,
      render: (line) => <LineActions line={line} onAction={(action) => onAction(line, action)} />,
    });
  return columns;
}
