import { setExclusion } from '@core/editing/public-access-exclusions.ts';
import { associateGatewayTable } from '@core/editing/gateway-tables.ts';
import type { EditResult } from '@core/editing/edit-result.ts';
import type { Design } from '@core/model/design.ts';
import { asResourceId } from '@core/model/ids.ts';
import { applyPatch } from '@core/patch/apply-patch.ts';
import { dualStackNetwork } from '@core/testing/dual-stack-network.ts';
import { describe, expect, test } from 'vitest';
import { addressTypes } from '../service/load-balancer-form.tsx';
import { excludable, readMode, sayWithoutExclusion } from './exclusion-words.ts';
import { gatewayTableChoices } from './gateway-table-section.tsx';

const id = asResourceId;

function after(before: Design, result: EditResult): Design {
  const applied = result.ok ? applyPatch(before, result.patch) : result;
  if (!applied.ok) throw new Error('The edit was refused.');
  return applied.document;
}

const network = dualStackNetwork().routeTable('rtb-edge', 'vpc-1', []).blockPublicAccess('block-bidirectional', []).build();
const withoutVpc = after(network, setExclusion(network, { excluded: id('vpc-1'), mode: 'allow-egress' }));

describe('what Block Public Access can leave out', () => {
  test('is every VPC and subnet of the Region that has no exclusion', () => {
    expect(excludable(network, id('us-east-1'))).toEqual(['vpc-1', 'subnet-web', 'subnet-out', 'subnet-six']);
    expect(excludable(withoutVpc, id('us-east-1'))).toEqual(['subnet-web', 'subnet-out', 'subnet-six']);
    expect(excludable(network, id('eu-west-1'))).toEqual([]);
  });

  test.each([
    [network, 'vpc-1', 'As us-east-1 says'],
    [network, 'subnet-web', 'As us-east-1 says'],
    [withoutVpc, 'subnet-web', 'As vpc-1 says'],
  ])('%#: without an exclusion of its own', (design, excluded, words) => {
    expect(sayWithoutExclusion(design, id(excluded))).toBe(words);
  });

  test.each([
    ['allow-egress', 'allow-egress'],
    ['allow-bidirectional', 'allow-bidirectional'],
    ['none', undefined],
  ])('%s is the mode %s', (chosen, mode) => {
    expect(readMode(chosen)).toBe(mode);
  });
});

describe('the tables that a gateway may have', () => {
  test('are those of its VPC that no subnet uses, and the one that it has', () => {
    expect(gatewayTableChoices(network, id('vpc-1'), undefined).map((choice) => choice.id)).toEqual([undefined, 'rtb-edge']);
    const put = after(network, associateGatewayTable(network, { gateway: id('igw-1'), routeTable: id('rtb-edge') }));
    expect(gatewayTableChoices(put, id('vpc-1'), id('rtb-edge')).map((choice) => choice.id)).toEqual([undefined, 'rtb-edge']);
    expect(gatewayTableChoices(network, id('vpc-1'), id('rtb-public')).map((choice) => choice.label)).toEqual(['None: local routes deliver it', 'rtb-public', 'rtb-edge']);
  });
});

describe('the addresses of a load balancer', () => {
  const types = (type: 'application' | 'network' | 'classic', design: Design, subnet: string) =>
    addressTypes(design, { type, subnets: [id(subnet)] }).map(({ value, disabled, sentence }) => (disabled === true ? `${value}: ${sentence ?? ''}` : value));
  const { ipv6Cidr: _, ...subnet } = network.resources[id('subnet-web')] as Extract<Design['resources'][ReturnType<typeof id>], { kind: 'subnet' }>;
  const oneFamily: Design = { ...network, resources: { ...network.resources, [id('subnet-web')]: subnet } };

  test.each([
    ['application', network, ['ipv4', 'dualstack', 'dualstack-without-public-ipv4']],
    ['network', network, ['ipv4', 'dualstack']],
    ['classic', network, ['ipv4']],
    ['network', oneFamily, ['ipv4', 'dualstack: subnet-web has no IPv6 block.']],
  ] as const)('%#: of one of type %s', (type, design, expected) => {
    expect(types(type, design, 'subnet-web')).toEqual(expected);
  });
});
