/** Every expected failure of the application. Each has its Chinese text in `shared/text/error-text.ts`. */
export const errorCodes = [
  'internal',
  'bad-request',
  'unknown-method',
  'untrusted-sender',
  'data-process-lost',
  'cancelled',
  'not-found',
  'no-ledger',
  'ledger-exists',
  'ledger-missing',
  'ledger-empty',
  'ledger-not-ours',
  'ledger-newer',
  'ledger-corrupt',
  'ledger-locked',
  'ledger-read-only',
  'ledger-io',
  'disk-full',
  'pragma-refused',
  'migration-failed',
  'unknown-pack',
  'pack-invalid',
  'pack-refused',
  'unknown-clause',
  'facts-invalid',
  'undo-moved-on',
  'undo-nothing',
  'undo-together',
  'undo-done-already',
  'file-missing',
  'file-empty',
  'file-too-large',
  'file-too-many-parts',
  'file-bomb',
  'file-encrypted',
  'file-doctype',
  'file-unsupported',
  'file-damaged',
  'file-timeout',
  'file-memory',
  'file-token-unknown',
  'file-write-failed',
  'file-too-long',
  'export-empty',
  'sheet-empty',
  'header-not-found',
  'form-empty',
  'kind-not-recognised',
  'import-nothing-to-do',
  'import-already-committed',
  'draft-missing',
  'draft-outdated',
  'firm-code-invalid',
  'firm-code-taken',
  'firm-name-missing',
  'demo-present',
  'demo-in-use',
  'pool-refused',
  'evaluation-refused',
  'project-refused',
  'project-twice',
  'claim-twice',
  'claim-order',
  'claim-refused',
  'claim-nothing',
  'batch-refused',
  'plan-refused',
  'service-refused',
  'park-refused',
  'goal-refused',
  'attachment-refused',
  'attachment-lost',
  'attachment-unopened',
  'task-refused',
  'visit-refused',
  'request-refused',
  'chain-refused',
  'merge-refused',
  'split-refused',
  'move-refused',
  'report-empty',
  'report-unsound',
  'print-failed',
  'usage',
] as const;

/** One expected failure, by name. */
export type ErrorCode = (typeof errorCodes)[number];

/** An expected failure on its way up inside one process; borders turn it into a `Failure`. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly params: Readonly<Record<string, string | number>>;
  readonly details: readonly string[] | undefined;

  constructor(
    code: ErrorCode,
    params: Readonly<Record<string, string | number>> = {},
    details?: readonly string[],
  ) {
    super(code);
    this.name = 'AppError';
    this.code = code;
    this.params = params;
    this.details = details;
  }
}
