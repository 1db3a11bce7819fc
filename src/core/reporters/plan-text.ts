import { formatCidr } from '../address/cidr.ts';
import { formatCount } from '../address/format-count.ts';
import type { DescribedPlan } from '../planning/describe-plan.ts';
import type { Forecast } from '../planning/forecast.ts';
import { listPlanRows, writePlanMarkdown, type PlanRow } from '../planning/write-plan.ts';
import { plainStyle, type TextStyle } from './paint.ts';
import { columns, hang } from './text-layout.ts';

const HEAD = ['SUBNET', 'CIDR', 'ZONE', 'KIND', 'FIRST – LAST', 'USABLE', 'USED'];

const cellsOf = ({ name, cidr, zone, kind, first, last, usable, used }: PlanRow): readonly string[] => [
  kind === 'free' ? '–' : name,
  cidr,
  zone === '' ? '–' : zone,
  kind,
  `${first} – ${last}`,
  formatCount(usable),
  kind === 'free' ? '' : formatCount(used),
];

const indent = (text: string): string => text.split('\n').map((line) => `  ${line}`.trimEnd()).join('\n');

/** Two spaces, a word of eight characters, two spaces. */
const LEAD = 12;

/** What overlaps, a sentence each; one line for all that are clear. */
function writeForecasts(forecasts: readonly Forecast[], { paint, width }: TextStyle): readonly string[] {
  const write = (lead: string, text: string): string => hang(lead, text, { width, leadLength: LEAD });
  const bad = forecasts.filter(({ meets }) => meets !== undefined).map(({ sentence }) => write(`  ${paint('fail', 'overlaps')}  `, sentence));
  const clear = forecasts.filter(({ meets }) => meets === undefined).map(({ name, block }) => `${name} (${formatCidr(block)})`);
  return clear.length === 0 ? bad : [...bad, write(`  ${paint('pass', 'clear')}     `, clear.join(', '))];
}

function writeOne({ plan, forecasts, fits, ipv6 }: DescribedPlan, style: TextStyle): string {
  const { name, id, blocks, allocated, total, free } = plan;
  const rows = columns([HEAD, ...listPlanRows(plan).map(cellsOf)]);
  const parts = [
    `${style.paint('strong', name)} (${id})  ${blocks.map(formatCidr).join(', ')}`,
    `  ${formatCount(allocated)} of ${formatCount(total)} addresses are allocated, ${formatCount(free)} are free. AWS keeps five of each subnet.`,
    ...(ipv6 ? [`  IPv6 ${ipv6.blocks.join(', ')}: ${formatCount(ipv6.taken.length)} of ${formatCount(ipv6.all)} blocks of /64 are taken${ipv6.next === undefined ? '' : `; the next is ${ipv6.next}`}.`] : []),
    '',
    indent(rows),
    '',
    ...writeForecasts(forecasts, style),
    ...fits.map(({ block, instead }) => `  ${instead} is the nearest block of the size of ${block} that fits all.`),
  ];
  return `${parts.join('\n')}\n`;
}

/** The address plans of a design for people: subnets and what is free, then what they overlap. */
export function writePlanText(plans: readonly DescribedPlan[], style: TextStyle = plainStyle): string {
  return plans.length === 0 ? 'The design has no VPC.\n' : plans.map((described) => writeOne(described, style)).join('\n');
}

/** The same as Markdown, with the forecast as a list. */
export function writePlansMarkdown(plans: readonly DescribedPlan[]): string {
  return plans
    .map(({ plan, forecasts, fits }) => {
      const sentences = forecasts.filter(({ meets, kind }) => meets !== undefined || kind !== 'usual').map(({ sentence }) => `- ${sentence}`);
      const advice = fits.map(({ block, instead }) => `- ${instead} is the nearest block of the size of ${block} that fits all.`);
      const lines = [...sentences, ...advice];
      return lines.length === 0 ? writePlanMarkdown(plan) : `${writePlanMarkdown(plan)}\n${lines.join('\n')}\n`;
    })
    .join('\n');
}
