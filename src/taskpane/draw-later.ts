/** Milliseconds of drawing before the page may answer again. */
const slice = 12;

/** Elements whose content is still to be drawn, in order, each with its latest drawing. */
const waiting = new Map<Element, () => void>();
let isScheduled = false;

/** Draws the content of an element soon, in a later task; a further call replaces the one before. */
export function drawLater(target: Element, drawing: () => void): void {
  waiting.set(target, drawing);
  schedule();
}

/** Whether an element's content is still to be drawn. */
export function isWaiting(target: Element): boolean {
  return waiting.has(target);
}

function schedule(): void {
  if (isScheduled || waiting.size === 0) return;
  isScheduled = true;
  setTimeout(() => {
    isScheduled = false;
    const started = performance.now();
    for (const [target, drawing] of waiting) {
      waiting.delete(target);
      drawing();
      if (performance.now() - started > slice) break;
    }
    schedule();
  }, 0);
}
