import type { ReactNode } from 'react';
import { NavLink } from 'react-router';

/** An entry of the navigation. */
export function NavigationLink({ to, icon, children }: { to: string; icon: ReactNode; children: string }) {
  return (
    <li>
      <NavLink to={to}>
        <span aria-hidden>{icon}</span>
        {children}
      </NavLink>
    </li>
  );
}
