import { linkDataProvider } from '@org-portal/refine-data-provider';
import { actingPersonHeaders } from '../session/acting-person.ts';

export const dataProvider = linkDataProvider('/api', { headers: actingPersonHeaders });

/** Finds out who is signed in, whoever the page was opened by. */
export const sessionProvider = linkDataProvider('/api');
