import { chromium, type Browser } from 'playwright-core';

/** Chromium without a window, for pages of this machine only: no sandbox, as root has none, and no traffic of its own. */
export async function launchBrowser(executable: string): Promise<Browser> {
  return chromium.launch({
    executablePath: executable,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--disable-dev-shm-usage',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
