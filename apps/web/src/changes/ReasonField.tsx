import { MAX_REASON_LENGTH, MIN_REASON_LENGTH } from '@org-portal/contract';
import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useOrganizationIfAny } from '../organization/organization-context.ts';

/** Asks support staff for the reason of a change, and nobody else; across organizations there are only staff; the value `reason` of the form around it. */
export function ReasonField() {
  const { t } = useTranslation();
  const organization = useOrganizationIfAny();
  const length = (Form.useWatch<string | undefined>('reason') ?? '').trim().length;
  if (organization && !organization.access.isReasonRequired) return null;
  return (
    <Form.Item
      name="reason"
      label={t('changes.reason')}
      extra={
        <span className="reason-hint">
          <span>{t('changes.reasonHint')}</span>
          <span>{t('changes.reasonCount', { length, min: MIN_REASON_LENGTH, max: MAX_REASON_LENGTH })}</span>
        </span>
      }
      validateTrigger="onBlur"
      rules={[
        {
          required: true,
          whitespace: true,
          transform: (reason?: string) => reason?.trim(),
          min: MIN_REASON_LENGTH,
          message: t('changes.reasonTooShort', { min: MIN_REASON_LENGTH }),
        },
      ]}
    >
      <Input.TextArea rows={2} maxLength={MAX_REASON_LENGTH} />
    </Form.Item>
  );
}
