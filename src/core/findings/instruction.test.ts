import { expect, test } from 'vitest';
import { isCommand } from './instruction.ts';

test.each(['curl -v https://ADDRESS:443/', 'journalctl -u SERVICE --since today', 'Get-EventLog -LogName Application -Newest 20', 'aws sts get-caller-identity (on the instance)'])('%s is typed', (instruction) => {
  expect(isCommand(instruction)).toBe(true);
});

test.each(['Look at the firewall rules of the customer gateway.', 'Look at tgw-1 in the AWS console.'])('%s is read', (instruction) => {
  expect(isCommand(instruction)).toBe(false);
});
