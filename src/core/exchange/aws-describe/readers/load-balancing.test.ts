import { expect, test } from 'vitest';
import { findResource, importFiles, sentencesOf } from '../import-for-tests.ts';

const BALANCER = 'arn:aws:elasticloadbalancing:us-east-1:111122223333:loadbalancer/app/web/50dc6c495c0c9188';
const LISTENER = 'arn:aws:elasticloadbalancing:us-east-1:111122223333:listener/app/web/50dc6c495c0c9188/f2f7dc8efc522ab2';
const RULE = 'arn:aws:elasticloadbalancing:us-east-1:111122223333:listener-rule/app/web/50dc6c495c0c9188/f2f7dc8efc522ab2/9683b2d02a6cabee';
const group = (name: string): string => `arn:aws:elasticloadbalancing:us-east-1:111122223333:targetgroup/${name}/6d0ecf831eec9f09`;

const network = {
  Vpcs: [{ VpcId: 'vpc-1', CidrBlock: '10.0.0.0/16', IsDefault: false }],
  Subnets: [{ SubnetId: 'subnet-1', VpcId: 'vpc-1', CidrBlock: '10.0.1.0/24', AvailabilityZone: 'us-east-1a' }],
  RouteTables: [{ RouteTableId: 'rtb-1', VpcId: 'vpc-1', Associations: [{ Main: true, RouteTableId: 'rtb-1' }], Routes: [{ DestinationPrefixListId: 'pl-63a5400a', GatewayId: 'vpce-1', State: 'active', Origin: 'CreateRoute' }] }],
  NetworkInterfaces: [
    {
      NetworkInterfaceId: 'eni-lb',
      SubnetId: 'subnet-1',
      VpcId: 'vpc-1',
      Description: 'ELB app/web/50dc6c495c0c9188',
      InterfaceType: 'interface',
      RequesterId: 'amazon-elb',
      Status: 'in-use',
      PrivateIpAddresses: [{ PrivateIpAddress: '10.0.1.9', Primary: true, Association: { PublicIp: '203.0.113.9', IpOwnerId: 'amazon-elb' } }],
    },
  ],
  LoadBalancers: [
    { LoadBalancerArn: BALANCER, LoadBalancerName: 'web', Type: 'application', Scheme: 'internet-facing', VpcId: 'vpc-1', State: { Code: 'active' }, DNSName: 'web-1.elb.amazonaws.com', SecurityGroups: [], AvailabilityZones: [{ SubnetId: 'subnet-1', ZoneName: 'us-east-1a' }] },
  ],
  TargetGroups: [
    { TargetGroupArn: group('blue'), TargetGroupName: 'blue', Protocol: 'HTTP', Port: 8080, VpcId: 'vpc-1', TargetType: 'instance', HealthCheckPort: '8081', HealthCheckProtocol: 'HTTP', LoadBalancerArns: [BALANCER] },
    { TargetGroupArn: group('green'), TargetGroupName: 'green', Protocol: 'HTTP', Port: 8080, VpcId: 'vpc-1', TargetType: 'ip', HealthCheckPort: 'traffic-port', LoadBalancerArns: [BALANCER] },
  ],
  VpcEndpoints: [{ VpcEndpointId: 'vpce-1', VpcEndpointType: 'Gateway', VpcId: 'vpc-1', ServiceName: 'com.amazonaws.us-east-1.s3', State: 'Available', RouteTableIds: ['rtb-1'], PolicyDocument: '{"Statement":[]}' }],
};
const files = (more: Readonly<Record<string, unknown>> = {}) => [
  { path: 'shop/us-east-1/network.json', document: network },
  ...Object.entries(more).map(([path, document]) => ({ path: `shop/us-east-1/${path}`, document })),
];
const listeners = { Listeners: [{ ListenerArn: LISTENER, LoadBalancerArn: BALANCER, Port: 80, Protocol: 'HTTP', DefaultActions: [{ Type: 'forward', TargetGroupArn: group('blue') }] }] };

test('a load balancer has its listeners, the target groups of its rules, and its interfaces', () => {
  const { design } = importFiles(files({ 'listeners.json': listeners, 'rules.json': { Rules: [{ RuleArn: RULE, Actions: [{ Type: 'forward', ForwardConfig: { TargetGroups: [{ TargetGroupArn: group('green'), Weight: 1 }] } }] }] } }));
  const balancer = findResource(design, BALANCER, 'load-balancer');
  expect(balancer).toMatchObject({ name: 'web', type: 'application', scheme: 'internet-facing', vpc: 'vpc-1', subnets: ['subnet-1'], dnsName: 'web-1.elb.amazonaws.com' });
  expect(balancer.listenersKnown).toBeUndefined();
  expect(Object.values(balancer.listeners)).toEqual([{ protocol: 'HTTP', port: 80, targetGroups: [group('blue'), group('green')] }]);
  expect(findResource(design, 'eni-lb', 'network-interface').attachment).toEqual({ resource: BALANCER, deviceIndex: 0 });
});

