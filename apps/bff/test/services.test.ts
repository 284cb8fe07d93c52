import { Redis } from 'ioredis';
import pg from 'pg';
import { beforeAll, expect, test } from 'vitest';
import { describeWithPostgres, startPostgres, type RunningPostgres } from './harness/postgres.ts';
import { describeWithRedis, startRedis, type RunningRedis } from './harness/redis.ts';

describeWithPostgres('a PostgreSQL for a test file', () => {
  let postgres: RunningPostgres;
  beforeAll(async () => {
    postgres = await startPostgres();
  });

  test('gives databases whose owners are alone in them and no superusers, and keeps them over a crash', async () => {
    const [one, other] = [await postgres.newDatabase(), await postgres.newDatabase()];
    await query(one, 'create table kept ()');
    await postgres.stop();
    await expect(query(one, 'select 1')).rejects.toThrow('ECONNREFUSED');
    await postgres.start();
    expect(await query(one, 'select * from kept')).toEqual([]);
    expect(await query(other, "select to_regclass('kept') as kept")).toEqual([{ kept: null }]);
    await expect(query(one, 'create role other')).rejects.toThrow('permission denied');
  });
});

describeWithRedis('a Redis for a test file', () => {
  let redis: RunningRedis;
  beforeAll(async () => {
    redis = await startRedis();
  });

  test('starts empty, and again after a crash', async () => {
    const client = new Redis(redis.url, { lazyConnect: true });
    client.on('error', () => undefined);
    expect(await client.incr('visits')).toBe(1);
    await redis.stop();
    await redis.start();
    expect(await client.incr('visits')).toBe(1);
    client.disconnect();
  });
});

async function query(url: string, sql: string) {
  const client = new pg.Client(url);
  try {
    await client.connect();
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}
