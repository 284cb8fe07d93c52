import type { InvitationTrend } from '@org-portal/contract';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../i18n/use-language.ts';

/** The days on which something happened, the latest first. */
export function TrendTable({ days }: InvitationTrend) {
  const { t } = useTranslation();
  const long = new Intl.DateTimeFormat(useLanguage(), { dateStyle: 'long', timeZone: 'UTC' });
  const busy = days.filter(({ sent, accepted, expired }) => sent + accepted + expired > 0).reverse();
  return (
    <details className="trend-table">
      <summary>{t('following.chartTable')}</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('following.chartDay')}</th>
            <th scope="col">{t('following.chartLines.sent')}</th>
            <th scope="col">{t('following.chartLines.accepted')}</th>
            <th scope="col">{t('following.chartLines.expired')}</th>
          </tr>
        </thead>
        <tbody>
          {busy.map(({ day, sent, accepted, expired }) => (
            <tr key={day}>
              <th scope="row">{long.format(new Date(day))}</th>
              <td>{sent}</td>
              <td>{accepted}</td>
              <td>{expired}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
