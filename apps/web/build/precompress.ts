import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Plugin } from 'vite';

/** Not the page: it has another nonce each time. */
const COMPRESSIBLE = /\.(js|css|svg|json)$/;

/** Writes `<file>.br` and `<file>.gz` beside every text file of the build that is sent as it is, at the highest quality of each. */
export function precompress(): Plugin {
  let folder = '';
  return {
    name: 'precompress',
    apply: 'build',
    configResolved: ({ root, build }) => {
      folder = resolve(root, build.outDir);
    },
    async writeBundle() {
      const files = await readdir(folder, { recursive: true });
      await Promise.all(
        files.filter((file) => COMPRESSIBLE.test(file)).map((file) => compress(join(folder, file))),
      );
    },
  };
}

async function compress(file: string): Promise<void> {
  const plain = await readFile(file);
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
    [constants.BROTLI_PARAM_SIZE_HINT]: plain.length,
  };
  await Promise.all([
    promisify(brotliCompress)(plain, { params }).then((body) => writeFile(`${file}.br`, body)),
    promisify(gzip)(plain, { level: constants.Z_BEST_COMPRESSION }).then((body) =>
      writeFile(`${file}.gz`, body),
    ),
  ]);
}
