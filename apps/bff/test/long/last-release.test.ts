import { demo, startDevLogto } from '@org-portal/dev-logto';
import pg from 'pg';
import { beforeAll, expect, it, vi } from 'vitest';
import { freePort } from '../../../../scripts/process/free-port.mjs';
import { afterwards } from '../harness/afterwards.ts';
import { BffProcess } from '../harness/bff-process.ts';
import type { Browser } from '../harness/browser.ts';
import { describeWithPostgres, startPostgres } from '../harness/postgres.ts';
import { startLoad, type Load } from '../harness/steady-load.ts';
import { addresses, handIn, inDays, rowOf } from '../imports/list.ts';
import { buildLastRelease } from './last-release.ts';

const { halden } = demo.organizations;
const base = `/api/organizations/${halden}`;

describeWithPostgres('a rolling upgrade from the last release', () => {
  let main: URL;
  beforeAll(() => {
    main = buildLastRelease();
  }, 600_000);

  it('fails no request and loses no row while both versions work on one database', async () => {
    const origins = [await freePort(), await freePort()].map((port) => `http://localhost:${port}`);
    const logto = await startDevLogto({ portalUrl: origins, controls: true });
    afterwards(() => logto.close());
    const url = await (await startPostgres()).newDatabase();
    const env = { DATABASE_URL: url, LOG_LEVEL: 'error' };
    const [older, newer] = [
      new BffProcess(logto, origins[0]!, env, main),
      new BffProcess(logto, origins[1]!, env),
    ];
    const loads: Load[] = [];
    const load = async (bff: BffProcess, browser: Browser) => {
      const cookie = `portal-session=${await browser.sessionCookie()}`;
      const begun = startLoad(`${bff.origin}${base}/members`, cookie, 40);
      loads.push(begun);
      return begun;
    };
    const answers = (one: Load) =>
      vi.waitFor(() => expect(one.outcomes.get('200')).toBeGreaterThan(150), 20_000);
    const invited: string[] = [];
    const invite = async (browser: Browser) => {
      const invitees = addresses(1);
      const body = { invitees, roleIds: [demo.organizationRoles.member], expiresAt: inDays(2) };
      const reply = await browser.call('POST', `${base}/invitations`, body);
      expect([200, 201]).toContain(reply.status);
      invited.push(...invitees);
    };

    await older.start();
    const atOlder = await older.signIn(demo.users.owner);
    const loadOfOlder = await load(older, atOlder);
    await invite(atOlder);
    const rows = addresses(400).map((address) => rowOf(address));
    logto.controls.fail('POST /api/organization-invitations', { kind: 'slow', delayMs: 400 }, rows.length);
    const { id } = await handIn(atOlder, halden, rows);

    await newer.start();
    const atNewer = await newer.signIn(demo.users.owner);
    const loadOfNewer = await load(newer, atNewer);
    for (let nth = 0; nth < 10; nth += 1) await invite(nth % 2 === 0 ? atOlder : atNewer);
    await Promise.all([answers(loadOfOlder), answers(loadOfNewer)]);

    // The older one restarts on the tables of the newer one, with nothing sent to it meanwhile.
    await loadOfOlder.end();
    await older.end();
    await older.start();
    const again = await older.signIn(demo.users.owner);
    const secondLoad = await load(older, again);
    await invite(again);
    await answers(secondLoad);
    await secondLoad.end();
    await older.end();

    const importOf = async () => (await atNewer.get(`${base}/imports/${id}`)).json();
    const counts = { sent: rows.length };
    await vi.waitFor(async () => expect(await importOf()).toMatchObject({ status: 'Finished', counts }), {
      timeout: 60_000,
      interval: 200,
    });
    await invite(atNewer);
    await loadOfNewer.end();
    const outcomes = loads.map(({ outcomes }) => Object.fromEntries(outcomes));
    console.log('Requests by the older, the newer, and the older one restarted:', ...outcomes);
    expect(loads.flatMap(({ outcomes }) => [...outcomes.keys()])).toEqual(['200', '200', '200']);

    const mails = logto.outbox().map(({ to }) => to);
    const wanted = [...invited, ...rows.map(({ invitee }) => invitee)];
    expect(mails.toSorted()).toEqual(wanted.toSorted());
    const database = new pg.Client(url);
    await database.connect();
    afterwards(() => database.end());
    const { rows: recorded } = await database.query(
      "select count(*)::int as sent from activity where action = 'invitation.create' and outcome = 'succeeded'",
    );
    expect(recorded).toEqual([{ sent: wanted.length }]);
  }, 300_000);
});
