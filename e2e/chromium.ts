/**
 * Finds a Chromium for the browser tests without downloading one: a named one, Playwright's own, the system's,
 * or the one that comes inside the npm package @sparticuz/chromium (Linux x64).
 */
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

const systemBrowsers = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

const nssPlaces = ['/usr/lib/x86_64-linux-gnu/libnss3.so', '/lib/x86_64-linux-gnu/libnss3.so', '/usr/lib64/libnss3.so'];

/** The package ships NSS for machines without it and unpacks it only where it believes to run on AWS Lambda. */
async function chromiumFromNpm(): Promise<string> {
  const lacksNss = !nssPlaces.some(existsSync);
  if (lacksNss) process.env.AWS_EXECUTION_ENV = 'AWS_Lambda_nodejs20.x';
  const { default: packaged } = await import('@sparticuz/chromium');
  packaged.setGraphicsMode = false;
  return packaged.executablePath();
}

export async function findChromium(): Promise<string> {
  const named = process.env.E2E_CHROMIUM;
  if (named) {
    if (!existsSync(named)) throw new Error(`E2E_CHROMIUM names ${named}, which does not exist.`);
    return named;
  }
  const found = [chromium.executablePath(), ...systemBrowsers].find((path) => path && existsSync(path));
  if (found) return found;
  if (process.platform === 'linux' && process.arch === 'x64') return chromiumFromNpm();
  throw new Error('No Chromium found. Install Chrome or Chromium, or name one with E2E_CHROMIUM.');
}

/** No background traffic, and a sandbox wherever Chromium allows one (it refuses to run sandboxed as root). */
export const chromiumArguments = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];
