import { makeInstance } from '../editing/adding/add-instance.ts';
import { buildDesign } from '../editing/build-design.ts';
import type { Draft } from '../editing/draft.ts';
import { asRowId, type ResourceId } from '../model/ids.ts';
import type { Design } from '../model/design.ts';
import { expectAll } from './expect.ts';
import { EVERYWHERE, giveElasticIp, placeGroup, placeInternetGateway, placeRouteTable, placeSubnets, placeVpc, service, tcpFrom } from './network-parts.ts';
import { repeatableNumbers } from '../editing/repeatable-numbers.ts';

/** Installs a small web application on Amazon Linux 2023 and starts it on port 80; it keeps photos in S3 and names in DynamoDB. */
export const DIRECTORY_SCRIPT = `#!/bin/bash -ex
# Employee directory on Amazon Linux 2023: installs the application and starts it on port 80.
dnf -y install python3-pip unzip
mkdir -p /opt/employee-directory
cd /opt/employee-directory
aws s3 cp s3://employee-directory-release/application.zip application.zip
unzip -o application.zip
pip3 install -r requirements.txt
export PHOTOS_BUCKET=employee-directory-photos
export AWS_DEFAULT_REGION=us-east-1
export DYNAMO_MODE=on
FLASK_APP=application.py flask run --host=0.0.0.0 --port=80
`;

/** The name of the role; its policies are AmazonS3FullAccess and AmazonDynamoDBFullAccess. */
export const DIRECTORY_ROLE = 'employee-directory-s3-dynamodb';

const POLICIES = ['AmazonS3FullAccess', 'AmazonDynamoDBFullAccess'] as const;

/** The role as the console makes it for EC2: its trust policy, a profile of the same name, two managed policies. */
function placeDirectoryRole(draft: Draft): void {
  draft.add('role', {
    kind: 'iam-role',
    name: DIRECTORY_ROLE,
    trustPolicy: { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' }] },
    instanceProfiles: [DIRECTORY_ROLE],
    policies: Object.fromEntries(POLICIES.map((name, index) => [asRowId(`policy-${index + 1}`), { name, arn: `arn:aws:iam::aws:policy/${name}` }])),
  });
}

export interface Directory {
  readonly vpc: ResourceId;
  readonly instance: ResourceId;
}

/** The network of the employee directory with its instance and its role; `role` undefined leaves the instance without a profile. */
export function placeDirectory(draft: Draft, role: string | undefined): Directory {
  const vpc = placeVpc(draft, { name: 'app', cidr: '10.0.0.0/16', zones: ['us-east-1a', 'us-east-1b'] });
  const gateway = placeInternetGateway(draft, vpc, 'igw-app');
  const routeTable = placeRouteTable(draft, vpc, { name: 'rtb-public', routes: { [EVERYWHERE]: gateway } });
  const { 'public-a': subnet } = placeSubnets(draft, [
    { vpc, zone: 'us-east-1a', name: 'public-a', cidr: '10.0.1.0/24', autoAssignPublicIp: true, routeTable },
    { vpc, zone: 'us-east-1b', name: 'public-b', cidr: '10.0.2.0/24', autoAssignPublicIp: true, routeTable },
  ]);
  const group = placeGroup(draft, vpc, { name: 'web-sg', inbound: [tcpFrom(EVERYWHERE, 80)] });
  const instance = makeInstance(draft, {
    subnet,
    name: 'employee-directory',
    securityGroups: [group],
    userData: DIRECTORY_SCRIPT,
    services: { [asRowId('service-1')]: service({ port: 80, name: 'employee directory' }) },
    ...(role !== undefined && { role }),
  });
  giveElasticIp(draft, instance);
  placeDirectoryRole(draft);
  return { vpc, instance };
}

/** The course's own design: a public web application that keeps its data in S3 and DynamoDB. */
export function openEmployeeDirectory(): Design {
  return buildDesign('Employee directory', repeatableNumbers(), (draft) => {
    const { instance } = placeDirectory(draft, DIRECTORY_ROLE);
    draft.change(instance, 'instance', { note: `Role ${DIRECTORY_ROLE} carries AmazonS3FullAccess and AmazonDynamoDBFullAccess.` });
    expectAll(draft, [
      { title: 'The directory loads', question: { from: 'internet', to: instance, protocol: 'tcp', port: 80, scheme: 'http' }, verdict: 'reachable' },
      { title: 'Nobody logs in from outside', question: { from: 'internet', to: instance, protocol: 'tcp', port: 22 }, verdict: 'blocked' },
    ]);
  });
}
