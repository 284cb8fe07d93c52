import type { AccessReviewLine } from '@org-portal/contract';
import type { KeyboardEvent } from 'react';
import { isForPage } from '../../../ui/keys/page-keys.ts';
import { usePageKey } from '../../../ui/keys/use-page-key.ts';
import type { LineAction } from './LineActions.tsx';
import { lineCommand, REPEATED } from './line-keys.ts';
import type { useLineFocus } from './use-line-focus.ts';
import type { useLineSelection } from './use-line-selection.ts';

interface LineKeys {
  lines: readonly AccessReviewLine[];
  selected: readonly AccessReviewLine[];
  select: Pick<
    ReturnType<typeof useLineSelection>,
    'clear' | 'toggle' | 'toggleAll' | 'extend' | 'endExtending'
  >;
  at: ReturnType<typeof useLineFocus>;
  onAction: (lines: readonly AccessReviewLine[], action: LineAction) => void;
  onHelp: () => void;
  onUndo: () => void;
}

/** @returns what to call with each key that is pressed in the row of a line */
export function useLineKeys({ lines, selected, select, at, onAction, onHelp, onUndo }: LineKeys) {
  usePageKey('l', () => at.focus(at.tabStop));
  usePageKey('?', onHelp);
  usePageKey('z', onUndo);

  return (event: KeyboardEvent<HTMLElement>, line: AccessReviewLine) => {
    const command = lineCommand(event);
    if (!command || !isForPage(event) || (event.repeat && !REPEATED.includes(command))) return;
    const isRow = event.target === event.currentTarget;
    // On a button or a box within, Space is its own.
    if (!isRow && event.key === ' ') return;
    event.preventDefault();
    const [first, last] = [lines[0], lines.at(-1)];
    switch (command) {
      case 'up':
      case 'down':
        select.endExtending();
        return at.focus(at.beside(line.id, command === 'up' ? -1 : 1));
      case 'first':
      case 'last':
        select.endExtending();
        return at.focus((command === 'first' ? first : last)?.id);
      case 'extendUp':
      case 'extendDown': {
        const next = at.beside(line.id, command === 'extendUp' ? -1 : 1);
        if (next === undefined) return;
        select.extend(line.id, next);
        return at.focus(next);
      }
      case 'select':
        select.endExtending();
        return select.toggle(line.id);
      case 'selectAll':
        return select.toggleAll();
      case 'clear':
        select.endExtending();
        return select.clear();
      case 'keep':
      case 'remove':
      case 'note':
      case 'takeBack':
        return onAction(selected.length > 0 ? selected : [line], command);
    }
  };
}
