import { UserAddOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMayChange } from './use-may-change.ts';

const WideDialog = lazy(() => import('./wide/WideDialog.tsx'));

/** The button that opens the form, for those who may do more than look. */
export function InviteWidely() {
  const { t } = useTranslation();
  const mayChange = useMayChange();
  const [isOpen, setOpen] = useState(false);
  if (!mayChange) return null;
  return (
    <>
      <Button type="primary" icon={<UserAddOutlined />} onClick={() => setOpen(true)}>
        {t('invitationQueue.wide.button')}
      </Button>
      <Suspense>{isOpen && <WideDialog onClosed={() => setOpen(false)} />}</Suspense>
    </>
  );
}
