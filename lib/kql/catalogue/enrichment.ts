/**
 * Defender's functions behind `invoke`: each adds columns to the piped rows.
 * https://learn.microsoft.com/defender-xdr/advanced-hunting-fileprofile-function
 * https://learn.microsoft.com/defender-xdr/advanced-hunting-seenby-function
 * https://learn.microsoft.com/defender-xdr/advanced-hunting-devicefromip-function
 */
import type { ColumnSchema } from './table-schema';

export type Enrichment = {
  /** Kusto's parameter list; the first is the piped table, the second names one of its columns. */
  readonly parameters: string;
  /** The column looked at when the call names none. */
  readonly by: string;
  readonly adds: readonly ColumnSchema[];
  /** True when the input's own columns do not come back. */
  readonly alone?: true;
};

const columns = (text: string): readonly ColumnSchema[] =>
  text.split(' ').map((part) => {
    const [name = '', type = 'string'] = part.split(':');
    if (type !== 'string' && type !== 'int' && type !== 'datetime' && type !== 'bool' && type !== 'dynamic')
      throw new Error(`${name} has the unknown type ${type}`);
    return { name, type };
  });

/** By the function's name; letters count in their case. */
export const enrichments: Readonly<Record<string, Enrichment>> = {
  FileProfile: {
    parameters: "(T:(*), x:string='', y:long=100)",
    by: 'SHA1',
    adds: columns(
      'SHA1 SHA256 MD5 FileSize:int GlobalPrevalence:int GlobalFirstSeen:datetime GlobalLastSeen:datetime Signer Issuer SignerHash IsCertificateValid:bool IsRootSignerMicrosoft:bool SignatureState IsExecutable:bool ThreatName Publisher SoftwareName ProfileAvailability',
    ),
  },
  SeenBy: { parameters: "(T:(*), x:string='')", by: 'DeviceId', adds: columns('SeenBy:dynamic') },
  DeviceFromIP: {
    parameters: "(T:(*), x:string='', y:datetime=datetime(null))",
    by: 'IP',
    adds: columns('IP DeviceId'),
    alone: true,
  },
};

/** Undefined for every other function. */
export const enrichmentNamed = (name: string): Enrichment | undefined =>
  Object.hasOwn(enrichments, name) ? enrichments[name] : undefined;

/** A column that the input has already comes back with a number, as joined columns do: SHA1, SHA11. */
export function freeName(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name)) return name;
  for (let number = 1; ; number += 1) if (!taken.has(`${name}${number}`)) return `${name}${number}`;
}

/** The columns that a call adds to an input with these names, under the names they get. */
export function addedColumns(enrichment: Enrichment, input: readonly string[]): readonly ColumnSchema[] {
  const taken = new Set(enrichment.alone ? [] : input);
  return enrichment.adds.map((column) => {
    const name = freeName(column.name, taken);
    taken.add(name);
    return { ...column, name };
  });
}
