import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, request as ask, type IncomingMessage, type OutgoingHttpHeaders, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join, resolve } from 'node:path';

const web = resolve(import.meta.dirname, '../../../web');
const types: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml', '.webmanifest': 'application/manifest+json' };

/** The site, built for and served beside a service of another site, as the Free plan of Static Web Apps has it. */
export interface Elsewhere {
  /** Where the site is. */
  site: string;
  /** Where the service is. */
  service: string;
  /** What pages have asked the service for so far. */
  asked: IncomingMessage[];
  stop: () => Promise<void>;
}

/** Builds it and serves it. For browsers `localhost` and `127.0.0.1` are two sites. */
export async function startElsewhere(): Promise<Elsewhere> {
  const asked: IncomingMessage[] = [];
  let site = '';
  const front = await listen(createServer(withCors(() => site, asked)));
  const service = `http://127.0.0.1:${portOf(front)}`;
  const folder = mkdtempSync(join(tmpdir(), 'matinee-elsewhere-'));
  build(folder, service);
  const host = await listen(createServer(files(folder)));
  site = `http://localhost:${portOf(host)}`;
  return {
    site,
    service,
    asked,
    stop: async () => {
      for (const server of [front, host]) {
        server.closeAllConnections();
        await new Promise((done) => server.close(done));
      }
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function build(folder: string, service: string): void {
  const { status, stderr } = spawnSync(process.execPath, [join(web, 'node_modules/vite/bin/vite.js'), 'build', '--outDir', folder, '--emptyOutDir'], {
    cwd: web,
    env: { ...process.env, NODE_ENV: 'production', VITE_API_URL: service },
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`The site could not be built for ${service}: ${stderr}`);
}

/** The service behind a front that lets the site's pages in, without cookies, as the platform does (infra/modules/api.bicep). */
function withCors(site: () => string, asked: IncomingMessage[]): RequestListener {
  return (request, response) => {
    const origin = request.headers.origin;
    const allowed: OutgoingHttpHeaders = origin !== undefined && origin === site() ? { 'access-control-allow-origin': origin, vary: 'Origin' } : {};
    if (request.method === 'OPTIONS') {
      const { 'access-control-request-headers': headers, 'access-control-request-method': method } = request.headers;
      response.writeHead(204, { ...allowed, ...(headers && { 'access-control-allow-headers': headers }), ...(method && { 'access-control-allow-methods': method }) }).end();
      return;
    }
    asked.push(request);
    const address = new URL(request.url ?? '/', process.env['MATINEE_ADDRESS']);
    const behind = ask(address, { method: request.method, headers: { ...request.headers, host: address.host } }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, { ...answer.headers, ...allowed });
      answer.pipe(response);
    });
    behind.on('error', (error) => response.writeHead(502).end(error.message));
    request.pipe(behind);
  };
}

/** The files with the headers that they were built with, and the page for every other address. */
function files(folder: string): RequestListener {
  const { globalHeaders } = JSON.parse(readFileSync(join(folder, 'staticwebapp.config.json'), 'utf8')) as { globalHeaders: Record<string, string> };
  return (request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const asFile = extname(path) === '' ? join(folder, 'index.html') : join(folder, path);
    if (!asFile.startsWith(folder) || !existsSync(asFile)) response.writeHead(404, globalHeaders).end();
    else response.writeHead(200, { ...globalHeaders, 'content-type': types[extname(asFile)] ?? 'application/octet-stream' }).end(readFileSync(asFile));
  };
}

async function listen(server: Server): Promise<Server> {
  await new Promise<void>((done) => server.listen(0, done));
  return server;
}

const portOf = (server: Server): number => (server.address() as AddressInfo).port;
