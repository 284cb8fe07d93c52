import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { Builder, Capabilities, Key, type WebDriver } from 'selenium-webdriver';
import { afterAll } from 'vitest';
import { freePort } from '../../../../scripts/process/free-port.mjs';
import { findWebKit } from '../../../../scripts/services/find.mjs';
import { closeAfterwards, Place, type Driver } from './place.ts';

/** WebKitGTK is there only where the system has it; see CONTRIBUTING.md. */
const webKit = findWebKit(process.env);
export const hasWebKit = webKit !== undefined;

const ends: (() => unknown)[] = [];
afterAll(() => Promise.all(ends.splice(0).map((end) => end())));

let server: Promise<string> | undefined;

/** @returns the address of a WebDriver server, whose browsers show on a display of its own */
async function startServer(): Promise<string> {
  const display = spawn(webKit?.display ?? '', ['-displayfd', '1', '-screen', '0', '1600x1200x24'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  ends.push(() => display.kill());
  const number = await firstLine(display.stdout);
  const port = await freePort();
  const env = { ...process.env, DISPLAY: `:${number}`, GDK_BACKEND: 'x11' };
  const driver = spawn(webKit?.driver ?? '', [`--port=${port}`], { env, stdio: 'ignore' });
  ends.push(() => driver.kill());
  return `http://127.0.0.1:${port}`;
}

async function firstLine(stream: NodeJS.ReadableStream): Promise<string> {
  for await (const line of createInterface(stream)) return line;
  throw new Error('The display did not start.');
}

/** A window of WebKitGTK with a fresh profile, for one test. */
export async function openWebKit({ width, height }: { width: number; height: number }): Promise<Place> {
  server ??= startServer();
  const capabilities = new Capabilities({
    browserName: 'MiniBrowser',
    'webkitgtk:browserOptions': { binary: webKit?.browser, args: ['--automation'] },
  });
  const webDriver = await new Builder()
    .usingServer(await server)
    .withCapabilities(capabilities)
    .build();
  await resize(webDriver, width, height);
  let isOpen = true;
  const driver: Driver = {
    goto: (url) => webDriver.get(url),
    url: () => webDriver.getCurrentUrl(),
    evaluate: (expression) => webDriver.executeScript(`return ${expression}`),
    press: async (x, y) => {
      const actions = webDriver.actions();
      await actions
        .move({ x: Math.round(x), y: Math.round(y) })
        .click()
        .perform();
    },
    type: async (text) => {
      await webDriver
        .actions()
        .sendKeys(...text.replaceAll('\n', Key.ENTER))
        .perform();
    },
    picture: () => webDriver.takeScreenshot(),
    close: async () => {
      if (isOpen) await webDriver.quit();
      isOpen = false;
    },
  };
  closeAfterwards(driver, 'webkit');
  return new Place(driver);
}

/** Sets what the page sees; the window has a bar as well. */
async function resize(driver: WebDriver, width: number, height: number): Promise<void> {
  await driver.manage().window().setRect({ width, height, x: 0, y: 0 });
  const [innerWidth = 0, innerHeight = 0] = await driver.executeScript<number[]>(
    'return [innerWidth, innerHeight]',
  );
  await driver
    .manage()
    .window()
    .setRect({ width: 2 * width - innerWidth, height: 2 * height - innerHeight });
}
