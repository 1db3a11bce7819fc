import { DesignBuilder } from '../../testing/design-builder.ts';
import { ruleTester } from '../../testing/rule-tester.ts';
import { tooManySubnets } from './too-many-subnets.ts';

function withSubnets(count: number): DesignBuilder {
  const builder = new DesignBuilder().region().vpc('vpc-1', '10.0.0.0/16');
  for (let index = 0; index < count; index += 1) builder.subnet(`subnet-${index}`, { vpc: 'vpc-1', cidr: `10.0.${index}.0/24`, zone: index % 2 === 0 ? 'us-east-1a' : 'us-east-1b' });
  return builder;
}

ruleTester(tooManySubnets, {
  fine: [{ name: '200', design: withSubnets(200) }],
  wrong: [{ name: '201', design: withSubnets(201), at: 'vpc-1', message: 'vpc-1 has 201 subnets; AWS allows 200, and more when asked, so ask for a higher quota before this is built.' }],
});
