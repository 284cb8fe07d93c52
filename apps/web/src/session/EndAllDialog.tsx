import { useCustomMutation, type BaseRecord, type HttpError } from '@refinedev/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { problemLine } from '../problems/problem-words.ts';
import { signedOutEverywhere } from './sign-out.ts';
import { Dialog } from '../ui/dialog/Dialog.tsx';

/** Asks before all sessions of the person are ended, this one too. */
export default function EndAllDialog({ onClosed }: { onClosed: () => void }) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(true);
  const { mutate, mutation } = useCustomMutation<BaseRecord, HttpError, undefined>();
  const isPending = mutation.isPending || mutation.isSuccess;

  const endAll = () =>
    mutate(
      {
        url: 'session/end-all',
        method: 'post',
        values: undefined,
        successNotification: false,
        errorNotification: (error) => ({
          type: 'error',
          message: t('endAll.failed'),
          description: problemLine(error, t),
        }),
      },
      { onSuccess: signedOutEverywhere },
    );

  return (
    <Dialog
      open={isOpen}
      title={t('endAll.title')}
      okText={t('endAll.submit')}
      cancelText={t('changes.cancel')}
      okButtonProps={{ danger: true }}
      confirmLoading={isPending}
      mask={{ closable: !isPending }}
      onOk={endAll}
      onCancel={() => setOpen(false)}
      afterClose={onClosed}
    >
      <p className="dialog-text">{t('endAll.follows')}</p>
      <p className="dialog-text">{t('endAll.others')}</p>
    </Dialog>
  );
}
