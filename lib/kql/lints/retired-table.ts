/** Tables that Microsoft replaces: queries run on, over rows that no longer come. */
import type { SyntaxNode } from '../parser/syntax-node';
import { diagnosticAt, type Lint, replacement } from './lint';

type Retired = {
  readonly now: string;
  readonly why: string;
  /** Columns that the new table lacks. Undefined when its columns are others altogether. */
  readonly lacks: readonly string[] | undefined;
};

const retired: Readonly<Record<string, Retired>> = {
  // https://learn.microsoft.com/azure/sentinel/understand-threat-intelligence
  ThreatIntelligenceIndicator: {
    now: 'ThreatIntelIndicators',
    why: 'Sentinel writes to it until 31 July 2025; indicators are in ThreatIntelIndicators, by ObservableKey and ObservableValue.',
    lacks: undefined,
  },
  // https://learn.microsoft.com/defender-xdr/advanced-hunting-aadsignineventsbeta-table
  AADSignInEventsBeta: {
    now: 'EntraIdSignInEvents',
    why: 'EntraIdSignInEvents takes its place on 9 December 2025.',
    lacks: ['AadDeviceId', 'RiskDetails'],
  },
  AADSpnSignInEventsBeta: {
    now: 'EntraIdSpnSignInEvents',
    why: 'EntraIdSpnSignInEvents takes its place on 9 December 2025.',
    lacks: [],
  },
};

export const retiredTable: Lint = (query) => {
  const names = query.nodes('NameReference');
  const used = new Set(names.map((name) => name.simpleName));
  return names.flatMap((name: SyntaxNode) => {
    const known = name.symbol?.kind === 'Table' ? retired[name.simpleName] : undefined;
    if (!known) return [];
    const fits = known.lacks?.every((column) => !used.has(column)) && query.tables.has(known.now);
    const fixes = fits ? [replacement(`Read ${known.now}`, name, known.now)] : [];
    return [
      diagnosticAt(name, 'retired-table', 'warning', `${name.simpleName} is being replaced: ${known.why}`, fixes),
    ];
  });
};
