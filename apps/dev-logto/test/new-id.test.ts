import { expect, test } from 'vitest';
import { newId } from '../src/store/new-id.ts';

test('an id has the shape of Logto’s, and spells no name that somebody searches members by', () => {
  for (let count = 0; count < 1_000; count += 1) {
    expect(newId(12)).toMatch(/^[a-z0-9]{12}$/);
    expect(newId()).toMatch(/^[a-z0-9]{21}$/);
    expect(newId() + newId(12)).not.toMatch(/[aeiou]/);
  }
});
