import { UserAddOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { lazy } from 'react';
import { useTranslation } from 'react-i18next';
import { useMayAsStaff } from '../session/use-may-as-staff.ts';
import { Opening } from '../ui/dialog/Opening.tsx';
import { useKeptState } from '../kept-work/use-kept.ts';

const WideDialog = lazy(() => import('./WideDialog.tsx'));

/**
 * The button that opens the form, for those who may do more than look.
 * @param invitee whom it is about; absent: the form asks
 */
export function InviteWidely({ invitee }: { invitee?: string }) {
  const { t } = useTranslation();
  const mayChange = useMayAsStaff('invitation-queue', 'change');
  const [isOpen, setOpen] = useKeptState('wide.open', false);
  if (!mayChange) return null;
  return (
    <>
      <Button type="primary" icon={<UserAddOutlined />} onClick={() => setOpen(true)}>
        {t(invitee === undefined ? 'invitationQueue.wide.button' : 'invitationQueue.wide.buttonOf')}
      </Button>
      <Opening>
        {isOpen && <WideDialog {...(invitee && { invitee })} onClosed={() => setOpen(false)} />}
      </Opening>
    </>
  );
}
