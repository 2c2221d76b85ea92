/** A Web Worker of this page's own origin that forecasts items and cleans histories. */
export function createBrowserWorker(): Worker {
  return new Worker(new URL('./browser-worker.ts', import.meta.url), { name: 'forecasting' });
}
