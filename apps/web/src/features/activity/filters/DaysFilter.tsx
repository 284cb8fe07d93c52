import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import { useDayjsLocale } from '../../../i18n/dayjs-locale.ts';
import { daysOf, daysRange, type TimeRange } from './time-range.ts';
import { serverNow } from '../../../clock/server-time.ts';

interface DaysFilterProps {
  value: TimeRange;
  onChange: (range: TimeRange) => void;
}

/** A first and a last day; either may be left open. */
export default function DaysFilter({ value, onChange }: DaysFilterProps) {
  const { t } = useTranslation();
  useDayjsLocale();
  const { first, last } = daysOf(value);
  return (
    <span className="activity-days">
      <DatePicker
        aria-label={t('activity.firstDay')}
        placeholder={t('activity.firstDay')}
        value={first ? dayjs(first) : null}
        maxDate={dayjs(last)}
        onChange={(day) => onChange(daysRange(day?.toDate(), last))}
      />
      <DatePicker
        aria-label={t('activity.lastDay')}
        placeholder={t('activity.lastDay')}
        value={last ? dayjs(last) : null}
        {...(first && { minDate: dayjs(first) })}
        maxDate={dayjs(serverNow())}
        onChange={(day) => onChange(daysRange(first, day?.toDate()))}
      />
    </span>
  );
}
