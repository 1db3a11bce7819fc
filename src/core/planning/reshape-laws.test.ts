import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contains, overlaps, readCidr } from '../address/cidr.ts';
import { repeatableNumbers } from '../editing/repeatable-numbers.ts';
import type { EditResult } from '../editing/edit-result.ts';
import type { Design } from '../model/design.ts';
import { asResourceId } from '../model/ids.ts';
import { applyPatch } from '../patch/apply-patch.ts';
import { DesignBuilder } from '../testing/design-builder.ts';
import { joinSubnet, splitSubnet } from './reshape-subnets.ts';
import { planVpc, type VpcPlan } from './vpc-plan.ts';

const VPC = asResourceId('vpc-1');
const random = repeatableNumbers(11);
const design = (): Design =>
  new DesignBuilder()
    .region()
    .vpc('vpc-1', '10.0.0.0/20')
    .subnet('web', { vpc: 'vpc-1', cidr: '10.0.0.0/23' })
    .subnet('app', { vpc: 'vpc-1', cidr: '10.0.4.0/22' })
    .group('sg-1', 'vpc-1', { inbound: [] })
    .instance('i-1', { subnet: 'app', address: '10.0.5.77', groups: ['sg-1'] })
    .build();

const planOf = (of: Design): VpcPlan => {
  const plan = planVpc(of, VPC);
  if (!plan) throw new Error('no plan');
  return plan;
};

/** The design after an edit; a refused edit changes nothing. */
function after(before: Design, result: EditResult): Design {
  if (!result.ok) return before;
  const applied = applyPatch(before, result.patch);
  if (!applied.ok) throw new Error(applied.problem);
  return applied.document;
}

const step = fc.record({ what: fc.constantFrom('split', 'join'), at: fc.nat({ max: 40 }), bits: fc.integer({ min: 1, max: 3 }) });

test('splits and joins keep subnets apart, inside the VPC, every held address in its subnet, and the sum of all addresses', () => {
  const whole = readCidr('10.0.0.0/20');
  fc.assert(
    fc.property(fc.array(step, { maxLength: 8 }), (steps) => {
      let now = design();
      for (const { what, at, bits } of steps) {
        const before = planOf(now);
        const subnet = before.subnets[at % before.subnets.length];
        if (!subnet) throw new Error('no subnet is left');
        const result = what === 'split' ? splitSubnet(now, { subnet: subnet.id, prefixLength: subnet.block.prefixLength + bits, random }) : joinSubnet(now, { subnet: subnet.id, random });
        now = after(now, result);
        const plan = planOf(now);
        if (what === 'split') expect(plan.allocated).toBe(before.allocated);
        expect(plan.allocated + plan.free).toBe(before.total);
        plan.subnets.forEach(({ block }, index) => {
          expect(whole && contains(whole, block)).toBe(true);
          expect(plan.subnets.slice(index + 1).some((other) => overlaps(other.block, block))).toBe(false);
        });
        expect(plan.subnets.reduce((sum, { used }) => sum + used, 0)).toBe(1);
      }
    }),
    { numRuns: 60 },
  );
});
