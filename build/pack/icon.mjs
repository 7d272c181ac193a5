// Draws the icon: three steps that rise on 政务蓝. Generated, so that no picture has to be kept or edited by hand.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';

const background = [0x2a, 0x5c, 0xaa];
const steps = [
  { left: 0.2, top: 0.6, colour: [0xb9, 0xd0, 0xf2] },
  { left: 0.41, top: 0.42, colour: [0xdc, 0xe8, 0xf9] },
  { left: 0.62, top: 0.24, colour: [0xff, 0xff, 0xff] },
];
const stepWidth = 0.18;
const ground = 0.78;
const corner = 0.2;
/** Samples along each side of a pixel, which make edges smooth. */
const samples = 3;

/** The icon as PNG, `size` pixels wide and high. */
export function iconPng(size) {
  const rows = Buffer.alloc(size * (1 + size * 4));
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) paint(rows, y * (1 + size * 4) + 1 + x * 4, x, y, size);
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 6, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Writes icon.png (512), icon.ico for Windows and icon.icns for macOS into a folder. */
export function writeIcons(folder) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'icon.png'), iconPng(512));
  writeFileSync(join(folder, 'icon.ico'), windowsIcon([16, 32, 48, 256]));
  writeFileSync(join(folder, 'icon.icns'), macIcon());
}

function paint(rows, at, x, y, size) {
  const sum = [0, 0, 0];
  let covered = 0;
  for (let index = 0; index < samples * samples; index += 1) {
    const colour = colourAt(
      (x + ((index % samples) + 0.5) / samples) / size,
      (y + (Math.floor(index / samples) + 0.5) / samples) / size,
    );
    if (colour === undefined) continue;
    covered += 1;
    for (let part = 0; part < 3; part += 1) sum[part] += colour[part];
  }
  if (covered === 0) return;
  rows.set([...sum.map((value) => Math.round(value / covered)), (covered * 255) / (samples * samples)], at);
}

/** Colour at a place from 0 to 1; nothing outside the rounded square. */
function colourAt(x, y) {
  const dx = Math.max(corner - x, x - (1 - corner), 0);
  const dy = Math.max(corner - y, y - (1 - corner), 0);
  if (dx * dx + dy * dy > corner * corner) return undefined;
  const step = steps.find(({ left, top }) => x >= left && x < left + stepWidth && y >= top && y < ground);
  return step?.colour ?? background;
}

function chunk(name, data) {
  const bytes = Buffer.alloc(12 + data.length);
  bytes.writeUInt32BE(data.length, 0);
  bytes.write(name, 4, 'latin1');
  data.copy(bytes, 8);
  bytes.writeUInt32BE(crc32(bytes.subarray(4, 8 + data.length)), 8 + data.length);
  return bytes;
}

function windowsIcon(sizes) {
  const pictures = sizes.map(iconPng);
  const directory = Buffer.alloc(6 + 16 * sizes.length);
  directory.writeUInt16LE(1, 2);
  directory.writeUInt16LE(sizes.length, 4);
  let offset = directory.length;
  for (const [index, picture] of pictures.entries()) {
    const at = 6 + 16 * index;
    directory.set([sizes[index] % 256, sizes[index] % 256, 0, 0, 1, 0, 32, 0], at);
    directory.writeUInt32LE(picture.length, at + 8);
    directory.writeUInt32LE(offset, at + 12);
    offset += picture.length;
  }
  return Buffer.concat([directory, ...pictures]);
}

function macIcon() {
  const entries = [
    ['ic08', 256],
    ['ic09', 512],
    ['ic10', 1024],
  ].map(([type, size]) => entry(type, iconPng(size)));
  return entry('icns', Buffer.concat(entries));
}

function entry(type, data) {
  const head = Buffer.alloc(8);
  head.write(type, 0, 'latin1');
  head.writeUInt32BE(8 + data.length, 4);
  return Buffer.concat([head, data]);
}
