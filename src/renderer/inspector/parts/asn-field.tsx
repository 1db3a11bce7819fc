import type { ResourceId } from '@core/model/ids.ts';
import { PlainField } from './plain-field.tsx';
import { useEdit } from './use-edit.ts';

const HIGHEST_ASN = 4_294_967_294;
const DIGITS = /^\d{1,10}$/;

/** Why a text is no autonomous system number (RFC 6793: 1 to 4294967294); `undefined` when it is one, or is empty. */
export function judgeAsn(text: string): string | undefined {
  const typed = text.trim();
  if (typed === '') return undefined;
  const number = DIGITS.test(typed) ? Number(typed) : 0;
  return number >= 1 && number <= HIGHEST_ASN ? undefined : `${typed} is no autonomous system number; write 1 to 4294967294.`;
}

/** The autonomous system number of a gateway, for BGP. */
export function AsnField({ id, value }: { readonly id: ResourceId; readonly value: number | undefined }) {
  const { set } = useEdit();
  return (
    <PlainField
      label="Autonomous system number (ASN)"
      mono
      placeholder="65000"
      value={value === undefined ? '' : String(value)}
      judge={judgeAsn}
      onCommit={(text) => set({ resource: id, path: ['asn'], value: text.trim() === '' ? undefined : Number(text) })}
    />
  );
}
