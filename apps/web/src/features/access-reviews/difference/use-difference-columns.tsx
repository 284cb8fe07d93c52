import { MinusCircleOutlined, PlusCircleOutlined, SwapOutlined } from '@ant-design/icons';
import type { AccessReviewDifferenceLine, ReviewDifference } from '@org-portal/contract';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { CutText } from '../../../ui/CutText.tsx';
import type { RecordColumn } from '../../../ui/record-column.ts';
import { StatusMark, type StatusColor } from '../../../ui/StatusMark.tsx';
import { DecisionMark } from '../DecisionMark.tsx';
import { LinePerson } from '../LinePerson.tsx';
import { LineRole } from '../LineRole.tsx';

const LOOKS: Record<ReviewDifference, { icon: ReactNode; color: StatusColor }> = {
  added: { icon: <PlusCircleOutlined />, color: 'info' },
  gone: { icon: <MinusCircleOutlined />, color: 'neutral' },
  decided_otherwise: { icon: <SwapOutlined />, color: 'warning' },
};

export function useDifferenceColumns(): RecordColumn<AccessReviewDifferenceLine>[] {
  const { t } = useTranslation();
  const notThere = <span className="muted">{t('accessReviews.difference.notThere')}</span>;
  return [
    {
      key: 'person',
      kind: 'heading',
      title: t('accessReviews.person'),
      width: '25%',
      render: ({ person }) => <LinePerson person={person} />,
    },
    {
      key: 'what',
      title: t('accessReviews.difference.what'),
      width: 160,
      render: ({ kind }) => <StatusMark {...LOOKS[kind]}>{t(`accessReviews.difference.${kind}`)}</StatusMark>,
    },
    {
      key: 'organization',
      title: t('accessReviews.organization'),
      render: ({ organization }) => <CutText>{organization.name ?? organization.id}</CutText>,
    },
    {
      key: 'role',
      title: t('accessReviews.role'),
      width: '14%',
      render: ({ role }) => <LineRole role={role} />,
    },
    {
      key: 'before',
      title: t('accessReviews.difference.before'),
      width: 140,
      render: ({ kind, before }) => (kind === 'added' ? notThere : <DecisionMark decision={before} />),
    },
    {
      key: 'now',
      title: t('accessReviews.difference.now'),
      width: 140,
      render: ({ kind, now }) => (kind === 'gone' ? notThere : <DecisionMark decision={now} />),
    },
  ];
}
