import type { FoundPerson } from '@org-portal/contract';
import { useTranslation } from 'react-i18next';
import { CutText } from '../../ui/CutText.tsx';
import type { RecordColumn } from '../../ui/record-column.ts';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { InvitedCounts } from './InvitedCounts.tsx';
import { Missing } from './Missing.tsx';
import { PersonName } from './PersonName.tsx';
import { PersonStateMark } from './PersonStateMark.tsx';
import { phoneNumber } from './phone-number.ts';

export function usePeopleColumns(): RecordColumn<FoundPerson>[] {
  const { t } = useTranslation();
  const orNone = (text: string | null | undefined) => (text ? <CutText>{text}</CutText> : <Missing />);
  return [
    {
      key: 'name',
      kind: 'heading',
      title: t('people.name'),
      width: '24%',
      render: (found) => <PersonName found={found} />,
    },
    { key: 'email', title: t('people.email'), width: '24%', render: ({ email }) => orNone(email) },
    {
      key: 'username',
      title: t('people.username'),
      width: '12%',
      render: ({ account }) => orNone(account?.username),
    },
    {
      key: 'phone',
      title: t('people.phone'),
      width: 150,
      render: ({ account }) => orNone(phoneNumber(account?.phone)),
    },
    {
      key: 'state',
      title: t('people.state'),
      render: ({ state, invited }) => (
        <span className="person-state">
          <PersonStateMark state={state} />
          {invited && <InvitedCounts counts={invited} />}
        </span>
      ),
    },
    {
      key: 'lastSignIn',
      title: t('people.lastSignIn'),
      width: 130,
      render: ({ account }) =>
        !account ? (
          <Missing />
        ) : account.lastSignInAt ? (
          <RelativeTime instant={account.lastSignInAt} />
        ) : (
          <span className="muted">{t('people.neverSignedIn')}</span>
        ),
    },
  ];
}
