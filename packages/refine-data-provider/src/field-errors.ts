import type { ValidationErrors } from '@refinedev/core';
import type { ReceivedProblem } from './received-problem.ts';

/**
 * @returns form field → what is wrong with it, with the field as Refine's forms name it: `/invitees/0` and
 * `#/invitees/0` are `invitees.0`. A fault of the whole document names no field and stays in the problem only.
 */
export function fieldErrors(faults: NonNullable<ReceivedProblem['errors']>): ValidationErrors {
  const byField = new Map<string, string[]>();
  for (const { pointer, detail } of faults) {
    const field = fieldOf(pointer);
    if (field !== '') byField.set(field, [...(byField.get(field) ?? []), detail]);
  }
  return Object.fromEntries(byField);
}

/** JSON Pointer (RFC 6901), plain or as a URI fragment, to a path with dots. */
function fieldOf(pointer: string): string {
  return (pointer.startsWith('#') ? percentDecoded(pointer.slice(1)) : pointer)
    .split('/')
    .slice(1)
    .map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'))
    .join('.');
}

function percentDecoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
