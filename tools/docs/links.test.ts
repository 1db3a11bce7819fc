import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { projectPath } from '../build-settings.ts';

const pages = [
  ...['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'src/core/README.md'],
  ...readdirSync(projectPath('docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name.replaceAll('\\', '/')}`),
];

const read = (page: string): string => readFileSync(projectPath(page), 'utf8');
/** What GitHub makes of a heading. */
const anchorOf = (heading: string): string => heading.toLowerCase().replaceAll(/[`*]/g, '').replaceAll(/[^\p{Letter}\p{Number} _-]/gu, '').replaceAll(' ', '-');
const anchorsOf = (page: string): readonly string[] => [...read(page).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => anchorOf(heading));

/** Links to places inside the project, outside of code. */
function linksIn(page: string): readonly string[] {
  const prose = read(page).replaceAll(/^```[\s\S]*?^```$/gm, '');
  return [...prose.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link).filter((link) => !/^[a-z]+:/.test(link));
}

function leadsNowhere(page: string, link: string): boolean {
  const [path = '', anchor] = link.split('#');
  const target = path === '' ? page : join(dirname(page), path);
  if (!existsSync(projectPath(target))) return true;
  return anchor !== undefined && !anchorsOf(target).includes(anchor);
}

test.each(pages)('every link of %s leads somewhere', (page) => {
  expect(linksIn(page).filter((link) => leadsNowhere(page, link))).toEqual([]);
});
