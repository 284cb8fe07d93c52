import { Select } from 'antd';

interface ChoiceFilterProps<Value extends string> {
  label: string;
  /** Shown while all are meant. */
  all: string;
  options: readonly { value: Value; label: string }[];
  /** Empty: all. */
  value: string;
  onChange: (value: Value | undefined) => void;
}

/** Picks one of a few. */
export function ChoiceFilter<Value extends string>(props: ChoiceFilterProps<Value>) {
  const { label, all, options, value, onChange } = props;
  return (
    <Select<Value | null>
      className="list-toolbar-filter"
      aria-label={label}
      allowClear
      placeholder={all}
      popupMatchSelectWidth={false}
      value={options.find((option) => option.value === value)?.value ?? null}
      options={[...options]}
      onChange={(next) => onChange(next ?? undefined)}
    />
  );
}
