import { BellOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { RecordListState } from '../../list/use-record-list.ts';
import { useInvitationCounts } from './use-invitation-counts.ts';

/** Says how many people came too late and wait for a new invitation, and shows them on a click. */
export function AskedNotice({ list }: { list: RecordListState }) {
  const { t } = useTranslation();
  const { asked = 0 } = useInvitationCounts(list);
  if (asked === 0 || list.filterValue('asked')) return null;
  return (
    <p className="asked-notice">
      <BellOutlined aria-hidden /> {t('following.askedCount', { count: asked })}{' '}
      <Button type="link" size="small" onClick={() => list.setFilters({ status: undefined, asked: 'true' })}>
        {t('following.showAsked', { count: asked })}
      </Button>
    </p>
  );
}
