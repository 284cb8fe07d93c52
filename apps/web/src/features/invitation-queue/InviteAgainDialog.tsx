import type { Language, QueuedInvitation } from '@org-portal/contract';
import { Button, Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ReasonField } from '../../changes/ReasonField.tsx';
import { exactTime } from '../../format/date-time.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { RoleTags } from '../../permissions/RoleTags.tsx';
import { LanguageChoice } from '../../wide-invite/LanguageChoice.tsx';
import { meantUntil } from './meant-until.ts';
import { useSendWidely } from '../../wide-invite/use-send-widely.ts';
import { WideResults } from '../../wide-invite/WideResults.tsx';
import { Dialog } from '../../ui/dialog/Dialog.tsx';
import { useKeptForm, useSent } from '../../kept-work/use-kept.ts';
import { serverNow } from '../../clock/server-time.ts';

interface InviteAgainDialogProps {
  queued: QueuedInvitation & { expiresAt: string };
  onClosed: () => void;
}

/** Makes an invitation that could not even be created, as it was meant to be. */
export default function InviteAgainDialog({ queued, onClosed }: InviteAgainDialogProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [isOpen, setOpen] = useState(true);
  const [now] = useState(serverNow);
  const { results, isPending, send } = useSendWidely();
  const [form] = Form.useForm<{ language: Language; reason?: string }>();
  const kept = useKeptForm(form, 'again');
  useSent(isPending || results !== undefined);
  const close = () => setOpen(false);
  const { invitee, organization, roles } = queued;
  const place = { id: organization.id, name: organization.name ?? organization.id };
  const expiresAt = meantUntil(queued, queued.expiresAt, now);
  const organizations = [{ organizationId: place.id, roleIds: roles.map(({ id }) => id) }];
  return (
    <Dialog
      open={isOpen}
      title={t('invitationQueue.again.title', { address: invitee })}
      closable={!isPending}
      keyboard={!isPending}
      mask={{ closable: !isPending }}
      onCancel={close}
      afterClose={onClosed}
      footer={
        results ? (
          <Button type="primary" onClick={close}>
            {t('following.done')}
          </Button>
        ) : (
          <>
            <Button disabled={isPending} onClick={close}>
              {t('changes.cancel')}
            </Button>
            <Button type="primary" htmlType="submit" form="again" loading={isPending}>
              {t('invitationQueue.wide.send', { count: 1 })}
            </Button>
          </>
        )
      }
    >
      {results ? (
        <WideResults places={[place]} results={results} />
      ) : (
        <Form
          form={form}
          id="again"
          initialValues={kept}
          layout="vertical"
          requiredMark={false}
          onFinish={({ language: ofMail, reason }) =>
            void send({ invitee, organizations, expiresAt, language: ofMail }, reason)
          }
        >
          <p className="dialog-text">
            {t('invitationQueue.again.follows', {
              address: invitee,
              organization: place.name,
              when: exactTime(expiresAt, language),
            })}
          </p>
          <Form.Item label={t('invitationQueue.roles')}>
            <RoleTags roles={roles} />
          </Form.Item>
          <LanguageChoice />
          <ReasonField />
        </Form>
      )}
    </Dialog>
  );
}
