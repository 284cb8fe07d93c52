import { Modal, type ModalProps } from 'antd';
import { useOpening } from './use-opening.ts';

/** antd's Modal as every dialog of the portal uses it: keys that are pressed while it opens wait for it. */
export function Dialog({ afterOpenChange, ...props }: ModalProps) {
  const endOpening = useOpening();
  return (
    <Modal
      {...props}
      afterOpenChange={(isOpen) => {
        afterOpenChange?.(isOpen);
        endOpening();
      }}
    />
  );
}
