import type { BaseRecord, HttpError } from '@refinedev/core';
import { Form } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ReasonField } from './ReasonField.tsx';
import { useChange, type Change } from './use-change.ts';
import { useOnce } from './use-once.ts';
import { Dialog } from '../ui/dialog/Dialog.tsx';
import { useKeptForm, useSent } from '../kept-work/use-kept.ts';

interface ChangeDialogProps<Values, Result extends BaseRecord> {
  title: string;
  /** The button that does it: a verb and what it acts on. */
  submit: string;
  /** The button that leaves everything as it is, where "Cancel" could be taken for the change itself. */
  dismiss?: string;
  isDangerous?: boolean;
  canSubmit?: boolean;
  /** Whether staff must say why; not for what they do for themselves. */
  needsReason?: boolean;
  /**
   * What to send, from the values of the fields in `children`; the reason is added here. Several are sent one after
   * another; the first refusal ends them, and the dialog, since some may have been done.
   */
  change: (values: Values) => Change | Change[];
  /** Called with each answer, before the dialog closes. */
  onDone?: (result: Result) => void;
  /** Called when the dialog is gone: take it off the page. */
  onClosed: () => void;
  children: ReactNode;
}

/**
 * A dialog for one change: fields (`Form.Item`s in `children`), the reason where one is due, the button. It stays
 * open, with the fields marked, when the change is refused.
 */
export function ChangeDialog<Values extends object = object, Result extends BaseRecord = BaseRecord>(
  props: ChangeDialogProps<Values, Result>,
) {
  const {
    title,
    submit,
    dismiss,
    isDangerous = false,
    canSubmit = true,
    needsReason = true,
    onDone,
    onClosed,
    children,
  } = props;
  const { t } = useTranslation();
  const [form] = Form.useForm<Values & { reason?: string }>();
  const [isOpen, setOpen] = useState(true);
  const { change, isPending } = useChange<Result>();
  const kept = useKeptForm(form, `dialog ${title}`);
  useSent(isPending);

  const send = useOnce(async (values: Values & { reason?: string }) => {
    const changes = [props.change(values)].flat();
    try {
      for (const one of changes) {
        const result = await change({ ...one, reason: values.reason?.trim() });
        onDone?.(result);
      }
      setOpen(false);
    } catch (error) {
      form.setFields(fieldFaults(error as HttpError) as Parameters<typeof form.setFields>[0]);
      if (changes.length > 1) setOpen(false);
    }
  });

  return (
    <Dialog
      open={isOpen}
      title={title}
      okText={submit}
      cancelText={dismiss ?? t('changes.cancel')}
      okButtonProps={{ danger: isDangerous, disabled: !canSubmit, htmlType: 'submit', form: 'change' }}
      confirmLoading={isPending}
      mask={{ closable: !isPending }}
      onCancel={() => setOpen(false)}
      afterClose={onClosed}
    >
      <Form
        form={form}
        id="change"
        initialValues={kept}
        layout="vertical"
        requiredMark={false}
        onFinish={(values) => void send(values)}
      >
        {children}
        {needsReason && <ReasonField />}
      </Form>
    </Dialog>
  );
}

/** What the portal found wrong, in the shape that marks the fields of a form. */
function fieldFaults({ errors = {} }: HttpError): { name: (string | number)[]; errors: string[] }[] {
  return Object.entries(errors).map(([field, faults]) => ({
    name: field.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) : part)),
    errors: [faults].flat().map(String),
  }));
}
