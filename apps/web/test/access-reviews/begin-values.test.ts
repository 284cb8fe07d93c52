import { describe, expect, it } from 'vitest';
import { inputOf, valuesOf } from '../../src/features/access-reviews/begin/begin-values.ts';

const now = new Date(2026, 10, 27, 9, 30).getTime();

describe('what is sent to begin a review', () => {
  it('is filled by the address, and leaves out what means all', () => {
    const values = valuesOf(new URLSearchParams('organization=a,b&name=Admins'), 'me');
    expect(inputOf(values, now)).toEqual({
      name: 'Admins',
      organizationIds: ['a', 'b'],
      reviewerIds: ['me'],
      dueAt: new Date(2026, 11, 11, 23, 59, 59).toISOString(),
    });
  });

  it('is due at the end of the day that was chosen, where the person is', () => {
    const values = { ...valuesOf(new URLSearchParams(), 'me'), weeks: 0, day: '2026-12-24' };
    expect(inputOf(values, now).dueAt).toBe(new Date(2026, 11, 24, 23, 59, 59).toISOString());
  });
});
