/** Proves at compile time that a union is handled whole; throws if data from outside slipped through. */
export function assertNever(value: never): never {
  throw new Error(`unexpected value ${JSON.stringify(value)}`);
}
