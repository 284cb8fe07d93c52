import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../i18n/use-language.ts';
import { RelativeTime } from '../ui/RelativeTime.tsx';
import './index-age.css';
import { useInvitationIndex } from './use-invitation-index.ts';
import { serverNow } from '../clock/server-time.ts';

/** Milliseconds: an age that people leave open goes on growing. */
const TICK = 30_000;

/** How old the invitations are that a screen shows of all organizations; while they are first read, how far that is. */
export function IndexAge() {
  const { t } = useTranslation();
  const number = new Intl.NumberFormat(useLanguage());
  const index = useInvitationIndex();
  const now = useNow();
  if (!index || index.isComplete)
    return (
      <p className="index-age">
        {index?.asOf && (
          <>
            {t('invitationIndex.asOf')} <RelativeTime instant={index.asOf} now={now} />
          </>
        )}
      </p>
    );
  const { read, total } = index.organizations;
  return (
    <p className="index-age" role="status">
      {total === null
        ? t('invitationIndex.listing')
        : t('invitationIndex.filling', {
            done: number.format(read),
            all: number.format(total),
            count: total,
          })}
    </p>
  );
}

function useNow(): number {
  const [now, setNow] = useState(serverNow);
  useEffect(() => {
    const timer = setInterval(() => setNow(serverNow()), TICK);
    return () => clearInterval(timer);
  }, []);
  return now;
}
