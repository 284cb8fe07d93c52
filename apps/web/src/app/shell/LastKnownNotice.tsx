import { useTranslation } from 'react-i18next';
import { useSession } from '../../session/session-context.ts';
import { RelativeTime } from '../../ui/RelativeTime.tsx';

/** Says that only what is stored here can be shown, while Logto cannot tell who somebody is. */
export function LastKnownNotice() {
  const { t } = useTranslation();
  const { lastKnownAt } = useSession();
  return (
    <div role="status">
      {lastKnownAt && (
        <p className="last-known">
          {t('states.lastKnown')} {t('states.lastKnownSince')} <RelativeTime instant={lastKnownAt} />
        </p>
      )}
    </div>
  );
}
