/** What AWS says about who made and uses an interface. https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/requester-managed-eni.html */
export interface InterfaceTraits {
  readonly type?: string | undefined;
  readonly requester?: string | undefined;
  readonly description?: string | undefined;
  /** `InstanceOwnerId` of the attachment: an account, or the service (`amazon-rds`). */
  readonly attachedBy?: string | undefined;
  /** Whether it is in use by something that is not an instance of this account. */
  readonly isServing?: boolean | undefined;
}

/** Types that are the word already; these belong to somebody's own machine and say nothing. */
const ORDINARY_TYPES = new Set(['interface', 'efa', 'efa_only', 'trunk', 'branch']);

/** Types whose word is another one. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_NetworkInterface.html */
const WORD_OF_TYPE: Readonly<Record<string, string>> = {
  load_balancer: 'elb',
  network_load_balancer: 'elb',
  gateway_load_balancer: 'elb',
  gateway_load_balancer_endpoint: 'vpc_endpoint',
  global_accelerator_managed: 'global_accelerator',
  api_gateway_managed: 'api_gateway',
};

const WORD_OF_REQUESTER: readonly (readonly [RegExp, string])[] = [
  [/^amazon-elb$/, 'elb'],
  [/^amazon-rds$/, 'rds'],
  [/^amazon-elasticache$/, 'elasticache'],
  [/^amazon-redshift$/, 'redshift'],
  [/\/AWSLoadBalancerController/, 'elb'],
];

/** The beginnings of the descriptions that services write. */
const WORD_OF_DESCRIPTION: readonly (readonly [RegExp, string])[] = [
  [/^RDSNetworkInterface/, 'rds'],
  [/^ELB /, 'elb'],
  [/^AWS Lambda VPC ENI/, 'lambda'],
  [/^Interface for NAT Gateway/, 'nat_gateway'],
  [/^VPC Endpoint Interface/, 'vpc_endpoint'],
  [/^Network Interface for Transit Gateway/, 'transit_gateway'],
  [/^Amazon EKS /, 'eks'],
  [/^EFS mount target/, 'efs'],
  [/^arn:aws[^:]*:ecs:/, 'ecs'],
  [/^ElastiCache /, 'elasticache'],
  [/^RedshiftNetworkInterface/, 'redshift'],
  [/^ES /, 'opensearch'],
  [/^DMSNetworkInterface/, 'dms'],
  [/^AWS created network interface for directory/, 'directory_service'],
  [/^Route 53 Resolver/, 'route53_resolver'],
  [/^EC2 Instance Connect Endpoint/, 'ec2_instance_connect_endpoint'],
  [/^Attached to Glue/, 'glue'],
];

const matching = (table: readonly (readonly [RegExp, string])[], text: string | undefined): string | undefined =>
  text === undefined ? undefined : table.find(([pattern]) => pattern.test(text))?.[1];

/** The word for a service that its interface does not name. */
export const UNNAMED_SERVICE = 'aws';

/** `natGateway` and `nat_gateway` are both printed. */
const toSnakeCase = (text: string): string => text.replace(/([a-z])([A-Z])/g, '$1_$2').replace(/-/g, '_').toLowerCase();

/**
 * The word for the service an interface works for (`rds`, `elb`, `lambda`, `nat_gateway`, `vpc_endpoint`, …), or
 * `undefined` for one that is an instance's or nobody's.
 */
export function readInterfaceOwner({ type, requester, description, attachedBy, isServing }: InterfaceTraits): string | undefined {
  const word = type === undefined ? 'interface' : toSnakeCase(type);
  if (!ORDINARY_TYPES.has(word)) return WORD_OF_TYPE[word] ?? word;
  const byService = matching(WORD_OF_REQUESTER, requester) ?? matching(WORD_OF_REQUESTER, attachedBy);
  return byService ?? matching(WORD_OF_DESCRIPTION, description) ?? (isServing === true ? UNNAMED_SERVICE : undefined);
}
