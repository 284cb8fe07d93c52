import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const DIST = fileURLToPath(new URL('../dist', import.meta.url));

/** The members view is in the entry, as the screen that most people see first; the texts come beside it. */
const isFirst = ({ isEntry, src }) => isEntry || src === 'src/i18n/locales/en/index.ts';

/**
 * Adds up the JavaScript and CSS that the members view loads before anything is clicked, from the build's manifest.
 * @param {string} [dist] the built app
 * @returns {Promise<{ bytes: number, files: { file: string, bytes: number }[] }>} bytes of the brotli files, largest first
 */
export async function firstLoad(dist = DIST) {
  const manifest = JSON.parse(await readFile(join(dist, '.vite/manifest.json'), 'utf8'));
  const names = new Set(['color-scheme.js']);
  const collect = ({ file, css = [], imports = [] }) => {
    if (names.has(file)) return;
    for (const name of [file, ...css]) names.add(name);
    for (const key of imports) collect(manifest[key]);
  };
  Object.values(manifest).filter(isFirst).forEach(collect);
  const files = await Promise.all(
    [...names].map(async (file) => ({ file, bytes: (await stat(join(dist, `${file}.br`))).size })),
  );
  files.sort((a, b) => b.bytes - a.bytes);
  return { bytes: files.reduce((sum, { bytes }) => sum + bytes, 0), files };
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { bytes, files } = await firstLoad();
  for (const { file, bytes } of files) console.log(`${(bytes / 1000).toFixed(1).padStart(8)} KB  ${file}`);
  console.log(`${(bytes / 1000).toFixed(1).padStart(8)} KB  members view, first load, brotli`);
}
