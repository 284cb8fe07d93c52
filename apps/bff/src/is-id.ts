import { Id } from '@org-portal/contract/schema';
import { Compile } from 'typebox/compile';

const IdSchema = Compile(Id);

/** @returns whether an entity could have the id; nothing else goes into a path of Logto, or into the record */
export const isId = (text: string): boolean => IdSchema.Check(text);
