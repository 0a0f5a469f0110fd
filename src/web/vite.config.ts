import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { towns } from './map/towns-plugin.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Everything in files of its own: the server's Content-Security-Policy takes nothing inline. */
export default defineConfig({
  root: here('.'),
  base: '/',
  plugins: [react(), towns()],
  build: {
    outDir: here('../../dist/web'),
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 700,
  },
  server: { port: 4748, proxy: { '/api': { target: 'http://127.0.0.1:4747', changeOrigin: true } } },
});
