import { readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, vi } from 'vitest';

/** What a browser must be able to do. Puppeteer drives any Firefox, Selenium any WebKitGTK; Playwright only its own. */
export interface Driver {
  /** Loads an address. */
  goto(url: string): Promise<void>;
  url(): Promise<string>;
  /** @param expression JavaScript. @returns its value, of JSON */
  evaluate(expression: string): Promise<unknown>;
  /** Presses the mouse at a place of the window, in CSS pixels. */
  press(x: number, y: number): Promise<void>;
  /** Types, key by key. */
  type(text: string): Promise<void>;
  /** @returns a PNG of what the window shows, in Base64 */
  picture(): Promise<string>;
  /** Closes the window. It is closed at the end of the test anyway. */
  close(): Promise<void>;
}

/** Where a failed test leaves what its page showed. */
const PICTURES = fileURLToPath(new URL('../../../../.cache/browser', import.meta.url));

/** Has the window closed after the test, with a picture of it if the test failed. */
export function closeAfterwards(driver: Driver, browser: string): void {
  onTestFinished(async ({ task }) => {
    if (task.result?.state === 'fail') {
      await mkdir(PICTURES, { recursive: true });
      const file = `${PICTURES}/${browser}-${task.name.replace(/\W+/g, '-')}.png`;
      await writeFile(file, await driver.picture(), 'base64');
    }
    await driver.close();
  });
}

/** Finds by role and name in the page, as Playwright does in Chromium. */
const TESTING_LIBRARY = readFileSync(
  createRequire(import.meta.url).resolve('@testing-library/dom/dist/@testing-library/dom.umd.min.js'),
  'utf8',
);

/** Milliseconds. A step may wait for code that is loaded late. */
const PATIENCE = { timeout: 20_000, interval: 100 };

/** A name that contains a text, or that matches. */
type Name = string | RegExp;
/** A query of Testing Library, and what it is given behind the element that it looks in: JavaScript. */
type Step = [query: 'queryAllByRole' | 'queryAllByText' | 'queryAllByLabelText', ...args: string[]];

const written = (name: Name) =>
  typeof name === 'string' ? `(name) => name.includes(${JSON.stringify(name)})` : String(name);

/** A place on a page. Each action finds it again. */
export class Place {
  readonly driver: Driver;
  readonly #steps: readonly Step[];

  constructor(driver: Driver, steps: readonly Step[] = []) {
    this.driver = driver;
    this.#steps = steps;
  }

  /** The first one in this place with the role and the name that can be seen. */
  role(role: string, name: Name = /(?:)/): Place {
    return this.#next(['queryAllByRole', JSON.stringify(role), `{ name: ${written(name)} }`]);
  }

  /** The first one in this place that has the text itself. */
  text(text: Name): Place {
    return this.#next(['queryAllByText', written(text)]);
  }

  /** The first field in this place with the label. */
  label(text: Name): Place {
    return this.#next(['queryAllByLabelText', written(text)]);
  }

  #next(step: Step): Place {
    return new Place(this.driver, [...this.#steps, step]);
  }

  /** Returns once it can be seen and has come to rest. @returns its middle, in CSS pixels of the window */
  there(): Promise<{ x: number; y: number }> {
    let before = '';
    return vi.waitFor(async () => {
      const middle = await this.#find();
      if (!middle) throw new Error(`${await this.driver.url()} has no ${JSON.stringify(this.#steps)}`);
      const isMoving = JSON.stringify(middle) !== before;
      before = JSON.stringify(middle);
      if (isMoving) throw new Error(`${JSON.stringify(this.#steps)} moves`);
      return middle;
    }, PATIENCE);
  }

  /** Returns once it cannot be seen any more. */
  async gone(): Promise<void> {
    await vi.waitFor(async () => expect(await this.#find()).toBeNull(), PATIENCE);
  }

  /** Presses it with the mouse, as soon as nothing covers it. What is loaded late may move it under the mouse. */
  async click(): Promise<void> {
    await vi.waitFor(async () => {
      const { x, y } = await this.there();
      await this.driver.press(x, y);
      // Of a page that the press led to nothing is known.
      expect(await this.driver.evaluate('globalThis.wasHit ?? true')).toBe(true);
    }, PATIENCE);
  }

  /** Puts the cursor into it and types. */
  async type(text: string): Promise<void> {
    await this.click();
    await this.driver.type(text);
  }

  async #find(): Promise<{ x: number; y: number } | null> {
    const { driver } = this;
    if (!(await driver.evaluate("'TestingLibraryDom' in globalThis")))
      await driver.evaluate(`(function () { ${TESTING_LIBRARY} }).call(globalThis)`);
    const found = this.#steps.reduce(
      (within, [query, ...args]) => `first(TestingLibraryDom.${query}(${[within, ...args].join()}))`,
      'document.body',
    );
    return (await driver.evaluate(`(() => {
      const none = document.createElement('div');
      const first = (elements) => elements.find((one) => one.getClientRects().length > 0) ?? none;
      const element = ${found};
      if (element === none) return null;
      element.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
      globalThis.wasHit = false;
      element.addEventListener('pointerdown', () => (globalThis.wasHit = true), { once: true });
      const { left, top, width, height } = element.getBoundingClientRect();
      const [x, y] = [left + width / 2, top + height / 2];
      const onTop = document.elementFromPoint(x, y);
      const isReached = onTop && (element.contains(onTop) || [...(element.labels ?? [])].some((it) => it.contains(onTop)) || onTop.contains(element));
      return isReached ? { x, y } : null;
    })()`)) as { x: number; y: number } | null;
  }
}
