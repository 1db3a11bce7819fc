import type { ResourceId } from '../model/ids.ts';
import type { Finding } from './finding.ts';

/** What is computed about one subnet for boxes and forms. Counts are IPv4 addresses. */
export interface SubnetFacts {
  readonly kind: 'subnet';
  readonly exposure: 'public' | 'private' | 'undetermined';
  /** The sentence that says why: "rtb-public sends 0.0.0.0/0 to igw-app." */
  readonly because: string;
  readonly used: number;
  readonly free: number;
  readonly routeTable?: { readonly id: ResourceId; readonly via: 'explicit' | 'main' };
  readonly networkAcl?: { readonly id: ResourceId; readonly via: 'explicit' | 'default' };
}

/** What is computed about one VPC. Counts are IPv4 addresses over all its blocks. */
export interface VpcFacts {
  readonly kind: 'vpc';
  readonly allocated: number;
  readonly free: number;
}

/** What is computed about one security group: who is in it. */
export interface SecurityGroupFacts {
  readonly kind: 'security-group';
  readonly members: readonly ResourceId[];
}

export type ResourceFacts = SubnetFacts | VpcFacts | SecurityGroupFacts;

/** The answer to a full check. */
export interface Report {
  readonly findings: readonly Finding[];
  readonly facts: Readonly<Record<string, ResourceFacts>>;
}
