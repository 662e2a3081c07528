import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Plugin } from 'vite';

const config = 'staticwebapp.config.json';
const header = 'Content-Security-Policy';

/** The origin that VITE_API_URL names; undefined where the service answers under the site's own address. */
export function serviceOrigin(given: string | undefined): string | undefined {
  if (!given) return undefined;
  const url = URL.canParse(given) ? new URL(given) : undefined;
  const isHere = url?.protocol === 'http:' && (url.hostname === 'localhost' || url.hostname === '127.0.0.1');
  // It becomes a part of the content security policy: nothing but an origin may.
  if (!url || !/^[a-z\d.-]+$/.test(url.hostname) || (url.protocol !== 'https:' && !isHere) || given.replace(/\/$/, '') !== url.origin) {
    throw new Error(`VITE_API_URL is '${given}'. Write the origin of the service alone, such as https://func-films.azurewebsites.net, or nothing where the site's own address answers /api.`);
  }
  return url.origin;
}

/** The site's headers with the service's origin among what pages may connect to. */
export function withService(json: string, origin: string): string {
  const site = JSON.parse(json) as { globalHeaders: Record<string, string> };
  const policy = site.globalHeaders[header]?.split('; ') ?? [];
  const at = policy.findIndex((directive) => directive.startsWith('connect-src '));
  if (at < 0) throw new Error(`${config} has no connect-src in its ${header}: add one, for it to be extended.`);
  policy[at] += ` ${origin}`;
  site.globalHeaders[header] = policy.join('; ');
  return `${JSON.stringify(site, undefined, 2)}\n`;
}

/** Builds the site for a service at another address: its pages may connect there, and do so while the script is still on its way. */
export function serviceElsewhere(origin: string): Plugin {
  let folder = '';
  return {
    name: 'matinee-service-elsewhere',
    apply: 'build',
    configResolved(resolved) {
      folder = resolve(resolved.root, resolved.build.outDir);
    },
    transformIndexHtml: () => [{ tag: 'link', attrs: { rel: 'preconnect', href: origin, crossorigin: '' }, injectTo: 'head' }],
    closeBundle() {
      const file = join(folder, config);
      writeFileSync(file, withService(readFileSync(file, 'utf8'), origin));
    },
  };
}
