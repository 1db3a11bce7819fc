// What `electron FOLDER` needs: the runtime we take from elsewhere comes without Electron's own default app.
// Playwright hands its loader over with `-r FILE`; the loader rewrites `process.argv`, so that comes first.
const { existsSync, readFileSync } = require('node:fs');
const { join, resolve } = require('node:path');
const { app } = require('electron');

function loadRequired() {
  const required = process.argv.flatMap((argument, index) => (process.argv[index - 1] === '-r' ? [argument] : []));
  for (const file of required) require(file);
  return new Set(required);
}

function describe(folder) {
  const path = join(folder, 'package.json');
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {};
}

function start(folder) {
  const { name, productName, version } = describe(folder);
  if (version !== undefined) app.setVersion(version);
  if (productName !== undefined || name !== undefined) app.setName(productName ?? name);
  app.setAppPath(folder);
  require(folder);
}

const required = loadRequired();
const folder = process.argv.slice(1).find((argument) => !argument.startsWith('-') && !required.has(argument));
if (folder === undefined) {
  console.error('Say which app to start: electron FOLDER');
  app.exit(1);
} else {
  start(resolve(folder));
}
