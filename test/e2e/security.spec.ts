import { expect } from '@playwright/test';
import { api } from '#shared/contract/api.ts';
import type { Bridge } from '#shared/contract/bridge.ts';
import { type Application, launchWith } from './support/application.ts';
import { test } from './support/test.ts';

declare global {
  interface Window {
    readonly tidu: Bridge;
  }
}

let app: Application;

test.beforeAll(async () => {
  app = await launchWith({ district: '钱塘', sample: false });
});
test.afterAll(async () => {
  await app.electron.close();
});

test('pages are sandboxed, without Node, and get four functions and nothing of Electron', async () => {
  const settings = await app.electron.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    // Electron has the method, its type list does not.
    const live = (
      contents as unknown as { getLastWebPreferences(): Record<string, unknown> }
    ).getLastWebPreferences();
    return [live.sandbox, live.contextIsolation, live.nodeIntegration, live.webSecurity, live.webviewTag];
  });
  expect(settings).toEqual([true, true, false, true, false]);
  const seen = await app.page.evaluate(() => ({
    bridge: Object.keys(window.tidu).sort(),
    node: [typeof globalThis.require, typeof globalThis.process, typeof globalThis.Buffer],
  }));
  expect(seen.bridge).toEqual(['call', 'cancel', 'grantFile', 'subscribe']);
  expect(seen.node).toEqual(['undefined', 'undefined', 'undefined']);
});

test('scripts that did not come with the program do not run', async () => {
  const ran = await app.page.evaluate(async () => {
    const inline = document.createElement('script');
    inline.textContent = 'window.inlineRan = true';
    document.body.append(inline);
    const link = document.createElement('script');
    link.src = 'data:text/javascript,window.dataRan=true';
    document.body.append(link);
    await new Promise((resolve) => {
      link.addEventListener('error', resolve);
      link.addEventListener('load', resolve);
    });
    inline.remove();
    link.remove();
    return ['inlineRan', 'dataRan'].filter((name) => name in window);
  });
  expect(ran).toEqual([]);
});

test('nothing leaves for the network: no fetch, socket, picture, frame or beacon', async () => {
  const reached = await app.page.evaluate(async () => {
    const outside = 'https://example.com/';
    const tries: Record<string, Promise<boolean>> = {
      fetch: fetch(outside).then(
        () => true,
        () => false,
      ),
      local: fetch('http://127.0.0.1:9/').then(
        () => true,
        () => false,
      ),
      file: fetch('file:///etc/passwd').then(
        () => true,
        () => false,
      ),
      picture: new Promise((resolve) => {
        const picture = new Image();
        picture.onload = () => resolve(true);
        picture.onerror = () => resolve(false);
        picture.src = `${outside}a.png`;
      }),
      socket: new Promise((resolve) => {
        try {
          const socket = new WebSocket('wss://example.com/');
          socket.onopen = () => resolve(true);
          socket.onerror = () => resolve(false);
        } catch {
          // Refused before it was tried, which is what we want.
          resolve(false);
        }
      }),
    };
    const entries = await Promise.all(
      Object.entries(tries).map(async ([name, outcome]) => [name, await outcome] as const),
    );
    return entries.filter(([, ok]) => ok).map(([name]) => name);
  });
  expect(reached).toEqual([]);
});

test('hostile messages are answered with failures and break nothing', async () => {
  const codes = await app.page.evaluate(async () => {
    const methods = [
      'ledger.state',
      'firms.search',
      'firms.save',
      'imports.open',
      'reports.pdf',
      'changes.undo',
      '@excel',
      '__proto__',
      'constructor',
      '',
    ];
    const inputs = [
      null,
      undefined,
      42,
      'x'.repeat(100_000),
      [],
      { __proto__: { admin: true } },
      JSON.parse('{"__proto__": {"admin": true}, "constructor": {"prototype": {}}}'),
      { tokens: ['../../etc/passwd', '/etc/passwd'] },
      { filter: { text: { toString: 'x' } } },
      { id: Number.NaN, patch: { name: ['a'] }, reason: {} },
    ];
    const answers = [];
    for (const method of methods) {
      for (const input of inputs) {
        const answer = await window.tidu.call(method, input, 'job');
        answers.push(answer.ok ? `${method}: ok` : answer.error.code);
      }
    }
    return [...new Set(answers)];
  });
  for (const code of codes) {
    expect([
      'bad-request',
      'unknown-method',
      'file-token-unknown',
      'not-found',
      'ledger.state: ok',
    ]).toContain(code);
  }
  expect(
    await app.page.evaluate(() => ({}) as { admin?: boolean }).then((each) => each.admin),
  ).toBeUndefined();
  const state = await app.page.evaluate(() => window.tidu.call('ledger.state', {}));
  expect(state.ok).toBe(true);
});

