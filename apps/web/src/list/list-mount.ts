import { useState } from 'react';
import { useLocation, useNavigationType } from 'react-router';

/** Marks a change of the address that a list made itself. */
export const OWN_STEP = { isListStep: true };

/**
 * Refine's `useTable` reads the address only as it mounts. What else changes it, such as Back or a link, must
 * mount the list anew.
 * @returns a key for the component that calls `useTable`
 */
export function useListMount(): number {
  const { search, state } = useLocation();
  const isOwnStep = useNavigationType() !== 'POP' && (state as typeof OWN_STEP | null)?.isListStep === true;
  const [seen, setSeen] = useState({ search, mount: 0 });
  if (seen.search === search) return seen.mount;
  const next = { search, mount: isOwnStep ? seen.mount : seen.mount + 1 };
  setSeen(next);
  return next.mount;
}
