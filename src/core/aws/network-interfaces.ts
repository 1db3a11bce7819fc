/** How many network interfaces an instance type can have, by size. */
type InterfacesBySize = Readonly<Record<string, number>>;

const burstable2: InterfacesBySize = { nano: 2, micro: 2, small: 3, medium: 3, large: 3, xlarge: 3, '2xlarge': 3 };
const burstable3: InterfacesBySize = { nano: 2, micro: 2, small: 3, medium: 3, large: 3, xlarge: 4, '2xlarge': 4 };
const burstable3Amd: InterfacesBySize = { ...burstable3, small: 2 };

const upTo8xlarge: InterfacesBySize = { large: 3, xlarge: 4, '2xlarge': 4, '4xlarge': 8, '8xlarge': 8 };
const upTo24xlarge: InterfacesBySize = { ...upTo8xlarge, '12xlarge': 8, '16xlarge': 15, '24xlarge': 15 };
const upToMetal: InterfacesBySize = { ...upTo24xlarge, metal: 15 };
const upTo32xlarge: InterfacesBySize = { ...upToMetal, '32xlarge': 15 };
const upTo48xlarge: InterfacesBySize = { ...upTo32xlarge, '48xlarge': 15 };
const graviton: InterfacesBySize = { medium: 2, ...upTo8xlarge, '12xlarge': 8, '16xlarge': 15, metal: 15 };
const intel7: InterfacesBySize = { ...upTo24xlarge, '48xlarge': 15, 'metal-24xl': 15, 'metal-48xl': 15 };
const flex7: InterfacesBySize = { ...upTo8xlarge, '12xlarge': 8, '16xlarge': 15 };

const families: readonly (readonly [names: string, InterfacesBySize])[] = [
  ['t1', { micro: 2 }],
  ['t2', burstable2],
  ['t3 t4g', burstable3],
  ['t3a', burstable3Amd],
  ['m3', { medium: 2, large: 3, xlarge: 4, '2xlarge': 4 }],
  ['m4', { large: 2, xlarge: 4, '2xlarge': 4, '4xlarge': 8, '10xlarge': 8, '16xlarge': 8 }],
  ['c3 c4 r3', upTo8xlarge],
  ['r4 i3', { ...upTo8xlarge, '16xlarge': 15 }],
  ['m5 m5d r5', upToMetal],
  ['m5a c5a r5a', upTo24xlarge],
  ['c5', { large: 3, xlarge: 4, '2xlarge': 4, '4xlarge': 8, '9xlarge': 8, '12xlarge': 8, '18xlarge': 15, '24xlarge': 15, metal: 15 }],
  ['c5n', { large: 3, xlarge: 4, '2xlarge': 4, '4xlarge': 8, '9xlarge': 8, '18xlarge': 15, metal: 15 }],
  ['m6i c6i r6i i4i', upTo32xlarge],
  ['m6a c6a r6a', upTo48xlarge],
  ['m6g m7g c6g c7g r6g r7g', graviton],
  ['m7i c7i r7i', intel7],
  ['m7i-flex c7i-flex', flex7],
  ['m7a c7a r7a', { medium: 2, ...upTo24xlarge, '32xlarge': 15, '48xlarge': 15, 'metal-48xl': 15 }],
  ['m8g c8g r8g', { medium: 2, ...intel7 }],
];

const bySize = new Map(families.flatMap(([names, sizes]) => names.split(' ').map((name) => [name, sizes])));

/**
 * The most network interfaces an instance of that type can have, the primary one included; `undefined` for types that are
 * not listed here. https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/AvailableIpPerENI.html
 */
export function maximumNetworkInterfaces(instanceType: string): number | undefined {
  const [family = '', size = ''] = instanceType.trim().toLowerCase().split('.');
  const sizes = bySize.get(family);
  return sizes !== undefined && Object.hasOwn(sizes, size) ? sizes[size] : undefined;
}
