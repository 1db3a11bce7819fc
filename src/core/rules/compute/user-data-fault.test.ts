import type { Instance } from '../../model/resources/index.ts';
import { DesignBuilder } from '../../testing/design-builder.ts';
import { ruleTester } from '../../testing/rule-tester.ts';
import { userDataFault } from './user-data-fault.ts';

const network = (userData: string | undefined, more: Partial<Instance> = {}) =>
  new DesignBuilder()
    .region()
    .vpc('vpc-1', '10.0.0.0/16')
    .subnet('app-a', { vpc: 'vpc-1', cidr: '10.0.1.0/24' })
    .instance('web', { subnet: 'app-a', address: '10.0.1.10', groups: ['sg-default-vpc-1'], more: { operatingSystem: 'amazon-linux-2023', ...(userData !== undefined && { userData }), ...more } });

ruleTester(userDataFault, {
  fine: [
    { name: 'no user data', design: network(undefined) },
    { name: 'a sound script', design: network('#!/bin/bash\ndnf install -y httpd\nsystemctl enable --now httpd\n') },
    { name: 'the Region it stands in', design: network('#!/bin/bash\nexport AWS_DEFAULT_REGION=us-east-1\n') },
    { name: 'PowerShell', design: network('<powershell>\nInstall-WindowsFeature Web-Server\n</powershell>', { operatingSystem: 'windows' }) },
    { name: 'a machine that is gone', design: network('dnf install httpd', { state: 'terminated' }) },
  ],
  wrong: [
    {
      name: 'nobody answers the installer',
      design: network('#!/bin/bash\ndnf install httpd\n'),
      at: 'web/user-data:2:X_USERDATA_INTERACTIVE',
      message: 'In the user data of web, line 2 installs without -y, so the installer waits for an answer that nobody gives.',
      fixed: ['Add -y in line 2 (user data of web)'],
    },
    {
      name: 'no first line, and another fault below it',
      design: network('apt-get install -y nginx\n'),
      at: ['web/user-data:1:X_USERDATA_NO_SHEBANG', 'web/user-data:1:X_USERDATA_WRONG_IMAGE'],
      message: 'In the user data of web, the script does not start with #!, so it is not run.',
      fixed: ['Start with #!/bin/bash (user data of web)'],
    },
    {
      name: 'another Region',
      design: network('#!/bin/bash\naws s3 ls --region eu-west-1\n'),
      at: 'web/user-data:2:X_USERDATA_OTHER_REGION',
      severity: 'advice',
      message: 'In the user data of web, line 2 sets --region to eu-west-1, and the instance is in us-east-1.',
      fixed: ['Set us-east-1 in line 2 (user data of web)'],
    },
    {
      name: 'more than EC2 takes',
      design: network(`#!/bin/bash\n${'#'.repeat(17_000)}`),
      at: 'web/user-data::X_USERDATA_TOO_LARGE',
      severity: 'error',
      message: 'In the user data of web, the script is larger than 16 KB, which EC2 refuses.',
    },
  ],
});
