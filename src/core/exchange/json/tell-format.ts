/** What a JSON document is, told by what is in it and never by the name of its file. */
export type DocumentFormat = 'design' | 'aws-describe' | 'terraform-state' | 'cloudformation-template' | 'unknown';

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value);

// AWS's answers have keys in upper camel case, or in lower camel case for Direct Connect, and lists under them.
const isAwsList = ([key, value]: readonly [string, unknown]): boolean => Array.isArray(value) && (/^[A-Z]/.test(key) || key.startsWith('directConnect') || key === 'virtualInterfaces');
/** A single answer (`describe-vpc-attribute`) and answers gathered by Region or by call: objects only, or ids beside them. */
const isAwsObject = ([key, value]: readonly [string, unknown]): boolean => isObject(value) && /^(?:[A-Z]|[a-z]{2}(?:-[a-z]+)+-\d|(?:describe|get|list)-)/.test(key);

/** A design is told by `version`, a number, and `resources`; one that lacks a part of it is still meant as one. */
const isDesign = (document: Readonly<Record<string, unknown>>): boolean => 'resources' in document || 'layout' in document || ('version' in document && typeof document['version'] !== 'string');

/** Tells a design from what `aws … describe-*` prints, and both from what they are mistaken for. */
export function tellFormat(document: unknown): DocumentFormat {
  if (Array.isArray(document)) {
    const parts: readonly unknown[] = document.flat();
    return parts.length > 0 && parts.every((part) => isObject(part) && tellFormat(part) === 'aws-describe') ? 'aws-describe' : 'unknown';
  }
  if (!isObject(document)) return 'unknown';
  if ('terraform_version' in document) return 'terraform-state';
  if ('AWSTemplateFormatVersion' in document) return 'cloudformation-template';
  const members = Object.entries(document);
  if (members.some(isAwsList)) return 'aws-describe';
  if (isDesign(document)) return 'design';
  return members.some(isAwsObject) ? 'aws-describe' : 'unknown';
}
