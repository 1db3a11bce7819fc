import { DesignBuilder } from '../../testing/design-builder.ts';
import { ruleTester } from '../../testing/rule-tester.ts';
import { subnetNearlyFull } from './subnet-nearly-full.ts';

/** A /28 has 11 usable addresses, from .4 to .14. */
function withInstances(count: number): DesignBuilder {
  const builder = new DesignBuilder().region().vpc('vpc-1', '10.0.0.0/16').subnet('app-a', { vpc: 'vpc-1', cidr: '10.0.0.0/28' });
  for (let index = 0; index < count; index += 1) builder.instance(`i-${index}`, { subnet: 'app-a', address: `10.0.0.${index + 4}`, groups: ['sg-default-vpc-1'] });
  return builder;
}

ruleTester(subnetNearlyFull, {
  fine: [
    { name: 'empty', design: withInstances(0) },
    { name: 'nine of eleven', design: withInstances(9) },
  ],
  wrong: [
    { name: 'ten of eleven', design: withInstances(10), at: 'app-a', message: 'app-a (10.0.0.0/28) is nearly full: 1 of 11 usable addresses are free; add a subnet before it fills up.' },
    { name: 'all of them', design: withInstances(11), at: 'app-a', severity: 'warning', message: 'app-a (10.0.0.0/28) is full: 11 addresses in use, none free; launch elsewhere or add a subnet.' },
  ],
});
