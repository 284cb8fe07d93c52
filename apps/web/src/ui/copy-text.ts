/**
 * Writes a text to the clipboard. Call it at once when somebody presses a button: Safari takes nothing that comes later than
 * the press (https://webkit.org/blog/10855/async-clipboard-api/), so a text that has to be fetched is shown first, with a
 * button that copies it.
 * @throws where the browser refuses: without https, or where somebody has forbidden it
 */
export function copyText(text: string): Promise<void> {
  return navigator.clipboard.writeText(text);
}
