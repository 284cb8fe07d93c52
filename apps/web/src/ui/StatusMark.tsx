import type { ReactNode } from 'react';

/** A status by icon, word and colour. */
export function StatusMark({
  icon,
  color,
  children,
}: {
  icon: ReactNode;
  color: StatusColor;
  children: string;
}) {
  return (
    <span className={`status-mark is-${color}`}>
      <span aria-hidden>{icon}</span>
      {children}
    </span>
  );
}

export type StatusColor = 'success' | 'info' | 'warning' | 'error' | 'neutral';
