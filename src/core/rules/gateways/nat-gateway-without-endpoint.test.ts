import { DesignBuilder } from '../../testing/design-builder.ts';
import { ruleTester } from '../../testing/rule-tester.ts';
import { natGatewayWithoutEndpoint } from './nat-gateway-without-endpoint.ts';

const network = (...routes: readonly string[]) =>
  new DesignBuilder()
    .region()
    .vpc('vpc-1', '10.0.0.0/16')
    .routeTable('rtb-app', 'vpc-1', routes.length === 0 ? ['0.0.0.0/0 -> nat-1'] : routes)
    .routeTable('rtb-idle', 'vpc-1', ['0.0.0.0/0 -> nat-1'])
    .subnet('public', { vpc: 'vpc-1', cidr: '10.0.1.0/24' })
    .natGateway('nat-1', { subnet: 'public', address: '10.0.1.20', public: '203.0.113.9' })
    .subnet('app', { vpc: 'vpc-1', cidr: '10.0.2.0/24', table: 'rtb-app' });
const endpoints = (tables: readonly string[], ...services: readonly string[]) =>
  services.reduce((builder, service) => builder.vpcEndpoint(`vpce-${service}`, { vpc: 'vpc-1', service, tables }), network());

ruleTester(natGatewayWithoutEndpoint, {
  fine: [
    { name: 'an endpoint for S3', design: endpoints(['rtb-app'], 's3') },
    { name: 'a route for somewhere else', design: network('198.51.100.0/24 -> nat-1') },
    { name: 'a table that no subnet uses', design: new DesignBuilder().region().vpc('vpc-1', '10.0.0.0/16').routeTable('rtb-idle', 'vpc-1', ['0.0.0.0/0 -> nat-1']).subnet('public', { vpc: 'vpc-1', cidr: '10.0.1.0/24' }).natGateway('nat-1', { subnet: 'public', address: '10.0.1.20', public: '203.0.113.9' }) },
    { name: 'a snapshot that does not tell of endpoints', design: { ...network().build(), snapshot: { missing: ['vpc-endpoints'] } } },
  ],
  wrong: [
    {
      name: 'no endpoint',
      design: network(),
      at: 'vpc-1',
      message: 'rtb-app sends traffic for Amazon S3 and DynamoDB through nat-1, billed by the gigabyte; put a gateway endpoint, which is free, into it.',
    },
    {
      name: 'an endpoint for DynamoDB alone',
      design: endpoints(['rtb-app'], 'dynamodb'),
      at: 'vpc-1',
      message: 'rtb-app sends traffic for Amazon S3 through nat-1, billed by the gigabyte; put a gateway endpoint, which is free, into it.',
    },
    {
      name: 'an endpoint in another table',
      design: endpoints(['rtb-idle'], 's3', 'dynamodb').subnet('app-2', { vpc: 'vpc-1', cidr: '10.0.3.0/24', table: 'rtb-app' }),
      at: 'vpc-1',
      message: 'rtb-app sends traffic for Amazon S3 and DynamoDB through nat-1, billed by the gigabyte; put a gateway endpoint, which is free, into it.',
    },
  ],
});
