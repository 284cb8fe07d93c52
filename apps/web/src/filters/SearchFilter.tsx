import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

export interface SearchOption {
  value: string;
  name: string;
  /** What tells apart those of the same name. */
  detail?: string | undefined;
}

interface SearchFilterProps {
  label: string;
  /** Shown while all are meant. */
  all: string;
  /** Empty: all. */
  value: string;
  /** What the value is called, where that is known. */
  name: string | undefined;
  /** What is found for the text that was typed. */
  options: readonly SearchOption[];
  isLoading: boolean;
  onSearch: (text: string) => void;
  onOpen: () => void;
  onChange: (value: string | undefined) => void;
}

/** Picks one of many, found by typing. */
export function SearchFilter(props: SearchFilterProps) {
  const { label, all, value, name, options, isLoading, onSearch, onOpen, onChange } = props;
  const { t } = useTranslation();
  /** So that what was picked keeps its name while the options change. */
  const [picked, setPicked] = useState<SearchOption>();
  const known = [...options, picked].find((option) => option?.value === value)?.name;
  return (
    <Select<{ value: string; label: string } | null>
      className="list-toolbar-filter"
      aria-label={label}
      labelInValue
      allowClear
      placeholder={all}
      popupMatchSelectWidth={false}
      value={value ? { value, label: name ?? known ?? value } : null}
      options={options.map(({ value: id, name: called, detail }) => {
        const words = detail ? `${called} · ${detail}` : called;
        return { value: id, label: words, title: words };
      })}
      loading={isLoading}
      showSearch={{ onSearch, filterOption: false }}
      notFoundContent={isLoading ? t('app.loading') : t('activity.nobodyFound')}
      onOpenChange={(open) => (open ? onOpen() : onSearch(''))}
      onChange={(next) => {
        setPicked(options.find((option) => option.value === next?.value));
        onChange(next?.value);
      }}
    />
  );
}
