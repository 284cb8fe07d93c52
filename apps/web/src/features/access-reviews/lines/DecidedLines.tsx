import { QuestionCircleOutlined } from '@ant-design/icons';
import type { AccessReviewLine, ReviewDecision } from '@org-portal/contract';
import { Alert, Button } from 'antd';
import { lazy, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useIsNarrow } from '../../../theme/media-query.ts';
import { RecordList } from '../../../ui/RecordList.tsx';
import type { LineAction } from './LineActions.tsx';
import { LineBulk } from './LineBulk.tsx';
import { LineFilters } from './LineFilters.tsx';
import { Said } from './Said.tsx';
import { LINE_SHORTCUTS } from './line-keys.ts';
import type { LinesProps } from './lines-props.ts';
import { NoLines } from './NoLines.tsx';
import { useDecisions } from './use-decisions.ts';
import { useLineColumns } from './use-line-columns.tsx';
import { useLineFocus } from './use-line-focus.ts';
import { useLineKeys } from './use-line-keys.ts';
import { useLineSelection } from './use-line-selection.ts';
import { Opening } from '../../../ui/dialog/Opening.tsx';
import { workOf } from '../../../kept-work/kept-work.ts';
import { useKept } from '../../../kept-work/use-kept.ts';

const DecideDialog = lazy(() => import('./DecideDialog.tsx'));
const KeysHelp = lazy(() => import('./KeysHelp.tsx'));

interface Asked {
  lines: readonly AccessReviewLine[];
  decision: ReviewDecision;
  note?: string | undefined;
}

/** The lines for those who decide them: by the buttons of each, many at once, and all by keyboard. */
export function DecidedLines({ review, list }: LinesProps) {
  const { t } = useTranslation();
  const isNarrow = useIsNarrow();
  const decisions = useDecisions(review.id);
  const lines = list.items && decisions.merge(list.items);
  const shown = lines ?? [];
  const { selection, selected, ...select } = useLineSelection(shown);
  const region = useRef<HTMLDivElement>(null);
  const at = useLineFocus(
    region,
    shown.map(({ id }) => id),
  );
  const [asked, setAsked] = useState(() => workOf('review.decide') as Asked | undefined);
  useKept('review.decide', () => asked ?? decisions.unsent());
  const [isHelpOpen, setHelpOpen] = useState(false);
  const [after, setAfter] = useState<string>();

  function done(decided: readonly AccessReviewLine[]) {
    const last = decided.at(-1);
    const next = last && at.beside(last.id, 1);
    if (decided.length > 1) select.clear();
    return next;
  }

  function act(these: readonly AccessReviewLine[], action: LineAction) {
    const [first] = these;
    if (!first) return;
    if (action === 'remove' || action === 'note') {
      const decision = action === 'remove' ? 'remove' : (first.decision ?? 'keep');
      setAsked({ lines: these, decision });
      return;
    }
    decisions.decide(these, action === 'keep' ? 'keep' : null);
    at.focus(done(these));
  }

  async function undo() {
    const [first] = await decisions.undo();
    if (first && shown.some(({ id }) => id === first.id)) at.focus(first.id);
  }

  const keys = useLineKeys({
    lines: shown,
    selected,
    select,
    at,
    onAction: act,
    onHelp: () => setHelpOpen(true),
    onUndo: () => void undo(),
  });
  const columns = useLineColumns(review, {
    isConflict: decisions.isConflict,
    onAction: (line, action) => act([line], action),
  });

  const wanted = list.filterValue('decision');
  const moved = wanted === '' ? [] : shown.filter(({ decision }) => (decision ?? 'none') !== wanted);
  const goTo: typeof list.goTo = (page, size) => {
    // Those that were decided have left the filter: what comes after them is on this page by now.
    if (moved.length > 0 && page > list.page) list.reload();
    else list.goTo(page, size);
  };

  return (
    <div ref={region} className="review-lines">
      <LineFilters review={review} list={list}>
        {!isNarrow && (
          <Button
            className="review-keys-button"
            type="text"
            icon={<QuestionCircleOutlined />}
            aria-keyshortcuts="?"
            onClick={() => setHelpOpen(true)}
          >
            {t('accessReviews.keys.button')}
          </Button>
        )}
      </LineFilters>
      {decisions.conflicts > 0 && (
        <Alert
          className="review-form-note"
          type="warning"
          showIcon
          title={t('accessReviews.conflicts', { count: decisions.conflicts })}
          action={
            <Button size="small" onClick={decisions.forgetConflicts}>
              {t('accessReviews.gotIt')}
            </Button>
          }
        />
      )}
      <LineBulk count={selected.length} onAction={(action) => act(selected, action)} onClear={select.clear} />
      <RecordList
        list={{ ...list, items: lines, goTo }}
        label={t('accessReviews.lines')}
        columns={columns}
        empty={<NoLines />}
        selection={selection}
        row={(line) => ({
          tabIndex: line.id === at.tabStop ? 0 : -1,
          'aria-keyshortcuts': LINE_SHORTCUTS,
          onFocus: () => at.setAt(line.id),
          onKeyDown: (event) => keys(event, line),
        })}
      />
      {moved.length > 0 && (
        <p className="review-note">
          {t('accessReviews.moved', { count: moved.length })}{' '}
          <Button size="small" onClick={list.reload}>
            {t('accessReviews.showLeft')}
          </Button>
        </p>
      )}
      <Said decisions={decisions} onUndo={() => void undo()} />
      <Opening>
        {asked && (
          <DecideDialog
            lines={asked.lines}
            decision={asked.decision}
            note={asked.note}
            onDecide={(decision, note) => {
              decisions.decide(asked.lines, decision, note);
              setAfter(done(asked.lines));
            }}
            onClosed={() => {
              setAsked(undefined);
              at.focus(after ?? asked.lines[0]?.id);
              setAfter(undefined);
            }}
          />
        )}
        {isHelpOpen && <KeysHelp onClosed={() => setHelpOpen(false)} />}
      </Opening>
    </div>
  );
}
