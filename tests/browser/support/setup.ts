import { findChromium } from './chromium.mjs';
import { startService } from './service';

/** Starts the system once for all tests, or takes the one that MATINEE_URL names; gives how to end it. */
export default async function setup(): Promise<() => Promise<void>> {
  if (!findChromium()) throw new Error('There is no Chromium here: install it (apt install chromium), or name one in MATINEE_CHROMIUM.');
  const running = process.env['MATINEE_URL'];
  const service = running ? { address: running.replace(/\/$/, ''), stop: () => Promise.resolve() } : await startService();
  process.env['MATINEE_ADDRESS'] = service.address;
  return service.stop;
}
