import { expect, it } from 'vitest';
import { LastKnown } from '../src/access/last-known.ts';

interface Role {
  role: string;
}

// Attack: somebody's role is taken away while the portal reads who they are, then Logto is taken down.
it('what was asked for before something changed is not known afterwards', async () => {
  const known = new LastKnown<Role>(10);
  let answer: (role: Role) => void = () => undefined;
  const read = known.keep('somebody', () => new Promise<Role>((done) => (answer = done)));
  known.forget('somebody');
  answer({ role: 'ops' });
  expect(await read).toEqual({ role: 'ops' });
  expect(known.get('somebody')).toBeUndefined();
});

it('what was read is known with its time, until it is read that there is nothing', async () => {
  const known = new LastKnown<Role>(10);
  const before = Date.now();
  await known.keep('somebody', async () => ({ role: 'ops' }));
  expect(known.get('somebody')).toEqual({ value: { role: 'ops' }, at: expect.any(Date) as Date });
  expect(known.get('somebody')?.at.getTime()).toBeGreaterThanOrEqual(before);
  await known.keep('somebody', async () => undefined);
  expect(known.get('somebody')).toBeUndefined();
});

it('a read that fails leaves what is known', async () => {
  const known = new LastKnown<Role>(10);
  await known.keep('somebody', async () => ({ role: 'ops' }));
  await expect(known.keep('somebody', () => Promise.reject(new Error('down')))).rejects.toThrow('down');
  expect(known.get('somebody')?.value).toEqual({ role: 'ops' });
  known.forgetAll();
  expect(known.get('somebody')).toBeUndefined();
});
