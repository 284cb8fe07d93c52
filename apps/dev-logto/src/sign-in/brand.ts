import { html } from '../page/html.ts';
import type { Branding } from './branding.ts';

/** The head of a page in an organization's name. */
export function brand(branding: Branding | undefined) {
  if (!branding) return undefined;
  const { name, logoUrl } = branding;
  const logo = logoUrl !== undefined && html`<img src="${logoUrl}" alt="" />`;
  return html`<p class="brand">${logo}${name}</p>`;
}
