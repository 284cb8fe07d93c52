import { UserOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
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
  const { of, card, error, reload } = usePersonCard();
  const [query] = useSearchParams();
  const list = new URLSearchParams([...query].filter(([name]) => name !== 'email')).toString();
  const back = <Link to={list ? `${PEOPLE_PATH}?${list}` : PEOPLE_PATH}>{t('people.toPeople')}</Link>;
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
      <OnePerson key={of} card={card} />
    </>
  );
}
