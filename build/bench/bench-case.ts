/** Where one case works: a scratch folder that its parts share, the number of rows, and Electron with its arguments. */
export type Place = {
  readonly folder: string;
  readonly size: number;
  /** Executable, switches every start needs, and the folder of the application. */
  readonly electron: { readonly path: string; readonly switches: readonly string[]; readonly root: string };
};

/** Milliseconds by the name of what was measured; the same names in floor and run are set against each other. */
export type Marks = Readonly<Record<string, number>>;

/**
 * One measurement: what the application does, against the least that could do the same on this machine in this run.
 * Each of the three parts runs in a process of its own, so that time and memory are its own.
 */
export type BenchCase = {
  readonly name: string;
  /** Numbers of rows, with `--quick` and without. */
  readonly sizes: { readonly quick: readonly number[]; readonly full: readonly number[] };
  /** How often floor and run are measured, in turn; the median counts. */
  readonly repeat: number;
  /** What the floor is, for the table. */
  readonly floorName: string;
  /** Makes what floor and run need, in the scratch folder; not measured. */
  readonly prepare: (place: Place) => Promise<void>;
  readonly floor: (place: Place) => Promise<Marks>;
  readonly run: (place: Place) => Promise<Marks>;
};

/** Runs something and answers how long it took. */
export async function timed<T>(
  work: () => T | Promise<T>,
): Promise<{ readonly ms: number; readonly value: T }> {
  const started = performance.now();
  const value = await work();
  return { ms: performance.now() - started, value };
}

/** The value below which a share of the sorted values lies: 0.5 is the median. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
