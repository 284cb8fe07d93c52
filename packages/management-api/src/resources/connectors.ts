import { Type } from 'typebox';
import { Compile } from 'typebox/compile';
import type { Caller } from '../caller.ts';
import { path } from '../path.ts';
import { read } from '../read.ts';
import { LogtoConnector } from '../schema/entities.ts';

const List = Compile(Type.Array(LogtoConnector));

export function connectors(caller: Caller) {
  return {
    /** What Logto sends e-mails and text messages with, and whom it lets people sign in with. Never paged. */
    list: async (): Promise<LogtoConnector[]> => {
      const all = await read(caller, List, { route: path`/api/connectors` });
      return all.map(({ type }) => ({ type }));
    },
  };
}
