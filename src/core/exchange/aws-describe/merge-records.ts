import { isRecord, type AwsRecord, type SourcedRecord } from './record.ts';

const isEmpty = (value: unknown): boolean => value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

/** One value of two: what one of them lacks comes from the other; where both say something, the first one counts. */
function mergeValues(first: unknown, second: unknown): unknown {
  if (isEmpty(first)) return second ?? first;
  return isRecord(first) && isRecord(second) ? mergeRecords(first, second) : first;
}

/** Fills the gaps of a record from another of the same thing. */
export function mergeRecords(first: AwsRecord, second: AwsRecord): AwsRecord {
  const keys = [...new Set([...Object.keys(first), ...Object.keys(second)])];
  return Object.fromEntries(keys.map((key) => [key, mergeValues(first[key], second[key])]));
}

/** The keys about which two records of the same thing say different things. Two accounts tag the same thing differently. */
export function contradictions(first: AwsRecord, second: AwsRecord): readonly string[] {
  return Object.keys(first).filter((key) => {
    const [a, b] = [first[key], second[key]];
    if (key === 'Tags' || key === 'TagSet' || isEmpty(a) || isEmpty(b)) return false;
    return isRecord(a) && isRecord(b) ? contradictions(a, b).length > 0 : JSON.stringify(a) !== JSON.stringify(b);
  });
}

const isSeenByOwner = ({ record, source }: SourcedRecord): boolean => source.account !== undefined && record['OwnerId'] === source.account;

/** Merges a record that was seen before; the file of the account that owns the thing counts first. */
export function mergeSourced(first: SourcedRecord, second: SourcedRecord): SourcedRecord {
  const [main, other] = !isSeenByOwner(first) && isSeenByOwner(second) ? [second, first] : [first, second];
  return { ...main, record: mergeRecords(main.record, other.record) };
}
