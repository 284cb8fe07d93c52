import { Fragment, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../../ui/dialog/Dialog.tsx';

interface KeysHelpProps {
  /** Called when it is gone: take it off the page. */
  onClosed: () => void;
}

/** Which keys do what in the list of lines. */
export default function KeysHelp({ onClosed }: KeysHelpProps) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(true);
  const keys = [
    { keys: ['↑', '↓'], does: t('accessReviews.keys.move') },
    { keys: ['⇧ ↑', '⇧ ↓'], does: t('accessReviews.keys.extend') },
    { keys: ['X', t('accessReviews.keys.space')], does: t('accessReviews.keys.select') },
    { keys: ['A'], does: t('accessReviews.keys.selectAll') },
    { keys: ['K'], does: t('accessReviews.keys.keep') },
    { keys: ['R'], does: t('accessReviews.keys.remove') },
    { keys: ['N'], does: t('accessReviews.keys.note') },
    { keys: ['U'], does: t('accessReviews.keys.takeBack') },
    { keys: ['Z'], does: t('accessReviews.keys.undo') },
    { keys: ['Esc'], does: t('accessReviews.keys.clear') },
    { keys: ['L'], does: t('accessReviews.keys.enter') },
    { keys: ['?'], does: t('accessReviews.keys.help') },
  ];
  return (
    <Dialog
      open={isOpen}
      title={t('accessReviews.keys.title')}
      footer={null}
      onCancel={() => setOpen(false)}
      afterClose={onClosed}
    >
      <p className="dialog-text">{t('accessReviews.keys.scope')}</p>
      <dl className="review-keys">
        {keys.map(({ keys: pressed, does }) => (
          <Fragment key={does}>
            <dt>
              {pressed.map((key, index) => (
                <Fragment key={key}>
                  {index > 0 && <> {t('accessReviews.keys.or')} </>}
                  <kbd>{key}</kbd>
                </Fragment>
              ))}
            </dt>
            <dd>{does}</dd>
          </Fragment>
        ))}
      </dl>
    </Dialog>
  );
}
