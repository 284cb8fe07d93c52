import type { Session } from 'fastify';
import { describe, expect, it, vi } from 'vitest';
import { isOver } from '../src/plugins/sessions.ts';
import { MemorySessionStore } from '../src/sign-in/session-store.ts';

const session = { userId: 'u1' } as Session;
const ignore = () => undefined;
const read = (store: MemorySessionStore, id: string) => {
  let found: Session | null | undefined;
  store.get(id, (_error, result) => {
    found = result;
  });
  return found;
};

describe('sessions in the process', () => {
  it('end after a time without a request', async () => {
    const store = new MemorySessionStore(20);
    store.set('a', session, ignore);
    expect(read(store, 'a')).toBe(session);
    await vi.waitFor(() => expect(read(store, 'a')).toBeNull());
  });

  // Attack: a session is kept alive for weeks by a script that asks for something every minute.
  it('end twelve hours after sign-in, however busy', () => {
    const hours = 3_600_000;
    expect(isOver(0, 11.9 * hours)).toBe(false);
    expect(isOver(0, 12.1 * hours)).toBe(true);
  });

  // Attack: somebody signs in over and over until the process has no memory left.
  it('are bounded: the longest unused goes first', () => {
    const store = new MemorySessionStore(60_000, 2);
    for (const id of ['a', 'b', 'c']) store.set(id, session, ignore);
    expect([read(store, 'a'), read(store, 'b'), read(store, 'c')]).toEqual([null, session, session]);
  });

  it('that were ended are not brought back by a late save', () => {
    const store = new MemorySessionStore(60_000);
    store.set('a', session, ignore);
    store.destroy('a', ignore);
    store.set('a', session, ignore);
    expect(read(store, 'a')).toBeNull();
  });
});
