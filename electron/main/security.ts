import { session, type WebContents, type WebPreferences } from 'electron';
import { appOrigin } from './app-address.ts';

/** Settings of every window: sandboxed pages without Node. */
export const webPreferences = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  webSecurity: true,
  webviewTag: false,
  spellcheck: false,
  navigateOnDragDrop: false,
} as const satisfies WebPreferences;

/** Stops every request that leaves the application and refuses every permission. */
export function lockSession(): void {
  const { defaultSession } = session;
  defaultSession.webRequest.onBeforeRequest((details, decide) => {
    const own =
      /^(app|devtools|data|blob):/.test(details.url) &&
      !(details.url.startsWith('app:') && !details.url.startsWith(appOrigin));
    decide({ cancel: !own });
  });
  defaultSession.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  defaultSession.setPermissionCheckHandler(() => false);
}

/** Keeps a page where it is: no navigation away, no new windows, no web views. */
export function lockContents(contents: WebContents): void {
  contents.on('will-navigate', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}
