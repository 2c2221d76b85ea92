import { execFileSync, spawnSync } from 'node:child_process';
import { findBrowser } from '../test/host/find-browser';

/**
 * Makes sure that the browser tests have a browser: one that is there, else Chromium from the system's package manager where
 * this user may install it. `BROWSER_PATH` names one explicitly.
 */
function main(): void {
  const found = browserIfAny();
  if (found) return console.log(`Browser for the tests: ${found}`);
  const isRoot = process.getuid?.() === 0;
  const packageManagers = [
    {
      command: 'apt-get',
      steps: [['update'], ['install', '-y', '--no-install-recommends', 'chromium', 'fonts-liberation']],
    },
    { command: 'dnf', steps: [['install', '-y', 'chromium']] },
    { command: 'apk', steps: [['add', 'chromium']] },
  ];
  const manager = packageManagers.find(({ command }) => spawnSync('which', [command]).status === 0);
  if (isRoot && manager) {
    for (const step of manager.steps) execFileSync(manager.command, step, { stdio: 'inherit' });
    const installed = browserIfAny();
    if (installed) return console.log(`Browser for the tests: ${installed}`);
  }
  console.error(
    'The browser tests need Chromium, Chrome or Edge. Install one (Debian: apt-get install chromium), or name the executable in BROWSER_PATH.',
  );
  process.exitCode = 1;
}

function browserIfAny(): string | null {
  try {
    return findBrowser();
  } catch {
    return null;
  }
}

main();
