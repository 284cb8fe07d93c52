import type { BaseKey } from '@refinedev/core';
import { expandPath } from './expand-path.ts';

/** @returns the path of one record: at `{id}` where the resource names it, else below the resource */
export function recordPath(resource: string, id: BaseKey, params: Readonly<Record<string, unknown>>): string {
  const template = resource.includes('{id}') ? resource : `${resource}/{id}`;
  return expandPath(template, { ...params, id });
}
