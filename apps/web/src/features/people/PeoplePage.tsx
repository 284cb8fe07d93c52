import { useTranslation } from 'react-i18next';
import { useListMount } from '../../list/list-mount.ts';
import { Screen } from '../../ui/Screen.tsx';
import { InviteWidely } from '../../wide-invite/InviteWidely.tsx';
import './people.css';
import { PeopleList } from './PeopleList.tsx';

/** Finds people across organizations, for staff. */
export default function PeoplePage() {
  const { t } = useTranslation();
  const mount = useListMount();
  return (
    <Screen title={t('people.title')} action={<InviteWidely />}>
      <PeopleList key={mount} />
    </Screen>
  );
}
