import { addressCount, IPV4_BITS, type Cidr4 } from '@core/address/cidr.ts';
import { formatCount } from '@core/address/format-count.ts';
import styles from './blocks.module.css';
import { splitBits } from './split-bits.ts';

const countBits = (count: number, word: string): string => `${count} ${word} ${count === 1 ? 'bit' : 'bits'}`;

/** An IPv4 block in dotted and in binary form; fixed bits are underlined, free ones dotted. */
export function BitView({ block }: { readonly block: Cidr4 }) {
  const octets = splitBits(block);
  const free = IPV4_BITS - block.prefixLength;
  const count = addressCount(block);
  const addresses = `${formatCount(count)} ${count === 1 ? 'address' : 'addresses'}`;
  return (
    <>
      <div
        className={styles.bits}
        role="img"
        aria-label={`${octets.map(({ bits }) => bits.map(({ digit }) => digit).join('')).join(' ')}: ${countBits(block.prefixLength, 'fixed')}, then ${countBits(free, 'free')}`}
      >
        {octets.map(({ decimal, bits }, octet) => (
          <span key={octet} className={styles.octet}>
            <b>{decimal}</b>
            <span>
              {bits.map(({ digit, isFixed }, index) => (
                <i key={index} data-free={!isFixed || undefined}>
                  {digit}
                </i>
              ))}
            </span>
          </span>
        ))}
      </div>
      <p className={styles.key}>
        <span>{countBits(block.prefixLength, 'fixed')}</span>
        <span data-free="">
          {countBits(free, 'free')}: {addresses}
        </span>
      </p>
    </>
  );
}
