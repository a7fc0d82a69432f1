/** Hunting results name their column types as .NET does. */
const names: Record<string, string> = {
  datetime: 'DateTime',
  string: 'String',
  int: 'Int32',
  long: 'Int64',
  real: 'Double',
  bool: 'SByte',
  guid: 'Guid',
  dynamic: 'Object',
  timespan: 'TimeSpan',
  decimal: 'SqlDecimal',
};

export const clrType = (kustoType: string): string => names[kustoType] ?? 'Object';
