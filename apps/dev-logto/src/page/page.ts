import { html, Html } from './html.ts';

const style = new Html(`
:root { color-scheme: light dark; --text: #1f2328; --quiet: #5d6673; --line: #d5dae1; --ground: #f6f7f9; --card: #fff; --accent: #0b5cd6; --bad: #b3261e; }
@media (prefers-color-scheme: dark) { :root { --text: #e8eaed; --quiet: #a2abb8; --line: #3a404a; --ground: #15181c; --card: #1e2227; --accent: #7db2ff; --bad: #ff9d94; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--text); font: 15px/1.5 system-ui, sans-serif; }
main { width: min(100%, 30rem); margin: 0 auto; padding: 2.5rem 1rem; }
main.wide { width: min(100%, 46rem); }
h1 { font-size: 1.35rem; line-height: 1.3; margin: 0 0 .25rem; }
h2 { font-size: .95rem; margin: 2rem 0 .5rem; }
p { margin: 0 0 1rem; }
code { white-space: nowrap; }
.quiet { color: var(--quiet); }
.bad { color: var(--bad); font-weight: 600; }
.brand { display: flex; align-items: center; gap: .75rem; font-weight: 600; overflow-wrap: anywhere; }
.brand img { max-width: 10rem; max-height: 2.5rem; }
a { color: var(--accent); overflow-wrap: anywhere; }
ul { list-style: none; margin: 0; padding: 0; background: var(--card); border: 1px solid var(--line); border-radius: 8px; overflow: hidden; }
li + li { border-top: 1px solid var(--line); }
li > div { padding: .75rem 1rem; overflow-wrap: anywhere; }
.person { display: block; width: 100%; padding: .65rem 1rem; border: 0; background: none; color: inherit; font: inherit; text-align: start; cursor: pointer; overflow-wrap: anywhere; }
.person:hover { background: var(--ground); }
.person span { display: block; }
label { display: block; margin: 0 0 .75rem; }
input { display: block; width: 100%; margin-top: .25rem; padding: .55rem .7rem; border: 1px solid var(--line); border-radius: 6px; background: var(--card); color: inherit; font: inherit; }
button.primary { padding: .55rem 1.1rem; border: 0; border-radius: 6px; background: var(--accent); color: var(--card); font: inherit; font-weight: 600; cursor: pointer; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: -2px; }
`);

interface Options {
  readonly lang?: string;
  readonly wide?: boolean;
  /** Colour of links and buttons, such as `#0b5cd6`, in place of the page's own. */
  readonly accent?: string | undefined;
}

/** A whole page: no script, no asset from elsewhere but a logo, light and dark, usable at 390 px. */
export function page(title: string, body: Html, { lang = 'en', wide = false, accent }: Options = {}): string {
  return html`<!doctype html>
    <html lang="${lang}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <style>
          ${style} ${accent && new Html(`:root { --accent: ${accent}; }`)}
        </style>
      </head>
      <body>
        <main class="${wide ? 'wide' : ''}">${body}</main>
      </body>
    </html> `.text;
}
