import type { ResourceId } from '../model/ids.ts';
import type { Flight } from './flight.ts';

/** The interface of the last machine that passed the traffic on under its sender's address, if one did. */
export const middleboxOf = ({ sessions }: Pick<Flight, 'sessions'>): ResourceId | undefined =>
  sessions.reduce<ResourceId | undefined>((last, session) => (session.kind === 'middlebox' ? session.interface : last), undefined);
