import { describe, expect, it } from 'vitest';
import { idsBetween, lineCommand } from '../../src/features/access-reviews/lines/line-keys.ts';

const press = (
  key: string,
  held: Partial<Record<'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey', true>> = {},
) => lineCommand({ key, shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, ...held });

describe('a key in the list of lines', () => {
  it.each([
    ['k', 'keep'],
    ['K', 'keep'],
    ['r', 'remove'],
    ['n', 'note'],
    ['u', 'takeBack'],
    ['x', 'select'],
    [' ', 'select'],
    ['ArrowDown', 'down'],
    ['Escape', 'clear'],
  ])('%j does %s', (key, command) => expect(press(key)).toBe(command));

  it('with Shift the arrows select', () => expect(press('ArrowUp', { shiftKey: true })).toBe('extendUp'));

  it.each(['ctrlKey', 'metaKey', 'altKey'] as const)('with %s is the browser’s', (held) => {
    expect(press('r', { [held]: true })).toBeUndefined();
    expect(press('ArrowDown', { [held]: true })).toBeUndefined();
  });

  it.each(['Tab', 'Enter', 'z', 'constructor'])('%j does nothing', (key) =>
    expect(press(key)).toBeUndefined(),
  );
});

it('the lines from one to another are those in between, whichever comes first', () => {
  const ids = ['1', '2', '3', '4'];
  expect(idsBetween(ids, '2', '4')).toEqual(['2', '3', '4']);
  expect(idsBetween(ids, '3', '1')).toEqual(['1', '2', '3']);
});
