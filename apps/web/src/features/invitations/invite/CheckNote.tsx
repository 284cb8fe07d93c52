import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Draft } from './draft/use-draft.ts';

/** How far looking up organizations, and comparing with members and invitations, has come. */
export function CheckNote({ draft: { check, lookUp } }: { draft: Draft }) {
  const { t } = useTranslation();
  return (
    <p className="check-note" role="status">
      {check.isChecking && t('invite.checking')}
      {lookUp.error !== undefined && (
        <>
          {t('invite.lookUpFailed')}{' '}
          <Button type="link" size="small" onClick={lookUp.retry}>
            {t('states.tryAgain')}
          </Button>
        </>
      )}
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
