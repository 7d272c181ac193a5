import type Database from 'better-sqlite3';

/** The driver's own connection; only the modules of this folder that open, seal, undo and check use it. */
export type Connection = Database.Database;

/** What the ledger stores in a column: 分 and ids as integers, everything else as text. */
export type SqlValue = string | number | null;

/** A statement that reads; the row type is what the caller's SELECT promises. */
export type Query<Row> = {
  readonly get: (...values: SqlValue[]) => Row | undefined;
  readonly all: (...values: SqlValue[]) => Row[];
  readonly iterate: (...values: SqlValue[]) => IterableIterator<Row>;
};

/** A statement that writes; `Row` is what its RETURNING promises. */
export type Write<Row> = {
  readonly run: (...values: SqlValue[]) => Database.RunResult;
  readonly get: (...values: SqlValue[]) => Row | undefined;
};

/** Reads the ledger (台账). Statements are prepared once and kept for the life of the connection. */
export class ReadDb {
  readonly #statements: StatementCache;

  constructor(statements: StatementCache) {
    this.#statements = statements;
  }

  /** Prepares a statement that only reads; anything else is a bug and throws. */
  query<Row>(sql: string): Query<Row> {
    const statement = this.#statements.prepare<Row>(sql);
    if (!statement.readonly) throw new Error(`a read was asked to write: ${sql}`);
    return statement;
  }
}

/**
 * The only handle that write functions of the tables accept. `changeSet` hands it out and ends it,
 * so a write outside a change set (变更集) does not compile.
 */
export class WriteTx extends ReadDb {
  readonly #statements: StatementCache;
  /** Number of the change set that this work becomes. */
  readonly changeSetId: number;
  #ended = false;

  constructor(statements: StatementCache, changeSetId: number) {
    super(statements);
    this.#statements = statements;
    this.changeSetId = changeSetId;
  }

  /** Prepares a writing statement. */
  write<Row = never>(sql: string): Write<Row> {
    if (this.#ended) throw new Error('the change set of this handle has ended');
    return this.#statements.prepare<Row>(sql);
  }

  /** Makes the handle useless; called by `changeSet` when the work is over. */
  end(): void {
    this.#ended = true;
  }
}

/** Keeps every prepared statement of one connection by its text. */
export class StatementCache {
  readonly #connection: Connection;
  readonly #statements = new Map<string, Database.Statement<SqlValue[], unknown>>();

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  /** The statement for this text, prepared at first use. */
  prepare<Row>(sql: string): Database.Statement<SqlValue[], Row> {
    let statement = this.#statements.get(sql);
    if (statement === undefined) {
      statement = this.#connection.prepare<SqlValue[], unknown>(sql);
      this.#statements.set(sql, statement);
    }
    // The row type is the caller's promise about its own SELECT; the driver cannot know it.
    return statement as Database.Statement<SqlValue[], Row>;
  }
}

/** An open ledger: read from it freely, write to it through `changeSet`. */
export class Ledger {
  /** Path of the file, `:memory:` for the ledger of a test. */
  readonly path: string;
  readonly read: ReadDb;
  readonly #connection: Connection;
  readonly #statements: StatementCache;

  constructor(path: string, connection: Connection) {
    this.path = path;
    this.#connection = connection;
    this.#statements = new StatementCache(connection);
    this.read = new ReadDb(this.#statements);
  }

  /** Closes the file; the last one to close folds the write-ahead log into it. */
  close(): void {
    this.#connection.close();
  }

  /** The raw parts, for `change-set.ts`, `verify.ts` and `backup.ts`; use them nowhere else. */
  static parts(ledger: Ledger): { readonly connection: Connection; readonly statements: StatementCache } {
    return { connection: ledger.#connection, statements: ledger.#statements };
  }
}
