import type { RawClient, RawReply } from '../harness/raw-client.ts';
import type { RunningPortal } from '../harness/portal.ts';
import type { Actor } from './actors.ts';
import { calls } from './call.ts';
import { cells, describeCell, type Cell } from './cells.ts';
import { nameOf, type Row } from './expectations.ts';
import { expected, type Expectation } from './rules.ts';
import type { World } from './world.ts';

/** How many calls were made, and how many of them had to be refused. */
export const tally = { calls: 0, refusals: 0 };

interface Stage {
  portal: RunningPortal;
  world: World;
  client: RawClient;
}

/** Calls the route as each of the actors with all kinds of ids. @returns where an answer is not what the rules say */
export async function walk(stage: Stage, row: Row, actors: readonly Actor[]): Promise<string[]> {
  const faults: string[] = [];
  for (const actor of actors) {
    // The first call of a suspended person ends the session.
    if (actor === 'suspended') stage.world.signOut(actor);
    for (const cell of cells(row)) faults.push(...(await walkCell(stage, row, actor, cell)));
  }
  return faults;
}

async function walkCell(
  { portal, world, client }: Stage,
  row: Row,
  actor: Actor,
  cell: Cell,
): Promise<string[]> {
  const faults: string[] = [];
  const wanted = expected(row, actor, cell);
  const cookie = await world.cookie(actor);
  for (const call of await calls(world, row, actor, cell)) {
    const methods = row.method === 'GET' ? ['GET', 'HEAD'] : [row.method];
    for (const method of methods) {
      portal.logto.calls.reset();
      const headers = { ...call.headers, cookie, origin: portal.origin };
      const reply = await client.send({ ...call, method, headers });
      const changes = changesAskedOf(portal);
      const found = [
        ...differences(wanted, reply, method === 'HEAD'),
        ...(wanted.code && changes.length > 0 ? [`Logto was asked to ${changes.join(', ')}`] : []),
        ...(!wanted.code && row.changes && !row.isLater && !changes.length
          ? ['Logto was asked for nothing']
          : []),
      ];
      const where = `${nameOf({ ...row, method })}, ${actor}, ${describeCell(row, cell)} (${call.path})`;
      faults.push(...found.map((fault) => `${where}: ${fault}`));
      tally.calls += 1;
      if (wanted.code) tally.refusals += 1;
    }
  }
  if (!wanted.code && row.spends === 'session') world.signOut(actor);
  if (!wanted.code && (row.spends === 'membership' || row.invitation === 'mine')) await world.restore(actor);
  return faults;
}

/** @returns the operations of the Management API that are no reads */
export const changesAskedOf = ({ logto }: RunningPortal): string[] =>
  Object.keys(logto.calls.all()).filter((operation) => /^(?!GET )\w+ \/api\//.test(operation));

function differences(wanted: Expectation, reply: RawReply, isBodiless: boolean): string[] {
  const told: Partial<Expectation> = { status: reply.status };
  if (wanted.code && !isBodiless) {
    const { code, permission } = parse(reply.text);
    told.code = code;
    if (permission) told.permission = permission;
  }
  const sought = isBodiless ? { status: wanted.status } : wanted;
  const [is, shouldBe] = [JSON.stringify(told), JSON.stringify(sought)];
  return is === shouldBe ? [] : [`${is} instead of ${shouldBe}`];
}

function parse(text: string): { code: never; permission: never } {
  try {
    return JSON.parse(text);
  } catch {
    return { code: text.slice(0, 100) as never, permission: undefined as never };
  }
}
