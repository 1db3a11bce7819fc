import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CoreApi } from '../api/core-api.ts';
import { emptyDesign } from '../model/design.ts';
import { writeDesign } from '../model/write-design.ts';
import { exampleAccount, toFiles } from './aws-describe/example-account.ts';
import { embedInPng } from './picture/embed-in-png.ts';
import { smallPng } from './picture/small-png.ts';
import { readFiles, type InputFile } from './read-files.ts';
import { encodeUtf8 } from './text/utf8.ts';

const DESIGN = writeDesign(emptyDesign('shop'));
const pictureOf = (text: string): Uint8Array => {
  const embedded = embedInPng(smallPng(), text);
  return embedded.ok ? embedded.value : new Uint8Array();
};
const describeFiles: readonly InputFile[] = toFiles(exampleAccount).map(({ path, document }) => ({ path, content: JSON.stringify(document) }));
const utf16 = (text: string): Uint8Array => Uint8Array.from(Buffer.from(`\ufeff${text}`, 'utf16le'));

test('it is what the interface of the core asks for', () => {
  const asInterface: CoreApi['readFiles'] = ({ files }) => readFiles(files);
  expect(asInterface({ files: [] }).ok).toBe(false);
});

describe('what is read', () => {
  test.each<[string, readonly InputFile[], string]>([
    ['a design', [{ path: 'a.vpc.json', content: DESIGN }], 'design'],
    ['a design under any name', [{ path: 'Vpcs.json', content: DESIGN }], 'design'],
    ['a design in bytes', [{ path: 'a', content: encodeUtf8(DESIGN) }], 'design'],
    ['a design after a byte order mark', [{ path: 'a', content: `\ufeff${DESIGN}` }], 'design'],
    ['a design in UTF-16, as PowerShell writes it', [{ path: 'a', content: utf16(DESIGN) }], 'design'],
    ['a picture', [{ path: 'a.vpc.png', content: pictureOf(DESIGN) }], 'picture'],
    ['a picture under any name', [{ path: 'a.json', content: pictureOf(DESIGN) }], 'picture'],
    ['an account', describeFiles, 'aws-describe'],
    ['an account with an empty file', [...describeFiles, { path: 'failed.json', content: '' }], 'aws-describe'],
    ['one answer', [{ path: 'design.vpc.json', content: '{"Vpcs": []}' }], 'aws-describe'],
    ['one answer in UTF-16', [{ path: 'v.json', content: utf16('{"Vpcs": []}') }], 'aws-describe'],
    ['an answer of a single call', [{ path: 'v.json', content: '{"VpcId": "vpc-1", "EnableDnsSupport": {"Value": true}}' }], 'aws-describe'],
    ['an answer of Direct Connect', [{ path: 'v.json', content: '{"directConnectGateways": []}' }], 'aws-describe'],
    ['several answers in one file', [{ path: 'v.json', content: '{"Vpcs": []}\n{"Subnets": []}' }], 'aws-describe'],
    ['answers one a line', [{ path: 'v.jsonl', content: '\ufeff{"Vpcs": []}\r\n{"Subnets": [{"SubnetId": "a}\\"{"}]}\r\n' }], 'aws-describe'],
    ['answers gathered by Region', [{ path: 'v.json', content: '{"us-east-1": {"Vpcs": []}}' }], 'aws-describe'],
  ])('%s', (_, files, format) => {
    const read = readFiles(files);
    expect(read).toMatchObject({ ok: true, value: { format } });
    if (read.ok) expect(read.value.importReport === null).toBe(format !== 'aws-describe');
  });

  test('an empty file among others is said', () => {
    const read = readFiles([...describeFiles, { path: 'failed.json', content: ' \n' }]);
    expect(read.ok && read.value.importReport?.lines.map(({ sentence }) => sentence)).toContain('failed.json is empty: the call printed nothing.');
  });
});

