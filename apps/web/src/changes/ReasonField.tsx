import { MAX_REASON_LENGTH, MIN_REASON_LENGTH, visibleLength } from '@org-portal/contract';
import { Form, Input } from 'antd';
import { use, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useOrganizationIfAny } from '../organization/organization-context.ts';
import { VisitReasonContext } from './visit-reason.ts';

/** Asks support staff for the reason of a change, and nobody else; across organizations there are only staff; the value `reason` of the form around it. */
export function ReasonField() {
  const { t } = useTranslation();
  const organization = useOrganizationIfAny();
  const visit = use(VisitReasonContext);
  const reason = Form.useWatch<string | undefined>('reason');
  const length = visibleLength(reason ?? '');
  useEffect(() => visit?.keep(reason), [visit, reason]);
  if (organization && !organization.access.isReasonRequired) return null;
  return (
    <Form.Item
      name="reason"
      label={t('changes.reason')}
      initialValue={visit?.last()}
      extra={
        <span className="reason-hint">
          <span>{visit?.hint ?? t('changes.reasonHint')}</span>
          <span>{t('changes.reasonCount', { length, min: MIN_REASON_LENGTH, max: MAX_REASON_LENGTH })}</span>
        </span>
      }
      validateTrigger="onBlur"
      rules={[
        {
          required: true,
          validator: (_rule, reason?: string) =>
            visibleLength(reason ?? '') < MIN_REASON_LENGTH
              ? Promise.reject(
                  new Error(t('changes.reasonTooShort', { min: MIN_REASON_LENGTH, visibleLength })),
                )
              : Promise.resolve(),
        },
      ]}
    >
      <Input.TextArea rows={2} maxLength={MAX_REASON_LENGTH} />
    </Form.Item>
  );
}
