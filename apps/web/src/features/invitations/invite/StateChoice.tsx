import { Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../../i18n/use-language.ts';
import { ROW_STATES, type RowState } from './draft/draft-row.ts';
import type { Draft } from './draft/use-draft.ts';

interface StateChoiceProps {
  draft: Draft;
  value: RowState | 'all';
  onChange: (state: RowState | 'all') => void;
}

/** How many rows there are in each state, and which of them to show. */
export function StateChoice({ draft: { rows, counts }, value, onChange }: StateChoiceProps) {
  const { t } = useTranslation();
  const number = new Intl.NumberFormat(useLanguage());
  const present = ROW_STATES.filter((state) => counts.has(state));
  return (
    <Radio.Group
      className="state-choice"
      aria-label={t('invite.showOnly')}
      optionType="button"
      size="small"
      value={value}
      onChange={({ target }) => onChange(target.value)}
      options={[
        { value: 'all', label: `${t('invite.all')} ${number.format(rows.length)}` },
        ...present.map((state) => ({
          value: state,
          label: `${t(`invite.states.${state}`)} ${number.format(counts.get(state) ?? 0)}`,
        })),
      ]}
    />
  );
}
