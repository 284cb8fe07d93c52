import { existsSync } from 'node:fs';
import { Failure } from '../failure.mjs';
import { inRoot, tool } from '../root.mjs';
import { run } from '../process/run.mjs';
import { withProgress } from '../console/progress.mjs';
import { fingerprint } from './fingerprint.mjs';
import { isStamped, stamped } from './stamp.mjs';

const SETTINGS = ['pnpm-lock.yaml', 'package.json', 'tsconfig.json', 'tsconfig.base.json'];

/**
 * @typedef {object} Part
 * @property {string} name file name of its stamp
 * @property {string} title
 * @property {string[]} inputs files and folders that it is made of
 * @property {string[]} outputs files that are there once it is built
 * @property {[program: string, args: string[], cwd: string]} command
 */

/** @type {Part} */
const programs = {
  name: 'programs',
  title: 'Building the programs',
  inputs: [...SETTINGS, 'apps/bff', 'apps/dev-logto', 'packages'],
  outputs: [
    'apps/bff/dist/main.js',
    'apps/dev-logto/dist/main.js',
    'packages/contract/dist/index.js',
    'packages/management-api/dist/index.js',
    'packages/refine-data-provider/dist/index.js',
  ],
  command: ['tsc', ['-b', 'apps/bff', 'apps/dev-logto', 'packages/refine-data-provider'], '.'],
};

/** @type {Part} */
const web = {
  name: 'web',
  title: 'Building the web app',
  inputs: [...SETTINGS, 'apps/web', 'packages/contract', 'packages/refine-data-provider'],
  outputs: ['apps/web/dist/index.html'],
  command: ['vite', ['build', '--logLevel', 'warn'], 'apps/web'],
};

/**
 * Builds everything that is not up to date.
 * @param {AbortSignal} signal
 * @throws {Failure} with what the compiler said
 */
export async function build(signal) {
  await buildPrograms(signal);
  await buildPart(web, signal);
}

/** Builds all but the web app, as needed. @param {AbortSignal} signal */
export const buildPrograms = (signal) => buildPart(programs, signal);

/** @param {Part} part @param {AbortSignal} signal */
async function buildPart({ name, title, inputs, outputs, command: [program, args, cwd] }, signal) {
  const stamp = inRoot(`.cache/built/${name}`);
  const input = fingerprint(inputs, process.versions.node);
  const isComplete = outputs.every((path) => existsSync(inRoot(path)));
  if (isComplete && isStamped(stamp, input)) return;
  // The compiler trusts its own notes about what it has written, so outputs that were deleted need --force.
  const force = program === 'tsc' && !isComplete ? ['--force'] : [];
  await withProgress(title, () =>
    stamped(stamp, input, async () => {
      const { code, output } = await run(tool(program), [...args, ...force], { signal, cwd: inRoot(cwd) });
      if (code !== 0) throw new Failure(`${output.trimEnd()}\n${title} failed; the compiler says why above.`);
    }),
  );
}
