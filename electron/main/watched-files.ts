/** A file that lies in the watched folder. */
export type FoundFile = {
  readonly name: string;
  readonly size: number;
  /** Moment of its last change, milliseconds. */
  readonly changedAt: number;
};

const endings = /\.(?:xlsx|xlsm|xls|et|ods|csv|tsv)$/i;

/** Whether a name can be a roster: a spreadsheet, and not the mark of one that is open in Excel or WPS. */
export function isRosterName(name: string): boolean {
  return endings.test(name) && !/^(?:~\$|\.)/.test(name);
}

/** What tells one version of a file from the next. */
export function fileKey({ name, size, changedAt }: FoundFile): string {
  return `${name}|${size}|${Math.round(changedAt)}`;
}

/** A file that changed so shortly ago may still be on its way. */
const settledAfter = 1_000;

/**
 * Files to read: those of which this version was not seen, in the order of their names.
 * `waiting` says that another is still being written, so that it is worth looking again soon.
 */
export function newFiles(
  found: readonly FoundFile[],
  seen: ReadonlySet<string>,
  now: number,
): { readonly ready: readonly FoundFile[]; readonly waiting: boolean } {
  const fresh = found
    .filter((file) => !seen.has(fileKey(file)))
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  const ready = fresh.filter(({ changedAt }) => now - changedAt >= settledAfter);
  return { ready, waiting: ready.length < fresh.length };
}
