import 'i18next';
import type en from './locales/en/index.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof en.messages };
    nsSeparator: false;
    returnNull: false;
  }
}
