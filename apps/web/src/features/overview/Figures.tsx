import { WarningOutlined } from '@ant-design/icons';
import { Skeleton } from 'antd';
import { Link } from 'react-router';
import { useLanguage } from '../../i18n/use-language.ts';

export interface Figure {
  label: string;
  /** undefined: not known yet. */
  count: number | undefined;
  /** Where the list is. */
  to: string;
}

/** Numbers that lead to their lists. @param areFlags each above zero asks for somebody's attention */
export function Figures({ figures, areFlags = false }: { figures: Figure[]; areFlags?: boolean }) {
  const number = new Intl.NumberFormat(useLanguage());
  return (
    <ul className="figures">
      {figures.map(({ label, count, to }) => (
        <li key={to}>
          <Link to={to} className={areFlags && count ? 'figure is-flag' : 'figure'}>
            <span className="figure-count">
              {count === undefined ? <Skeleton.Button active size="small" /> : number.format(count)}
              {areFlags && Boolean(count) && <WarningOutlined aria-hidden />}
            </span>
            <span>{label}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
