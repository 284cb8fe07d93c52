import { CheckOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';

/** Whether a role gives a permission. */
export function Given({ isGiven }: { isGiven: boolean }) {
  const { t } = useTranslation();
  return (
    <span className={isGiven ? 'matrix-given' : 'muted'}>
      {isGiven ? <CheckOutlined aria-hidden /> : <span aria-hidden>–</span>}
      <span className="matrix-word">{t(isGiven ? 'roleReview.given' : 'roleReview.notGiven')}</span>
    </span>
  );
}
