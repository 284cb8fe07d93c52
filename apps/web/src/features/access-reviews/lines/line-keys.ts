/** What a key does to the line with the focus, or to those that are selected. */
export type LineCommand =
  | 'up'
  | 'down'
  | 'first'
  | 'last'
  | 'extendUp'
  | 'extendDown'
  | 'select'
  | 'selectAll'
  | 'clear'
  | 'keep'
  | 'remove'
  | 'note'
  | 'takeBack';

interface Pressed {
  key: string;
  shiftKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
}

const COMMANDS: Readonly<Record<string, LineCommand>> = {
  arrowup: 'up',
  arrowdown: 'down',
  home: 'first',
  end: 'last',
  ' ': 'select',
  x: 'select',
  a: 'selectAll',
  escape: 'clear',
  k: 'keep',
  r: 'remove',
  n: 'note',
  u: 'takeBack',
};

/** Of these one keeps the key pressed, to get further. */
export const REPEATED: readonly LineCommand[] = ['up', 'down', 'extendUp', 'extendDown'];

/** Those that a screen reader tells of each line. */
export const LINE_SHORTCUTS = 'K R N U Z X A ArrowUp ArrowDown Shift+ArrowUp Shift+ArrowDown';

/** @returns what a key does; undefined: nothing, or it is the browser's */
export function lineCommand({ key, shiftKey, ctrlKey, metaKey, altKey }: Pressed): LineCommand | undefined {
  if (ctrlKey || metaKey || altKey) return undefined;
  if (shiftKey && key === 'ArrowUp') return 'extendUp';
  if (shiftKey && key === 'ArrowDown') return 'extendDown';
  const name = key.toLowerCase();
  return Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
}

/** @returns the ids from one to another, in their order */
export function idsBetween(ids: readonly string[], one: string, other: string): string[] {
  const [from = 0, to = 0] = [ids.indexOf(one), ids.indexOf(other)].sort((a, b) => a - b);
  return ids.slice(Math.max(0, from), to + 1);
}
