import { expect, it } from 'vitest';
import { pageRange } from '../src/format/range.ts';

it('counts the rows of a page within the whole list', () => {
  expect(pageRange(1, 20, 20)).toEqual({ from: 1, to: 20 });
  expect(pageRange(120, 20, 7)).toEqual({ from: 2381, to: 2387 });
  expect(pageRange(2, 20, 0)).toBeUndefined();
});
