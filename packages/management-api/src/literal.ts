/** @returns a pattern of Logto's searches, which are PostgreSQL's `ilike`, that means the text and nothing else */
export const literal = (text: string): string => text.replace(/[\\%_]/g, String.raw`\$&`);
