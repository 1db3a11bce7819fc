import type { Check } from './define-check.ts';
import { application } from './checks/application.ts';
import { httpOrHttps } from './checks/http-or-https.ts';
import { internetGateway } from './checks/internet-gateway.ts';
import { networkAcls } from './checks/network-acls.ts';
import { permissions } from './checks/permissions.ts';
import { personalNetwork } from './checks/personal-network.ts';
import { publicIp } from './checks/public-ip.ts';
import { routeTable } from './checks/route-table.ts';
import { securityGroups } from './checks/security-groups.ts';
import { userData } from './checks/user-data.ts';

/** The ten steps, in the order a person goes through them. */
export const checklist: readonly Check[] = [internetGateway, routeTable, securityGroups, networkAcls, publicIp, httpOrHttps, userData, permissions, personalNetwork, application];

/** One step in words, for the documentation and the app's explanations. */
export interface CheckDescription {
  readonly id: Check['id'];
  /** 1–10. */
  readonly number: number;
  readonly title: string;
  readonly question: string;
  readonly explanation: string;
}

/** The ten steps in words. */
export function describeSteps(): readonly CheckDescription[] {
  return checklist.map(({ id, title, question, explanation }, index) => ({ id, number: index + 1, title, question, explanation }));
}
