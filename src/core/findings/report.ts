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

/** One thing that the software of an instance asks of AWS with its role, and what IAM answers. */
export interface RoleNeed {
  readonly instance: ResourceId;
  /** `s3:GetObject`. */
  readonly action: string;
  /** An ARN, with a star for what nobody knows. */
  readonly resource: string;
  readonly answer: 'allowed' | 'denied' | 'unknown';
  /** Who decides: "statement 1 of AmazonS3FullAccess", or that nothing does. */
  readonly because: string;
}

/** What is computed about one role: whether EC2 may hand it out, and what the instances that have it ask for. */
export interface IamRoleFacts {
  readonly kind: 'iam-role';
  /** `assumed`: the design has no trust policy, and it is taken to trust EC2. */
  readonly trust: 'yes' | 'no' | 'unknown' | 'assumed';
  readonly instances: readonly ResourceId[];
  readonly needs: readonly RoleNeed[];
}

export type ResourceFacts = SubnetFacts | VpcFacts | SecurityGroupFacts | IamRoleFacts;

/** The answer to a full check. */
export interface Report {
  readonly findings: readonly Finding[];
  readonly facts: Readonly<Record<string, ResourceFacts>>;
}
