import { parseArgs } from 'node:util';
import { Failure } from '../failure.mjs';

const EXAMPLE =
  'npm run test:logto -- --endpoint https://logto.example.com --m2m-id … --m2m-secret … --resource https://default.logto.app/api';

/** @type {import('node:util').ParseArgsConfig['options']} */
const OPTIONS = Object.fromEntries(
  ['endpoint', 'resource', 'm2m-id', 'm2m-secret', 'no-scope-id', 'no-scope-secret'].map((name) => [
    name,
    { type: 'string' },
  ]),
);

/**
 * Reads which Logto to replay against.
 * @param {string[]} args
 * @returns {import('./driver.mjs').Whole}
 * @throws {Failure} one line that names what is missing or unknown, with an example
 */
export function readOptions(args) {
  const given = parse(args);
  const missing = ['endpoint', 'm2m-id', 'm2m-secret', 'resource'].filter((name) => !given[name]);
  if (missing.length > 0)
    throw new Failure(`Missing: ${missing.map((name) => `--${name}`).join(', ')}. Example: ${EXAMPLE}`);
  const endpoint = given['endpoint'] ?? '';
  if (!/^https?:$/.test(URL.canParse(endpoint) ? new URL(endpoint).protocol : ''))
    throw new Failure(`--endpoint must be a web address, not "${endpoint}". Example: ${EXAMPLE}`);
  const noScope = credentials(given['no-scope-id'], given['no-scope-secret']);
  return {
    endpoint,
    resource: given['resource'] ?? '',
    m2m: { id: given['m2m-id'] ?? '', secret: given['m2m-secret'] ?? '' },
    ...(noScope && { noScope }),
  };
}

/** @param {string[]} args @returns {Record<string, string | undefined>} */
function parse(args) {
  try {
    return /** @type {Record<string, string | undefined>} */ (parseArgs({ args, options: OPTIONS }).values);
  } catch (error) {
    throw new Failure(`${/** @type {Error} */ (error).message.split('. ')[0]}. Example: ${EXAMPLE}`);
  }
}

/** @param {string | undefined} id @param {string | undefined} secret */
function credentials(id, secret) {
  if (Boolean(id) !== Boolean(secret))
    throw new Failure('--no-scope-id and --no-scope-secret come together, or not at all.');
  return id && secret ? { id, secret } : undefined;
}
