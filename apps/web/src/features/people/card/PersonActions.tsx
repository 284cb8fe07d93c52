import type { Account, PersonState } from '@org-portal/contract';
import { Button } from 'antd';
import { lazy } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../../session/session-context.ts';
import { useMayAsStaff } from '../../../session/use-may-as-staff.ts';
import type { AccountAction } from './AccountDialog.tsx';
import { Opening } from '../../../ui/dialog/Opening.tsx';
import { useKeptState } from '../../../kept-work/use-kept.ts';

const AccountDialog = lazy(() => import('./AccountDialog.tsx'));

interface PersonActionsProps {
  account: Account;
  state: PersonState;
  name: string;
  /** How many they belong to. */
  organizations: number;
}

/** What may be done with the account; one's own has a menu of its own for that. */
export function PersonActions({ account, state, name, organizations }: PersonActionsProps) {
  const { t } = useTranslation();
  const { user } = useSession();
  const maySignOut = useMayAsStaff('people', 'signOut');
  const maySuspend = useMayAsStaff('people', 'suspend');
  const [underWay, setUnderWay] = useKeptState<AccountAction | undefined>('account.action', undefined);
  if (account.id === user.id) return null;
  const halting: AccountAction = state === 'suspended' ? 'unsuspend' : 'suspend';
  return (
    <span className="person-actions">
      {maySignOut && state !== 'suspended' && (
        <Button size="small" onClick={() => setUnderWay('signOut')}>
          {t('people.actions.signOut.button')}
        </Button>
      )}
      {maySuspend && (
        <Button size="small" danger={halting === 'suspend'} onClick={() => setUnderWay(halting)}>
          {t(`people.actions.${halting}.button`)}
        </Button>
      )}
      <Opening>
        {underWay && (
          <AccountDialog
            action={underWay}
            personId={account.id}
            name={name}
            organizations={organizations}
            onClosed={() => setUnderWay(undefined)}
          />
        )}
      </Opening>
    </span>
  );
}
