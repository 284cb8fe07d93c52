import { isEmailAddress, normalizeEmailAddress } from '@org-portal/contract';
import { Form, Input, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { refusedIf } from '../../../changes/refused-if.ts';
import { RoleChoice } from '../../../permissions/RoleChoice.tsx';
import { useRolesQuery } from '../../../permissions/roles-query.ts';
import type { JudgedRow } from './draft/judge-rows.ts';
import type { Draft } from './draft/use-draft.ts';
import { DEFAULT_EXPIRY_DAYS } from './expiry.ts';
import { expiryFault } from './expiry-fault.ts';
import { ExpiryField } from './ExpiryField.tsx';
import type { ExpiryChoice } from './invite-values.ts';
import { rowValues, startOf, type RowValues } from './row-values.ts';
import { Dialog } from '../../../ui/dialog/Dialog.tsx';
import { useKeptForm } from '../../../kept-work/use-kept.ts';
import { serverNow } from '../../../clock/server-time.ts';

interface RowDialogProps {
  row: JudgedRow;
  draft: Draft;
  onClosed: () => void;
}

/** Changes one row of the list: who it is, and what is other than for all. */
export function RowDialog({ row, draft, onClosed }: RowDialogProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<RowValues>();
  const [isOpen, setOpen] = useState(true);
  const [start] = useState(() => startOf(row, serverNow()));
  const kept = useKeptForm(form, 'invite.row');
  const { result: roles } = useRolesQuery();
  const hasOwnRoles = Form.useWatch('hasOwnRoles', form);
  const hasOwnExpiry = Form.useWatch('hasOwnExpiry', form);
  const choice = (own: string) => (
    <Radio.Group
      options={[
        { value: false, label: t('invite.asForAll') },
        { value: true, label: own },
      ]}
    />
  );
  return (
    <Dialog
      open={isOpen}
      title={row.address ? t('invite.editTitle', { address: row.address }) : t('invite.editNameless')}
      okText={t('invite.save')}
      cancelText={t('changes.cancel')}
      okButtonProps={{ htmlType: 'submit', form: 'row' }}
      onCancel={() => setOpen(false)}
      afterClose={onClosed}
      afterOpenChange={(open) => open && form.focusField('address')}
    >
      <Form
        form={form}
        id="row"
        name="row"
        layout="vertical"
        requiredMark={false}
        initialValues={{ ...start, ...kept }}
        onFinish={(values) => {
          draft.change(row.id, rowValues(values, row));
          setOpen(false);
        }}
      >
        <Form.Item
          name="address"
          label={t('invite.address')}
          validateTrigger="onBlur"
          rules={[
            {
              validator: (_, text: string) =>
                refusedIf(isEmailAddress(normalizeEmailAddress(text)) ? undefined : t('invite.addressWrong')),
            },
          ]}
        >
          <Input inputMode="email" autoComplete="off" spellCheck={false} />
        </Form.Item>
        <Form.Item name="name" label={t('invite.name')} extra={t('invite.nameHint')}>
          <Input autoComplete="off" maxLength={200} />
        </Form.Item>
        {row.organization !== undefined && (
          <Form.Item name="organization" label={t('invite.organization')}>
            <Input autoComplete="off" />
          </Form.Item>
        )}
        <Form.Item name="hasOwnRoles" label={t('invite.roles')}>
          {choice(t('invite.ownRoles'))}
        </Form.Item>
        {hasOwnRoles && (
          <Form.Item
            name="roleIds"
            rules={[{ type: 'array', min: 1, message: t('invitations.rolesMissing') }]}
          >
            <RoleChoice roles={roles.data} />
          </Form.Item>
        )}
        <Form.Item name="hasOwnExpiry" label={t('invite.expiry')}>
          {choice(t('invite.ownExpiry'))}
        </Form.Item>
        {hasOwnExpiry && (
          <Form.Item
            name="expiry"
            initialValue={{ days: DEFAULT_EXPIRY_DAYS }}
            validateTrigger={[]}
            rules={[
              {
                validator: (_, expiry: ExpiryChoice) => refusedIf(expiryFault(expiry, serverNow(), t)),
              },
            ]}
          >
            <ExpiryField />
          </Form.Item>
        )}
      </Form>
    </Dialog>
  );
}
