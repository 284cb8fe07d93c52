import { TREND_DAYS, type InvitationTrend } from '@org-portal/contract';
import { useCustom, type HttpError } from '@refinedev/core';
import { Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../i18n/use-language.ts';
import { ErrorState } from '../ui/ErrorState.tsx';
import './trend.css';
import { TrendChart } from './TrendChart.tsx';
import { TrendTable } from './TrendTable.tsx';

/**
 * What was sent, accepted and expired: in all, drawn, and as a table.
 * @param organizationId none: in all organizations
 */
export default function Trend({ organizationId }: { organizationId?: string }) {
  const { t } = useTranslation();
  const number = new Intl.NumberFormat(useLanguage());
  const { result, query } = useCustom<InvitationTrend, HttpError>({
    url: organizationId ? 'organizations/{organizationId}/invitations/trend' : 'invitations/trend',
    method: 'get',
    meta: { organizationId },
    errorNotification: false,
  });
  if (query.error && !query.data)
    return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <Skeleton active paragraph={{ rows: 6, width: '100%' }} />;
  const { days } = result.data as InvitationTrend;
  const sum = (what: 'sent' | 'accepted' | 'expired') =>
    number.format(days.reduce((total, day) => total + day[what], 0));
  return (
    <div className="trend">
      <p>
        {t('following.chartSum', {
          days: TREND_DAYS,
          sent: sum('sent'),
          accepted: sum('accepted'),
          expired: sum('expired'),
        })}
      </p>
      <TrendChart days={days} />
      <TrendTable days={days} />
    </div>
  );
}
