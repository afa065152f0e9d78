// The fonts that ship with the program, so that paper looks the same everywhere: Noto Sans SC in its two
// weights, cut into a hundred files each of which a page loads those it needs. Served as /fonts.css.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths.mjs';

const SOURCE = join(root, 'node_modules/@fontsource/noto-sans-sc');
const WEIGHTS = [400, 700];

const sheet = () =>
  WEIGHTS.map((weight) => readFileSync(join(SOURCE, `${weight}.css`), 'utf8'))
    .join('\n')
    .replace(/, url\([^)]*\.woff\) format\('woff'\)/g, '')
    .replaceAll('./files/', 'fonts/')
    .replace(/\/\*.*?\*\//g, '')
    .replace(/\s+/g, ' ');

/** A Vite plugin that adds `fonts.css` and `fonts/*.woff2` to the renderer, built or served. */
export const shippedFonts = () => ({
  name: 'shipped-fonts',
  generateBundle() {
    const css = sheet();
    this.emitFile({ type: 'asset', fileName: 'fonts.css', source: css });
    for (const [, name] of css.matchAll(/url\(fonts\/([^)]+)\)/g)) {
      this.emitFile({ type: 'asset', fileName: `fonts/${name}`, source: readFileSync(join(SOURCE, 'files', name)) });
    }
  },
  configureServer(server) {
    server.middlewares.use((request, response, next) => {
      const [, name] = /^\/(fonts\.css|fonts\/[\w-]+\.woff2)$/.exec(request.url ?? '') ?? [];
      if (!name) return next();
      response.setHeader('content-type', name === 'fonts.css' ? 'text/css' : 'font/woff2');
      response.end(name === 'fonts.css' ? sheet() : readFileSync(join(SOURCE, 'files', name.slice('fonts/'.length))));
    });
  },
});
