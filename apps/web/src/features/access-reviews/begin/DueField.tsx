import { Form, Input, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { refusedIf } from '../../../changes/refused-if.ts';
import { DUE_WEEKS, endOfDay, localDay, type BeginValues } from './begin-values.ts';
import { serverNow } from '../../../clock/server-time.ts';

/** Until when: some weeks from now, or a day. Form fields. */
export function DueField({ now }: { now: number }) {
  const { t } = useTranslation();
  const weeks = Form.useWatch<BeginValues['weeks']>('weeks');
  const isOver = (day?: string) => !day || !(endOfDay(day).getTime() > serverNow());
  return (
    <>
      <Form.Item name="weeks" label={t('accessReviews.form.due')} extra={t('accessReviews.form.dueHint')}>
        <Radio.Group
          options={[
            ...DUE_WEEKS.map((count) => ({
              value: count as number,
              label: t('accessReviews.form.weeks', { count }),
            })),
            { value: 0, label: t('accessReviews.form.otherDay') },
          ]}
        />
      </Form.Item>
      {weeks === 0 && (
        <Form.Item
          name="day"
          label={t('accessReviews.form.day')}
          validateTrigger="onBlur"
          rules={[
            {
              validator: (_, day?: string) =>
                refusedIf(isOver(day) ? t('accessReviews.form.dayNeeded') : undefined),
            },
          ]}
        >
          <Input type="date" className="review-day" min={localDay(new Date(now))} />
        </Form.Item>
      )}
    </>
  );
}
