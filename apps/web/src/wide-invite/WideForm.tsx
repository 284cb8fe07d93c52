import { isEmailAddress } from '@org-portal/contract';
import { Form, Input, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { ReasonField } from '../changes/ReasonField.tsx';
import { refusedIf } from '../changes/refused-if.ts';
import { LanguageChoice } from './LanguageChoice.tsx';
import { arePlacesComplete, type Place } from './places.ts';
import { PlacesField } from './PlacesField.tsx';

/** Days that are offered. */
const DAYS = [1, 7, 30];

/** @param invitee whom it is about; undefined: asked for */
export function WideForm({ invitee }: { invitee: string | undefined }) {
  const { t } = useTranslation();
  return (
    <>
      <Form.Item
        name="invitee"
        label={t('invitationQueue.wide.address')}
        initialValue={invitee}
        hidden={invitee !== undefined}
        validateTrigger="onBlur"
        rules={[
          {
            validator: (_, text: string | undefined) =>
              refusedIf(
                isEmailAddress(text?.trim() ?? '') ? undefined : t('invitationQueue.wide.addressMissing'),
              ),
          },
        ]}
      >
        <Input type="email" autoComplete="off" autoFocus={invitee === undefined} />
      </Form.Item>
      <Form.Item
        name="places"
        label={t('invitationQueue.wide.organizations')}
        initialValue={[]}
        validateTrigger={[]}
        rules={[
          {
            validator: (_, places: Place[]) =>
              refusedIf(
                arePlacesComplete(places) ? undefined : t('invitationQueue.wide.organizationsMissing'),
              ),
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
      <LanguageChoice />
      <ReasonField />
    </>
  );
}