test('a target group that no listener was told to lead to is one of a rule', () => {
  const { design } = importFiles(files({ 'listeners.json': listeners }));
  expect(Object.values(findResource(design, BALANCER, 'load-balancer').listeners)[0]?.targetGroups).toEqual([group('blue'), group('green')]);
});

test.each([
  ['by a file called like the ARN', `elbv2-describe-target-health/${encodeURIComponent(group('blue'))}`, {}],
  ['by the ARN beside the list', 'health.json', { TargetGroupArn: group('blue') }],
])('targets find their group %s', (_, path, beside) => {
  const { design } = importFiles(files({ [path]: { ...beside, TargetHealthDescriptions: [{ Target: { Id: 'i-1', Port: 8080 }, TargetHealth: { State: 'unhealthy' } }] } }));
  const blue = findResource(design, group('blue'), 'target-group');
  expect(blue).toMatchObject({ name: 'blue', targetType: 'instance', protocol: 'HTTP', port: 8080, healthCheck: { protocol: 'HTTP', port: 8081 } });
  expect(Object.values(blue.targets)).toEqual([{ target: 'i-1', port: 8080, health: 'unhealthy' }]);
  expect(blue.targetsKnown).toBeUndefined();
  expect(findResource(design, group('green'), 'target-group').targetsKnown).toBe(false);
});

test('attributes say whether zones are crossed and client addresses kept', () => {
  const { design } = importFiles(
    files({
      [`elbv2-describe-target-group-attributes/${encodeURIComponent(group('blue'))}`]: { Attributes: [{ Key: 'preserve_client_ip.enabled', Value: 'false' }, { Key: 'load_balancing.cross_zone.enabled', Value: 'use_load_balancer_configuration' }] },
      [`elbv2-describe-load-balancer-attributes/${encodeURIComponent(BALANCER)}`]: { Attributes: [{ Key: 'load_balancing.cross_zone.enabled', Value: 'true' }] },
    }),
  );
  expect(findResource(design, group('blue'), 'target-group')).toMatchObject({ preserveClientIp: false });
  expect(findResource(design, group('blue'), 'target-group').crossZone).toBeUndefined();
  expect(findResource(design, BALANCER, 'load-balancer').crossZone).toBe(true);
});

test('without an answer about listeners they are not known; an orphan listener is said', () => {
  expect(findResource(importFiles(files()).design, BALANCER, 'load-balancer').listenersKnown).toBe(false);
  const orphan = { Listeners: [{ ...listeners.Listeners[0], LoadBalancerArn: `${BALANCER}9` }] };
  expect(sentencesOf(importFiles(files({ 'listeners.json': orphan })).report, 'broken-reference').join('\n')).toContain('which is in no file; it was left out.');
});

test('a Classic Load Balancer has its listeners, instances and cross-zone setting', () => {
  const classic = { LoadBalancerDescriptions: [{ LoadBalancerName: 'old', VPCId: 'vpc-1', Scheme: 'internal', Subnets: ['subnet-1'], SecurityGroups: [], ListenerDescriptions: [{ Listener: { Protocol: 'http', LoadBalancerPort: 80, InstanceProtocol: 'HTTP', InstancePort: 8080 } }], Instances: [{ InstanceId: 'i-1' }] }] };
  const { design } = importFiles(files({ 'elb.json': classic, 'elb-describe-load-balancer-attributes/old': { LoadBalancerAttributes: { CrossZoneLoadBalancing: { Enabled: false } } } }));
  const old = findResource(design, 'old', 'load-balancer');
  expect(old).toMatchObject({ type: 'classic', scheme: 'internal', crossZone: false, instances: ['i-1'] });
  expect(Object.values(old.listeners)).toEqual([{ protocol: 'HTTP', port: 80, targetGroups: [], instanceProtocol: 'HTTP', instancePort: 8080 }]);
});

test('a gateway endpoint finds its prefix list by the route that leads to it', () => {
  const { design } = importFiles(files());
  expect(findResource(design, 'vpce-1', 'vpc-endpoint')).toMatchObject({ type: 'gateway', service: 'com.amazonaws.us-east-1.s3', state: 'available', routeTables: ['rtb-1'], prefixList: 'pl-63a5400a', policy: '{"Statement":[]}' });
});

