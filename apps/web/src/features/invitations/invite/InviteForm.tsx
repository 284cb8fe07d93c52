import { Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ReasonField } from '../../../changes/ReasonField.tsx';
import { refusedIf } from '../../../changes/refused-if.ts';
import { useLanguage } from '../../../i18n/use-language.ts';
import { DEFAULT_EXPIRY_DAYS } from './expiry.ts';
import { expiryFault } from './expiry-fault.ts';
import { ExpiryField } from './ExpiryField.tsx';
import type { ExpiryChoice } from './invite-values.ts';
import { InviteProblem } from './InviteProblem.tsx';
import { LanguageField } from './LanguageField.tsx';
import { NoMail } from './NoMail.tsx';
import { OwnValues } from './OwnValues.tsx';
import { PeopleField } from './PeopleField.tsx';
import { PeopleList } from './PeopleList.tsx';
import { RolesField } from './RolesField.tsx';
import type { Invite } from './use-invite.ts';
import { useKeptForm } from '../../../kept-work/use-kept.ts';
import { serverNow } from '../../../clock/server-time.ts';

interface InviteFormProps {
  invite: Invite;
  /** @param id of the row to be edited */
  onEdit: (id: string) => void;
}

export function InviteForm({ invite: { form, draft, send, error }, onEdit }: InviteFormProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const kept = useKeptForm(form, 'invite');
  const [wasTried, setTried] = useState(false);
  const fault = draft.rows.length === 0 ? t('invitations.addressesMissing') : t('invite.noneReady');

  return (
    <Form
      form={form}
      id="invite"
      name="invite"
      layout="vertical"
      requiredMark={false}
      scrollToFirstError={{ focus: true }}
      initialValues={{ roleIds: [], expiry: { days: DEFAULT_EXPIRY_DAYS }, language, ...kept }}
      onFinish={(values) => {
        setTried(true);
        if (draft.ready > 0) void send(values);
        else document.getElementById('invitees')?.focus();
      }}
      onFinishFailed={() => setTried(true)}
    >
      {error !== undefined && <InviteProblem error={error} />}
      {draft.by === 'link' && <NoMail />}
      <PeopleField draft={draft} fault={wasTried && draft.ready === 0 ? fault : undefined} />
      {draft.rows.length > 0 && <PeopleList draft={draft} onEdit={onEdit} />}
      <div className="invite-choices">
        <div>
          <RolesField isForAll={draft.judged.some(({ state, roles }) => state === 'ready' && !roles)} />
          <OwnValues draft={draft} value="roles" />
        </div>
        <div>
          <Form.Item
            name="expiry"
            label={t('invitations.validFor')}
            validateTrigger={[]}
            rules={[
              { validator: (_, expiry: ExpiryChoice) => refusedIf(expiryFault(expiry, serverNow(), t)) },
            ]}
          >
            <ExpiryField />
          </Form.Item>
          <OwnValues draft={draft} value="expiry" />
          {draft.by === 'mail' && <LanguageField />}
          <ReasonField />
        </div>
      </div>
    </Form>
  );
}
