import { randomUUID } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import pLimit from 'p-limit';
import { Problem } from '../problem/problem.ts';
import { scanJson, type Piece } from './scan-json.ts';

/** Parses text without keys that would become a prototype; throws on a text that is not JSON. */
export type ParseText = (text: string) => unknown;

/** Bytes that are parsed in one turn of the event loop. */
const AT_ONCE = 64 * 1024;
/** Large bodies are parsed one after the other: ten at once would take ten times as long in each turn. */
const lane = pLimit(1);

/**
 * Parses a JSON body. A large one is parsed in turns, so that other requests are answered meanwhile: `JSON.parse` takes
 * seconds for 4 MB of brackets. (Streaming parsers from npm were measured at a tenth of its speed.)
 * @throws Problem `request.malformed` when it is not JSON, or nested or structured beyond what any route takes
 */
export async function parseJson(body: Buffer, parse: ParseText): Promise<unknown> {
  if (body.length === 0) throw new Problem('request.malformed', 'The body is empty.');
  return body.length > AT_ONCE ? lane(() => parseInTurns(body, parse)) : parseInTurns(body, parse);
}

async function parseInTurns(body: Buffer, parse: ParseText): Promise<unknown> {
  const pieces: Piece[] = [];
  for (const piece of scanJson(body, AT_ONCE)) {
    if (piece) pieces.push(piece);
    else await nextTurn();
  }
  if (pieces.length === 0) return parseText(body.toString(), parse);
  return parseInPieces(body, pieces, parse);
}

/** Parses each piece of an array by itself, and puts the array where the rest of the body has it. */
async function parseInPieces(body: Buffer, pieces: Piece[], parse: ParseText): Promise<unknown> {
  const token = randomUUID();
  const arrays: unknown[][] = [];
  let rest = '';
  let end = 0;
  for (const { from, to, isFirst } of pieces) {
    if (isFirst) {
      rest += `${body.toString('utf8', end, from)}"${token}${arrays.length}"`;
      arrays.push([]);
    }
    const part = parseText(`[${body.toString('utf8', from, to)}]`, parse) as unknown[];
    if (part.length === 0) throw malformed();
    arrays.at(-1)?.push(...part);
    end = to;
    await nextTurn();
  }
  const root = parseText(rest + body.toString('utf8', end), parse) as Record<string, unknown>;
  for (const [key, value] of Object.entries(root)) {
    const [first] = Array.isArray(value) ? (value as unknown[]) : [];
    if (typeof first === 'string' && first.startsWith(token))
      root[key] = arrays[Number(first.slice(token.length))];
  }
  return root;
}

function parseText(text: string, parse: ParseText): unknown {
  try {
    return parse(text);
  } catch (cause) {
    throw malformed(cause);
  }
}

const malformed = (cause?: unknown) => new Problem('request.malformed', 'The body is not JSON.', { cause });
