/** Milliseconds of drawing before the page may answer again. */
const slice = 12;
/** Room around what is seen of a region in which content is drawn ahead of scrolling there. */
const ahead = '300px';

/** Elements whose content is still to be drawn, in order, each with its latest drawing. */
const waiting = new Map<Element, () => void>();
let isScheduled = false;

/** The same for elements that were not near to being seen yet. */
const unseen = new WeakMap<Element, () => void>();
const seen = new WeakSet<Element>();
const observers = new WeakMap<Element, IntersectionObserver>();

/** Draws the content of an element soon, in a later task; a further call replaces the one before. */
export function drawLater(target: Element, drawing: () => void): void {
  waiting.set(target, drawing);
  schedule();
}

/** The same once the element is near to being seen in the region that scrolls it. */
export function drawWhenSeen(target: Element, drawing: () => void): void {
  const region = target.closest('[role="region"]');
  if (seen.has(target) || !region || typeof IntersectionObserver === 'undefined') return drawLater(target, drawing);
  unseen.set(target, drawing);
  observerOf(region).observe(target);
}

/** Leaves undrawn what an element was still to contain. */
export function forgetLater(target: Element): void {
  waiting.delete(target);
  unseen.delete(target);
}

function observerOf(region: Element): IntersectionObserver {
  const known = observers.get(region);
  if (known) return known;
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        const drawing = unseen.get(target);
        if (!isIntersecting || !drawing) continue;
        observer.unobserve(target);
        unseen.delete(target);
        seen.add(target);
        drawLater(target, drawing);
      }
    },
    { root: region, rootMargin: ahead },
  );
  observers.set(region, observer);
  return observer;
}

function schedule(): void {
  if (isScheduled || waiting.size === 0) return;
  isScheduled = true;
  setTimeout(() => {
    isScheduled = false;
    const started = performance.now();
    for (const [target, drawing] of waiting) {
      waiting.delete(target);
      // What has gone from the page meanwhile needs no content.
      if (target.isConnected) drawing();
      if (performance.now() - started > slice) break;
    }
    schedule();
  }, 0);
}
