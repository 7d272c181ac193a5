/** Scheme, host and start of every address of the application's own pages. */
export const appScheme = 'app';
/** The one host below the scheme. */
const appHost = 'tidu131';
/** Start of every address of our own. */
export const appOrigin = `${appScheme}://${appHost}/`;

/** What pages may load: only what came with the program; styles inline, because the component library writes them. */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Path below the pages' folder for an address of ours; nothing for any other address or a way out of the folder. */
export function pagePath(address: string): string | undefined {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    // No address at all: there is nothing to serve.
    return undefined;
  }
  if (url.protocol !== `${appScheme}:` || url.host !== appHost) return undefined;
  let path: string;
  try {
    path = decodeURIComponent(url.pathname);
  } catch {
    // A malformed escape names no file of ours.
    return undefined;
  }
  const parts = path.split('/').filter((part) => part !== '');
  if (parts.some((part) => part === '.' || part === '..' || /[\\:\0]/.test(part))) return undefined;
  return parts.length === 0 ? 'index.html' : parts.join('/');
}

/** Whether an address is a page of ours, for telling who sent a message. */
export function isOwnPage(address: string): boolean {
  return address.startsWith(appOrigin) && pagePath(address) !== undefined;
}
