import type { SyntaxNode } from '@/lib/kql/parser/syntax-node';
import { nameOfPlaces } from '../../environment/places';
import type { Expr } from '../../ir';
import { Refusal } from '../../refusal';
import { type Context, spanOf } from '../context';
import { argumentsOf } from '../expressions/call';
import { lowerExpr } from '../expressions/expression';

/** `geo_info_from_ip_address(x)`: looks the address up in the places that the engine was given. */
export function lowerGeoInfo(node: SyntaxNode, context: Context): Expr {
  const span = spanOf(node);
  const [address] = argumentsOf(node);
  if (!address) throw new Refusal('geo_info_from_ip_address() of nothing', span);
  const table: Expr = {
    kind: 'literal',
    type: 'string',
    value: nameOfPlaces(context.query.environment.places),
    span,
  };
  const args = [lowerExpr(address, context), table];
  return { kind: 'call', name: 'geo_info_from_ip_address', args, type: 'dynamic', span };
}
