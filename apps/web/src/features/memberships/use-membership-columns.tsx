import { StopOutlined } from '@ant-design/icons';
import type { SnapshotMembership } from '@org-portal/contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { personName } from '../../format/person-name.ts';
import { organizationPath, personPath, whyPath } from '../../organization/organization-path.ts';
import { RoleTags } from '../../permissions/RoleTags.tsx';
import { CutText } from '../../ui/CutText.tsx';
import type { RecordColumn } from '../../ui/record-column.ts';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { StatusMark } from '../../ui/StatusMark.tsx';

export function useMembershipColumns(): RecordColumn<SnapshotMembership>[] {
  const { t } = useTranslation();
  return [
    {
      key: 'person',
      kind: 'heading',
      title: t('memberships.person'),
      width: '26%',
      render: ({ person, isSuspended }) => {
        const name = personName(person) ?? t('people.unnamed');
        return (
          <span className="membership-person">
            <Link to={personPath(person.id)}>
              <CutText>{name}</CutText>
            </Link>
            {person.email && person.email !== name && (
              <span className="muted">
                <CutText>{person.email}</CutText>
              </span>
            )}
            {isSuspended && (
              <StatusMark icon={<StopOutlined />} color="error">
                {t('people.states.suspended')}
              </StatusMark>
            )}
          </span>
        );
      },
    },
    {
      key: 'organization',
      title: t('memberships.organization'),
      width: '24%',
      render: ({ organization }) => (
        <Link to={organizationPath(organization.id)}>
          <CutText>{organization.name ?? organization.id}</CutText>
        </Link>
      ),
    },
    { key: 'roles', title: t('memberships.roles'), render: ({ roles }) => <RoleTags roles={roles} /> },
    {
      key: 'lastSignIn',
      title: t('memberships.lastSignIn'),
      width: 140,
      render: ({ lastSignInAt }) =>
        lastSignInAt ? (
          <RelativeTime instant={lastSignInAt} />
        ) : (
          <span className="muted">{t('people.neverSignedIn')}</span>
        ),
    },
    {
      key: 'actions',
      kind: 'actions',
      title: t('list.actions'),
      width: 96,
      render: ({ person }) => (
        <Link
          to={whyPath(person.id)}
          aria-label={t('memberships.whyOf', { name: personName(person) ?? t('people.unnamed') })}
        >
          {t('memberships.why')}
        </Link>
      ),
    },
  ];
}
