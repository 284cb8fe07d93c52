import { spawnSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { demo } from '@org-portal/dev-logto';
import { beforeAll, describe, expect, inject, test, vi } from 'vitest';
import { afterwards } from './harness/afterwards.ts';
import type { Browser } from './harness/browser.ts';
import { startPortal } from './harness/portal.ts';
import { describeWithPostgres, startPostgres } from './harness/postgres.ts';
import { addresses, rowOf } from './imports/list.ts';

const { halden } = demo.organizations;
const { member, viewer } = demo.organizationRoles;
const base = `/api/organizations/${halden}`;
const expiresAt = new Date(Date.now() + 86_400_000).toISOString();

/** A file system of its own, which can be filled up. */
class SmallDisk {
  readonly path = mkdtempSync(join(tmpdir(), 'portal-disk-'));
  readonly #filler = join(this.path, 'filler');

  /** @throws Error where this is not permitted */
  static mount(megabytes: number): SmallDisk {
    const disk = new SmallDisk();
    const { status, stderr } = spawnSync(
      'mount',
      ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=777`, 'portal', disk.path],
      { encoding: 'utf8' },
    );
    if (status !== 0) {
      rmSync(disk.path, { recursive: true });
      throw new Error(stderr);
    }
    return disk;
  }

  fill(): void {
    for (const size of [1 << 20, 1 << 12, 1]) {
      const block = Buffer.alloc(size);
      try {
        for (;;) appendFileSync(this.#filler, block);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
      }
    }
  }

  empty(): void {
    rmSync(this.#filler, { force: true });
  }

  unmount(): void {
    spawnSync('umount', ['-l', this.path]);
    rmSync(this.path, { recursive: true, force: true });
  }
}

const mayMount = (() => {
  try {
    SmallDisk.mount(1).unmount();
    return true;
  } catch {
    return false;
  }
})();

const kinds = [
  { name: 'PostgreSQL', size: 160, describe: describeWithPostgres, settings: onPostgres },
  { name: 'the embedded database', size: 160, describe, settings: onFolder },
];

async function onPostgres(disk: SmallDisk): Promise<Record<string, string>> {
  return { DATABASE_URL: await (await startPostgres({ TMPDIR: disk.path })).newDatabase() };
}

async function onFolder(disk: SmallDisk): Promise<Record<string, string>> {
  await cp(inject('preparedData'), join(disk.path, 'postgres'), { recursive: true });
  return { PORTAL_DATA: disk.path };
}

describe.skipIf(!mayMount).each(kinds)('while the disk of $name is full', (kind) => {
  kind.describe('', () => {
    let disk: SmallDisk;
    let owner: Browser;
    let ops: Browser;

    beforeAll(async () => {
      disk = SmallDisk.mount(kind.size);
      afterwards(() => disk.unmount());
      const portal = await startPortal(await kind.settings(disk), { members: 100 });
      owner = await portal.signIn(demo.users.owner);
      ops = await portal.signIn(demo.users.ops);
      await vi.waitFor(async () => expect((await owner.get('/readyz')).status).toBe(200));
      disk.fill();
    }, 90_000);

    const importOf = (rows: number) =>
      owner.call('POST', `${base}/imports`, {
        language: 'en',
        by: 'mail',
        rows: addresses(rows).map((address) => rowOf(address)),
      });
    const changes: [string, (turn: number) => Promise<Response>][] = [
      ['an import', () => importOf(300)],
      [
        'an invitation',
        () =>
          owner.call('POST', `${base}/invitations`, { invitees: addresses(1), roleIds: [member], expiresAt }),
      ],
      [
        'changed roles',
        (turn) =>
          owner.call('PUT', `${base}/members/${demo.users.viewer}/roles`, {
            roleIds: [turn % 2 ? member : viewer],
          }),
      ],
      ['a snapshot', () => ops.call('POST', '/api/snapshots')],
    ];

    // There may be room left in the files, so the first few can still be written.
    test.each(changes)('%s is 503 audit.unavailable once there is no room', async (_name, change) => {
      for (let turn = 0; turn < 200; turn += 1) {
        const reply = await change(turn);
        if (reply.ok) continue;
        expect(await reply.json()).toMatchObject({ status: 503, code: 'audit.unavailable' });
        return;
      }
      expect.fail('it is written every time');
    });

    test('/readyz is 503, and names the database', async () => {
      await vi.waitFor(async () => {
        const reply = await owner.get('/readyz');
        expect([reply.status, (await reply.json()).parts.database]).toEqual([503, 'audit.unavailable']);
      });
    });

    test('members can be read', async () => {
      expect((await owner.get(`${base}/members`)).status).toBe(200);
    });

    test('all works again once there is room', async () => {
      disk.empty();
      await vi.waitFor(async () => expect((await owner.get('/readyz')).status).toBe(200), 10_000);
      expect((await importOf(30)).status).toBe(201);
    });
  });
});