const health = (...targets: readonly string[]) => ({ TargetHealthDescriptions: targets.map((Id) => ({ Target: { Id, Port: 8080 }, TargetHealth: { State: 'healthy' } })) });
const targetsOf = (more: Readonly<Record<string, unknown>>, name: string): readonly string[] | 'not known' => {
  const { targets, targetsKnown } = findResource(importFiles(files(more)).design, group(name), 'target-group');
  return targetsKnown === false ? 'not known' : Object.values(targets).map(({ target }) => target);
};

test.each<[string, Readonly<Record<string, unknown>>, readonly string[] | 'not known', readonly string[] | 'not known']>([
  ['an empty answer with the ARN beside it', { 'health.json': { TargetGroupArn: group('green'), ...health() } }, 'not known', []],
  ['as many answers as groups, one of them empty', { 'a/health.json': { TargetGroupArn: group('blue'), ...health('i-1') }, 'b/health.json': health() }, ['i-1'], []],
  ['a file called like the group', { 'target-health-blue.json': health('i-1') }, ['i-1'], 'not known'],
  ['a folder called like the group', { 'green/describe-target-health.json': health('10.0.1.7') }, 'not known', ['10.0.1.7']],
  ['answers gathered in one list', { 'health.json': { LoadBalancerTargetHealth: [{ TargetGroupArn: group('blue'), ...health('i-1') }, { TargetGroupArn: group('green'), ...health() }] } }, ['i-1'], []],
])('targets are told by %s', (_, more, blue, green) => {
  expect([targetsOf(more, 'blue'), targetsOf(more, 'green')]).toEqual([blue, green]);
  expect(sentencesOf(importFiles(files(more)).report, 'broken-reference').filter((sentence) => sentence.includes('target group'))).toEqual([]);
});

test('attributes gathered in one list find their load balancer and target group, and those that do not are said', () => {
  const gathered = {
    LoadBalancerAttributes: [{ LoadBalancerArn: BALANCER, Attributes: [{ Key: 'load_balancing.cross_zone.enabled', Value: 'true' }] }],
    TargetGroupAttributes: [
      { TargetGroupArn: group('blue'), Attributes: [{ Key: 'preserve_client_ip.enabled', Value: 'true' }] },
      { TargetGroupArn: group('green'), Attributes: [{ Key: 'preserve_client_ip.enabled', Value: 'false' }, { Key: 'load_balancing.cross_zone.enabled', Value: 'false' }] },
    ],
  };
  const { design } = importFiles(files({ 'a.json': { LoadBalancerAttributes: gathered.LoadBalancerAttributes }, 'b.json': { TargetGroupAttributes: gathered.TargetGroupAttributes } }));
  expect(findResource(design, BALANCER, 'load-balancer').crossZone).toBe(true);
  expect(findResource(design, group('blue'), 'target-group')).toMatchObject({ preserveClientIp: true });
  expect(findResource(design, group('green'), 'target-group')).toMatchObject({ preserveClientIp: false, crossZone: false });
  expect(sentencesOf(importFiles(files({ 'attributes.json': { Attributes: [{ Key: 'preserve_client_ip.enabled', Value: 'true' }] } })).report, 'broken-reference').join('\n')).toContain('put LoadBalancerArn or TargetGroupArn beside the list');
});

test('listeners gathered from all load balancers leave none out, and a listener may answer by itself', () => {
  const other = (name: string): string => BALANCER.replace('/web/', `/${name}/`);
  const balancers = ['web', 'api', 'bare'].map((name) => ({ LoadBalancerArn: other(name), LoadBalancerName: name, Type: 'application', Scheme: 'internal', AvailabilityZones: [] }));
  const listener = (name: string) => ({ ListenerArn: LISTENER.replace('/web/', `/${name}/`), LoadBalancerArn: other(name), Port: 80, Protocol: 'HTTP', DefaultActions: [{ Type: 'redirect', Order: 1, RedirectConfig: { Protocol: 'HTTPS', Port: '443', StatusCode: 'HTTP_301' } }] });
  const read = (...names: readonly string[]) => importFiles([{ path: 'lb.json', document: { LoadBalancers: balancers } }, { path: 'listeners.json', document: { Listeners: names.map(listener) } }]).design;
  expect(Object.values(findResource(read('web', 'api'), other('web'), 'load-balancer').listeners)).toEqual([{ protocol: 'HTTP', port: 80, targetGroups: [], ownAnswer: 'redirect' }]);
  expect(findResource(read('web', 'api'), other('bare'), 'load-balancer').listenersKnown).toBeUndefined();
  expect(findResource(read('web'), other('bare'), 'load-balancer').listenersKnown).toBe(false);
});
