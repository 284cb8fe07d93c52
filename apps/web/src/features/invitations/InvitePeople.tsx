import { UserAddOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../organization/use-may.ts';

const InviteDrawer = lazy(() => import('./invite/InviteDrawer.tsx'));

/** The button that opens the invite form, for those who may invite. */
export function InvitePeople() {
  const { t } = useTranslation();
  const may = useMay('invitations', 'create');
  const [isOpen, setOpen] = useState(false);
  if (!may) return null;
  return (
    <>
      <Button type="primary" icon={<UserAddOutlined />} onClick={() => setOpen(true)}>
        {t('invitations.invitePeople')}
      </Button>
      <Suspense>{isOpen && <InviteDrawer onClosed={() => setOpen(false)} />}</Suspense>
    </>
  );
}
