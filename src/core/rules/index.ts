import { addressHeldTwice } from './addressing/address-held-twice.ts';
import { addressOutsideSubnet } from './addressing/address-outside-subnet.ts';
import { dockerRange } from './addressing/docker-range.ts';
import { publicAddressHeldTwice } from './addressing/public-address-held-twice.ts';
import { reservedAddress } from './addressing/reserved-address.ts';
import { secondaryBlockRefused } from './addressing/secondary-block-refused.ts';
import { subnetNearlyFull } from './addressing/subnet-nearly-full.ts';
import { subnetOutsideVpc } from './addressing/subnet-outside-vpc.ts';
import { subnetSize } from './addressing/subnet-size.ts';
import { subnetsOverlap } from './addressing/subnets-overlap.ts';
import { tooManySubnets } from './addressing/too-many-subnets.ts';
import { tooManyVpcBlocks } from './addressing/too-many-vpc-blocks.ts';
import { vpcBlockRange } from './addressing/vpc-block-range.ts';
import { vpcBlockSize } from './addressing/vpc-block-size.ts';
import { vpcBlocksOverlap } from './addressing/vpc-blocks-overlap.ts';
import { vpcDnsOff } from './addressing/vpc-dns-off.ts';
import { vpcOverlapsOnPremises } from './addressing/vpc-overlaps-on-premises.ts';
import type { Rule } from './define-rule.ts';
import { databaseExposed } from './exposure/database-exposed.ts';
import { remoteAdministrationExposed } from './exposure/remote-administration-exposed.ts';
import { aclDeniesAll } from './network-acls/acl-denies-all.ts';
import { aclDropsReplies } from './network-acls/acl-drops-replies.ts';
import { aclNumberTwice } from './network-acls/acl-number-twice.ts';
import { aclRuleNeverReached } from './network-acls/acl-rule-never-reached.ts';
import { aclUnused } from './network-acls/acl-unused.ts';
import { tooManyAclRules } from './network-acls/too-many-acl-rules.ts';
import { danglingReference } from './references/dangling-reference.ts';
import { referenceToAnotherVpc } from './references/reference-to-another-vpc.ts';
import { asymmetricRouting } from './routing/asymmetric-routing.ts';
import { mainTablePublic } from './routing/main-table-public.ts';
import { routeDestinationRefused } from './routing/route-destination-refused.ts';
import { routeNeverUsed } from './routing/route-never-used.ts';
import { routeTableUnused } from './routing/route-table-unused.ts';
import { routeToNothing } from './routing/route-to-nothing.ts';
import { subnetOnMainTable } from './routing/subnet-on-main-table.ts';
import { tooManyRoutes } from './routing/too-many-routes.ts';
import { wideGroupRule } from './security-groups/wide-group-rule.ts';

/** Every rule, by area. */
export const rules: readonly Rule[] = [
  danglingReference,
  referenceToAnotherVpc,
  addressHeldTwice,
  addressOutsideSubnet,
  dockerRange,
  publicAddressHeldTwice,
  reservedAddress,
  secondaryBlockRefused,
  subnetNearlyFull,
  subnetOutsideVpc,
  subnetSize,
  subnetsOverlap,
  tooManySubnets,
  tooManyVpcBlocks,
  vpcBlockRange,
  vpcBlockSize,
  vpcBlocksOverlap,
  vpcDnsOff,
  vpcOverlapsOnPremises,
  asymmetricRouting,
  mainTablePublic,
  routeDestinationRefused,
  routeNeverUsed,
  routeTableUnused,
  routeToNothing,
  subnetOnMainTable,
  tooManyRoutes,
  wideGroupRule,
  aclDeniesAll,
  aclDropsReplies,
  aclNumberTwice,
  aclRuleNeverReached,
  aclUnused,
  tooManyAclRules,
  databaseExposed,
  remoteAdministrationExposed,
];
