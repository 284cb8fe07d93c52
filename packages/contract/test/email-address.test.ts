import { describe, expect, it } from 'vitest';
import { isEmailAddress, normalizeEmailAddress } from '@org-portal/contract';

describe('isEmailAddress', () => {
  it.each(['a@b.co', 'Ada.Lovelace+x@sub.example.com', "o'brien@example.ie", 'a_b-c@ex-ample.org'])(
    'takes %s',
    (address) => expect(isEmailAddress(address)).toBe(true),
  );

  it.each([
    '',
    'bob',
    'bob@',
    '@example.com',
    'bob@example',
    'bob@-example.com',
    'bob@example..com',
    '.bob@example.com',
    'bob.@example.com',
    'b..b@example.com',
    'bob @example.com',
    'bob@example.com ',
    'bob@example.com\n',
    'Bob <bob@example.com>',
    'bob@exämple.com',
    `${'x'.repeat(250)}@example.com`,
  ])('refuses %j', (address) => expect(isEmailAddress(address)).toBe(false));

  it('takes a hostile address in linear time', () => {
    expect(isEmailAddress(`a@${'a-'.repeat(120)}`)).toBe(false);
  });
});

describe('normalizeEmailAddress', () => {
  it('is the same for every spelling of case and space', () => {
    expect(normalizeEmailAddress(' BOB@Example.COM ')).toBe('bob@example.com');
  });

  // Attack: somebody whose address has the Kelvin sign for its K takes an invitation to the one with the letter.
  it('does not make one address of two', () => {
    expect(normalizeEmailAddress('\u212Aarl@example.com')).not.toBe('karl@example.com');
    expect(isEmailAddress(normalizeEmailAddress('\u212Aarl@example.com'))).toBe(false);
  });
});
