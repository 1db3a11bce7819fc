import { withoutKey } from '../transit/without-key.ts';
import type { Draft } from '../draft.ts';
import { hasAnswer, noteEmptyAnswers } from '../transit/table-answers.ts';

/**
 * Says of which transit gateway tables the routes are known: the answers hold all of them, or the static ones together
 * with the attachments that propagate. An association that was told needs no word.
 */
export function judgeTransitTables(draft: Draft): void {
  noteEmptyAnswers(draft, 'Routes', 'routes');
  noteEmptyAnswers(draft, 'TransitGatewayRouteTablePropagations', 'propagations');
  for (const [id, table] of draft.all('transit-gateway-route-table')) {
    const isCut = hasAnswer(draft, id, 'some-routes');
    const isKnown = hasAnswer(draft, id, 'routes') || (hasAnswer(draft, id, 'static-routes') && hasAnswer(draft, id, 'propagations'));
    if (isKnown && !isCut) draft.put(id, withoutKey(table, 'routesKnown'));
  }
  for (const [id, attachment] of draft.all('transit-gateway-attachment')) {
    if (attachment.routeTableKnown === true) draft.put(id, withoutKey(attachment, 'routeTableKnown'));
  }
}