test('100,000 hostile messages over the real bridge: all refused, nothing written, no memory kept', async () => {
  const memory = () =>
    app.electron.evaluate(({ app: running }) =>
      running.getAppMetrics().reduce((sum, { memory: each }) => sum + each.workingSetSize, 0),
    );
  const history = () => app.page.evaluate(() => window.tidu.call('changes.list', {}));
  const before = await history();
  const [firstCodes, firstKilobytes] = [await hostileMessages(1, 20_000), await memory()];
  const codes = new Set([...firstCodes, ...(await hostileMessages(2, 80_000))]);
  for (const code of codes) {
    expect(['bad-request', 'unknown-method', 'file-token-unknown', 'not-found']).toContain(code);
  }
  // What four times as many messages leave behind is no more than ordinary swing.
  expect((await memory()) - firstKilobytes).toBeLessThan(200 * 1024);
  expect(await history()).toEqual(before);
  expect((await app.page.evaluate(() => window.tidu.call('ledger.state', {}))).ok).toBe(true);
});

/** To these the empty object is a good question, and the bridge makes one of an object that only has `__proto__`. */
const methodsWithoutInput = Object.entries(api)
  .filter(([, { input }]) => input.safeParse({}).success)
  .map(([name]) => name);

/** Sends random methods with random hostile inputs, hundreds at a time; gives the codes of the answers. */
function hostileMessages(seed: number, count: number): Promise<string[]> {
  return app.page.evaluate(
    async ({ names, willing, from, total }) => {
      let state = from;
      const next = (below: number) => {
        state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
        return state % below;
      };
      const leaves = [
        null,
        undefined,
        Number.NaN,
        -1,
        2 ** 53,
        1.5,
        true,
        '',
        '../../etc/passwd',
        "'; DROP TABLE firm; --",
        '\u0000',
        'x'.repeat(20_000),
        [],
        new Uint8Array(64),
        JSON.parse('{"__proto__": {"admin": true}}'),
      ];
      const keys = [
        'id',
        'patch',
        'filter',
        'tokens',
        'asOf',
        'year',
        '__proto__',
        'constructor',
        'firmId',
        'rows',
      ];
      const make = (depth: number): unknown => {
        const kind = next(depth === 0 ? 1 : 4);
        if (kind === 0) return leaves[next(leaves.length)];
        if (kind === 1) return Array.from({ length: next(4) }, () => make(depth - 1));
        return Object.fromEntries(
          Array.from({ length: 1 + next(4) }, () => [keys[next(keys.length)] ?? '', make(depth - 1)]),
        );
      };
      const codes = new Set<string>();
      for (let sent = 0; sent < total; sent += 500) {
        const batch = Array.from({ length: 500 }, () => {
          const method = names[next(names.length)] ?? '';
          const input = willing.includes(method) ? { hostile: make(2) } : make(3);
          return window.tidu.call(method, input, next(2) === 0 ? 'job' : undefined).then(
            (answer) => (answer.ok ? `${method}: ok` : answer.error.code),
            (error: unknown) => `${method}: ${String(error)}`,
          );
        });
        for (const code of await Promise.all(batch)) codes.add(code);
      }
      return [...codes];
    },
    {
      names: [...Object.keys(api), '@excel', '@reader', '__proto__', 'toString', ''],
      from: seed,
      total: count,
      willing: methodsWithoutInput,
    },
  );
}

test('the window stays on its page: no navigation, no second window, no permission', async () => {
  // Asked through main: the driver itself would wait for a navigation that never comes.
  const inPage = (code: string) =>
    app.electron.evaluate(
      ({ BrowserWindow }, text) => BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(text),
      code,
    );
  const address = () =>
    app.electron.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().map((window) => window.webContents.getURL()),
    );
  const before = await address();
  expect(before).toHaveLength(1);
  expect(await inPage("window.open('https://example.com/') === null")).toBe(true);
  for (const place of ['https://example.com/', 'file:///etc/passwd', 'app://other/index.html']) {
    await inPage(`window.location.href = '${place}'; 0`);
    await inPage('new Promise((resolve) => requestAnimationFrame(() => resolve(0)))');
    expect(await address(), place).toEqual(before);
  }
  expect(await inPage('Notification.requestPermission()')).toBe('denied');
  expect(await inPage("document.querySelector('h1').textContent")).toBe('工作台');
});
