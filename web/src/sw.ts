/// <reference lib="webworker" />
/*
 * Keeps the house itself on the device: the shell, so that it opens without a connection and says so, and files whose names carry their
 * content. What the service answers is never kept: it is of the moment, and may be private.
 */
declare const self: ServiceWorkerGlobalScope;

/** Put in by the build: what the shell is made of, and a name for exactly that. */
declare const SHELL: readonly string[];
declare const VERSION: string;

const cacheName = `matinee-${VERSION}`;
const patience = 4000;

self.addEventListener('install', (event) => event.waitUntil(caches.open(cacheName).then((cache) => cache.addAll(SHELL))));

self.addEventListener('activate', (event) => event.waitUntil(clear()));

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin || url.pathname.startsWith('/api/')) return;
  if (request.mode === 'navigate') event.respondWith(open(request));
  else if (SHELL.includes(url.pathname)) event.respondWith(kept(request));
});

/** A page: the latest, or after a while the one that is kept. */
async function open(request: Request): Promise<Response> {
  const there = await caches.match('/', { cacheName });
  if (!there) return fetch(request);
  const late = new Promise<Response>((resolve) => setTimeout(() => resolve(there), patience));
  return Promise.race([fetch(request).catch(() => there), late]);
}

async function kept(request: Request): Promise<Response> {
  return (await caches.match(request, { cacheName, ignoreVary: true })) ?? fetch(request);
}

/** Takes away what earlier versions kept. */
async function clear(): Promise<void> {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith('matinee-') && name !== cacheName).map((name) => caches.delete(name)));
}

export {};
