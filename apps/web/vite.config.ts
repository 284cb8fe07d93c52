import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig } from 'vite';
import { completeLocales } from './build/complete-locales.ts';
import { plainMessages } from './build/plain-messages.ts';
import { precompress } from './build/precompress.ts';
import { hasNoSideEffects } from './build/side-effects.ts';
import { styleNonce } from './build/style-nonce.ts';

const locales = fileURLToPath(new URL('src/i18n/locales', import.meta.url));

export default defineConfig({
  resolve: { conditions: ['org-portal-source', ...defaultClientConditions] },
  plugins: [react(), styleNonce(), completeLocales(locales), plainMessages(), precompress()],
  build: {
    target: 'es2023',
    manifest: true,
    sourcemap: false,
    modulePreload: { polyfill: false },
    // The start is one file on purpose; what it weighs over the wire is measured, and has a limit of its own.
    chunkSizeWarningLimit: 1300,
    rolldownOptions: {
      treeshake: { moduleSideEffects: (id) => !hasNoSideEffects(id) },
      output: {
        codeSplitting: {
          groups: [
            { name: 'start', tags: ['$initial'] },
            { name: 'icons', test: /@ant-design.icons/, minModuleSize: 0 },
          ],
        },
      },
    },
  },
});
