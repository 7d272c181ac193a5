/** What the set-up found: which Electron runs, from where, and which SQLite binding is in use. */
export function readRuntime(): {
  readonly electron: string;
  readonly electronFolder: string;
  readonly electronVersion: string;
  readonly electronSource: 'override' | 'official' | 'registry';
  readonly sqliteBinding: 'prebuilt' | 'compiled';
  readonly needsNoSandbox: boolean;
};
