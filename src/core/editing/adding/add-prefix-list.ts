import { numberedName } from '../names.ts';
import { refusePlace, type Adder } from './adding.ts';
import { regionFor } from './add-region.ts';

/** What AWS's console proposes as the maximum of a new list. */
const MAXIMUM_ENTRIES = 10;

/** Makes an empty prefix list in a Region. */
export const addPrefixList: Adder = (draft, { container, name }) => {
  const region = regionFor(draft, { container }) ?? refusePlace('prefix-list', container);
  const title = name ?? numberedName(draft.design, 'prefix-list');
  const id = draft.add('pl', { kind: 'prefix-list', name: title, region, family: 'ipv4', maximumEntries: MAXIMUM_ENTRIES, entries: {} });
  return { said: `Add ${title} to ${draft.nameOf(region)}`, select: [id] };
};
