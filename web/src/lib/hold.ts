/** How long nothing may have grown until a page is taken to be whole. */
const quiet = 3000;

/**
 * Brings a part of the page to its top and keeps it there while what stands above still grows, until the viewer goes on themselves. Gives
 * how to let go.
 */
export function hold(part: Element): () => void {
  const end = new AbortController();
  const bring = (): void => part.scrollIntoView({ behavior: 'instant' });
  let patience: ReturnType<typeof setTimeout> | undefined;
  const observer = new ResizeObserver(() => {
    bring();
    clearTimeout(patience);
    patience = setTimeout(letGo, quiet);
  });
  function letGo(): void {
    observer.disconnect();
    clearTimeout(patience);
    end.abort();
  }
  for (const sign of ['wheel', 'touchmove', 'keydown', 'pointerdown', 'popstate']) addEventListener(sign, letGo, { signal: end.signal, passive: true });
  // It tells of the first size at once.
  observer.observe(document.body);
  return letGo;
}
