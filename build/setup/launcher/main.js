// A stock Electron opens the folder named on its command line by a small application of its own; a runtime that was
// taken out of another program lacks it, and this stands in for it.
const { app } = require('electron');
const { readFileSync } = require('node:fs');
const { join, resolve } = require('node:path');

const folder = process.argv.slice(1).find((argument) => !argument.startsWith('-'));
if (folder === undefined) throw new Error('name the folder of an application');
const path = resolve(folder);
const description = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8'));
app.setAppPath(path);
app.setName(description.productName ?? description.name);
app.setVersion(description.version);
require(join(path, description.main));
