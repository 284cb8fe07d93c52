import { WarningOutlined } from '@ant-design/icons';
import { totalLabel } from '@org-portal/refine-data-provider';
import { Skeleton } from 'antd';
import { Link } from 'react-router';
import { useLanguage } from '../../i18n/use-language.ts';

export interface Figure {
  label: string;
  /** undefined: not known yet. */
  count: number | undefined;
  /** There may be more. */
  isCapped?: boolean;
  /** Where the list is. */
  to: string;
}

/** Numbers that lead to their lists. @param areFlags each above zero asks for somebody's attention */
export function Figures({ figures, areFlags = false }: { figures: Figure[]; areFlags?: boolean }) {
  const language = useLanguage();
  return (
    <ul className="figures">
      {figures.map(({ label, count, isCapped = false, to }) => (
        <li key={to}>
          <Link to={to} className={areFlags && count ? 'figure is-flag' : 'figure'}>
            <span className="figure-count">
              {count === undefined ? (
                <Skeleton.Button active size="small" />
              ) : (
                totalLabel({ totalNumber: count, capped: isCapped }, language)
              )}
              {areFlags && Boolean(count) && <WarningOutlined aria-hidden />}
            </span>
            <span>{label}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
