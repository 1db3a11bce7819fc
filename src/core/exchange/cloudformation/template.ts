import type { Design } from '../../model/design.ts';
import type { ResourceId } from '../../model/ids.ts';
import type { Resource, ResourceKind, ResourceOfKind } from '../../model/resources/index.ts';

type Properties = Readonly<Record<string, unknown>>;

export interface TemplateResource {
  readonly Type: string;
  readonly Properties: Properties;
  readonly DependsOn?: readonly string[];
}

/** A reference to another resource of the template, or to one of its attributes. */
export type Reference = { readonly Ref: string } | { readonly 'Fn::GetAtt': readonly [string, string] };

const toWords = (id: string): readonly string[] => id.split(/[^A-Za-z0-9]+/).filter((word) => word !== '');
const capitalise = (word: string): string => `${word.charAt(0).toUpperCase()}${word.slice(1)}`;

/** Collects the resources of a CloudFormation template under logical ids made from the design's. */
export class Template {
  readonly design: Design;
  readonly notes: string[] = [];
  private readonly resources: Record<string, TemplateResource> = {};
  private readonly parameters: Record<string, Properties> = {};
  private readonly logicalIds = new Map<string, string>();
  private readonly taken = new Set<string>();

  constructor(design: Design) {
    this.design = design;
  }

  /** The logical id of a resource or of a part of it: letters and digits, each once. */
  logicalId(key: string): string {
    const known = this.logicalIds.get(key);
    if (known !== undefined) return known;
    const wanted = toWords(key).map(capitalise).join('') || 'Resource';
    let id = wanted;
    for (let number = 2; this.taken.has(id); number += 1) id = `${wanted}N${number}`;
    this.taken.add(id);
    this.logicalIds.set(key, id);
    return id;
  }

  add(key: string, type: string, given: { readonly properties: Properties; readonly dependsOn?: readonly string[] }): void {
    const dependsOn = given.dependsOn?.filter((id) => id !== '') ?? [];
    this.resources[this.logicalId(key)] = { Type: type, Properties: given.properties, ...(dependsOn.length > 0 && { DependsOn: dependsOn }) };
  }

  addParameter(name: string, properties: Properties): void {
    this.parameters[name] = properties;
  }

  /** Whether something was written under this key. */
  has(key: string): boolean {
    const id = this.logicalIds.get(key);
    return id !== undefined && Object.hasOwn(this.resources, id);
  }

  ref(key: string): Reference {
    return { Ref: this.logicalId(key) };
  }

  attribute(key: string, name: string): Reference {
    return { 'Fn::GetAtt': [this.logicalId(key), name] };
  }

  note(sentence: string): void {
    this.notes.push(sentence);
  }

  nameOf(id: string): string {
    const name = this.design.resources[id as ResourceId]?.name;
    return name === undefined || name === '' ? id : name;
  }

  all<Kind extends ResourceKind>(kind: Kind): readonly (readonly [ResourceId, ResourceOfKind<Kind>])[] {
    const entries = Object.entries(this.design.resources).filter(([, resource]) => resource.kind === kind);
    return entries as unknown as readonly (readonly [ResourceId, ResourceOfKind<Kind>])[];
  }

  get<Kind extends ResourceKind>(id: string | undefined, kind: Kind): ResourceOfKind<Kind> | undefined {
    const found = id === undefined ? undefined : this.design.resources[id as ResourceId];
    return found?.kind === kind ? (found as ResourceOfKind<Kind>) : undefined;
  }

  /** The logical ids of the design's own resources, by their ids. */
  logicalIdsOfDesign(): ReadonlyMap<string, string> {
    return new Map([...this.logicalIds].filter(([key]) => Object.hasOwn(this.design.resources, key) && this.has(key)));
  }

  toText(): string {
    const document = {
      AWSTemplateFormatVersion: '2010-09-09',
      Description: `${this.design.name}, drawn with Reachable`,
      ...(Object.keys(this.parameters).length > 0 && { Parameters: this.parameters }),
      Resources: this.resources,
    };
    return `${JSON.stringify(document, null, 2)}\n`;
  }
}

/** The tags of a resource, its name among them. */
export function tagsOf(resource: Pick<Resource, 'name' | 'tags'>): readonly { readonly Key: string; readonly Value: string }[] {
  const tags = { ...resource.tags, ...(resource.name !== '' && { Name: resource.name }) };
  return Object.entries(tags).filter(([key]) => !key.startsWith('aws:')).map(([Key, Value]) => ({ Key, Value }));
}
