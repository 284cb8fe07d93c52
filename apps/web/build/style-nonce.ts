import type { Plugin } from 'vite';

/** Where all style sheets of antd end that are not in a file. */
const MODULES = /\/(@rc-component\/util\/es\/Dom\/dynamicCSS|@ant-design\/icons\/es\/cssUtils)\.js$/;
const GIVEN = /if \(csp\?\.nonce\) \{\s*styleNode\.nonce = csp\??\.nonce;\s*\}/;
const TAKEN = `styleNode.nonce = document.querySelector('meta[property=csp-nonce]')?.nonce;`;

/**
 * Gives every style sheet that antd writes the nonce of the page, without which the Content-Security-Policy lets none
 * in. antd's own setting for it (`csp` of `ConfigProvider`) does not reach its scroll lock and its measuring of scroll
 * bars.
 */
export function styleNonce(): Plugin {
  return {
    name: 'style-nonce',
    transform(code, id) {
      if (!MODULES.test(id.replaceAll('\\', '/'))) return null;
      if (!GIVEN.test(code)) this.error(`${id} takes no nonce, or takes it in another way`);
      return { code: code.replace(GIVEN, TAKEN), map: null };
    },
  };
}
