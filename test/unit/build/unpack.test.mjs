import { mkdtempSync, readFileSync, readlinkSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fileFromTarball, unpackZip } from '#build/setup/unpack.mjs';

let folder;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tidu131 解包 '));
});
afterEach(() => rmSync(folder, { recursive: true }));

function tarball(files) {
  const blocks = Object.entries(files).flatMap(([name, text]) => {
    const header = Buffer.alloc(512);
    header.write(name, 0, 'latin1');
    header.write(text.length.toString(8).padStart(11, '0'), 124, 'latin1');
    const body = Buffer.alloc(Math.ceil(text.length / 512) * 512);
    body.write(text, 'latin1');
    return [header, body];
  });
  return gzipSync(Buffer.concat([...blocks, Buffer.alloc(1024)]));
}

/** A zip as archivers write it: local headers, directory, end record. */
function zip(entries, comment = '') {
  const parts = [];
  const directory = [];
  let offset = 0;
  for (const { name, bytes, mode = 0o100644, stored = false } of entries) {
    const packed = stored ? bytes : deflateRawSync(bytes);
    const title = Buffer.from(name, 'utf8');
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(title.length, 26);
    local.writeUInt16LE(4, 28);
    parts.push(local, title, Buffer.alloc(4), packed);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE(stored ? 0 : 8, 10);
    central.writeUInt32LE(packed.length, 20);
    central.writeUInt16LE(title.length, 28);
    central.writeUInt32LE((mode << 16) >>> 0, 38);
    central.writeUInt32LE(offset, 42);
    directory.push(central, title);
    offset += 34 + title.length + packed.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(offset, 16);
  end.writeUInt16LE(comment.length, 20);
  return Buffer.concat([...parts, ...directory, end, Buffer.from(comment)]);
}

test('a file comes out of a tarball whole, whatever stands before it', () => {
  const long = 'x'.repeat(1500);
  const bytes = tarball({ 'package/a.txt': 'first', 'package/b.txt': long, 'package/empty': '' });
  expect(fileFromTarball(bytes, 'package/a.txt').toString()).toBe('first');
  expect(fileFromTarball(bytes, 'package/b.txt').toString()).toBe(long);
  expect(fileFromTarball(bytes, 'package/empty')).toHaveLength(0);
  expect(fileFromTarball(bytes, 'package/none')).toBeUndefined();
});

test('a zip is unpacked with its executable bits and links, without what is left out', () => {
  const program = Buffer.from('#!/bin/sh\n');
  const bytes = zip(
    [
      { name: 'App/', bytes: Buffer.alloc(0), stored: true },
      { name: 'App/程序', bytes: program, mode: 0o100755 },
      { name: 'App/lib/a.so', bytes: Buffer.from('library'), stored: true },
      { name: 'App/link.so', bytes: Buffer.from('lib/a.so'), mode: 0o120777 },
      { name: 'App/resources/secret', bytes: Buffer.from('no') },
    ],
    'a comment behind the end record',
  );
  unpackZip(bytes, folder, (name) => (name.includes('resources') ? undefined : name.slice('App/'.length)));
  expect(readFileSync(join(folder, '程序'))).toEqual(program);
  expect(readFileSync(join(folder, 'lib/a.so'), 'utf8')).toBe('library');
  if (process.platform !== 'win32') {
    expect(statSync(join(folder, '程序')).mode & 0o777).toBe(0o755);
    expect(readlinkSync(join(folder, 'link.so'))).toBe('lib/a.so');
  }
  expect(() => statSync(join(folder, 'resources'))).toThrow();
});

test('what leads out of the folder is refused', () => {
  const bytes = zip([{ name: 'App/../../evil', bytes: Buffer.from('x') }]);
  expect(() => unpackZip(bytes, folder, (name) => name.slice('App/'.length))).toThrow('outside');
});

test('what is no zip is said to be none', () => {
  expect(() => unpackZip(Buffer.from('<html>not found</html>'), folder, (name) => name)).toThrow('not a zip');
});
