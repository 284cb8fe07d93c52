import { useRef } from 'react';

/** Milliseconds from the first press of a double click to the last that may still be one. */
export const DOUBLE_PRESS_MS = 500;

/**
 * @param act what a button or a form does
 * @returns the same; it does nothing while the last one is under way, or when the press is the second of a double click
 */
export function useOnce<Args extends unknown[]>(
  act: (...args: Args) => Promise<unknown>,
): (...args: Args) => Promise<void> {
  const last = useRef({ isUnderWay: false, startedAt: -Infinity });
  return async (...args) => {
    const { isUnderWay, startedAt } = last.current;
    const now = performance.now();
    if (isUnderWay || now - startedAt < DOUBLE_PRESS_MS) return;
    last.current = { isUnderWay: true, startedAt: now };
    try {
      await act(...args);
    } finally {
      last.current = { isUnderWay: false, startedAt: now };
    }
  };
}
