import { Type } from 'typebox';
import { DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE } from '../pagination.ts';

/** The paging part of a list's query string. */
export const pageQuery = {
  page: Type.Integer({ minimum: 1, maximum: 1_000_000, default: 1 }),
  page_size: Type.Integer({ minimum: 1, maximum: MAX_PAGE_SIZE, default: DEFAULT_PAGE_SIZE }),
};

/** Free text to search for; PostgreSQL, behind Logto and behind the record, takes no NUL. */
export const searchText = Type.String({ maxLength: 256, pattern: '^[^\\u0000]*$' });
