import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { net, protocol, session } from 'electron';

/** Replaced while `npm run dev` builds; empty in every other build, which then drops the branch below. */
declare const __DEV_SERVER__: string;

const SCHEME = 'app';
const HOST = 'mingbai';
/** Every address of ours begins with this. */
export const ORIGIN = `${SCHEME}://${HOST}`;

const TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

const COMMON_POLICY = "default-src 'none'; font-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
// A printed page runs no script at all.
const WINDOW_EXTRAS = "script-src 'self'; connect-src 'self'";
const PRINT_EXTRAS = "script-src 'none'";

const pages = new Map<string, string>();

/** Makes `app:` a real origin with a code cache. Electron wants this before it is ready. */
export function declareScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/** Serves the built renderer from `folder` under `app://mingbai/`, and the registered print pages. */
export function serveApp(folder: string): void {
  session.defaultSession.protocol.handle(SCHEME, async (request) => {
    const url = new URL(request.url);
    if (url.host !== HOST || request.method !== 'GET') return refused(404);
    if (url.pathname.startsWith('/print/')) return printPage(url.pathname.slice('/print/'.length));
    if (__DEV_SERVER__) return net.fetch(`${__DEV_SERVER__}${url.pathname}${url.search}`);
    return rendererFile(folder, url.pathname);
  });
}

/** Serves `html` at the answered address until `removePage(id)`. It may load our fonts and styles, and no script. */
export function registerPage(id: string, html: string): string {
  pages.set(id, html);
  return `${ORIGIN}/print/${id}`;
}

/** Forgets a registered page. */
export function removePage(id: string): void {
  pages.delete(id);
}

function printPage(id: string): Response {
  const html = pages.get(id);
  return html === undefined ? refused(404) : page(html, PRINT_EXTRAS);
}

async function rendererFile(folder: string, pathname: string): Promise<Response> {
  const file = normalize(join(folder, decodeURIComponent(pathname)));
  if (!file.startsWith(folder + sep)) return refused(404);
  const extension = extname(file);
  try {
    return extension === '.html' ? page(await readFile(file, 'utf8'), WINDOW_EXTRAS) : answer(await readFile(file), extension);
  } catch {
    return refused(404);
  }
}

/** A page under its policy; its own inline styles carry this load's nonce where `__NONCE__` stands. */
function page(html: string, extras: string): Response {
  const nonce = randomBytes(16).toString('base64');
  const policy = `${COMMON_POLICY}; style-src 'self' 'nonce-${nonce}'; ${extras}`;
  return answer(html.replaceAll('__NONCE__', nonce), '.html', { 'content-security-policy': policy });
}

function answer(body: string | Uint8Array<ArrayBuffer>, extension: string, headers: Record<string, string> = {}): Response {
  const type = TYPES[extension] ?? 'application/octet-stream';
  return new Response(body, { headers: { 'content-type': type, 'x-content-type-options': 'nosniff', ...headers } });
}

const refused = (status: number) => new Response(null, { status });
