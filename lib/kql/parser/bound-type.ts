/** The binder's verdict on an expression: a scalar type by name, or a table with ordered columns. */
import { type KustoSymbol, toArray } from './kusto';

/** `type` is Kusto's type name, `unknown` where the binder has none. */
export type BoundColumn = { readonly name: string; readonly type: string };

export type BoundType = {
  /** Kusto's type name: string, long, dynamic, datetime… '' when nothing is bound. */
  readonly scalar: string;
  /** The columns of a table or of a tuple-valued function; undefined for scalars. */
  readonly columns: readonly BoundColumn[] | undefined;
  /** True when more columns may turn up at run time (bag_unpack without a schema). */
  readonly isOpen: boolean;
};

const unbound: BoundType = { scalar: '', columns: undefined, isOpen: false };

/** Null and undefined are what the binder has for what it could not bind. */
export function toBoundType(symbol: KustoSymbol | null | undefined): BoundType {
  if (!symbol) return unbound;
  // dynamic(string), dynamic(array)… are one type at run time.
  if (!symbol.Columns) return { scalar: scalarName(symbol), columns: undefined, isOpen: false };
  const columns = toArray(symbol.Columns).map((column) => ({
    name: column.Name ?? '',
    type: column.Type ? scalarName(column.Type) : 'unknown',
  }));
  return { scalar: '', columns, isOpen: symbol.IsOpen === true };
}

function scalarName(symbol: KustoSymbol): string {
  const name = symbol.Name ?? '';
  return symbol.UnderlyingType || name.startsWith('dynamic') ? 'dynamic' : name;
}
