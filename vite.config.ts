import adapter from '@sveltejs/adapter-node';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [
    sveltekit({
      adapter: adapter({ precompress: true }),
      // Own TypeScript files stay outside the server bundle (below), so nothing here may inline them.
      csp: {
        mode: 'hash',
        directives: {
          'default-src': ['none'],
          'script-src': ['self'],
          'style-src': ['self'],
          // The one style attribute there is: SvelteKit's unseen announcer of the new page, which
          // would stand in plain sight without it.
          'style-src-attr': [
            'unsafe-hashes',
            'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo=',
          ],
          'img-src': ['self', 'data:', 'blob:'],
          'font-src': ['self'],
          'media-src': ['self'],
          'connect-src': ['self'],
          'object-src': ['self'],
          'manifest-src': ['self'],
          'worker-src': ['self'],
          'form-action': ['self'],
          'frame-ancestors': ['none'],
          'base-uri': ['none'],
        },
      },
      // The entry (src/server.ts) compares Origin with Host itself; see docs/decisions.
      csrf: { trustedOrigins: ['*'] },
      inlineStyleThreshold: 0,
      // Only quick entry has one, for its own address; it registers it itself (ruling 26).
      serviceWorker: { register: false },
    }),
  ],
  environments: {
    client: {
      build: {
        rolldownOptions: {
          // A room's door shows all it has, and a page is sent what it takes of that: the pages of errors load
          // at every start of the desk and say six sentences. Nothing of ours happens by being imported in a
          // browser.
          treeshake: {
            moduleSideEffects: [{ test: /\/src\/lib\/[^?]+\.ts$/, sideEffects: false }],
          },
          // A style sheet a component would cost a public page twenty requests (decision 27). What the
          // lightest pages take stands first: a module belongs to the first group that names it.
          output: {
            codeSplitting: {
              groups: [
                { name: 'base', test: /\/lib\/ui\/(SkipLink\.svelte\?|styles\/index\.css)/ },
                { name: 'ui', test: /\/lib\/ui\/[A-Za-z]+\.svelte\?svelte&type=style/ },
                {
                  name: 'portal',
                  test: /\/routes\/\(portal\)\/(?!thon\/).+\.svelte\?svelte&type=style/,
                },
              ],
            },
          },
        },
      },
    },
    ssr: {
      build: {
        rolldownOptions: {
          // One instance of every own module: the bundle, the server entry and the commands all load
          // the same TypeScript files, which Node runs as they are.
          external: [/^#lib\/(?!.*\.svelte(\.ts)?$).*\.ts$/],
        },
      },
    },
  },
});
