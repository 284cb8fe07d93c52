import { LANGUAGES } from '@org-portal/contract';
import { Form, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { LANGUAGE_NAMES } from '../../../i18n/languages.ts';

/** The language in which the invited are written to. */
export function LanguageField() {
  const { t } = useTranslation();
  return (
    <Form.Item name="language" label={t('invite.language')}>
      <Radio.Group
        options={LANGUAGES.map((language) => ({
          value: language,
          label: <span lang={language}>{LANGUAGE_NAMES[language]}</span>,
        }))}
      />
    </Form.Item>
  );
}
