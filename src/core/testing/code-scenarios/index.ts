import { balancingScenarios } from './balancing.ts';
import { connectionScenarios } from './connections.ts';
import { endpointScenarios } from './endpoints.ts';
import { gatewayScenarios } from './gateways.ts';
import type { CodeScenario } from './scenario.ts';
import { subnetScenarios } from './subnets.ts';

/** A scenario for each explanation code of AWS that Reachable says. */
export const codeScenarios: readonly CodeScenario[] = [...subnetScenarios, ...gatewayScenarios, ...balancingScenarios, ...connectionScenarios, ...endpointScenarios];
