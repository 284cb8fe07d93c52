import type { ReactNode } from 'react';

interface StateMessageProps {
  icon: ReactNode;
  title: string;
  children?: ReactNode;
  /** The next step: buttons or links. */
  actions?: ReactNode;
  /** It is all that the page shows, so its title is the page's. */
  isPage?: boolean | undefined;
  /** Said by screen readers as it appears. */
  role?: 'status' | 'alert';
}

/** What is shown in place of content: why there is none, and the next step. */
export function StateMessage({ icon, title, children, actions, isPage = false, role }: StateMessageProps) {
  const Title = isPage ? 'h1' : 'h2';
  return (
    <section className="state-message" role={role}>
      {isPage && <title>{title}</title>}
      <span className="state-message-icon" aria-hidden>
        {icon}
      </span>
      <Title className="state-message-title">{title}</Title>
      {children && <div className="state-message-text">{children}</div>}
      {actions && <div className="state-message-actions">{actions}</div>}
    </section>
  );
}
