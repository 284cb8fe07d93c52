import { expect, it } from 'vitest';
import { printedOf } from '../../src/features/access-reviews/print/printed-of.ts';

const of = (total: number, toRemove: number) =>
  printedOf({ lines: { total, toRemove, kept: 0, undecided: total - toRemove } });

it('a large review is printed with its marked lines alone, and one with too many of them not at all', () => {
  expect(of(5_000, 5_000)).toBe('all');
  expect(of(5_001, 12)).toBe('marked');
  expect(of(20_000, 5_001)).toBe('none');
});
