import { CheckCircleOutlined, MinusCircleOutlined, QuestionCircleOutlined } from '@ant-design/icons';
import type { ReviewDecision } from '@org-portal/contract';
import { useTranslation } from 'react-i18next';
import { StatusMark } from '../../ui/StatusMark.tsx';

/** What was decided on a line, if anything was. */
export function DecisionMark({ decision }: { decision: ReviewDecision | null }) {
  const { t } = useTranslation();
  if (decision === 'keep')
    return (
      <StatusMark icon={<CheckCircleOutlined />} color="success">
        {t('accessReviews.kept')}
      </StatusMark>
    );
  if (decision === 'remove')
    return (
      <StatusMark icon={<MinusCircleOutlined />} color="error">
        {t('accessReviews.toRemove')}
      </StatusMark>
    );
  return (
    <StatusMark icon={<QuestionCircleOutlined />} color="neutral">
      {t('accessReviews.undecided')}
    </StatusMark>
  );
}
