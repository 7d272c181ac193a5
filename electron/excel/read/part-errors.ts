/** A part is of a kind that our reader leaves to the library: another encoding, another way of packing. */
export class UnknownPartError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'UnknownPartError';
  }
}

/** A part declares a document type, by which files can pull in others. */
export class DoctypeError extends Error {
  constructor() {
    super('doctype');
    this.name = 'DoctypeError';
  }
}
