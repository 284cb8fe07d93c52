import { AuditOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { StateMessage } from '../../../ui/StateMessage.tsx';

/** A review in whose scope nobody was. */
export function NoLines() {
  const { t } = useTranslation();
  return (
    <StateMessage role="status" icon={<AuditOutlined />} title={t('accessReviews.noLines')}>
      <p>{t('accessReviews.noLinesHint')}</p>
    </StateMessage>
  );
}
