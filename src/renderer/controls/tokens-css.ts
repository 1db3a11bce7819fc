import type { ThemeName } from '@core/drawing/tokens.ts';
import {
  fontStacks,
  frame,
  hues,
  layers,
  lifts,
  motion,
  radii,
  spaces,
  themes,
  typeScale,
} from '@core/drawing/tokens.ts';

type Declaration = readonly [name: string, value: string];

/** The stylesheet of the look: every token as a custom property, colours under `data-theme`, hues under `data-hue`. */
export function tokensCss(): string {
  const rules = [
    rule(':root', sharedDeclarations()),
    rule(':root,\n[data-theme="light"]', themeDeclarations('light')),
    rule('[data-theme="dark"]', themeDeclarations('dark')),
    ...hues.map((hue) => rule(`[data-hue="${hue}"]`, hueDeclarations(hue))),
    `@media (prefers-reduced-motion: reduce) {\n${indent(rule(':root', stillDeclarations()))}}\n`,
  ];
  return `/* Written from src/core/drawing/tokens.ts; change the values there and run the tests with -u. */\n${rules.join('\n')}`;
}

function sharedDeclarations(): readonly Declaration[] {
  const types = Object.entries(typeScale);
  return [
    ...Object.entries(fontStacks).map(([name, stack]) => [`font-${name}`, stack] as const),
    ...types.map(([name, { size }]) => [`t-${name}`, `${size}px`] as const),
    ...types.map(([name, { line }]) => [`lh-${name}`, `${line}px`] as const),
    ...spaces.map((space, index) => [`s-${index + 1}`, `${space}px`] as const),
    ...Object.entries(radii).map(([name, radius]) => [`r-${name}`, `${radius}px`] as const),
    ...Object.entries(motion).map(([name, duration]) => [`m-${name}`, `${duration}ms`] as const),
    ['m-ease', 'cubic-bezier(0.2, 0, 0, 1)'],
    ...Object.entries(frame).map(([name, size]) => [name, `${size}px`] as const),
    ...Object.entries(layers).map(([name, layer]) => [`z-${name}`, `${layer}`] as const),
  ];
}

function themeDeclarations(theme: ThemeName): readonly Declaration[] {
  return [['color-scheme', theme], ...Object.entries(themes[theme]), ...Object.entries(lifts[theme])];
}

/** A VPC's own wash is for its large box; what is small takes the stronger wash of its family. */
function hueDeclarations(hue: string): readonly Declaration[] {
  const tone = hue === 'vpc' ? 'net' : hue;
  return [
    ['hue', `var(--${tone})`],
    ['hue-text', `var(--${tone}-text)`],
    ['wash', `var(--${tone}-wash)`],
  ];
}

function stillDeclarations(): readonly Declaration[] {
  return Object.keys(motion).map((name) => [`m-${name}`, '0ms']);
}

function rule(selector: string, declarations: readonly Declaration[]): string {
  const lines = declarations.map(([name, value]) => `  ${name === 'color-scheme' ? '' : '--'}${name}: ${value};\n`);
  return `${selector} {\n${lines.join('')}}\n`;
}

function indent(text: string): string {
  return text.replace(/^(?=.)/gm, '  ');
}
