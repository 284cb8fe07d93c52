import { isEmailAddress, LANGUAGES } from '@org-portal/contract';
import { Form, Input, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { ReasonField } from '../../../changes/ReasonField.tsx';
import { LANGUAGE_NAMES } from '../../../i18n/languages.ts';
import { useLanguage } from '../../../i18n/use-language.ts';
import { arePlacesComplete, type Place } from './places.ts';
import { PlacesField } from './PlacesField.tsx';

/** Days that are offered. */
const DAYS = [1, 7, 30];

export function WideForm() {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <>
      <Form.Item
        name="invitee"
        label={t('invitationQueue.wide.address')}
        validateTrigger="onBlur"
        rules={[
          {
            validator: (_, text: string | undefined) =>
              settle(
                isEmailAddress(text?.trim() ?? '') ? undefined : t('invitationQueue.wide.addressMissing'),
              ),
          },
        ]}
      >
        <Input type="email" autoComplete="off" autoFocus />
      </Form.Item>
      <Form.Item
        name="places"
        label={t('invitationQueue.wide.organizations')}
        initialValue={[]}
        validateTrigger={[]}
        rules={[
          {
            validator: (_, places: Place[]) =>
              settle(arePlacesComplete(places) ? undefined : t('invitationQueue.wide.organizationsMissing')),
          },
        ]}
      >
        <PlacesField />
      </Form.Item>
      <Form.Item name="days" label={t('invitationQueue.wide.validFor')} initialValue={7}>
        <Radio.Group
          options={DAYS.map((count) => ({ value: count, label: t('invitationQueue.wide.days', { count }) }))}
        />
      </Form.Item>
      <Form.Item name="language" label={t('invitationQueue.wide.language')} initialValue={language}>
        <Radio.Group options={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))} />
      </Form.Item>
      <ReasonField />
    </>
  );
}

/** As antd's forms take the result of a check. */
async function settle(fault: string | undefined): Promise<void> {
  if (fault) throw new Error(fault);
}
