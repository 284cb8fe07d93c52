import { useTranslation } from 'react-i18next';
import { useListMount } from '../../list/list-mount.ts';
import { Screen } from '../../ui/Screen.tsx';
import './access-reviews.css';
import { BeginLink } from './BeginLink.tsx';
import { ReviewList } from './ReviewList.tsx';

/** Reviews of who holds which role, for ops. */
export default function ReviewsPage() {
  const { t } = useTranslation();
  const mount = useListMount();
  return (
    <Screen title={t('accessReviews.title')} action={<BeginLink />}>
      <ReviewList key={mount} />
    </Screen>
  );
}
