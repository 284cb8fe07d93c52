import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { inRoot } from '../root.mjs';

const PGLITE = inRoot('apps/bff/node_modules/@electric-sql/pglite');

/**
 * A folder of PGlite's with nothing in it, to be copied: to make one takes PGlite 3 to 7 s, to copy and open it 0.4 s.
 * It is made once for each version of PGlite.
 * @returns {Promise<string>} its path
 */
export async function preparedData() {
  const { version } = JSON.parse(readFileSync(join(PGLITE, 'package.json'), 'utf8'));
  const folder = inRoot(`.cache/pglite-${version}`);
  if (existsSync(folder)) return folder;
  const { PGlite } = await import(pathToFileURL(join(PGLITE, 'dist/index.js')).href);
  mkdirSync(inRoot('.cache'), { recursive: true });
  const unfinished = mkdtempSync(join(inRoot('.cache'), 'pglite-'));
  const pglite = await PGlite.create(unfinished);
  await pglite.close();
  if (existsSync(folder)) rmSync(unfinished, { recursive: true });
  else renameSync(unfinished, folder);
  return folder;
}

/**
 * A fresh value for PORTAL_DATA: a portal that starts on it need not make its database first.
 * @returns {Promise<{ path: string, remove: () => void }>}
 */
export async function newPortalData() {
  const path = mkdtempSync(join(tmpdir(), 'portal-data-'));
  cpSync(await preparedData(), join(path, 'postgres'), { recursive: true });
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}
