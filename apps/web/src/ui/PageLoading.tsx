import { Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';

/** In place of a page whose shape is not known yet: a heading and some lines, quietly. */
export function PageLoading() {
  const { t } = useTranslation();
  return (
    <div className="page-loading" role="status" aria-label={t('app.loading')}>
      <Skeleton active title={{ width: 180 }} paragraph={{ rows: 8, width: '100%' }} />
    </div>
  );
}
