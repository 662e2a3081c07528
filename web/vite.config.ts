import { svelte } from '@sveltejs/vite-plugin-svelte';
import { loadEnv } from 'vite';
import { defineConfig } from 'vitest/config';
import { serviceElsewhere, serviceOrigin } from './service.ts';
import { serviceWorker } from './worker.ts';

const service = 'http://localhost:7071';

export default defineConfig(({ mode }) => {
  const origin = serviceOrigin(loadEnv(mode, import.meta.dirname)['VITE_API_URL']);
  return {
    plugins: [svelte(), serviceWorker(), ...(origin ? [serviceElsewhere(origin)] : [])],
    define: { 'import.meta.env.VITE_API_URL': JSON.stringify(origin ?? '') },
    build: {
      target: 'es2022',
      // The content security policy allows no inlined data but images.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
    },
    // Changes with a cookie must come from the service's own origin.
    server: { proxy: { '/api': { target: service, changeOrigin: true, headers: { origin: service } } } },
    resolve: process.env.VITEST ? { conditions: ['browser'] } : {},
    test: { environment: 'jsdom', include: ['*.test.ts', 'src/**/*.test.ts'] },
  };
});
