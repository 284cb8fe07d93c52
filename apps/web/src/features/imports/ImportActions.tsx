import { DownloadOutlined } from '@ant-design/icons';
import type { Import } from '@org-portal/contract';
import { Button, Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import { useChange } from '../../changes/use-change.ts';
import { useOrganization } from '../../organization/organization-context.ts';
import { problemCodeWords } from '../../problems/problem-words.ts';
import { GetLinks } from './GetLinks.tsx';
import { ImportMoveDialog } from './ImportMoveDialog.tsx';
import { moveChange, movesOf, moveWords, type ImportMove } from './import-moves.ts';
import { resultAddress } from './result-file.ts';
import { useKeptState } from '../../kept-work/use-kept.ts';

/** What can be done with an import. Cancelling is asked about; the rest only of those who must give a reason. */
export function ImportActions({ one }: { one: Import }) {
  const { t } = useTranslation();
  const { id, access } = useOrganization();
  const { change, isPending } = useChange();
  const isAbove = !one.rolesToSend.every((role) => access.assignableRoleIds.includes(role.id));
  const [asked, setAsked] = useKeptState<ImportMove | undefined>('import.move', undefined);

  function start(move: ImportMove) {
    if (move === 'cancel' || access.isReasonRequired) setAsked(move);
    else change(moveChange(move, one, t)).catch(ignoreTold);
  }

  return (
    <div className="import-actions">
      {one.by === 'link' && one.counts.sent > 0 && <GetLinks one={one} />}
      <Button icon={<DownloadOutlined />} href={resultAddress(id, one.id)} download>
        {t('imports.download')}
      </Button>
      {movesOf(one)
        .toReversed()
        .map((move) => {
          // A retry offers only the rows that one may send; see `retryable`.
          const isRefused = isAbove && (move === 'continue' || move === 'cancel');
          return (
            <Tooltip key={move} title={isRefused ? problemCodeWords('role.above_ceiling', t) : undefined}>
              <Button
                type={move === 'cancel' ? 'default' : 'primary'}
                danger={move === 'cancel'}
                disabled={isPending || isRefused}
                onClick={() => start(move)}
              >
                {moveWords(move, one, t)}
              </Button>
            </Tooltip>
          );
        })}
      {asked && <ImportMoveDialog move={asked} one={one} onClosed={() => setAsked(undefined)} />}
    </div>
  );
}

/** `change` has told the person already. */
function ignoreTold(): void {}
