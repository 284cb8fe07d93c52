import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { localeGaps, type Messages } from './locale-gaps.ts';

/** Fails the build when the languages in `folder` (`<language>/<topic>.json`) do not hold the same texts. */
export function completeLocales(folder: string): Plugin {
  return {
    name: 'complete-locales',
    buildStart() {
      const gaps = localeGaps(readLocales(folder));
      if (gaps.length > 0) this.error(`The languages differ:\n${gaps.join('\n')}`);
    },
  };
}

/** @returns language → topic → texts, as the files hold them */
export function readLocales(folder: string): Record<string, Messages> {
  return Object.fromEntries(
    readdirSync(folder).map((language) => [language, readTopics(join(folder, language))]),
  );
}

function readTopics(folder: string): Messages {
  const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
  return Object.fromEntries(
    files.map((file) => [
      file.slice(0, -'.json'.length),
      JSON.parse(readFileSync(join(folder, file), 'utf8')),
    ]),
  );
}
