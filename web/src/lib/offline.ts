/** Keeps the house itself on the device, so that it opens without a connection. Only as built: while it is worked on, it would be in the way. */
export function stayHere(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  // After the first page: it needs the line more.
  addEventListener('load', () => void navigator.serviceWorker.register('/sw.js').catch(() => undefined));
}
