import { Select, Skeleton } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { presetRange, timeChoice, TIME_PRESETS, type TimePreset, type TimeRange } from './time-range.ts';
import { serverNow } from '../../../clock/server-time.ts';

const DaysFilter = lazy(() => import('./DaysFilter.tsx'));

interface TimeFilterProps {
  value: TimeRange;
  onChange: (range: TimeRange) => void;
}

/** Some days up to now, or others by the calendar. */
export function TimeFilter({ value, onChange }: TimeFilterProps) {
  const { t } = useTranslation();
  const [isCustom, setCustom] = useState(false);
  const inForce = timeChoice(value, new Date(serverNow()));
  const choice = isCustom ? 'custom' : inForce;
  const presets = Object.keys(TIME_PRESETS) as TimePreset[];
  return (
    <>
      <Select
        className="list-toolbar-filter"
        aria-label={t('activity.timeFilter')}
        allowClear
        placeholder={t('activity.anyTime')}
        value={choice === 'any' ? null : choice}
        options={[...presets, 'custom' as const].map((one) => ({
          value: one,
          label: t(`activity.times.${one}`),
        }))}
        onChange={(next: TimePreset | 'custom' | undefined) => {
          setCustom(next === 'custom');
          if (next !== 'custom')
            onChange(next ? presetRange(next, new Date(serverNow())) : { from: '', to: '' });
        }}
      />
      {choice === 'custom' && (
        <Suspense fallback={<Skeleton.Input active />}>
          <DaysFilter value={value} onChange={onChange} />
        </Suspense>
      )}
    </>
  );
}
