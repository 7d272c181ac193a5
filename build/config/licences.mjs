// Whose code is in the package, under which licence: found in the modules that were bundled, not in a list by hand.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';

/** Licences that let the code be shipped without conditions on ours; a choice is settled by its free half. */
const allowed = new Set([
  'MIT',
  'MIT/X11',
  'ISC',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'Apache-2.0',
  'Unlicense',
  'Zlib',
  'CC0-1.0',
  'BlueOak-1.0.0',
]);

/** Packages that name no licence in their package.json, with where it stands. */
const statedElsewhere = new Map([['buffers', 'MIT/X11']]);

/** Packages that are shipped beside the bundles. */
const shippedWhole = ['better-sqlite3', 'bindings', 'file-uri-to-path'];

/** A plugin that notes the folders of the packages whose modules go into a bundle. */
export function packageCollector(folders) {
  return {
    name: 'packages-in-bundle',
    generateBundle(_options, bundle) {
      for (const part of Object.values(bundle))
        for (const id of Object.keys(part.modules ?? {})) {
          const folder = packageFolder(id);
          if (folder !== undefined) folders.add(folder);
        }
    },
  };
}

/** Folder of the package a module belongs to; nothing for a module of our own. */
export function packageFolder(id) {
  const path = id.replaceAll(sep, '/').replace(/^\0/, '');
  const from = path.lastIndexOf('/node_modules/');
  if (from < 0) return undefined;
  const [scope, name] = path.slice(from + '/node_modules/'.length).split('/');
  return `${path.slice(0, from)}/node_modules/${scope.startsWith('@') ? `${scope}/${name}` : scope}`;
}

/** Name, version, licence and its text of every package, by name. Throws when a licence is none we ship. */
export function licenceList(root, folders) {
  const whole = shippedWhole
    .map((name) => join(root, 'node_modules', name))
    .filter((folder) => existsSync(folder));
  const list = [...new Set([...folders, ...whole])].map(describe);
  const byName = new Map(list.map((each) => [`${each.name}@${each.version}`, each]));
  const refused = [...byName.values()].filter(({ licence }) => !mayShip(licence));
  if (refused.length > 0)
    throw new Error(
      `these licences may not be shipped: ${refused.map(({ name, licence }) => `${name} (${licence})`).join(', ')}`,
    );
  return [...byName.values()].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

/** Whether code under this licence may be shipped: all parts of an AND, one of an OR. */
export function mayShip(licence) {
  const plain = licence.replace(/^\((.*)\)$/, '$1');
  if (plain.includes(' OR ')) return plain.split(' OR ').some(mayShip);
  return plain.split(' AND ').every((each) => allowed.has(each));
}

function describe(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((each) => /^(licen[cs]e|copying)/i.test(each));
  const licence =
    (typeof license === 'string' ? license : license?.type) ?? statedElsewhere.get(name) ?? 'none';
  return {
    name,
    version,
    licence,
    text: file === undefined ? '' : readFileSync(join(folder, file), 'utf8').trim(),
  };
}