test.each([
  ['an object', '{"name": "x"}'],
  ['a package.json', '{"name": "x", "version": "1.0.0"}'],
  ['an empty object', '{}'],
  ['nothing', 'null'],
  ['numbers', '[1, 2, 3]'],
  ['rows of --query', '[["vpc-1", "10.0.0.0/16"]]'],
])('%s among the answers is left out and said', (_, content) => {
  const read = readFiles([...describeFiles, { path: 'other.json', content }]);
  expect(read.ok && read.value.importReport?.lines.map(({ sentence }) => sentence)).toContain('other.json holds none of the lists that "aws … describe-…" prints under a top-level key; it was left out.');
});

const one = (content: string | Uint8Array): readonly InputFile[] => [{ path: 'x.json', content }];
const design = (changed: Readonly<Record<string, unknown>>): readonly InputFile[] => one(JSON.stringify({ version: 1, name: 'x', resources: {}, layout: {}, ...changed }));
const resource = (fields: Readonly<Record<string, unknown>>): readonly InputFile[] => design({ resources: { 'r-1': { name: 'r', ...fields } } });
const subnet = { kind: 'subnet', vpc: 'vpc-1', availabilityZone: 'us-east-1a', cidr: '10.0.0.0/24', autoAssignPublicIp: false };
const table = (route: unknown): readonly InputFile[] => resource({ kind: 'route-table', vpc: 'vpc-1', propagatingGateways: [], routes: { r1: route } });
const group = (rule: unknown): readonly InputFile[] => resource({ kind: 'security-group', vpc: 'vpc-1', outbound: {}, inbound: { r1: rule } });
const acl = (rule: unknown): readonly InputFile[] => resource({ kind: 'network-acl', vpc: 'vpc-1', outbound: {}, inbound: { r1: rule } });
const nested = (depth: number): string => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;
const cut = (bytes: Uint8Array, length: number): Uint8Array => bytes.slice(0, length);
const changed = (bytes: Uint8Array, at: number, byte: number): Uint8Array => Uint8Array.from(bytes, (old, index) => (index === at ? byte : old));
const picture = pictureOf(DESIGN);
const compressed = Uint8Array.from([...encodeUtf8('reachable-design\0'), 1, 0, 0, 0, 1, 2, 3]);

