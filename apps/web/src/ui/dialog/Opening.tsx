import { Suspense, useLayoutEffect, type ReactNode } from 'react';
import { beginOpening } from '../keys/opening-keys.ts';
import './opener.ts';

/** Around every dialog and drawer that is loaded when it is opened: until it is here, keys wait for it. */
export function Opening({ children }: { children: ReactNode }) {
  return <Suspense fallback={<Loading />}>{children}</Suspense>;
}

function Loading() {
  useLayoutEffect(beginOpening, []);
  return null;
}
