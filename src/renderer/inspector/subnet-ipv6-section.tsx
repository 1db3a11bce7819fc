import { formatCidr, nextFree, readCidr, type Cidr } from '@core/address/cidr.ts';
import { usualIpv6Sizes } from '@core/aws/subnet-sizes.ts';
import { subnetsOf } from '@core/editing/members.ts';
import { setSubnetIpv6Cidr } from '@core/editing/set-subnet-cidr.ts';
import type { Design } from '@core/model/design.ts';
import type { ResourceId } from '@core/model/ids.ts';
import { Button } from '../controls/button.tsx';
import { IconButton } from '../controls/icon-button.tsx';
import { Section } from '../controls/section.tsx';
import { Switch } from '../controls/switch.tsx';
import { BlockField } from './blocks/block-field.tsx';
import { judgeBlock } from './blocks/judge-block.ts';
import type { FormProps } from './parts/form-props.ts';
import { findOfKind } from './parts/name-of.ts';
import { Sentence } from './parts/remark.tsx';
import { SettingRow } from './parts/setting-row.tsx';
import { useDesign, useEdit } from './parts/use-edit.ts';

const readAll = (texts: readonly (string | undefined)[]): readonly Cidr[] =>
  texts.map((text) => (text === undefined ? undefined : readCidr(text))).filter((cidr) => cidr !== undefined);

/** The lowest free /64 of a VPC's IPv6 blocks: the size AWS gives out. */
export function suggestIpv6Block(design: Design, vpc: ResourceId): string | undefined {
  const home = findOfKind(design, vpc, 'vpc');
  const within = readAll(Object.values(home?.ipv6Cidrs ?? {}).map(({ cidr }) => cidr));
  const taken = readAll(subnetsOf(design, vpc).map(({ value }) => value.ipv6Cidr));
  const free = nextFree({ within, taken, prefixLength: usualIpv6Sizes.subnet });
  return free && formatCidr(free);
}

/** The IPv6 block of a subnet; shown where the VPC has one to give. */
export function SubnetIpv6Section({ id, value }: FormProps<'subnet'>) {
  const design = useDesign();
  const { edit, set } = useEdit();
  const free = suggestIpv6Block(design, value.vpc);
  if (value.ipv6Cidr === undefined && free === undefined) return null;
  const put = (cidr: string | undefined) => edit((now) => setSubnetIpv6Cidr(now, { subnet: id, cidr }));
  if (value.ipv6Cidr === undefined) {
    return (
      <Section title="IPv6 block" end="none">
        <Button glyph="plus" onClick={() => put(free)}>
          Add {free}
        </Button>
      </Section>
    );
  }
  return (
    <Section title="IPv6 block">
      <BlockField
        label="IPv6 block"
        value={value.ipv6Cidr}
        judge={(typed) =>
          judgeBlock({
            typed,
            current: value.ipv6Cidr,
            attempt: (cidr) => setSubnetIpv6Cidr(design, { subnet: id, cidr }),
            suggest: () => (free === undefined ? [] : [free]),
          })
        }
        onCommit={put}
        trailing={
          value.cidr === undefined ? undefined : <IconButton glyph="trash" size="small" label="Take the IPv6 block away" onClick={() => put(undefined)} />
        }
      />
      <SettingRow
        label="DNS64"
        end={
          <Switch
            label="DNS64"
            labelHidden
            checked={value.enableDns64 ?? false}
            onChange={(on) => set({ resource: id, path: ['enableDns64'], value: on })}
          />
        }
      />
      {value.enableDns64 === true && <Sentence>Names of IPv4 servers get addresses of 64:ff9b::/96 here, which a NAT gateway translates.</Sentence>}
    </Section>
  );
}
