import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { LineAction } from './LineActions.tsx';

interface LineBulkProps {
  /** Lines that are selected. */
  count: number;
  onAction: (action: LineAction) => void;
  onClear: () => void;
}

/** Does the same with all lines that are selected. */
export function LineBulk({ count, onAction, onClear }: LineBulkProps) {
  const { t } = useTranslation();
  if (count === 0) return null;
  return (
    <div className="bulk-bar" role="group" aria-label={t('accessReviews.bulkActions')}>
      <span role="status">{t('accessReviews.selected', { count })}</span>
      <Button size="small" type="primary" onClick={() => onAction('note')}>
        {t('accessReviews.bulkKeep', { count })}
      </Button>
      <Button size="small" danger onClick={() => onAction('remove')}>
        {t('accessReviews.bulkRemove', { count })}
      </Button>
      <Button size="small" onClick={() => onAction('takeBack')}>
        {t('accessReviews.bulkTakeBack', { count })}
      </Button>
      <Button type="text" size="small" onClick={onClear}>
        {t('accessReviews.clearSelection')}
      </Button>
    </div>
  );
}
