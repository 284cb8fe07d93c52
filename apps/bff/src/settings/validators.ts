import { makeValidator } from 'envalid';
import type { Secrets } from '../sign-in/seal.ts';

const LOOPBACK = /^(localhost|.+\.localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/** @returns whether plain http stays on this machine */
export function isLoopback(url: URL): boolean {
  return LOOPBACK.test(url.hostname);
}

/** An origin: https anywhere, http on this machine only, because secrets travel over it. */
export const httpUrl = makeValidator((input: string) => {
  if (!URL.canParse(input)) throw new Error('must be a URL, for example https://auth.example.com');
  const url = new URL(input);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') throw new Error('must begin with https://');
  if (url.protocol === 'http:' && !isLoopback(url))
    throw new Error('must begin with https:// (plain http only for localhost)');
  if (url.pathname !== '/' || url.search !== '' || url.hash !== '' || url.username !== '') {
    throw new Error('must be an origin: scheme, host and port, for example https://auth.example.com');
  }
  return url;
});

/** Plain http is usual within a cluster; no secret is in what is delivered. */
export const collectorUrl = makeValidator((input: string) => {
  if (!URL.canParse(input)) throw new Error('must be a URL, for example http://otel-collector:4318');
  const url = new URL(input);
  if (url.protocol !== 'https:' && url.protocol !== 'http:')
    throw new Error('must begin with http:// or https://');
  if (url.search !== '' || url.hash !== '') throw new Error('must have no query');
  return url;
});

export const text = makeValidator((input: string) => {
  if (input.trim() === '') throw new Error('must not be empty');
  return input.trim();
});

/** Secrets between commas, the newest first; at least one. */
export const sessionSecrets = makeValidator((input: string): Secrets => {
  const [first = '', ...former] = input.split(',').map((secret) => secret.trim());
  if ([first, ...former].some((secret) => secret.length < 32))
    throw new Error('must have at least 32 characters; of several secrets separated by commas, each must');
  return [first, ...former];
});

/** The password in it travels as plain as the sessions do; over a network that others share, `rediss:`. */
export const redisUrl = makeValidator((input: string) => {
  if (!URL.canParse(input)) throw new Error('must be a URL, for example redis://localhost:6379');
  const url = new URL(input);
  if (url.protocol !== 'redis:' && url.protocol !== 'rediss:')
    throw new Error('must begin with redis:// or rediss://');
  return url;
});

export const count = makeValidator((input: string) => {
  if (!/^[1-9]\d{0,8}$/.test(input)) throw new Error('must be a whole number of at least 1');
  return Number(input);
});

/** A count, or 0 for none. */
export const countOrNone = makeValidator((input: string) => {
  if (!/^(0|[1-9]\d{0,8})$/.test(input)) throw new Error('must be a whole number, or 0');
  return Number(input);
});

export const postgresUrl = makeValidator((input: string) => {
  const isPostgres = URL.canParse(input) && /^postgres(ql)?:$/.test(new URL(input).protocol);
  if (!isPostgres)
    throw new Error(
      'must be a URL that begins with postgres://, for example postgres://portal:secret@localhost:5432/portal',
    );
  return input;
});

/** Values between commas; spaces around them do not count. */
export const list = makeValidator((input: string) =>
  input
    .split(',')
    .map((value) => value.trim())
    .filter((value) => value !== ''),
);

/** `true` or `false`. */
export const yesOrNo = makeValidator((input: string) => {
  if (input !== 'true' && input !== 'false') throw new Error('must be true or false');
  return input === 'true';
});
