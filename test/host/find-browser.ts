import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const commands = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge', 'msedge'];

const installed = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  'C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** The executable of a Chromium, Chrome or Edge: `BROWSER_PATH`, one on the path, or one where installers put it. */
export function findBrowser(): string {
  const folders = (process.env.PATH ?? '').split(delimiter).concat('/usr/bin', '/usr/local/bin', '/snap/bin');
  const onPath = folders.flatMap((folder) => commands.map((command) => join(folder, command)));
  const wanted = process.env.BROWSER_PATH === undefined ? [] : [process.env.BROWSER_PATH];
  const found = [...wanted, ...onPath, ...installed].find(isExecutable);
  if (found === undefined) {
    throw new Error(
      'The browser tests need Chromium, Chrome or Edge. Install one (on Debian or Ubuntu: apt-get install chromium), ' +
        'or name the executable in BROWSER_PATH.',
    );
  }
  return found;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
