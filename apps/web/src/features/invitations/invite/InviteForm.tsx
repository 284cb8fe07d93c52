import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { ReasonField } from '../../../changes/ReasonField.tsx';
import { AddressField } from './AddressField.tsx';
import { expiryFault } from './expiry-fault.ts';
import { ExpiryField } from './ExpiryField.tsx';
import type { ExpiryChoice } from './invite-values.ts';
import { inviteesFault } from './invitees-fault.ts';
import type { Invitee } from './invitees.ts';
import { InviteProblem } from './InviteProblem.tsx';
import { RolesField } from './RolesField.tsx';
import type { Invite } from './use-invite.ts';

export function InviteForm({ invite: { form, start, send, error } }: { invite: Invite }) {
  const { t } = useTranslation();
  return (
    <Form
      form={form}
      id="invite"
      name="invite"
      layout="vertical"
      requiredMark={false}
      scrollToFirstError={{ focus: true }}
      initialValues={start}
      onFinish={(values) => void send(values)}
    >
      {error !== undefined && <InviteProblem error={error} />}
      <Form.Item
        name="invitees"
        label={t('invitations.addresses')}
        extra={t('invitations.addressesHint')}
        rules={[{ validator: (_, invitees: Invitee[]) => settle(inviteesFault(invitees, t)) }]}
      >
        <AddressField />
      </Form.Item>
      <RolesField />
      <Form.Item
        name="expiry"
        label={t('invitations.validFor')}
        validateTrigger={[]}
        rules={[{ validator: (_, expiry: ExpiryChoice) => settle(expiryFault(expiry, Date.now(), t)) }]}
      >
        <ExpiryField />
      </Form.Item>
      <ReasonField />
    </Form>
  );
}

/** As antd's forms take the result of a check. */
async function settle(fault: string | undefined): Promise<void> {
  if (fault) throw new Error(fault);
}
