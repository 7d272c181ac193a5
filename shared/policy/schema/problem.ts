/** What is wrong with a pack, where, and what to do about it. */
export type PackProblem = {
  readonly file: string;
  /** Line from 1. */
  readonly line: number;
  readonly message: string;
  readonly fix: string;
};

/** A place inside a YAML file: keys and positions from the top. */
export type YamlPath = readonly (string | number)[];
