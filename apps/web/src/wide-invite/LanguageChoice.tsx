import { LANGUAGES } from '@org-portal/contract';
import { Form, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { LANGUAGE_NAMES } from '../i18n/languages.ts';
import { useLanguage } from '../i18n/use-language.ts';

/** The language in which the invited person is written to; the value `language` of the form around it. */
export function LanguageChoice() {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <Form.Item name="language" label={t('invitationQueue.wide.language')} initialValue={language}>
      <Radio.Group options={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))} />
    </Form.Item>
  );
}
