import 'i18next';
import type en from './locales/en/index.ts';
import type late from './locales/en/late.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof en.messages & typeof late };
    nsSeparator: false;
    returnNull: false;
  }
}
