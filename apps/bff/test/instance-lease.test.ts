import pg from 'pg';
import { expect, test } from 'vitest';
import { InstanceLease } from '../src/record/instance-lease.ts';
import { describeWithPostgres, startPostgres } from './harness/postgres.ts';

describeWithPostgres('the lease of an instance', () => {
  test('that is released while it is being taken holds no connection, so the process can end', async () => {
    const postgres = await startPostgres();
    const pool = new pg.Pool({ connectionString: await postgres.newDatabase() });
    const lease = new InstanceLease(pool);
    const taking = lease.take();
    lease.release();
    await taking;
    await pool.end();
    expect(pool.totalCount).toBe(0);
  });
});
