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

/** int is long at run time. */
type Kind = Exclude<ScalarType, 'int'>;
const kindOf = (type: ScalarType): Kind => (type === 'int' ? 'long' : type);

/** A decimal is a text of its own (functions/js/decimal.ts). */
const decimal =
  (key: string): Conversion =>
  (sql) =>
    `k_js('${key}', CAST(${sql} AS VARCHAR))`;
const ofText = decimal('decimal_of_text(string): decimal');
const toText = decimal('decimal_text(any): string');
const toReal = (sql: string): string => `CAST(${decimal('decimal_real(any): real')(sql)} AS DOUBLE)`;

const conversions: Readonly<Record<Kind, Readonly<Record<Kind, Conversion>>>> = {
  string: {
    string: same,
    long: macro('k_s2long'),
    real: macro('k_s2real'),
    decimal: ofText,
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
    decimal: ofText,
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
    decimal: decimal('decimal_of_real(real): decimal'),
    bool: (sql) => `(${sql} <> 0)`,
    datetime: (sql) => `try_cast(trunc(${sql}) AS BIGINT)`,
    timespan: (sql) => `try_cast(round(${sql} * 864000000000) AS BIGINT)`,
    guid: never,
    dynamic: macro('k_real2json'),
  },
  decimal: {
    string: (sql) => `coalesce(${toText(sql)}, '')`,
    long: (sql) => `try_cast(regexp_replace(${toText(sql)}, '[.].*', '') AS BIGINT)`,
    real: toReal,
    decimal: same,
    bool: (sql) => `(${toReal(sql)} <> 0)`,
    datetime: never,
    timespan: never,
    guid: never,
    dynamic: json((sql) => `'"' || ${toText(sql)} || '"'`),
  },
  bool: {
    string: macro('k_bool2s'),
    long: cast('BIGINT'),
    real: (sql) => `CAST(CAST(${sql} AS BIGINT) AS DOUBLE)`,
    decimal: (sql) => ofText(`CAST(${sql} AS BIGINT)`),
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
    decimal: never,
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
    decimal: never,
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
    decimal: never,
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
    decimal: (sql) => `CASE WHEN ${sql} IS NOT NULL THEN ${ofText(`k_d2s(${sql})`)} END`,
    bool: macro('k_d2bool'),
    datetime: macro('k_d2datetime'),
    timespan: macro('k_d2timespan'),
    guid: macro('k_d2guid'),
    dynamic: same,
  },
};

export const coerce = (sql: string, from: ScalarType, to: ScalarType): string =>
  conversions[kindOf(from)][kindOf(to)](sql);
