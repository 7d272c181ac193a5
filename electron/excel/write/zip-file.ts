import { pipeline } from 'node:stream/promises';
import { crc32, createDeflateRaw } from 'node:zlib';

/** Takes the bytes of the archive in their order. */
export type Sink = (bytes: Uint8Array) => Promise<void>;

type Entry = {
  readonly name: Buffer;
  readonly crc: number;
  readonly packed: number;
  readonly unpacked: number;
  readonly offset: number;
};

const signatures = { local: 0x04034b50, descriptor: 0x08074b50, central: 0x02014b50, end: 0x06054b50 };
const version = 20;
/** Sizes follow the data (they are not known before), names are UTF-8. */
const flags = 0x0808;
const deflated = 8;
/** 1980-01-01, the first day a zip knows: equal contents give equal files. */
const firstDay = 0x21;
/** Repeated tags pack well at any level; a higher one costs more time than it saves room. */
const level = 3;
/** Bytes that packing hands on at a time. */
const chunkSize = 65_536;

/** Writes a zip as a stream: each part is packed while it is made, and nothing is kept but the directory. */
export class ZipFile {
  readonly #sink: Sink;
  readonly #signal: AbortSignal;
  readonly #entries: Entry[] = [];
  #offset = 0;

  constructor(sink: Sink, signal: AbortSignal) {
    this.#sink = sink;
    this.#signal = signal;
  }

  /** Adds one part. */
  async add(path: string, texts: Iterable<string> | AsyncIterable<string>): Promise<void> {
    const name = Buffer.from(path);
    const offset = this.#offset;
    await this.#put(localHeader(name));
    let crc = 0;
    let unpacked = 0;
    const before = this.#offset;
    await pipeline(
      async function* bytes() {
        for await (const text of texts) {
          const chunk = Buffer.from(text);
          crc = crc32(chunk, crc);
          unpacked += chunk.length;
          yield chunk;
        }
      },
      createDeflateRaw({ level, chunkSize }),
      async (packed: AsyncIterable<Buffer>) => {
        for await (const chunk of packed) await this.#put(chunk);
      },
      { signal: this.#signal },
    );
    const entry = { name, crc, packed: this.#offset - before, unpacked, offset };
    await this.#put(numbers32(signatures.descriptor, entry.crc, entry.packed, entry.unpacked));
    this.#entries.push(entry);
  }

  /** Writes the directory; nothing can be added afterwards. */
  async end(): Promise<void> {
    const start = this.#offset;
    for (const entry of this.#entries) await this.#put(centralHeader(entry));
    const size = this.#offset - start;
    const count = this.#entries.length;
    const end = Buffer.alloc(22);
    end.writeUInt32LE(signatures.end, 0);
    end.writeUInt16LE(count, 8);
    end.writeUInt16LE(count, 10);
    end.writeUInt32LE(size, 12);
    end.writeUInt32LE(start, 16);
    await this.#put(end);
  }

  async #put(bytes: Uint8Array): Promise<void> {
    this.#offset += bytes.length;
    await this.#sink(bytes);
  }
}

function localHeader(name: Buffer): Buffer {
  const header = Buffer.alloc(30);
  header.writeUInt32LE(signatures.local, 0);
  writeCommon(header, 4);
  header.writeUInt16LE(name.length, 26);
  return Buffer.concat([header, name]);
}

function centralHeader({ name, crc, packed, unpacked, offset }: Entry): Buffer {
  const header = Buffer.alloc(46);
  header.writeUInt32LE(signatures.central, 0);
  header.writeUInt16LE(version, 4);
  writeCommon(header, 6);
  header.writeUInt32LE(crc, 16);
  header.writeUInt32LE(packed, 20);
  header.writeUInt32LE(unpacked, 24);
  header.writeUInt16LE(name.length, 28);
  header.writeUInt32LE(offset, 42);
  return Buffer.concat([header, name]);
}

function writeCommon(header: Buffer, at: number): void {
  header.writeUInt16LE(version, at);
  header.writeUInt16LE(flags, at + 2);
  header.writeUInt16LE(deflated, at + 4);
  header.writeUInt16LE(firstDay, at + 8);
}

function numbers32(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4);
  for (const [index, value] of values.entries()) bytes.writeUInt32LE(value, index * 4);
  return bytes;
}
