import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { beginReviewPath } from '../../organization/access-review-path.ts';

/** Leads to the form that begins a review. */
export function BeginLink() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const to = beginReviewPath();
  return (
    <Button
      type="primary"
      href={to}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        void navigate(to);
      }}
    >
      {t('accessReviews.begin')}
    </Button>
  );
}
