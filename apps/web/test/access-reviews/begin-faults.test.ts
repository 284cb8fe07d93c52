import { describe, expect, it } from 'vitest';
import { beginFaults, linesTooMany } from '../../src/features/access-reviews/begin/begin-faults.ts';
import { valuesOf } from '../../src/features/access-reviews/begin/begin-values.ts';
import { textsIn } from '../texts.ts';

const values = { ...valuesOf(new URLSearchParams(), 'me'), reviewerIds: ['me', 'ada'] };
const faults = (field: string, weeks = 2) =>
  beginFaults(
    { errors: { [field]: ['is not in order'] } },
    { ...values, weeks },
    (id) => (id === 'ada' ? 'Ada' : id),
    textsIn('en'),
  );

describe('what the portal refused', () => {
  it('marks the field, and names who may not review', () => {
    expect(faults('reviewerIds.1')).toEqual([
      { name: 'reviewerIds', errors: ['Ada does not belong to ops any more. Take them out.'] },
    ]);
  });

  it.each([
    [2, 'weeks'],
    [0, 'day'],
  ])('marks the due date where it was given (weeks: %i)', (weeks, name) => {
    expect(faults('dueAt', weeks)[0]?.name).toBe(name);
  });

  it('marks nothing that the form does not have', () => {
    expect(faults('somethingElse')).toEqual([]);
  });

  it('tells of too many lines how many', () => {
    expect(linesTooMany({ problem: { code: 'review.too_large', lines: 1_200_000 } })).toBe(1_200_000);
    expect(linesTooMany({ problem: { code: 'request.invalid' } })).toBeUndefined();
    expect(linesTooMany(new TypeError('x'))).toBeUndefined();
  });
});
