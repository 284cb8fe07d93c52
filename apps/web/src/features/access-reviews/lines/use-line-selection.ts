import type { AccessReviewLine } from '@org-portal/contract';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordSelection } from '../../../ui/record-column.ts';
import { useLineName } from '../use-line-name.ts';
import { idsBetween } from './line-keys.ts';

/** Ticked lines of those on the screen. */
export function useLineSelection(lines: readonly AccessReviewLine[]) {
  const { t } = useTranslation();
  const nameOf = useLineName();
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  /** Where selecting by the arrows began. */
  const anchor = useRef<string>(undefined);
  const all = lines.map(({ id }) => id);
  const selected = lines.filter(({ id }) => ids.has(id));
  const selection: RecordSelection<AccessReviewLine> = {
    selected,
    onChange: (rows) => setIds(new Set(rows.map(({ id }) => id))),
    isSelectable: () => true,
    label: (line) => t('accessReviews.select', { line: nameOf(line) }),
    labelAll: t('accessReviews.selectAll'),
  };
  return {
    selection,
    selected,
    clear: () => setIds(new Set()),
    toggle: (id: string) =>
      setIds(new Set(ids.has(id) ? [...ids].filter((one) => one !== id) : [...ids, id])),
    toggleAll: () => setIds(new Set(selected.length === all.length ? [] : all)),
    extend(from: string, to: string) {
      anchor.current ??= from;
      setIds(new Set(idsBetween(all, anchor.current, to)));
    },
    endExtending: () => {
      anchor.current = undefined;
    },
  };
}
