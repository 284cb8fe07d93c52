import { lazy, type ComponentType } from 'react';
import { loadLateTexts } from './start.ts';

/** @returns a page that is loaded when it is opened, together with the texts that the first load leaves out */
export function lazyPage(load: () => Promise<{ default: ComponentType }>) {
  return lazy(async () => {
    const [page] = await Promise.all([load(), loadLateTexts()]);
    return page;
  });
}
