import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { inRoot } from '../root.mjs';

/** The folders of all packages of the workspace, such as `apps/bff`. */
export function packageFolders() {
  return ['apps', 'packages', '.']
    .flatMap((parent) =>
      readdirSync(inRoot(parent)).map((name) => (parent === '.' ? name : `${parent}/${name}`)),
    )
    .filter((folder) => existsSync(inRoot(`${folder}/package.json`)));
}

/** The pinned package manager, such as `pnpm@10.34.9`. */
export function packageManager() {
  return /** @type {string} */ (JSON.parse(readFileSync(inRoot('package.json'), 'utf8')).packageManager);
}
