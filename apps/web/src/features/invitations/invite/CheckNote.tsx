import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Draft } from './draft/use-draft.ts';

/** How far the comparison with members and invitations has come. */
export function CheckNote({ check }: { check: Draft['check'] }) {
  const { t } = useTranslation();
  return (
    <p className="check-note" role="status">
      {check.isChecking && t('invite.checking')}
      {check.error !== undefined && (
        <>
          {t('invite.checkFailed')}{' '}
          <Button type="link" size="small" onClick={check.retry}>
            {t('states.tryAgain')}
          </Button>
        </>
      )}
      {!check.isComplete && t('invite.checkPartly')}
    </p>
  );
}
