import type { BookDesk } from './book-desk';
import { remoteDesk } from './remote-desk';
import type { DeskPort } from './remote-desk';

/** A desk in a Web Worker of this page's own origin, which starts a further one for the solver. */
export function browserDesk(): BookDesk {
  return remoteDesk(
    () => new Worker(new URL('./desk-worker.ts', import.meta.url), { name: 'desk' }) as unknown as DeskPort,
  );
}
