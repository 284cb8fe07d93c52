import { DownOutlined, LineChartOutlined, UpOutlined } from '@ant-design/icons';
import { Button, Skeleton } from 'antd';
import { lazy, Suspense, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOrganization } from '../../organization/organization-context.ts';

const Trend = lazy(() => import('../../trend/Trend.tsx'));

/** The last days as a chart, for those who want it: what draws it is loaded then. */
export function TrendPanel() {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const panel = useId();
  const { id } = useOrganization();
  return (
    <section className="trend-panel">
      <Button
        size="small"
        icon={<LineChartOutlined />}
        aria-expanded={isOpen}
        aria-controls={panel}
        onClick={() => setOpen(!isOpen)}
      >
        {t('following.chart')} {isOpen ? <UpOutlined /> : <DownOutlined />}
      </Button>
      <div id={panel} hidden={!isOpen}>
        {isOpen && (
          <Suspense fallback={<Skeleton active paragraph={{ rows: 6, width: '100%' }} />}>
            <Trend organizationId={id} />
          </Suspense>
        )}
      </div>
    </section>
  );
}
