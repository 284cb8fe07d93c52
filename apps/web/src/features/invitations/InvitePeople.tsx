import { UserAddOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { lazy } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate } from 'react-router';
import { INVITE_HASH } from '../../organization/organization-path.ts';
import { useMay } from '../../organization/use-may.ts';
import { Opening } from '../../ui/dialog/Opening.tsx';

const InviteDrawer = lazy(() => import('./invite/InviteDrawer.tsx'));

/** The button that opens the invite form, for those who may invite. The address says that it is open. */
export function InvitePeople() {
  const { t } = useTranslation();
  const may = useMay('invitations', 'create');
  const { hash, search } = useLocation();
  const navigate = useNavigate();
  if (!may) return null;
  return (
    <>
      <Button
        type="primary"
        icon={<UserAddOutlined />}
        onClick={() => void navigate({ search, hash: INVITE_HASH })}
      >
        {t('invitations.invitePeople')}
      </Button>
      <Opening>
        {hash === INVITE_HASH && (
          <InviteDrawer onClosed={() => void navigate({ search, hash: '' }, { replace: true })} />
        )}
      </Opening>
    </>
  );
}
