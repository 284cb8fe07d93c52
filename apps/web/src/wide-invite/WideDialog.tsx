import { Button, Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWideInvite } from './use-wide-invite.ts';
import { WideForm } from './WideForm.tsx';
import { WideResults } from './WideResults.tsx';
import { Dialog } from '../ui/dialog/Dialog.tsx';
import { useKeptForm, useSent } from '../kept-work/use-kept.ts';

/** Invites one person to several organizations: a form, then what came of each. */
export default function WideDialog({ invitee, onClosed }: { invitee?: string; onClosed: () => void }) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(true);
  const { form, places, results, isPending, send } = useWideInvite();
  const kept = useKeptForm(form, 'wide');
  useSent(isPending || results !== undefined);
  const close = () => setOpen(false);
  return (
    <Dialog
      open={isOpen}
      width={620}
      title={
        invitee === undefined
          ? t('invitationQueue.wide.title')
          : t('invitationQueue.wide.titleOf', { address: invitee })
      }
      mask={{ closable: false }}
      onCancel={close}
      afterClose={onClosed}
      footer={
        results ? (
          <Button type="primary" onClick={close}>
            {t('following.done')}
          </Button>
        ) : (
          <>
            <Button onClick={close}>{t('changes.cancel')}</Button>
            <Button type="primary" htmlType="submit" form="wide" loading={isPending}>
              {places.length > 0
                ? t('invitationQueue.wide.send', { count: places.length })
                : t('invitationQueue.wide.sendNone')}
            </Button>
          </>
        )
      }
    >
      {results ? (
        <WideResults places={places} results={results} />
      ) : (
        <Form
          form={form}
          id="wide"
          initialValues={kept}
          layout="vertical"
          requiredMark={false}
          scrollToFirstError={{ focus: true }}
          onFinish={(values) => void send(values)}
        >
          <WideForm invitee={invitee} />
        </Form>
      )}
    </Dialog>
  );
}
