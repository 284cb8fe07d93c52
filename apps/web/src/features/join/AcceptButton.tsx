import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useJoin } from '../../joining/use-join.ts';
import { isAcceptedBefore } from './accept-on-return.ts';

interface AcceptButtonProps {
  token: string;
  invitation: { id: string; organization: { name: string } };
}

/** Joins; by itself, where it was pressed before the sign-in. */
export function AcceptButton({ token, invitation }: AcceptButtonProps) {
  const { t } = useTranslation();
  const { join, isPending } = useJoin(invitation);
  const isAsked = useRef(false);
  useEffect(() => {
    if (isAsked.current) return;
    isAsked.current = true;
    if (isAcceptedBefore(token)) join();
  }, [token, join]);
  return (
    <Button type="primary" loading={isPending} onClick={join}>
      {t('join.accept')}
    </Button>
  );
}
