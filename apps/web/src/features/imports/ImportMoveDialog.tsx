import type { Import } from '@org-portal/contract';
import { useTranslation } from 'react-i18next';
import { ChangeDialog } from '../../changes/ChangeDialog.tsx';
import { tallyOf } from './import-counts.ts';
import { moveChange, moveWords, type ImportMove } from './import-moves.ts';

interface ImportMoveDialogProps {
  move: ImportMove;
  one: Import;
  onClosed: () => void;
}

/** Asks before something is done with an import. */
export function ImportMoveDialog({ move, one, onClosed }: ImportMoveDialogProps) {
  const { t } = useTranslation();
  return (
    <ChangeDialog
      isDangerous={move === 'cancel'}
      title={t(`imports.${move}Title`)}
      submit={moveWords(move, one, t)}
      {...(move === 'cancel' && { dismiss: t('imports.keep') })}
      change={() => moveChange(move, one, t)}
      onClosed={onClosed}
    >
      <p className="dialog-text">{t(`imports.${move}Follows`, { count: tallyOf(one).left })}</p>
    </ChangeDialog>
  );
}
