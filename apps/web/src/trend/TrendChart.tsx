import type { InvitationTrend } from '@org-portal/contract';
import { useTranslation } from 'react-i18next';
import { CartesianGrid, Legend, Line, LineChart, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { useLanguage } from '../i18n/use-language.ts';

/** Told apart by dashes too, not by colour alone. */
const LINES = [
  { what: 'sent', color: 'var(--ant-color-primary)', dashes: '0' },
  { what: 'accepted', color: 'var(--ant-color-success)', dashes: '6 3' },
  { what: 'expired', color: 'var(--ant-color-warning)', dashes: '2 3' },
] as const;

/** For those who see it; the table says the same. */
export function TrendChart({ days }: InvitationTrend) {
  const { t } = useTranslation();
  const language = useLanguage();
  const short = new Intl.DateTimeFormat(language, { month: 'short', day: 'numeric', timeZone: 'UTC' });
  const long = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' });
  return (
    <div className="trend-chart" aria-hidden>
      <ResponsiveContainer width="100%" height={200}>
        <LineChart
          data={[...days]}
          margin={{ top: 8, right: 12, bottom: 0, left: -18 }}
          accessibilityLayer={false}
        >
          <CartesianGrid stroke="var(--ant-color-border-secondary)" vertical={false} />
          <XAxis
            dataKey="day"
            tickFormatter={(day: string) => short.format(new Date(day))}
            minTickGap={40}
            stroke="var(--ant-color-text-tertiary)"
            tickLine={false}
          />
          <YAxis
            allowDecimals={false}
            stroke="var(--ant-color-text-tertiary)"
            tickLine={false}
            axisLine={false}
          />
          <Tooltip
            labelFormatter={(day) => long.format(new Date(String(day)))}
            contentStyle={{
              background: 'var(--ant-color-bg-elevated)',
              border: '1px solid var(--ant-color-border)',
              borderRadius: 6,
            }}
          />
          <Legend iconType="plainline" itemSorter={null} />
          {LINES.map(({ what, color, dashes }) => (
            <Line
              key={what}
              type="linear"
              dataKey={what}
              name={t(`following.chartLines.${what}`)}
              stroke={color}
              strokeDasharray={dashes}
              strokeWidth={2}
              dot={false}
              isAnimationActive={false}
            />
          ))}
        </LineChart>
      </ResponsiveContainer>
    </div>
  );
}
