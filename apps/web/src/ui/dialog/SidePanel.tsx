import { Drawer, type DrawerProps } from 'antd';
import { useOpening } from './use-opening.ts';

/** antd's Drawer as every drawer of the portal uses it: keys that are pressed while it opens wait for it. */
export function SidePanel({ afterOpenChange, ...props }: DrawerProps) {
  const endOpening = useOpening();
  return (
    <Drawer
      {...props}
      afterOpenChange={(isOpen) => {
        afterOpenChange?.(isOpen);
        endOpening();
      }}
    />
  );
}
