import { UserOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useParams } from 'react-router';
import { PEOPLE_PATH } from '../../../organization/organization-path.ts';
import { ErrorState } from '../../../ui/ErrorState.tsx';
import { PageLoading } from '../../../ui/PageLoading.tsx';
import { StateMessage } from '../../../ui/StateMessage.tsx';
import '../people.css';
import { OnePerson } from './OnePerson.tsx';
import { usePersonCard } from './use-person-card.ts';

/** All that staff may see of one person, and what they may do. */
export default function PersonPage() {
  const { t } = useTranslation();
  const { personId, address } = useParams();
  const { search } = useLocation();
  const { card, error, reload } = usePersonCard();
  const back = <Link to={PEOPLE_PATH + search}>{t('people.toPeople')}</Link>;
  if (error?.statusCode === 404) {
    return (
      <StateMessage isPage icon={<UserOutlined />} title={t('people.notFound')} actions={back}>
        <p>{t('people.notFoundHint')}</p>
      </StateMessage>
    );
  }
  if (error && !card) return <ErrorState isPage error={error} onRetry={reload} />;
  if (!card) return <PageLoading />;
  return (
    <>
      {back}
      <OnePerson key={personId ?? address} card={card} />
    </>
  );
}
