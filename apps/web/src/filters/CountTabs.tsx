import { useLanguage } from '../i18n/use-language.ts';
import './count-tabs.css';

interface CountTabsProps {
  label: string;
  /** Of the tab that is in force. */
  value: string;
  /** Count: undefined as long as it is not known. */
  tabs: readonly { value: string; label: string; count: number | undefined }[];
  onChange: (value: string) => void;
}

/** One choice of a few, each with how many there are. They filter the list below, so they are buttons. */
export function CountTabs({ label, value, tabs, onChange }: CountTabsProps) {
  const number = new Intl.NumberFormat(useLanguage());
  return (
    <div className="count-tabs" role="group" aria-label={label}>
      {tabs.map((tab) => (
        <button
          key={tab.value}
          type="button"
          aria-pressed={tab.value === value}
          onClick={() => onChange(tab.value)}
        >
          {tab.label}{' '}
          <span className="count-tabs-count">{tab.count !== undefined && number.format(tab.count)}</span>
        </button>
      ))}
    </div>
  );
}
