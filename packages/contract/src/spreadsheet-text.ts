/** What a spreadsheet passes over before a formula: blanks, control and invisible characters, quotes. */
const SKIPPED = '["\\s\\p{Cc}\\p{Default_Ignorable_Code_Point}\\p{Cf}\\u2800]*';
/** Full-width signs begin a formula too, in Excel with a Chinese or Japanese keyboard. */
const BEGINS = '[=+\\-@＝＋－＠﹢﹣﹦﹫]';
/** Where Excel ends a cell by a semicolon, a quoted cell of a file with commas is taken apart at these. */
const ENDS_CELL = '[;\\t\\r\\n\\v\\f\\u0085\\u2028\\u2029]';
const formulas = new RegExp(`(^|${ENDS_CELL})(${SKIPPED})(?=${BEGINS})`, 'gu');

/**
 * Takes the effect from what a spreadsheet would run as a formula (OWASP, CSV Injection), at the beginning of the text or
 * of a cell that a spreadsheet may make of its rest: an apostrophe stands before it.
 * @param text of one cell, before it is quoted
 */
export const neutralizeFormulas = (text: string): string => text.replace(formulas, "$1$2'");
