import { Type } from 'typebox';

/** BCP 47, as far as an address may carry it. */
export const LanguageTag = Type.String({ pattern: '^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$', maxLength: 35 });
