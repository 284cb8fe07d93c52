import { totalLabel } from '@org-portal/refine-data-provider';
import { useLanguage } from '../i18n/use-language.ts';
import './count-tabs.css';

interface CountTabsProps {
  label: string;
  /** Of the tab that is in force. */
  value: string;
  /** Count: undefined as long as it is not known. `isCapped`: there may be more. */
  tabs: readonly { value: string; label: string; count: number | undefined; isCapped?: boolean }[];
  onChange: (value: string) => void;
}

/** One choice of a few, each with how many there are. They filter the list below, so they are buttons. */
export function CountTabs({ label, value, tabs, onChange }: CountTabsProps) {
  const language = useLanguage();
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
          <span className="count-tabs-count">
            {tab.count !== undefined &&
              totalLabel({ totalNumber: tab.count, capped: tab.isCapped ?? false }, language)}
          </span>
        </button>
      ))}
    </div>
  );
}
