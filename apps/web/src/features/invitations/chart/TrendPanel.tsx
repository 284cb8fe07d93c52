import { DownOutlined, LineChartOutlined, UpOutlined } from '@ant-design/icons';
import { Button, Skeleton } from 'antd';
import { lazy, Suspense, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';

const Trend = lazy(() => import('./Trend.tsx'));

/** The last days as a chart, for those who want it: what draws it is loaded then. */
export function TrendPanel() {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  return (
    <section className="trend-panel">
      <Button
        size="small"
        icon={<LineChartOutlined />}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        {t('following.chart')} {isOpen ? <UpOutlined /> : <DownOutlined />}
      </Button>
      <div id={id} hidden={!isOpen}>
        {isOpen && (
          <Suspense fallback={<Skeleton active paragraph={{ rows: 6, width: '100%' }} />}>
            <Trend />
          </Suspense>
        )}
      </div>
    </section>
  );
}