/** What is given, and the one sentence that names the place and says what to do. */
const refused: readonly (readonly [string, readonly InputFile[], string])[] = [
  ['nothing', [], 'There is no file to open; choose a .vpc.json, a .vpc.png or what "aws ec2 describe-…" printed.'],
  // Text that is no JSON.
  ['an empty file', one(''), 'x.json: this file is empty; save or export it again.'],
  ['an empty file in bytes', one(new Uint8Array()), 'x.json: this file is empty; save or export it again.'],
  ['a byte order mark alone', one('\ufeff'), 'x.json: this file is empty; save or export it again.'],
  ['a design that breaks off', one('{"version": 1,\n "name": "x"'), 'x.json: this is not whole: the text breaks off at line 2, column 13, where "," or "}" must come; save or export it again.'],
  ['a text that breaks off', one('{"version": 1, "name": "x'), 'x.json: this is not whole: the text breaks off at line 1, column 26, where the rest of a text and its closing " must come; save or export it again.'],
  ['a list that breaks off', one('{"Vpcs": [{"VpcId": "vpc-1"},'), 'x.json: this is not whole: the text breaks off at line 1, column 30, where a value must come; save or export it again.'],
  ['a comma too many', one('{"Vpcs": [],}'), 'x.json: this is not JSON: at line 1, column 13, a key in quotation marks must come; correct it there, or export it again.'],
  ['a comma too few', one('{"Vpcs": []\n"Subnets": []}'), 'x.json: this is not JSON: at line 2, column 1, "," or "}" must come; correct it there, or export it again.'],
  ['a wrong closing bracket', one('{"Vpcs": [}'), 'x.json: this is not JSON: at line 1, column 11, a value or "]" must come; correct it there, or export it again.'],
  ['a document and a word', one('{"Vpcs": []} done'), 'x.json: this is not JSON: at line 1, column 14, the end of the text must come; correct it there, or export it again.'],
  ['a document and a part of one', one('{"Vpcs": []}{"Subnets": ['), 'x.json: this is not JSON: at line 1, column 13, the end of the text must come; correct it there, or export it again.'],
  ['YAML', one('Vpcs:\n- VpcId: vpc-1\n'), 'x.json: this is not JSON: at line 1, column 1, a value must come; correct it there, or export it again.'],
  ['a table', one('------\n|DescribeVpcs|\n'), 'x.json: this is not JSON: at line 1, column 1, a value must come; correct it there, or export it again.'],
  ['NaN', one('{"x": NaN}'), 'x.json: this is not JSON: at line 1, column 7, a value must come; correct it there, or export it again.'],
  ['a control character', one('{"x": "a\u0001"}'), 'x.json: this is not JSON: at line 1, column 9, the rest of a text and its closing " must come; correct it there, or export it again.'],
  ['UTF-16 without a mark', one(utf16('{"version": 1}').slice(2)), 'x.json: this is not UTF-8 text; save it as UTF-8.'],
  ['UTF-16 that was read as UTF-8', one('\ufffd\ufffd{\u0000}\u0000'), 'x.json: this is not UTF-8 text; save it as UTF-8.'],
  ['bytes that are no text', one(Uint8Array.from([0x7b, 0xff, 0x7d])), 'x.json: this is neither UTF-8 text nor a PNG picture; open a .vpc.json, a .vpc.png or describe output.'],
  ['a gzip archive', one(Uint8Array.from([0x1f, 0x8b, 8, 0])), 'x.json: this is a gzip archive; unpack it first.'],
  ['a zip archive', one(Uint8Array.from([0x50, 0x4b, 3, 4])), 'x.json: this is a zip archive; unpack it first.'],
  ['deep nesting', one(`{"version":1,"x":${nested(200)}}`), 'x.json: x › a › a: this is nested more than 100 levels deep; flatten it.'],
  ['very deep nesting', one(nested(100_000)), 'x.json: a › a › a: this is nested more than 100 levels deep; flatten it.'],
  ['endless nesting', one('['.repeat(500_000)), 'x.json: this is not whole: the text breaks off at line 1, column 500001, where a value or "]" must come; save or export it again.'],
  ['a huge number', one('{"version": 1, "layout": {"a": {"x": 1e999}}}'), 'x.json: layout › a › x: this number is larger than a JSON number can be; write a smaller one.'],
  ['a key __proto__', one('{"version": 1, "resources": {"__proto__": {}}}'), 'x.json: resources: this has a key "__proto__", which no design and no AWS answer has; remove it.'],
  ['a key __proto__ in an answer', one('{"Vpcs": [{"__proto__": {"x": 1}}]}'), 'x.json: Vpcs › 0: this has a key "__proto__", which no design and no AWS answer has; remove it.'],
  // JSON that is something else.
  ['a number', one('1'), 'x.json: this is neither a Reachable design nor what "aws ec2 describe-…" prints; open one of these.'],
  ['null', one('null'), 'x.json: this is neither a Reachable design nor what "aws ec2 describe-…" prints; open one of these.'],
  ['a list of things without their key', one('[{"VpcId": "vpc-1"}]'), 'x.json: this is neither a Reachable design nor what "aws ec2 describe-…" prints; open one of these.'],
  ['an empty object', one('{}'), 'x.json: this is neither a Reachable design nor what "aws ec2 describe-…" prints; open one of these.'],
  ['a package.json', one('{"name": "x", "scripts": {}}'), 'x.json: this is neither a Reachable design nor what "aws ec2 describe-…" prints; open one of these.'],
  ['a Terraform state', one('{"version": 4, "terraform_version": "1.9", "resources": []}'), 'x.json: this is a Terraform state, which Reachable does not read; import what "aws ec2 describe-…" prints.'],
  ['a CloudFormation template', one('{"AWSTemplateFormatVersion": "2010-09-09", "Resources": {}}'), 'x.json: this is a CloudFormation template, which Reachable does not read; import what "aws ec2 describe-…" prints.'],
  // Designs: the top.
  ['no version', one('{"resources": {}, "layout": {}}'), 'x.json: this is not a Reachable design: it has no "version" at the top.'],
  ['a newer version', design({ version: 99 }), 'x.json: this design was written by a newer Reachable (version 99; this one reads up to 1); update Reachable to open it.'],
  ['version 0', design({ version: 0 }), 'x.json: version: this must be a whole number, 1 or less, not 0.'],
  ['a version in words', design({ version: 'one' }), 'x.json: version: this must be a whole number, 1 or less, not "one".'],
  ['half a version', design({ version: 1.5 }), 'x.json: version: this must be a whole number, 1 or less, not 1.5.'],
  ['no name', design({ name: undefined }), 'x.json: name: this is missing; it must be text.'],
  ['no resources', design({ resources: undefined }), 'x.json: resources: this is missing; it must be an object { … }.'],
  ['no layout', design({ layout: undefined }), 'x.json: layout: this is missing; it must be an object { … }.'],
  ['a list of resources', design({ resources: [subnet] }), 'x.json: resources: this must be an object { … }, not a list.'],
  ['resources in words', design({ resources: 'all' }), 'x.json: resources: this must be an object { … }, not "all".'],
  ['a resource without an id', design({ resources: { '': subnet } }), 'x.json: resources › "": "" is not usable as an id; write 1–512 characters that are not a word of JavaScript\'s own.'],
  ['a resource called constructor', design({ resources: { constructor: subnet } }), 'x.json: resources › constructor: "constructor" is not usable as an id; write 1–512 characters that are not a word of JavaScript\'s own.'],
  ['a resource that is a number', design({ resources: { 'r-1': 5 } }), 'x.json: resources › r-1: this must be an object { … }, not 5.'],
  ['a resource that is a list', design({ resources: { 'r-1': [] } }), 'x.json: resources › r-1: this must be an object { … }, not a list.'],
  // Designs: resources and rows.
  ['no kind', resource({}), 'x.json: resources › r-1 › kind: this resource has no kind; write one.'],
  ['an unknown kind', resource({ kind: 'tank' }), 'x.json: resources › r-1 › kind: this version of Reachable knows no resource of kind "tank"; correct it, or update Reachable.'],
  ['a kind that is a list', resource({ kind: ['vpc'] }), 'x.json: resources › r-1 › kind: this version of Reachable knows no resource of kind a list; correct it, or update Reachable.'],
  ['no VPC', resource({ ...subnet, vpc: undefined }), 'x.json: resources › r-1 › vpc: this is missing; it must be text.'],
  ['an empty id', resource({ ...subnet, vpc: '' }), 'x.json: resources › r-1 › vpc: this must not be empty.'],
  ['a CIDR that is none', resource({ ...subnet, cidr: '10.0.0.0/33' }), 'x.json: resources › r-1 › cidr: /33 is not a prefix length of an IPv4 block; write 0–32, for example 10.0.0.0/24.'],
  ['an address that is none', resource({ ...subnet, cidr: '10.0.0.256/24' }), 'x.json: resources › r-1 › cidr: 10.0.0.256 is neither an IPv4 nor an IPv6 address; write a block such as 10.0.0.0/16 or 2001:db8::/56.'],
  ['IPv6 where IPv4 belongs', resource({ ...subnet, cidr: '2001:db8::/64' }), 'x.json: resources › r-1 › cidr: "2001:db8::/64" is not an IPv4 block.'],
  ['a CIDR that is a number', resource({ ...subnet, cidr: 10 }), 'x.json: resources › r-1 › cidr: this must be text, not 10.'],
  ['yes for true', resource({ ...subnet, autoAssignPublicIp: 'yes' }), 'x.json: resources › r-1 › autoAssignPublicIp: this must be true or false, not "yes".'],
  ['tags in a list', resource({ ...subnet, tags: [{ Key: 'a', Value: 'b' }] }), 'x.json: resources › r-1 › tags: this must be an object { … }, not a list.'],
  ['a tag that is a number', resource({ ...subnet, tags: { a: 1 } }), 'x.json: resources › r-1 › tags › a: this must be text, not 1.'],
  ['routes in a list', resource({ kind: 'route-table', vpc: 'vpc-1', propagatingGateways: [], routes: [] }), 'x.json: resources › r-1 › routes: this must be an object { … }, not a list.'],
  ['a destination that is none', table({ destination: 'everywhere', target: 'igw-1', origin: 'static' }), 'x.json: resources › r-1 › routes › r1 › destination: this must be a CIDR block such as 10.0.0.0/16, or the id of a prefix list (pl-…), not "everywhere".'],
  ['an unknown origin', table({ destination: '0.0.0.0/0', target: 'igw-1', origin: 'magic' }), 'x.json: resources › r-1 › routes › r1 › origin: this must be one of static or propagated, not "magic".'],
  ['an unknown protocol', group({ protocol: 'tpc', peer: { cidr: '0.0.0.0/0' } }), 'x.json: resources › r-1 › inbound › r1 › protocol: this must be all, tcp, udp, icmp, icmpv6 or a protocol number from 0 to 255, not "tpc".'],
  ['a port too high', group({ protocol: 'tcp', fromPort: 70_000, peer: { cidr: '0.0.0.0/0' } }), 'x.json: resources › r-1 › inbound › r1 › fromPort: this must be at most 65535, not 70000.'],
  ['a peer that is none', group({ protocol: 'tcp', peer: {} }), 'x.json: resources › r-1 › inbound › r1 › peer: this must be an object { … } with a cidr, a group or a prefixList.'],
  ['a peer with a wrong CIDR', group({ protocol: 'tcp', peer: { cidr: '10.0.0.0' } }), 'x.json: resources › r-1 › inbound › r1 › peer › cidr: 10.0.0.0 has no prefix length; write 10.0.0.0/32 for this one address, or the block that is meant.'],
  ['a rule number too high', acl({ protocol: 'all', number: 40_000, cidr: '0.0.0.0/0', action: 'allow' }), 'x.json: resources › r-1 › inbound › r1 › number: this must be at most 32766, not 40000.'],
  ['a third action', acl({ protocol: 'all', number: 100, cidr: '0.0.0.0/0', action: 'maybe' }), 'x.json: resources › r-1 › inbound › r1 › action: this must be one of allow or deny, not "maybe".'],
  ['a box without height', design({ layout: { a: { x: 1, y: 2, width: 10, height: 0 } } }), 'x.json: layout › a › height: this must be more than 0, not 0.'],
  ['a question without an end', design({ expectations: { e: { question: { from: 'internet' }, verdict: 'reachable' } } }), 'x.json: expectations › e › question › to: this is missing; it must be text.'],
  ['a verdict that is none', design({ expectations: { e: { question: { from: 'a', to: 'b' }, verdict: 'fine' } } }), 'x.json: expectations › e › verdict: this must be one of reachable, blocked, ambiguous or undetermined, not "fine".'],
  ['very long text in a wrong place', resource({ ...subnet, autoAssignPublicIp: 'y'.repeat(10_000) }), `x.json: resources › r-1 › autoAssignPublicIp: this must be true or false, not "${'y'.repeat(60)}…".`],
  // Answers.
  ['an object where a list belongs', one('{"Vpcs": {"VpcId": "vpc-1"}, "Subnets": []}'), 'x.json › Vpcs: this must be a list [ … ] as "aws ec2 describe-vpcs" prints it, not an object.'],
  ['a text where a list belongs', one('{"Vpcs": "none", "Subnets": []}'), 'x.json › Vpcs: this must be a list [ … ] as "aws ec2 describe-vpcs" prints it, not "none".'],
  ['a list where an object belongs', one('{"VpcBlockPublicAccessOptions": "off", "Vpcs": []}'), 'x.json › VpcBlockPublicAccessOptions: this must be an object { … } as "aws ec2 describe-vpc-block-public-access-options" prints it, not "off".'],
  ['only keys that are not read', one('{"Volumes": [{"VolumeId": "vol-1"}]}'), 'x.json: there is nothing in it that "aws ec2 describe-…" prints under its top-level key, such as "Vpcs"; export without --query.'],
  ['one broken file of many', [...describeFiles, { path: 'accounts/1/us-east-1/Subnets.json', content: '{"Subnets": [' }], 'accounts/1/us-east-1/Subnets.json: this is not whole: the text breaks off at line 1, column 14, where a value or "]" must come; save or export it again.'],
  // Mixtures.
  ['two designs', [...design({}), { path: 'y.json', content: DESIGN }], 'x.json and y.json are designs; open one at a time.'],
  ['a design and a picture', [...design({}), { path: 'y.png', content: picture }], 'x.json and y.png are designs; open one at a time.'],
  ['a design among answers', [...describeFiles.slice(0, 1), ...design({})], 'x.json is a design and shop/eu-west-1/AvailabilityZones.json is not; open the design alone, or import the others without it.'],
  ['a picture and an empty file', [{ path: 'y.png', content: picture }, { path: 'x.json', content: '' }], 'y.png is a design and x.json is not; open the design alone, or import the others without it.'],
  // Pictures.
  ['a picture without a design', one(smallPng()), 'x.json: this picture has no design in it; open one that Reachable has saved, or a .vpc.json file.'],
  ['a picture with a wrong check sum', one(changed(picture, 60, 0x21)), 'x.json: the design in this picture is damaged; use another copy of the picture, or the .vpc.json file.'],
  ['a picture that breaks off', one(cut(picture, picture.length - 20)), `x.json: this picture breaks off before its end; save it again.`],
  ['a signature alone', one(cut(picture, 8)), 'x.json: this picture breaks off before its end; save it again.'],
  ['a chunk that says it is longer', one(changed(picture, 34, 0x7f)), 'x.json: this picture breaks off before its end; save it again.'],
  ['a chunk that says it is shorter', one(changed(picture, 36, 0x01)), 'x.json: this picture is damaged at byte 46; save it again.'],
  ['a chunk with a senseless type', one(changed(picture, 38, 0x00)), 'x.json: this picture is damaged at byte 33; save it again.'],
  ['a picture without its header', one(Uint8Array.from([...cut(picture, 8), ...picture.slice(33)])), 'x.json: this picture is damaged: a PNG starts with an IHDR chunk of 13 bytes; save it again.'],
  ['a design that was compressed', one(smallPng([{ type: 'iTXt', content: compressed }])), 'x.json: another program has compressed the design in this picture; use the picture that Reachable saved, or the .vpc.json file.'],
  ['a design chunk that ends early', one(smallPng([{ type: 'iTXt', content: encodeUtf8('reachable-design\0\0\0') }])), 'x.json: the design in this picture is damaged; use another copy of the picture, or the .vpc.json file.'],
  ['a picture with something else in it', one(pictureOf('hello')), 'x.json: this is not JSON: at line 1, column 1, a value must come; correct it there, or export it again.'],
  ['a picture of a newer version', one(pictureOf('{"version": 7}')), 'x.json: this design was written by a newer Reachable (version 7; this one reads up to 1); update Reachable to open it.'],
  ['a picture read as text', one('\ufffdPNG\r\n\u001a\n'), 'x.json: this is a picture that was read as text; open it as a file of its own.'],
  ['a JPEG', one(Uint8Array.from([0xff, 0xd8, 0xff, 0xe0])), 'x.json: this is neither UTF-8 text nor a PNG picture; open a .vpc.json, a .vpc.png or describe output.'],
];

