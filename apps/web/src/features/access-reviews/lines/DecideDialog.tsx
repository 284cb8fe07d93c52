import type { AccessReviewLine, ReviewDecision } from '@org-portal/contract';
import { Form, Input, Radio, type GetRef } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLineName } from '../use-line-name.ts';
import { useKeptState } from '../../../kept-work/use-kept.ts';
import { Dialog } from '../../../ui/dialog/Dialog.tsx';

interface DecideDialogProps {
  lines: readonly AccessReviewLine[];
  /** What is chosen at first. */
  decision: ReviewDecision;
  /** What is written at first; else the note that the line has. */
  note?: string | undefined;
  onDecide: (decision: ReviewDecision, note: string) => void;
  onClosed: () => void;
}

/** Asks for a decision with a note, which may be empty. Enter decides; Shift and Enter begins a new line. */
export default function DecideDialog({
  lines,
  decision,
  note: begun,
  onDecide,
  onClosed,
}: DecideDialogProps) {
  const { t } = useTranslation();
  const nameOf = useLineName();
  const [isOpen, setOpen] = useState(true);
  const [chosen, setChosen] = useKeptState('review.decision', decision);
  const [only] = lines;
  const isOne = lines.length === 1 && only !== undefined;
  const [note, setNote] = useKeptState('review.note', begun ?? ((isOne && only.note) || ''));
  const field = useRef<GetRef<typeof Input.TextArea>>(null);
  const submit = () => {
    onDecide(chosen, note);
    setOpen(false);
  };
  return (
    <Dialog
      open={isOpen}
      title={
        isOne
          ? t('accessReviews.dialog.title', { line: nameOf(only) })
          : t('accessReviews.dialog.titleMany', { count: lines.length })
      }
      okText={t(`accessReviews.dialog.submit${chosen === 'keep' ? 'Keep' : 'Remove'}`)}
      okButtonProps={{ danger: chosen === 'remove' }}
      cancelText={t('changes.cancel')}
      onOk={submit}
      onCancel={() => setOpen(false)}
      afterOpenChange={(open) => open && field.current?.focus()}
      afterClose={onClosed}
    >
      <Form layout="vertical" component="div">
        <Form.Item
          label={t('accessReviews.dialog.decision')}
          extra={t(`accessReviews.dialog.${chosen}Follows`)}
        >
          <Radio.Group
            aria-label={t('accessReviews.dialog.decision')}
            value={chosen}
            options={[
              { value: 'keep', label: t('accessReviews.keep') },
              { value: 'remove', label: t('accessReviews.remove') },
            ]}
            onChange={({ target }) => setChosen(target.value as ReviewDecision)}
          />
        </Form.Item>
        <Form.Item
          label={t('accessReviews.dialog.note')}
          htmlFor="decision-note"
          extra={t('accessReviews.dialog.noteHint')}
        >
          <Input.TextArea
            ref={field}
            id="decision-note"
            rows={2}
            maxLength={500}
            value={note}
            onChange={({ target }) => setNote(target.value)}
            onPressEnter={(event) => {
              if (event.shiftKey) return;
              event.preventDefault();
              submit();
            }}
          />
        </Form.Item>
      </Form>
    </Dialog>
  );
}
