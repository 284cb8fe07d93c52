import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { openDatabase } from '../../src/database/open-database.ts';
import { afterwards } from './afterwards.ts';
import { newPortalData } from './portal-data.ts';
import { startService } from './service.ts';

const programs = inject('postgres');
const OWNER = 'portal';

/** One server for all test files of this process. */
let server: Promise<string> | undefined;

/**
 * @returns settings that give a portal an empty database of its own, deleted afterwards: in PostgreSQL where there is one,
 * since the embedded one takes ten times the time to start
 */
export async function newPortalDatabase(): Promise<{ DATABASE_URL: string } | { PORTAL_DATA: string }> {
  if (programs === undefined) return { PORTAL_DATA: await newPortalData() };
  const url = await (server ??= start(programs));
  const name = `portal_${randomBytes(6).toString('hex')}`;
  await asSuperuser(url, `create database ${name} template ${OWNER} owner ${OWNER}`);
  afterwards(() => asSuperuser(url, `drop database ${name} with (force)`));
  return { DATABASE_URL: addressOf(url, name) };
}

/** @returns the address of its superuser; it holds a database in the newest form, for others to be made from */
async function start(from: string): Promise<string> {
  const { url } = await startService('postgres', from, true);
  await asSuperuser(url, `create role ${OWNER} login password '${OWNER}'`);
  await asSuperuser(url, `create database ${OWNER} owner ${OWNER}`);
  const { close } = await openDatabase({ url: addressOf(url, OWNER) }, console);
  await close();
  return url;
}

async function asSuperuser(url: string, sql: string): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  await client.query(sql).finally(() => client.end());
}

const addressOf = (url: string, database: string): string =>
  Object.assign(new URL(url), { username: OWNER, password: OWNER, pathname: database }).href;
