import { DesignBuilder } from '../../testing/design-builder.ts';
import { ruleTester } from '../../testing/rule-tester.ts';
import { tooManyRoutes } from './too-many-routes.ts';

function withRoutes(count: number, words = ''): DesignBuilder {
  const lines = Array.from({ length: count }, (_, index) => `172.${16 + (index >> 8)}.${index & 255}.0/24 -> vgw-1${words}`);
  return new DesignBuilder().region().vpc('vpc-1', '10.0.0.0/16').virtualPrivateGateway('vgw-1', 'vpc-1').routeTable('rtb-a', 'vpc-1', lines);
}

ruleTester(tooManyRoutes, {
  fine: [
    { name: '500 static ones', design: withRoutes(500) },
    { name: '100 propagated ones', design: withRoutes(100, ' propagated') },
  ],
  wrong: [
    {
      name: 'one to a list that may have 501 entries',
      design: withRoutes(0).routeTable('rtb-a', 'vpc-1', ['pl-1 -> vgw-1']).prefixList('pl-1', ['172.16.0.0/24'], { maximumEntries: 501, family: 'ipv4' }),
      at: 'rtb-a',
      message: 'rtb-a has 501 static IPv4 routes; AWS allows 500, and up to 1,000 when asked, so join destinations or announce shorter prefixes.',
    },
    {
      name: 'more static ones than anybody has; the number is not from AWS itself',
      design: withRoutes(1001),
      at: 'rtb-a',
      message: 'rtb-a has 1,001 static IPv4 routes; AWS allows 500, and up to 1,000 when asked, so join destinations or announce shorter prefixes.',
    },
    {
      name: '101 propagated ones, which no request raises',
      design: withRoutes(101, ' propagated'),
      at: 'rtb-a',
      severity: 'error',
      message: 'rtb-a has 101 propagated routes; AWS allows 100 at most, so join destinations or announce shorter prefixes.',
    },
  ],
});
