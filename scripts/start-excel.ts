/**
 * Opens desktop Excel with the add-in sideloaded from this machine (Windows and Mac), and takes it out again:
 *
 *   npm run excel            build for https://localhost:3000, serve it, open Excel
 *   npm run excel -- stop    close it and unregister the add-in
 *
 * `office-addin-debugging` is fetched on demand: it does not install on Linux, and no build needs it.
 */
import { spawnSync } from 'node:child_process';

const tool = 'office-addin-debugging@7';
/** Makes and trusts a certificate for localhost, which the development server then uses. */
const certificates = 'office-addin-dev-certs@2';

function main(): number {
  const [command = 'start'] = process.argv.slice(2);
  if (command !== 'start' && command !== 'stop') {
    console.error('Use "npm run excel" or "npm run excel -- stop".');
    return 2;
  }
  if (process.platform !== 'win32' && process.platform !== 'darwin') {
    console.error(
      'Desktop Excel is on Windows and Mac only. Use Excel on the web: docs/deploy.md tells how to upload the manifest.',
    );
    return 2;
  }
  const args =
    command === 'stop'
      ? ['--yes', tool, 'stop', 'manifest.xml']
      : [
          '--yes',
          tool,
          'start',
          'manifest.xml',
          'desktop',
          '--dev-server',
          'npm run start',
          '--dev-server-port',
          '3000',
        ];
  const status = command === 'start' ? npx(['--yes', certificates, 'install']) : 0;
  return status === 0 ? npx(args) : status;
}

function npx(args: readonly string[]): number {
  const isWindows = process.platform === 'win32';
  // The shell that starts npx on Windows splits at blanks.
  const quoted = isWindows ? args.map((argument) => (argument.includes(' ') ? `"${argument}"` : argument)) : args;
  const { status } = spawnSync('npx', quoted, {
    stdio: 'inherit',
    shell: isWindows,
    env: { ...process.env, ADDIN_HTTPS: '1' },
  });
  return status ?? 1;
}

process.exitCode = main();
