import type { Draft } from '../draft.ts';
import { nameRegionOwners } from '../regions.ts';
import { addInternet } from './add-internet.ts';
import { attachDbInterfaces } from './attach-db-interfaces.ts';
import { attachServiceInterfaces } from './attach-service-interfaces.ts';
import { doubtMainTables } from './doubt-main-tables.ts';
import { findOnPremisesBlocks } from './find-on-premises-blocks.ts';
import { judgeTransitTables } from './judge-transit-tables.ts';
import { inferDnsAttributes } from './infer-dns-attributes.ts';
import { joinServices } from './join-services.ts';
import { listZones } from './list-zones.ts';
import { resolveInstanceRoutes } from './resolve-instance-routes.ts';

/** What can only be said once everything has been read, in this order. */
export const joins: readonly ((draft: Draft) => void)[] = [
  nameRegionOwners,
  listZones,
  judgeTransitTables,
  doubtMainTables,
  resolveInstanceRoutes,
  attachDbInterfaces,
  attachServiceInterfaces,
  joinServices,
  inferDnsAttributes,
  findOnPremisesBlocks,
  addInternet,
];
