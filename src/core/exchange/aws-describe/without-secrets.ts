import { isRecord } from './record.ts';

/**
 * Fields of AWS's answers that hold keys of tunnels and sessions. A design is shared and lies in repositories, so they
 * are never taken over. https://docs.aws.amazon.com/directconnect/latest/APIReference/API_VirtualInterface.html,
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_TunnelOption.html
 */
const SECRET_FIELDS = new Set(['authKey', 'customerRouterConfig', 'CustomerGatewayConfiguration', 'PreSharedKey', 'MasterUserPassword', 'AuthToken', 'Environment']);

/** A copy without the fields that hold secrets, at every level. */
export function withoutSecrets(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutSecrets);
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !SECRET_FIELDS.has(key))
      .map(([key, member]) => [key, withoutSecrets(member)]),
  );
}