describe('what is refused, in one sentence', () => {
  test.each(refused)('%s', (_, files, message) => {
    const read = readFiles(files);
    expect(read.ok ? 'it was read' : read.problem.message).toBe(message);
    expect(message.length).toBeLessThanOrEqual(400);
    expect(message).not.toMatch(/\n| at .*:\d+:\d+|undefined|\[object/);
  });
  test('there are at least sixty of them', () => {
    expect(refused.length).toBeGreaterThanOrEqual(60);
  });
});

/** Records that are no such things: they are left out, the rest is read, and the report names place and reason. */
const leftOut: readonly (readonly [string, Readonly<Record<string, unknown>>, string])[] = [
  ['a VPC without an id', { Vpcs: [{ CidrBlock: '10.0.0.0/16' }] }, 'Vpcs › x.json › VpcId: this is missing; it must be text. It was left out.'],
  ['a VPC without a block', { Vpcs: [{ VpcId: 'vpc-1' }] }, 'Vpcs › vpc-1 › CidrBlock: this is missing; it must be text. It was left out.'],
  ['a VPC with a block that is none', { Vpcs: [{ VpcId: 'vpc-1', CidrBlock: 'ten' }] }, 'Vpcs › vpc-1 › cidr: ten is neither an IPv4 nor an IPv6 address; write a block such as 10.0.0.0/16 or 2001:db8::/56. It was left out.'],
  ['a subnet whose block is a number', { Subnets: [{ SubnetId: 'subnet-1', VpcId: 'vpc-1', CidrBlock: 10 }] }, 'Subnets › subnet-1 › CidrBlock: this must be text, not 10. It was left out.'],
  ['a flag in words', { Subnets: [{ SubnetId: 'subnet-1', VpcId: 'vpc-1', MapPublicIpOnLaunch: 'true' }] }, 'Subnets › subnet-1 › MapPublicIpOnLaunch: this must be true or false, not "true". It was left out.'],
  ['an element that is text', { Subnets: ['subnet-1'] }, 'x.json › Subnets › 0: this must be an object { … }, not "subnet-1". It was left out.'],
  ['routes in an object', { RouteTables: [{ RouteTableId: 'rtb-1', VpcId: 'vpc-1', Routes: {} }] }, 'RouteTables › rtb-1 › Routes: this must be a list [ … ], not an object. It was left out.'],
  ['a route without a destination', { RouteTables: [{ RouteTableId: 'rtb-1', VpcId: 'vpc-1', Routes: [{ GatewayId: 'igw-1' }] }] }, 'RouteTables › rtb-1 › route 1 › destination: this is missing; it must be a CIDR block such as 10.0.0.0/16, or the id of a prefix list (pl-…). It was left out.'],
  ['a rule with an unknown protocol', { SecurityGroups: [{ GroupId: 'sg-1', VpcId: 'vpc-1', IpPermissions: [{ IpProtocol: 'tpc', IpRanges: [{ CidrIp: '0.0.0.0/0' }] }] }] }, 'SecurityGroups › sg-1 › rule 1 › protocol: this must be all, tcp, udp, icmp, icmpv6 or a protocol number from 0 to 255, not "tpc". It was left out.'],
  ['a rule with a wrong block', { SecurityGroups: [{ GroupId: 'sg-1', VpcId: 'vpc-1', IpPermissions: [{ IpProtocol: 'tcp', IpRanges: [{ CidrIp: '10.0.0.0/99' }] }] }] }, 'SecurityGroups › sg-1 › rule 1 › peer › cidr: /99 is not a prefix length of an IPv4 block; write 0–32, for example 10.0.0.0/24. It was left out.'],
  ['a group of EC2-Classic', { SecurityGroups: [{ GroupId: 'sg-1', GroupName: 'old' }] }, 'SecurityGroups › sg-1 › VpcId: this is missing; it must be text. It was left out.'],
  ['an instance in no known state', { Reservations: [{ Instances: [{ InstanceId: 'i-1', InstanceType: 't3.micro', State: { Name: 'asleep' } }] }] }, 'Reservations › i-1 › State › Name: this must be one of pending, running, stopping, stopped, shutting-down or terminated, not "asleep". It was left out.'],
  ['a reservation without instances', { Reservations: [{ ReservationId: 'r-1' }] }, 'Reservations › x.json › InstanceId: this is missing; it must be text. It was left out.'],
  ['an interface of an instance that is none', { Reservations: [{ Instances: [{ InstanceId: 'i-1', InstanceType: 't3.micro', State: { Name: 'running' }, NetworkInterfaces: [7] }] }] }, 'Reservations › i-1 › NetworkInterfaces › 0: this is no network interface; it was left out.'],
  ['an address that is none', { NetworkInterfaces: [{ NetworkInterfaceId: 'eni-1', SubnetId: 'subnet-1', PrivateIpAddress: '10.0.0.999' }] }, 'NetworkInterfaces › eni-1 › address 1 › address: "10.0.0.999" is not an IPv4 address. It was left out.'],
  ['tags that are none', { Vpcs: [{ VpcId: 'vpc-1', CidrBlock: '10.0.0.0/16', Tags: 'Name' }] }, 'The tags of vpc-1 are not a list of Key and Value; they were left out.'],
  ['a tag called __proto__', { Vpcs: [{ VpcId: 'vpc-1', CidrBlock: '10.0.0.0/16', Tags: [{ Key: '__proto__', Value: 'x' }] }] }, 'A tag of vpc-1 has the key "__proto__", which a design cannot hold; it was left out.'],
  ['an id that a design cannot hold', { Vpcs: [{ VpcId: 'constructor', CidrBlock: '10.0.0.0/16' }] }, '"constructor" cannot be an id in a design; this vpc was left out.'],
  ['an id of two things', { Vpcs: [{ VpcId: 'x-1', CidrBlock: '10.0.0.0/16' }], Subnets: [{ SubnetId: 'x-1', VpcId: 'x-1' }] }, 'x-1 is the id of a vpc and of a subnet; the subnet was left out.'],
];

describe('what is left out of an import', () => {
  test.each(leftOut)('%s', (_, document, sentence) => {
    const read = readFiles(one(JSON.stringify({ Vpcs: [], ...document })));
    expect(read.ok && read.value.importReport?.lines.filter(({ outcome }) => outcome === 'skipped').map((line) => line.sentence)).toContain(sentence);
  });
});

describe('mutated documents', () => {
  const documents: readonly unknown[] = [exampleAccount, { ...emptyDesign('x'), resources: { 'subnet-1': { name: 's', ...subnet } } }];
  const junk = fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.constantFrom('__proto__', '-1', 'local', '10.0.0.0/8', 'vpc-0a01', Infinity, -1, 1e308));

  function mutate(value: unknown, path: readonly number[], replacement: unknown): unknown {
    const [step, ...rest] = path;
    if (step === undefined || typeof value !== 'object' || value === null) return replacement;
    const entries = Object.entries(value);
    if (entries.length === 0) return replacement;
    const chosen = step % entries.length;
    const changedEntries = entries.map(([key, member], index): [string, unknown] => [key, index === chosen ? mutate(member, rest, replacement) : member]);
    return Array.isArray(value) ? changedEntries.map(([, member]) => member) : Object.fromEntries(changedEntries);
  }

  test('never make it throw, and what is read is a design', () => {
    const mutation = fc.tuple(fc.array(fc.nat(50), { minLength: 1, maxLength: 7 }), junk);
    fc.assert(
      fc.property(fc.constantFrom(...documents), fc.array(mutation, { minLength: 1, maxLength: 4 }), (document, mutations) => {
        const mutated = mutations.reduce((current, [path, replacement]) => mutate(current, path, replacement), document);
        const read = readFiles(one(JSON.stringify(mutated)));
        if (read.ok) expect(readFiles(one(writeDesign(read.value.design)))).toMatchObject({ ok: true, value: { design: read.value.design } });
        else expect(read.problem.message).toMatch(/^[^\n]{1,400}$/);
      }),
      { numRuns: 200 },
    );
  });

  test('cut anywhere never make it throw', () => {
    const text = JSON.stringify(exampleAccount);
    fc.assert(
      fc.property(fc.nat(text.length - 1), fc.string({ maxLength: 3 }), (length, tail) => {
        const read = readFiles(one(text.slice(0, length) + tail));
        if (!read.ok) expect(read.problem.message).toMatch(/^x\.json: [^\n]{1,390}$/);
      }),
      { numRuns: 100 },
    );
  });
});

test('an account with 500 interfaces is read whole', () => {
  const interfaces = Array.from({ length: 500 }, (_, index) => ({
    NetworkInterfaceId: `eni-${index}`,
    SubnetId: 'subnet-0b01',
    VpcId: 'vpc-0a01',
    Groups: [{ GroupId: 'sg-0201' }],
    PrivateIpAddress: `10.0.${index >> 8}.${index & 255}`,
    Attachment: { InstanceId: `i-${index}`, DeviceIndex: 0 },
  }));
  const Reservations = [{ Instances: interfaces.map((one, index) => ({ InstanceId: `i-${index}`, InstanceType: 't3.micro', State: { Name: 'running' }, NetworkInterfaces: [one] })) }];
  const files = toFiles({ ...exampleAccount, NetworkInterfaces: interfaces, Reservations }).map(({ path, document }) => ({ path, content: JSON.stringify(document) }));
  const read = readFiles(files);
  const kinds = read.ok ? Object.values(read.value.design.resources).map(({ kind }) => kind) : [];
  expect(kinds.filter((kind) => kind === 'network-interface' || kind === 'instance')).toHaveLength(1000);
});
