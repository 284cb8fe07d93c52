import { Tooltip } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { serverNow } from '../clock/server-time.ts';
import { exactTime, relativeTime } from '../format/date-time.ts';
import { useLanguage } from '../i18n/use-language.ts';

interface RelativeTimeProps {
  instant: string;
  /** Default: when it was first shown. */
  now?: number;
}

/** A time as people say it; the exact one, with its zone, on hover and focus. */
export function RelativeTime({ instant, now: given }: RelativeTimeProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [shownAt] = useState(serverNow);
  const now = given ?? shownAt;
  return (
    <Tooltip title={exactTime(instant, language)}>
      <time dateTime={instant} tabIndex={0}>
        {relativeTime(instant, now, language) ?? t('time.justNow')}
      </time>
    </Tooltip>
  );
}
