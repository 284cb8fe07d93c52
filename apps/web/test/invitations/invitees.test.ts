import { describe, expect, it } from 'vitest';
import {
  addInvitees,
  endsAddress,
  isUnfinished,
  toInvitee,
} from '../../src/features/invitations/invite/invitees.ts';

const valid = (address: string) => ({ address, isValid: true });

describe('addInvitees', () => {
  it('collapses repetitions whatever their case, and names each of them once', () => {
    const { invitees, repeated } = addInvitees([valid('ada@x.co')], 'Ada@X.co, bob@x.co BOB@x.co bob@X.CO');
    expect(invitees).toEqual([valid('ada@x.co'), valid('bob@x.co')]);
    expect(repeated).toEqual(['ada@x.co', 'bob@x.co']);
  });

  it('keeps what is no address as it was typed, and once', () => {
    const { invitees, repeated } = addInvitees([], 'Bob@; bob@; Bob Smith');
    expect(invitees).toEqual([
      { address: 'Bob@', isValid: false },
      { address: 'Bob Smith', isValid: false },
    ]);
    expect(repeated).toEqual(['bob@']);
  });

  it('puts an edited entry back in its place, also when it has become several', () => {
    const { invitees } = addInvitees([valid('a@x.co'), valid('z@x.co')], 'b@x.co c@x.co', 1);
    expect(invitees.map(({ address }) => address)).toEqual(['a@x.co', 'b@x.co', 'c@x.co', 'z@x.co']);
  });

  it('leaves the list as it is for an empty text', () => {
    expect(addInvitees([valid('a@x.co')], ' \n')).toEqual({ invitees: [valid('a@x.co')], repeated: [] });
  });
});

describe('toInvitee', () => {
  it('writes a valid address as the portal sends it', () => {
    expect(toInvitee(' Ada@Example.COM ')).toEqual(valid('ada@example.com'));
  });
});

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
