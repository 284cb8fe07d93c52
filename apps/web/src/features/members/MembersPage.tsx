import { lazy } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useListMount } from '../../list/list-mount.ts';
import { Permitted } from '../../organization/Permitted.tsx';
import { Screen } from '../../ui/Screen.tsx';
import { InviteInstead } from './InviteInstead.tsx';
import './members.css';
import { MemberList } from './MemberList.tsx';
import { Opening } from '../../ui/dialog/Opening.tsx';

const MemberDrawer = lazy(() => import('./MemberDrawer.tsx'));

/** The members of the organization; one of them in a drawer where the address names them. */
export default function MembersPage() {
  const { t } = useTranslation();
  const { memberId } = useParams();
  const mount = useListMount();
  return (
    <Permitted resource="members">
      <Screen title={t('members.title')} action={<InviteInstead />}>
        <MemberList key={mount} />
      </Screen>
      <Opening>{memberId && <MemberDrawer key={memberId} memberId={memberId} />}</Opening>
    </Permitted>
  );
}
