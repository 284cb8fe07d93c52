import { describe, expect, it } from 'vitest';
import { endsAddress, isUnfinished } from '../../src/features/invitations/invite/typed-address.ts';

describe('endsAddress', () => {
  it.each([
    'a@b.co ',
    'a@b.co,',
    'a@b.co;',
    'a@b.co\n',
    'a@b.co，',
    'Ada <a@b.co>',
    '"Doe, J" <a@b.co>',
    'bob, a@b.co ',
  ])('is true after %j', (typed) => expect(endsAddress(typed)).toBe(true));

  it.each(['', 'a@b.co', 'Ada ', 'Ada <a@b.co', '"Doe, ', '"doe@x.co, ', 'Doe,', 'a@b ', '>'])(
    'is false after %j',
    (typed) => expect(endsAddress(typed)).toBe(false),
  );
});

describe('isUnfinished', () => {
  it.each(['', 'ada@', ' @x.co', 'x.co'])('is true of %j', (text) => expect(isUnfinished(text)).toBe(true));
  it.each(['ada@x.co', 'ada@x.co bob@x.co', 'Ada <ada@x.co>', 'bob,ada@x.co', 'bob@\nada@'])(
    'is false of %j',
    (text) => expect(isUnfinished(text)).toBe(false),
  );
});
