import { UndoOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { useDecisions } from './use-decisions.ts';

interface SaidProps {
  decisions: Pick<ReturnType<typeof useDecisions>, 'said' | 'canUndo'>;
  onUndo: () => void;
}

/** What was decided last, and the way back; it stays in view while one goes on. */
export function Said({ decisions: { said, canUndo }, onUndo }: SaidProps) {
  const { t } = useTranslation();
  return (
    <div className={said || canUndo ? 'review-said' : undefined}>
      <span role="status">{said}</span>
      {canUndo && (
        <Button size="small" icon={<UndoOutlined />} aria-keyshortcuts="Z" onClick={onUndo}>
          {t('accessReviews.undo')}
        </Button>
      )}
    </div>
  );
}
