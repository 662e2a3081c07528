import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { transformWithOxc, type Plugin } from 'vite';

const source = 'src/sw.ts';
/** Not part of the shell: the host's own settings, and what only other programs read. */
const leftOut = new Set(['staticwebapp.config.json', 'robots.txt']);

/** Builds the service worker: it knows every file of the build by name, and is a new one whenever one of them is. */
export function serviceWorker(): Plugin {
  let publicDir = '';
  return {
    name: 'matinee-service-worker',
    apply: 'build',
    enforce: 'post',
    configResolved(config) {
      publicDir = config.publicDir;
    },
    async generateBundle(_, bundle) {
      const built = Object.values(bundle).filter((file) => !file.fileName.endsWith('.map'));
      const fixed = readdirSync(publicDir).filter((name) => !leftOut.has(name));
      const hash = createHash('sha256');
      for (const file of built.sort((a, b) => a.fileName.localeCompare(b.fileName))) hash.update(file.fileName).update(file.type === 'chunk' ? file.code : file.source);
      for (const name of fixed.sort()) hash.update(name).update(readFileSync(join(publicDir, name)));
      const shell = ['/', ...[...built.map((file) => file.fileName).filter((name) => name !== 'index.html'), ...fixed].map((name) => `/${name}`)];
      const script = await transformWithOxc(readFileSync(source, 'utf8'), source, { target: 'es2022' });
      const code = script.code
        .replace(/^export\s*\{\s*\};?$/m, '')
        .replaceAll('VERSION', JSON.stringify(hash.digest('hex').slice(0, 12)))
        .replace(/\bSHELL\b/g, 'shell');
      this.emitFile({ type: 'asset', fileName: 'sw.js', source: `const shell = ${JSON.stringify(shell)};\n${code}` });
    },
  };
}
