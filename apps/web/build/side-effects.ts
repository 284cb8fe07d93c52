const SCOPES = ['@ant-design', '@rc-component', '@refinedev'];
const PACKAGES = [
  'antd',
  'error-stack-parser',
  'html-parse-stringify',
  'http-link-header',
  'i18next',
  'lodash',
  'lodash-es',
  'papaparse',
  'pluralize',
  'qs',
  'react-i18next',
  'stackframe',
  'stylis',
  'void-elements',
  'warn-once',
];
const PURE = new RegExp(`/node_modules/(${[...SCOPES, ...PACKAGES].join('|')})/(?!.*/node_modules/)`);

/**
 * @param id a module's path
 * @returns whether importing it does nothing but define, so that it can be left out where nothing of it is used:
 * these packages lack the `sideEffects` flag, or are imported by a bundle whose flag does not reach them
 */
export function hasNoSideEffects(id: string): boolean {
  return PURE.test(id.replaceAll('\\', '/')) && !id.endsWith('.css');
}
