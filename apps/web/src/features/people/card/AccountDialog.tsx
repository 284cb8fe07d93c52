import { MAX_CHECKED_FIRST } from '@org-portal/contract';
import { useTranslation } from 'react-i18next';
import { ChangeDialog } from '../../../changes/ChangeDialog.tsx';

export type AccountAction = 'signOut' | 'suspend' | 'unsuspend';

const PATHS: Record<AccountAction, string> = {
  signOut: 'people/{personId}/sign-out',
  suspend: 'people/{personId}/suspend',
  unsuspend: 'people/{personId}/unsuspend',
};

interface AccountDialogProps {
  action: AccountAction;
  personId: string;
  name: string;
  /** How many they belong to. */
  organizations: number;
  onClosed: () => void;
}

/** Asks before something is done with an account, says what follows, and asks why. */
export default function AccountDialog({
  action,
  personId,
  name,
  organizations,
  onClosed,
}: AccountDialogProps) {
  const { t } = useTranslation();
  return (
    <ChangeDialog
      isDangerous={action === 'suspend'}
      title={t(`people.actions.${action}.title`, { name })}
      submit={t(`people.actions.${action}.submit`)}
      change={() => ({
        method: 'post',
        path: PATHS[action],
        params: { personId },
        success: t(`people.actions.${action}.done`, { name }),
        failure: t(`people.actions.${action}.failed`, { name }),
      })}
      onClosed={onClosed}
    >
      <p className="dialog-text">{t(`people.actions.${action}.follows`, { name })}</p>
      {action === 'suspend' && organizations > MAX_CHECKED_FIRST && (
        <p className="dialog-text">{t('people.actions.suspend.many', { count: MAX_CHECKED_FIRST })}</p>
      )}
    </ChangeDialog>
  );
}
