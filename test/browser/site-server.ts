import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { contentSecurityPolicy } from '../host/browser-host';
import { serveFile } from '../host/serve-files';

/** A static host for a folder, with the policy that production hosts should send. */
export async function serveSite(folder: string): Promise<{ readonly origin: string; readonly close: () => void }> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://site');
    const { status, contentType, body } = serveFile(folder, pathname);
    response.writeHead(status, { 'content-type': contentType, 'content-security-policy': contentSecurityPolicy });
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
