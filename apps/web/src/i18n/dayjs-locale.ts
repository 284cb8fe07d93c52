import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import { useLanguage } from './use-language.ts';

/**
 * Lets antd's date pickers speak the page's language. For the modules that show one: only they need dayjs.
 */
export function useDayjsLocale(): void {
  const language = useLanguage();
  dayjs.locale(language === 'zh-CN' ? 'zh-cn' : 'en');
}
