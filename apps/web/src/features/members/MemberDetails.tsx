import type { Member } from '@org-portal/contract';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { StopOutlined } from '@ant-design/icons';
import { wordsOfRoles } from '../../permissions/permission-words.ts';
import { lazyPart } from '../../i18n/lazy-part.ts';
import { useMayAsStaff } from '../../session/use-may-as-staff.ts';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { StatusMark } from '../../ui/StatusMark.tsx';
import { useRolesQuery } from '../../permissions/roles-query.ts';
import { RoleTags } from '../../permissions/RoleTags.tsx';

const CardLink = lazyPart(() => import('./CardLink.tsx'));

export function MemberDetails({ member }: { member: Member }) {
  const { t } = useTranslation();
  const { result: roles, query } = useRolesQuery();
  const mayFindPeople = useMayAsStaff('people', 'list');
  const held = roles.data.filter(({ id }) => member.roles.some((role) => role.id === id));
  const allowed = [...wordsOfRoles(held, t)];
  return (
    <dl className="member-details">
      {member.isSuspended && (
        <dd>
          <StatusMark icon={<StopOutlined />} color="error">
            {t('members.suspended')}
          </StatusMark>
        </dd>
      )}
      <dt>{t('members.email')}</dt>
      <dd>{member.email ?? t('members.noEmail')}</dd>
      {member.username && <dt>{t('members.username')}</dt>}
      {member.username && <dd>{member.username}</dd>}
      <dt>{t('members.lastSignIn')}</dt>
      <dd>
        {member.lastSignInAt ? <RelativeTime instant={member.lastSignInAt} /> : t('members.neverSignedIn')}
      </dd>
      <dt>{t('members.roles')}</dt>
      <dd>
        <RoleTags roles={member.roles} />
      </dd>
      {query.data && <dt>{t('members.permissionsHere')}</dt>}
      {query.data && (
        <dd>
          {allowed.length === 0 && t('members.noPermissionsHere')}
          <ul>
            {allowed.map(([permission, words]) => (
              <li key={permission}>{words}</li>
            ))}
          </ul>
        </dd>
      )}
      <dt>{t('members.id')}</dt>
      <dd>
        <code>{member.id}</code>
      </dd>
      {mayFindPeople && (
        <dd className="member-card-link">
          <Suspense>
            <CardLink personId={member.id} />
          </Suspense>
        </dd>
      )}
    </dl>
  );
}
