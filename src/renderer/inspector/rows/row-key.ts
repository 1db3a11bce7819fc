/** Which rules of a network ACL or a security group a row is one of. */
export type RuleDirection = 'inbound' | 'outbound';

/** Names a row of a resource: rules of both directions may have the same id. */
export const rowKey = (row: string, direction?: RuleDirection): string => (direction === undefined ? row : `${direction} ${row}`);
