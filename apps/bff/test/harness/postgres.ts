import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { describe, inject } from 'vitest';
import { startService, type Service } from './service.ts';

const programs = inject('postgres');

/** `describe` for what needs PostgreSQL; skipped where there is none. */
export const describeWithPostgres = describe.skipIf(programs === undefined);

export interface RunningPostgres extends Omit<Service, 'url'> {
  /** Makes a database whose owner is no superuser, as in production. @returns its DATABASE_URL */
  newDatabase(): Promise<string>;
}

/** Starts a PostgreSQL for one test or test file. @param env of its process, for example where its files are */
export async function startPostgres(env: Record<string, string> = {}): Promise<RunningPostgres> {
  if (programs === undefined) throw new Error('PostgreSQL was not found');
  const { url, ...service } = await startService('postgres', programs, false, env);
  const newDatabase = async () => {
    const name = `portal_${randomBytes(4).toString('hex')}`;
    const superuser = new pg.Client(url);
    await superuser.connect();
    await superuser.query(`create role ${name} login password '${name}'`);
    await superuser.query(`create database ${name} owner ${name}`);
    await superuser.end();
    return Object.assign(new URL(url), { username: name, password: name, pathname: name }).href;
  };
  return { ...service, newDatabase };
}
