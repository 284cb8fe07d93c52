import { CheckCircleOutlined } from '@ant-design/icons';
import type { QueueKind } from '@org-portal/contract';
import { useTranslation } from 'react-i18next';
import { StateMessage } from '../../ui/StateMessage.tsx';

export function NothingQueued({ kind }: { kind: QueueKind }) {
  const { t } = useTranslation();
  return (
    <StateMessage role="status" icon={<CheckCircleOutlined />} title={t('invitationQueue.empty')}>
      <p>{t(`invitationQueue.emptyHint.${kind}`)}</p>
    </StateMessage>
  );
}
