import { Problem } from '../problem/problem.ts';

/** Part of an array: whole elements, from one byte to before another. */
export interface Piece {
  from: number;
  to: number;
  /** Whether the array begins with it. */
  isFirst: boolean;
}

/** Deeper than any body of the contract. */
const MAX_DEPTH = 16;
/** More members than any object of the contract has. */
const MAX_MEMBERS = 100;
/** Values that are parsed at once. An object of the contract with all its lists has fewer. */
const MAX_VALUES = 20_000;
/** The elements of an array in the outermost object are parsed in pieces. */
const SPLIT_DEPTH = 2;

const QUOTE = 0x22;
const COMMA = 0x2c;
const BACKSLASH = 0x5c;
const OPEN_ARRAY = 0x5b;
const CLOSE_ARRAY = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;

/**
 * Looks at the structure of a JSON text before it is parsed, and finds where a long array can be taken apart. It yields
 * undefined after each `step` bytes, so that the caller can let others have a turn. What it lets through need not be JSON.
 * @yields a piece each time that one of about `step` bytes is complete; none of a short array
 * @throws Problem `request.malformed` beyond the limits above, or when brackets do not match
 */
export function* scanJson(body: Buffer, step: number): Generator<Piece | undefined, void> {
  /** By depth: the bracket, and members or elements so far. */
  const brackets = new Uint8Array(MAX_DEPTH + 1);
  const counts = new Uint32Array(MAX_DEPTH + 1);
  let depth = 0;
  let values = 0;
  let isInText = false;
  /** Where the piece begins, and whether its array begins there. */
  let from = 0;
  let isFirst = true;

  for (let start = 0; start < body.length; start += step) {
    if (start > 0) yield;
    const end = Math.min(start + step, body.length);
    for (let at = start; at < end; at += 1) {
      const byte = body[at];
      if (isInText) {
        if (byte === QUOTE) isInText = isEscaped(body, at);
        continue;
      }
      if (byte === QUOTE) isInText = true;
      else if (byte === COMMA) {
        const count = (counts[depth] ?? 0) + 1;
        counts[depth] = count;
        values += 1;
        if (brackets[depth] === OPEN_OBJECT && count >= MAX_MEMBERS) throw tooComplex();
        const isBetween = depth === SPLIT_DEPTH && brackets[depth] === OPEN_ARRAY;
        if (isBetween && brackets[1] === OPEN_OBJECT && (at - from >= step || values >= MAX_VALUES / 2)) {
          yield { from, to: at, isFirst };
          from = at + 1;
          isFirst = false;
          values = 0;
        }
      } else if (byte === OPEN_ARRAY || byte === OPEN_OBJECT) {
        depth += 1;
        values += 1;
        if (depth > MAX_DEPTH) throw tooComplex();
        brackets[depth] = byte;
        counts[depth] = 0;
        if (depth === SPLIT_DEPTH) {
          from = at + 1;
          isFirst = true;
        }
      } else if (byte === CLOSE_ARRAY || byte === CLOSE_OBJECT) {
        const opened = byte === CLOSE_ARRAY ? OPEN_ARRAY : OPEN_OBJECT;
        if (depth === 0 || brackets[depth] !== opened) throw mismatched();
        if (depth === SPLIT_DEPTH && !isFirst) {
          yield { from, to: at, isFirst };
          isFirst = true;
        }
        depth -= 1;
      }
      if (values > MAX_VALUES) throw tooComplex();
    }
  }
  if (depth > 0) throw mismatched();
}

/** @returns whether an odd number of backslashes stands before the quote (RFC 8259, 7) */
function isEscaped(body: Buffer, at: number): boolean {
  let before = at - 1;
  while (body[before] === BACKSLASH) before -= 1;
  return (at - before) % 2 === 0;
}

const tooComplex = () =>
  new Problem('request.malformed', 'The body is nested too deeply, or has too many values.');
const mismatched = () => new Problem('request.malformed', 'The body is not JSON.');
