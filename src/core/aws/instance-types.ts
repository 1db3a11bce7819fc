import { documentation } from './documentation-links.ts';

/** A letter (or word) after the generation, and what it says. */
export interface InstanceAttribute {
  readonly letters: string;
  readonly meaning: string;
}

/** An instance type taken apart. https://docs.aws.amazon.com/ec2/latest/instancetypes/instance-type-names.html */
export interface InstanceTypeAnatomy {
  readonly type: string;
  /** The family's letters, lower case: `t` in `t3.micro`. */
  readonly family: string;
  readonly familyMeaning: string;
  /** Missing where the name carries none, as in `mac-m4.metal`. */
  readonly generation?: number;
  readonly attributes: readonly InstanceAttribute[];
  readonly size: string;
  readonly sizeMeaning: string;
  /** All of it in one sentence. */
  readonly summary: string;
  readonly source: string;
}

const familyMeanings: Readonly<Record<string, string>> = {
  a: 'general purpose on Arm',
  c: 'compute optimized',
  d: 'dense storage',
  dl: 'deep learning training',
  f: 'programmable hardware (FPGA)',
  g: 'graphics and machine learning on GPUs',
  gr: 'graphics on GPUs with more memory',
  h: 'storage on hard disks',
  hpc: 'high performance computing',
  i: 'storage optimized',
  im: 'storage optimized, 4 GiB of memory for each vCPU',
  inf: 'machine learning inference on AWS Inferentia',
  is: 'storage optimized, 6 GiB of memory for each vCPU',
  m: 'general purpose',
  mac: 'macOS on Mac hardware',
  p: 'machine learning on GPUs',
  r: 'memory optimized',
  t: 'burstable performance',
  trn: 'machine learning training on AWS Trainium',
  u: 'high memory',
  vt: 'video transcoding',
  x: 'memory intensive',
  z: 'high frequency with much memory',
};

const attributeMeanings: Readonly<Record<string, string>> = {
  a: 'AMD processors',
  b: 'more bandwidth to block storage',
  d: 'local instance store disks',
  e: 'extra storage or memory',
  f: 'a fraction of a GPU',
  flex: 'flex: full performance most of the time for a lower price',
  g: 'AWS Graviton (Arm) processors',
  i: 'Intel processors',
  n: 'more network bandwidth',
  q: 'Qualcomm accelerators',
  u: 'part of an UltraServer',
  z: 'high processor frequency',
};

const smallSizes: Readonly<Record<string, string>> = {
  nano: 'the smallest size',
  micro: 'the second smallest size',
  small: 'a small size',
  medium: 'half of large',
  large: 'the base size, usually 2 vCPUs',
  xlarge: 'twice large, usually 4 vCPUs',
  metal: 'the whole machine without a hypervisor',
};

const MULTIPLE_PATTERN = /^(\d+)xlarge$/;
const METAL_PATTERN = /^metal-(\d+)xl$/;
const MEMORY_PATTERN = /^(\d+)tb\d*$/;
const TYPE_PATTERN = /^(?:db\.|cache\.)?([a-z][a-z0-9-]*)\.([a-z0-9-]+)$/;
const USUAL_PREFIX_PATTERN = /^([a-z]+)(\d+)([a-z]*)(?:-([a-z0-9]+))?$/;
const BARE_PREFIX_PATTERN = /^([a-z]+)-([a-z0-9]+)$/;
const VCPUS_PER_XLARGE = 4;

function explainSize(size: string): string {
  const multiple = MULTIPLE_PATTERN.exec(size)?.[1];
  if (multiple !== undefined) return `${multiple} times xlarge, usually ${Number(multiple) * VCPUS_PER_XLARGE} vCPUs`;
  const metal = METAL_PATTERN.exec(size)?.[1];
  if (metal !== undefined) return `a machine without a hypervisor, as large as ${metal}xlarge`;
  return smallSizes[size] ?? `size ${size}`;
}

function explainWord(word: string): InstanceAttribute {
  const memory = MEMORY_PATTERN.exec(word)?.[1];
  const meaning = memory === undefined ? (attributeMeanings[word] ?? `variant ${word}`) : `${memory} TiB of memory`;
  return { letters: word, meaning };
}

interface Prefix {
  readonly family: string;
  readonly generation?: number;
  readonly attributes: readonly InstanceAttribute[];
}

function readPrefix(prefix: string): Prefix | undefined {
  const usual = USUAL_PREFIX_PATTERN.exec(prefix);
  if (usual !== null) {
    const [, family = '', generation = '', letters = '', word] = usual;
    const attributes = Array.from(letters, explainWord);
    return { family, generation: Number(generation), attributes: word === undefined ? attributes : [...attributes, explainWord(word)] };
  }
  const [, family, word] = BARE_PREFIX_PATTERN.exec(prefix) ?? [];
  return family === undefined || word === undefined ? undefined : { family, attributes: [explainWord(word)] };
}

const ORDINALS: Readonly<Record<number, string>> = { 1: '1st', 2: '2nd', 3: '3rd' };

function summarize({ family, generation, attributes }: Prefix, size: string): string {
  const parts = [
    `${family.toUpperCase()} is ${familyMeanings[family] ?? 'a family this list does not know'}`,
    ...(generation === undefined ? [] : [`${ORDINALS[generation] ?? `${generation}th`} generation`]),
    ...attributes.map(({ letters, meaning }) => `${letters}: ${meaning}`),
    `${size}: ${explainSize(size)}`,
  ];
  return `${parts.join('; ')}.`;
}

/**
 * Explains the name of an EC2 instance type, also of an RDS class (`db.t3.micro`); `undefined` when the text is no such
 * name. Letters nobody here knows are named as they are.
 * https://docs.aws.amazon.com/ec2/latest/instancetypes/instance-type-names.html
 */
export function explainInstanceType(type: string): InstanceTypeAnatomy | undefined {
  const [, prefixText, size] = TYPE_PATTERN.exec(type.trim().toLowerCase()) ?? [];
  const prefix = prefixText === undefined ? undefined : readPrefix(prefixText);
  if (prefix === undefined || size === undefined) return undefined;
  return {
    type: type.trim().toLowerCase(),
    ...prefix,
    familyMeaning: familyMeanings[prefix.family] ?? 'unknown family',
    size,
    sizeMeaning: explainSize(size),
    summary: summarize(prefix, size),
    source: documentation.instanceTypeNames,
  };
}

export { maximumNetworkInterfaces } from './network-interfaces.ts';
