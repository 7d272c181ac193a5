/**
 * One step of the schema. Steps are numbered in tens so that a repair fits between two of them, run each in
 * one transaction, and are never edited once released. They use no code of the tables: only SQL.
 */
export type Migration = {
  /** Becomes `user_version`. */
  readonly version: number;
  readonly name: string;
  readonly sql: string;
};

/** GLOB pattern of a day `YYYY-MM-DD` for CHECK rules. */
export const dayPattern = '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]';
