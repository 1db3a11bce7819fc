/// <reference types="vite/client" />
import { describe, expect, test } from 'vitest';
import betweenVpcs from '../testing/accounts/between-vpcs.json?raw';
import filters from '../testing/accounts/filters.json?raw';
import partialSnapshots from '../testing/accounts/partial-snapshots.json?raw';
import publicAccess from '../testing/accounts/public-access-and-accounts.json?raw';
import routes from '../testing/accounts/routes.json?raw';
import services from '../testing/accounts/services.json?raw';
import { readAccounts, type AnsweredQuestion } from '../testing/accounts.ts';
import type { Blocker } from '../findings/diagnosis.ts';
import type { Design } from '../model/design.ts';
import { diagnose } from './diagnose.ts';

const files: readonly (readonly [string, string])[] = [
  ['filters', filters],
  ['routes', routes],
  ['between VPCs', betweenVpcs],
  ['services', services],
  ['public access and accounts', publicAccess],
  ['partial snapshots', partialSnapshots],
];

/** Each blocker of one list has its like in the other; `null` is any resource. */
function areSame(wanted: NonNullable<AnsweredQuestion['blockers']>, found: readonly Blocker[]): boolean {
  const isLike = ([component, resource, leg]: (typeof wanted)[number], blocker: Blocker): boolean =>
    component === blocker.component && leg === blocker.leg && (resource === null || resource === blocker.resource);
  return wanted.every((want) => found.some((blocker) => isLike(want, blocker))) && found.every((blocker) => wanted.some((want) => isLike(want, blocker)));
}

function judge(design: Design, { verdict, blockers, mentions = [], ...question }: AnsweredQuestion): void {
  const reply = diagnose(design, question);
  if (!reply.ok) throw new Error(reply.problem.message);
  const written = reply.value.blockers.map(({ component, resource, leg, code }) => `${component}/${resource}/${leg}/${code}`);
  expect({ verdict: reply.value.verdict, blockers: written }).toMatchObject({ verdict });
  if (blockers) expect(areSame(blockers, reply.value.blockers), `${written.join(', ')} instead of ${JSON.stringify(blockers)}`).toBe(true);
  for (const words of mentions) expect(written.join(' ')).toContain(words);
}

const sayQuestion = ({ from, to, protocol = 'tcp', port }: AnsweredQuestion): string => `${from} to ${to}, ${protocol}${port === undefined ? '' : ` ${port}`}`;

describe.each(files)('%s: answers thought out beforehand', (_file, text) => {
  describe.each(readAccounts(text).map((account) => [account.name, account] as const))('%s', (_name, { design, questions }) => {
    test.each(questions.map((question) => [sayQuestion(question), question.verdict, question] as const))('%s is %s', (_words, _verdict, question) => judge(design, question));
  });
});
