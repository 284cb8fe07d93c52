import { Button, Tooltip } from 'antd';

interface ActionButtonProps {
  children: string;
  /** Says what it acts on, for those who do not see the row: "Remove Ada Lovelace". */
  label: string;
  onClick: () => void;
  isDangerous?: boolean;
  /** Why it cannot be done; the button then stays reachable by keyboard, and tells. */
  disabledReason?: string | undefined;
}

/** An action at the end of a row. */
export function ActionButton({
  children,
  label,
  onClick,
  isDangerous = false,
  disabledReason,
}: ActionButtonProps) {
  const isDisabled = disabledReason !== undefined;
  const button = (
    <Button
      type="link"
      size="small"
      className={isDisabled ? 'action-button is-disabled' : 'action-button'}
      danger={isDangerous && !isDisabled}
      aria-label={label}
      aria-disabled={isDisabled}
      onClick={({ detail: presses }) => {
        // The second press of a double click may be handled late by a slow page.
        if (!isDisabled && presses < 2) onClick();
      }}
    >
      {children}
    </Button>
  );
  return isDisabled ? <Tooltip title={disabledReason}>{button}</Tooltip> : button;
}
