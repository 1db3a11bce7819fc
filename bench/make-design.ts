import type { ResourceId } from '@core/model/ids.ts';
import { emptyDesign, type Design } from '@core/model/design.ts';
import { Collector } from './collector.ts';
import { addMachines } from './make-machines.ts';
import { addNetwork, NETWORK_SIZE, type Network } from './make-network.ts';

/** How many resources a made design has and how they stand together. */
export interface DesignShape {
  readonly resources: number;
  /** Resources in each VPC; the last one takes what is left. 100 unless given. */
  readonly perVpc?: number;
}

const PER_VPC = 100;
/** AWS's quota of VPCs in a Region. */
const VPCS_PER_REGION = 5;
const REGIONS = ['us-east-1', 'eu-west-1', 'ap-south-1', 'sa-east-1', 'eu-central-1', 'us-west-2', 'ca-central-1', 'eu-north-1', 'ap-northeast-1', 'eu-west-2'];

function addRegion(collector: Collector, number: number): { readonly id: ResourceId; readonly code: string } {
  // Beyond the first ten it is another account's Region.
  const code = REGIONS[number % REGIONS.length] ?? 'us-east-1';
  const account = String(111111111111 * (1 + Math.floor(number / REGIONS.length))).slice(0, 12);
  return { id: collector.add('region', { kind: 'region', name: code, code, account }), code };
}

function addVpc(collector: Collector, given: { readonly number: number; readonly region: { readonly id: ResourceId; readonly code: string }; readonly size: number }): void {
  const network: Network = addNetwork(collector, given);
  addMachines(collector, network, given.size - NETWORK_SIZE);
}

/**
 * A design with exactly so many resources, always the same: VPCs of three zones, each with public, app and database
 * subnets, tables, ACLs, groups, NAT gateways, a Multi-AZ database, and instances with their interfaces in the rest.
 * @throws RangeError when a VPC's share is smaller than its network alone.
 */
export function makeDesign({ resources, perVpc = PER_VPC }: DesignShape): Design {
  const collector = new Collector();
  let region = addRegion(collector, 0);
  for (let number = 0; collector.size < resources; number += 1) {
    if (number > 0 && number % VPCS_PER_REGION === 0) region = addRegion(collector, number / VPCS_PER_REGION);
    const left = resources - collector.size;
    // What would be left for a VPC too small to be one goes to this one.
    const size = left < perVpc + NETWORK_SIZE + 1 ? left : perVpc;
    if (size < NETWORK_SIZE) throw new RangeError(`A VPC needs ${NETWORK_SIZE} resources or more, and ${size} are left for it.`);
    addVpc(collector, { number, region, size });
  }
  return { ...emptyDesign(`${resources} resources`), resources: collector.resources };
}
