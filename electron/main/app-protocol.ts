import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { protocol } from 'electron';
import { appScheme, contentSecurityPolicy, pagePath } from './app-address.ts';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
};

/** Must run before the application is ready: makes the scheme behave like a secure web origin. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: appScheme,
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ]);
}

/** Serves the built pages, and nothing else, under our own scheme. */
export function servePages(): void {
  const folder = join(__dirname, '../renderer');
  protocol.handle(appScheme, async (request) => {
    const path = pagePath(request.url);
    const type = path === undefined ? undefined : types[extname(path)];
    if (path === undefined || type === undefined) return new Response(null, { status: 404 });
    const bytes = await readFile(join(folder, path)).catch(() => undefined);
    if (bytes === undefined) return new Response(null, { status: 404 });
    return new Response(new Uint8Array(bytes), {
      headers: {
        'Content-Type': type,
        'Content-Security-Policy': contentSecurityPolicy,
        'X-Content-Type-Options': 'nosniff',
      },
    });
  });
}
