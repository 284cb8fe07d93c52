import { PAGE_SIZES } from '@org-portal/contract';
import { totalLabel } from '@org-portal/refine-data-provider';
import { Pagination } from 'antd';
import { useTranslation } from 'react-i18next';
import { pageRange } from '../format/range.ts';
import { useLanguage } from '../i18n/use-language.ts';
import type { RecordListState } from '../list/use-record-list.ts';
import { useIsNarrow } from '../theme/media-query.ts';

/** Which rows of how many these are, and the way to the others. */
export function Pager({ list }: { list: RecordListState }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const isNarrow = useIsNarrow();
  if (!list.items) return <div className="pager" />;

  const number = new Intl.NumberFormat(language);
  const total = totalLabel(list.count, language);
  const range = pageRange(list.page, list.pageSize, list.items.length);
  return (
    <nav className="pager" aria-label={t('list.pages')}>
      <span className="pager-count" role="status">
        {range && t('list.range', { from: number.format(range.from), to: number.format(range.to), total })}
      </span>
      <Pagination
        size="small"
        current={list.page}
        pageSize={list.pageSize}
        total={list.total}
        pageSizeOptions={[...PAGE_SIZES]}
        showSizeChanger
        showLessItems={isNarrow}
        onChange={(page, pageSize) => {
          list.goTo(page, pageSize);
          window.scrollTo({ top: 0 });
        }}
      />
    </nav>
  );
}
