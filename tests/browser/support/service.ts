import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../../..');
const project = join(root, 'functions/Local');
const program = join(project, 'bin/Debug/net10.0', process.platform === 'win32' ? 'matinee.exe' : 'matinee');
const longestStart = 600_000;
const longestEnd = 30_000;

/** The whole system, with the bundled films, a simulated community and a model, in a folder of its own. */
export interface Service {
  address: string;
  stop: () => Promise<void>;
}

/** Starts it on a free port; gives it once the model is in service. */
export async function startService(): Promise<Service> {
  if (!existsSync(program)) build();
  const data = mkdtempSync(join(tmpdir(), 'matinee-browser-'));
  const key = randomUUID();
  const child = spawn(program, ['serve', '--port', '0', '--data', data, '--operator-key', key], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  try {
    const address = await readyAt(child);
    if (!(await hasReasons(address))) await retrain(address, key);
    return { address, stop: () => stop(child, data) };
  } catch (error) {
    await stop(child, data);
    throw error;
  }
}

function build(): void {
  const { status } = spawnSync('dotnet', ['build', project, '--nologo', '--verbosity', 'quiet'], { cwd: root, stdio: 'inherit' });
  if (status !== 0) throw new Error(`dotnet build ${project} failed.`);
}

function readyAt(child: ChildProcess): Promise<string> {
  return new Promise((found, failed) => {
    let said = '';
    const patience = setTimeout(() => failed(new Error(`Matinee was not ready after ${longestStart / 1000} s. It said:\n${said}`)), longestStart);
    const hear = (words: Buffer): void => {
      said += words.toString();
      const address = /Matinee is ready at (\S+)/.exec(said)?.[1];
      if (!address) return;
      clearTimeout(patience);
      found(address);
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.on('error', failed);
    child.on('exit', (code) => failed(new Error(`Matinee ended with code ${code} before it was ready. It said:\n${said}`)));
  });
}

/** Whether lists are made from own ratings. On a very busy machine the first training has time for nothing but what is popular. */
async function hasReasons(address: string): Promise<boolean> {
  const films = (await (await fetch(`${address}/api/v1/movies?limit=8`)).json()) as { items: { id: number }[] };
  const ratings = films.items.map(({ id }) => ({ movieId: id, stars: 5 }));
  const answer = await fetch(`${address}/api/v1/recommendations`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ ratings }) });
  const list = (await answer.json()) as { items: { reasons: { movieId?: number | null }[] }[] };
  return list.items.some((item) => item.reasons.some((reason) => reason.movieId));
}

/** Trains once more, with as much time as it takes, and waits until that model is in service. */
async function retrain(address: string, key: string): Promise<void> {
  const asked = await fetch(`${address}/api/v1/operations/retrain?force=true`, { method: 'POST', headers: { 'x-functions-key': key } });
  if (!asked.ok) throw new Error(`A second training was refused: ${asked.status} ${await asked.text()}`);
  for (const end = Date.now() + longestStart; Date.now() < end; await new Promise((later) => setTimeout(later, 1000))) if (await hasReasons(address)) return;
  throw new Error('After a second training lists are still not made from own ratings.');
}

async function stop(child: ChildProcess, data: string): Promise<void> {
  if (child.exitCode === null && child.signalCode === null && child.pid !== undefined) {
    const ended = new Promise((done) => child.once('exit', done));
    child.kill('SIGTERM');
    const patience = setTimeout(() => child.kill('SIGKILL'), longestEnd);
    await ended;
    clearTimeout(patience);
  }
  rmSync(data, { recursive: true, force: true });
}
