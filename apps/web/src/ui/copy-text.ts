/**
 * Writes a text to the clipboard. Call it at once when somebody presses a button, also where the text has to be fetched first:
 * Safari takes nothing that comes later than the press, but a promise of it
 * (https://webkit.org/blog/10855/async-clipboard-api/).
 * @param text rejects: nothing is copied, and this rejects too
 * @throws where the browser refuses: without https, or where somebody has forbidden it
 */
export async function copyText(text: string | Promise<string>): Promise<void> {
  const { clipboard } = navigator;
  if (typeof text === 'string') return clipboard.writeText(text);
  if (typeof ClipboardItem === 'undefined') return clipboard.writeText(await text);
  const blob = text.then((found) => new Blob([found], { type: 'text/plain' }));
  await clipboard.write([new ClipboardItem({ 'text/plain': blob })]);
}
