import type { Plugin } from 'vite';

/**
 * Refine's query strings come with a package that prints any value for the text of errors that nobody ever sees: 5 KB
 * of the first load. In its place stands `String`.
 */
export const plainMessages = (): Plugin => ({
  name: 'plain-messages',
  apply: 'build',
  enforce: 'pre',
  load: (id) => (/\/object-inspect\/index\.js$/.test(id) ? 'module.exports = String;' : undefined),
});
