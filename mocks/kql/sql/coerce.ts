/** Converts a value's SQL from one Kusto type to another, as Kusto's to...() functions do. */
import type { ScalarType } from '../ir';

type Conversion = (sql: string) => string;

const same: Conversion = (sql) => sql;
const cast =
  (type: string): Conversion =>
  (sql) =>
    `CAST(${sql} AS ${type})`;
const macro =
  (name: string): Conversion =>
  (sql) =>
    `${name}(${sql})`;
const json =
  (inner: Conversion): Conversion =>
  (sql) =>
    `CASE WHEN ${sql} IS NOT NULL THEN ${inner(sql)} END`;
const never: Conversion = () => 'NULL';

/** int is long and decimal is real at run time. */
type Kind = Exclude<ScalarType, 'int' | 'decimal'>;
const kindOf = (type: ScalarType): Kind => (type === 'int' ? 'long' : type === 'decimal' ? 'real' : type);

const conversions: Readonly<Record<Kind, Readonly<Record<Kind, Conversion>>>> = {
  string: {
    string: same,
    long: macro('k_s2long'),
    real: macro('k_s2real'),
    bool: macro('k_s2bool'),
    datetime: macro('k_s2datetime'),
    timespan: macro('k_s2timespan'),
    guid: macro('k_s2guid'),
    dynamic: (sql) => `CAST(to_json(${sql}) AS VARCHAR)`,
  },
  long: {
    string: (sql) => `coalesce(CAST(${sql} AS VARCHAR), '')`,
    long: same,
    real: cast('DOUBLE'),
    bool: (sql) => `(${sql} <> 0)`,
    datetime: same,
    timespan: same,
    guid: never,
    dynamic: cast('VARCHAR'),
  },
  real: {
    string: macro('k_real2s'),
    long: macro('k_real2long'),
    real: same,
    bool: (sql) => `(${sql} <> 0)`,
    datetime: (sql) => `try_cast(trunc(${sql}) AS BIGINT)`,
    timespan: (sql) => `try_cast(round(${sql} * 864000000000) AS BIGINT)`,
    guid: never,
    dynamic: macro('k_real2json'),
  },
  bool: {
    string: macro('k_bool2s'),
    long: cast('BIGINT'),
    real: (sql) => `CAST(CAST(${sql} AS BIGINT) AS DOUBLE)`,
    bool: same,
    datetime: never,
    timespan: never,
    guid: never,
    dynamic: cast('VARCHAR'),
  },
  datetime: {
    string: macro('k_datetime2s'),
    long: same,
    real: cast('DOUBLE'),
    bool: never,
    datetime: same,
    timespan: same,
    guid: never,
    dynamic: json((sql) => `'"' || k_datetime2s(${sql}) || '"'`),
  },
  timespan: {
    string: macro('k_timespan2s'),
    long: same,
    real: cast('DOUBLE'),
    bool: never,
    datetime: same,
    timespan: same,
    guid: never,
    dynamic: json((sql) => `'"' || k_timespan2s(${sql}) || '"'`),
  },
  guid: {
    string: (sql) => `coalesce(${sql}, '')`,
    long: never,
    real: never,
    bool: never,
    datetime: never,
    timespan: never,
    guid: same,
    dynamic: json((sql) => `'"' || ${sql} || '"'`),
  },
  dynamic: {
    string: macro('k_d2s'),
    long: macro('k_d2long'),
    real: macro('k_d2real'),
    bool: macro('k_d2bool'),
    datetime: macro('k_d2datetime'),
    timespan: macro('k_d2timespan'),
    guid: macro('k_d2guid'),
    dynamic: same,
  },
};

/** A whole decimal is written without decimals, a whole real with one. */
export const coerce = (sql: string, from: ScalarType, to: ScalarType): string =>
  from === 'decimal' && to === 'string' ? `k_decimal2s(${sql})` : conversions[kindOf(from)][kindOf(to)](sql);
