import { fileURLToPath } from 'node:url';
import { join } from 'node:path';

/** The repository's folder, without a slash at the end. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '');

/** The path of something in the repository, given with forward slashes. @param {string} path */
export const inRoot = (path) => join(ROOT, ...path.split('/'));

/** A program of an installed package. @param {string} name such as `tsc` */
export const tool = (name) =>
  inRoot(`node_modules/.bin/${name}${process.platform === 'win32' ? '.cmd' : ''}`);
