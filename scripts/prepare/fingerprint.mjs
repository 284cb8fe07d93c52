import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { ROOT } from '../root.mjs';

const IGNORED = new Set(['node_modules', 'dist', 'test', '.cache']);

/**
 * One hash over the names and contents of files. Folders count with all that is in them, but for tests,
 * dependencies and what builds leave behind.
 * @param {string[]} paths below the root; each must exist
 * @param {string} [salt] whatever else the result depends on
 * @param {string} [root]
 */
export function fingerprint(paths, salt = '', root = ROOT) {
  const hash = createHash('sha256').update(salt);
  for (const file of paths.flatMap((path) => filesOf(join(root, path))).sort()) {
    hash.update(`\0${relative(root, file).split(sep).join('/')}\0`).update(readFileSync(file));
  }
  return hash.digest('hex');
}

/** @param {string} path @returns {string[]} */
function filesOf(path) {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .filter((name) => !IGNORED.has(name) && !name.endsWith('.tsbuildinfo'))
    .flatMap((name) => filesOf(join(path, name)));
}
