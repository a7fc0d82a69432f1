/**
 * `invoke SeenBy()` and `invoke DeviceFromIP()`, computed from DeviceNetworkInfo: devices see each other when they are
 * connected to the same network.
 */
import type { SyntaxNode } from '@/lib/kql/parser/syntax-node';
import type { Rows } from '../../ir';
import { Refusal } from '../../refusal';
import { formatTicks } from '../../ticks';
import { type Context, spanOf } from '../context';
import { argumentsOf } from '../expressions/call';
import { lowerExpr } from '../expressions/expression';
import { enriched, keyColumn, lowered } from './enrich';
import { rowsOfText } from './rows-of-text';

const sightings = `
let connected = DeviceNetworkInfo
| summarize arg_max(Timestamp, ConnectedNetworks) by DeviceId, NetworkAdapterName
| mv-expand Network = parse_json(ConnectedNetworks)
| extend Network = tostring(Network.Name)
| where isnotempty(Network)
| distinct DeviceId, Network;
connected
| join kind=inner (connected | project Other = DeviceId, Network) on Network
| where Other != DeviceId
| summarize SeenBy = make_set(Other, 100) by DeviceId = tolower(DeviceId)`;

export function lowerSeenBy(operator: SyntaxNode, input: Rows, context: Context): Rows {
  const called = operator.child('Function');
  const known = rowsOfText(sightings, spanOf(called), context);
  return enriched(operator, input, lowered(keyColumn(called, 'DeviceId', input), spanOf(called)), known, context);
}

const holders = (until: string): string => `
DeviceNetworkInfo
| where Timestamp <= datetime(${until})
| mv-expand Address = parse_json(IPAddresses)
| extend IP = tolower(tostring(Address.IPAddress))
| where isnotempty(IP)
| summarize arg_max(Timestamp, DeviceId) by IP
| project IP, DeviceId`;

export function lowerDeviceFromIp(operator: SyntaxNode, input: Rows, context: Context): Rows {
  const called = operator.child('Function');
  const span = spanOf(called);
  const known = rowsOfText(holders(untilOf(called, context)), span, context);
  return enriched(operator, input, lowered(keyColumn(called, 'IP', input), span), known, context, 'inner', false);
}

function untilOf(called: SyntaxNode, context: Context): string {
  const given = argumentsOf(called)[1];
  if (!given) return formatTicks(context.query.nowTicks);
  const value = lowerExpr(given, context);
  if (value.kind !== 'literal' || typeof value.value !== 'bigint')
    throw new Refusal('DeviceFromIP() at a time that is not a constant', spanOf(given));
  return formatTicks(value.value);
}
