import { DatePicker, Radio } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { exactTime } from '../../../format/date-time.ts';
import { useDayjsLocale } from '../../../i18n/dayjs-locale.ts';
import { useLanguage } from '../../../i18n/use-language.ts';
import { EXPIRY_DAYS, expiryInstant, isPossibleLastDay } from './expiry.ts';
import type { ExpiryChoice } from './invite-values.ts';
import { serverNow } from '../../../clock/server-time.ts';

interface ExpiryFieldProps {
  id?: string;
  value?: ExpiryChoice;
  onChange?: (expiry: ExpiryChoice) => void;
}

/** Some days, or a last day by the calendar; says when exactly that ends. A form field. */
export function ExpiryField({ id, value = { lastDay: undefined }, onChange }: ExpiryFieldProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [now] = useState(serverNow);
  useDayjsLocale();
  const lastDay = 'lastDay' in value ? value.lastDay : undefined;
  return (
    <div className="invite-expiry">
      <Radio.Group
        id={id ?? ''}
        value={'days' in value ? value.days : 'date'}
        onChange={({ target }) =>
          onChange?.(target.value === 'date' ? { lastDay: undefined } : { days: target.value })
        }
      >
        {EXPIRY_DAYS.map((days) => (
          <Radio key={days} value={days}>
            {t('invitations.days', { count: days })}
          </Radio>
        ))}
        <Radio value="date">{t('invitations.untilDate')}</Radio>
      </Radio.Group>
      {'lastDay' in value && (
        <DatePicker
          aria-label={t('invitations.lastDay')}
          placeholder={t('invitations.lastDay')}
          value={lastDay ? dayjs(lastDay) : null}
          onKeyDown={(event) => {
            // It takes the day, and must not send the form.
            if (event.key === 'Enter') event.preventDefault();
          }}
          disabledDate={(day) => !isPossibleLastDay(day.toDate(), now)}
          onChange={(day) => onChange?.({ lastDay: day?.toDate() })}
        />
      )}
      {('days' in value || value.lastDay) && (
        <p className="muted">
          {t('invitations.validUntil', { when: exactTime(expiryInstant(value, now), language) })}
        </p>
      )}
    </div>
  );
}
