import { LANGUAGES } from '@org-portal/contract';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { LANGUAGE_NAMES } from '../../i18n/languages.ts';
import { changeLanguage } from '../../i18n/start.ts';
import { useLanguage } from '../../i18n/use-language.ts';

/** The invited person has no menu yet in which to change the language. */
export function LanguageLinks() {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <nav aria-label={t('app.language')}>
      {LANGUAGES.map((one) => (
        <Button
          key={one}
          type="text"
          size="small"
          lang={one}
          aria-pressed={one === language}
          onClick={() => void changeLanguage(one)}
        >
          {LANGUAGE_NAMES[one]}
        </Button>
      ))}
    </nav>
  );
}
