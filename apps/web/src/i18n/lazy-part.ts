import { lazy, type ComponentType } from 'react';
import { loadLateTexts } from './start.ts';

/** @returns a page or dialog that is loaded when it is opened, with the texts that the first load leaves out */
export function lazyPart<Props = object>(load: () => Promise<{ default: ComponentType<Props> }>) {
  return lazy(async () => {
    const [part] = await Promise.all([load(), loadLateTexts()]);
    return part;
  });
}
