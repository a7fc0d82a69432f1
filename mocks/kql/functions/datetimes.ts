// Date and time functions, on ticks of 100 ns. https://learn.microsoft.com/kusto/query/scalar-functions#datetimetimespan-functions
import type { FunctionRow } from './function-row';
import * as calendar from './js/calendar';

const day = '864000000000';

/** What ICU has beyond the IANA's names: its own abbreviations, and zones that were withdrawn. */
const notOfIana =
  'SystemV/.*|Factory|Canada/East-Saskatchewan|US/Pacific-New|ACT|AET|AGT|ART|AST|BET|BST|CAT|CNT|CST|CTT|EAT|ECT|IET|IST|JST|MIT|NET|NST|PLT|PNT|PRT|PST|SST|VST';

export const datetimeFunctions: readonly FunctionRow[] = [
  { kql: 'startofday(datetime): datetime', sql: `k_startofday($1, 0)` },
  { kql: 'startofday(datetime, long): datetime', sql: 'k_startofday($1, $2)' },
  { kql: 'endofday(datetime): datetime', sql: '(k_startofday($1, 1) - 1)' },
  { kql: 'endofday(datetime, long): datetime', sql: '(k_startofday($1, $2 + 1) - 1)' },
  { kql: 'startofweek(datetime): datetime', sql: 'k_startofweek($1, 0)' },
  { kql: 'startofweek(datetime, long): datetime', sql: 'k_startofweek($1, $2)' },
  { kql: 'endofweek(datetime): datetime', sql: '(k_startofweek($1, 1) - 1)' },
  { kql: 'endofweek(datetime, long): datetime', sql: '(k_startofweek($1, $2 + 1) - 1)' },
  { kql: 'startofmonth(datetime): datetime', sql: "k_startof('month', $1, 0)" },
  { kql: 'startofmonth(datetime, long): datetime', sql: "k_startof('month', $1, $2)" },
  { kql: 'endofmonth(datetime): datetime', sql: "(k_startof('month', $1, 1) - 1)" },
  { kql: 'endofmonth(datetime, long): datetime', sql: "(k_startof('month', $1, $2 + 1) - 1)" },
  { kql: 'startofyear(datetime): datetime', sql: "k_startof('year', $1, 0)" },
  { kql: 'startofyear(datetime, long): datetime', sql: "k_startof('year', $1, $2 * 12)" },
  { kql: 'endofyear(datetime): datetime', sql: "(k_startof('year', $1, 12) - 1)" },
  { kql: 'endofyear(datetime, long): datetime', sql: "(k_startof('year', $1, ($2 + 1) * 12) - 1)" },
  { kql: 'dayofweek(datetime): timespan', sql: `((($1 // ${day}) + 1) % 7 * ${day})` },
  { kql: 'dayofmonth(datetime): int', sql: 'day(k_ts($1))' },
  { kql: 'dayofyear(datetime): int', sql: 'dayofyear(k_ts($1))' },
  { kql: 'monthofyear(datetime): int', sql: 'month(k_ts($1))' },
  { kql: 'getmonth(datetime): int', sql: 'month(k_ts($1))' },
  { kql: 'getyear(datetime): int', sql: 'year(k_ts($1))' },
  { kql: 'hourofday(datetime): int', sql: `($1 % ${day} // 36000000000)` },
  { kql: 'week_of_year(datetime): long', sql: 'weekofyear(k_ts($1))' },
  { kql: 'weekofyear(datetime): long', sql: 'weekofyear(k_ts($1))' },
  { kql: 'datetime_part(string, datetime): int', js: calendar.datetimePart },
  { kql: 'datepart(string, datetime): int', js: calendar.datetimePart },
  { kql: 'datetime_diff(string, datetime, datetime): long', js: calendar.datetimeDiff },
  { kql: 'datetime_add(string, long, datetime): datetime', js: calendar.datetimeAdd },
  { kql: 'format_datetime(datetime, string): string', js: calendar.formatDatetime },
  { kql: 'format_timespan(timespan, string): string', js: calendar.formatTimespanAs },
  { kql: 'make_datetime(long, long, long, long?, long?, real?): datetime', js: calendar.makeDatetime },
  { kql: 'make_datetime(string): datetime', sql: 'k_s2datetime($1)' },
  { kql: 'make_timespan(long, long): timespan', js: calendar.makeTimespan },
  { kql: 'make_timespan(long, long, real): timespan', js: calendar.makeTimespan },
  { kql: 'make_timespan(long, long, long, real): timespan', js: calendar.makeTimespanWithDays },
  { kql: 'unixtime_seconds_todatetime(real): datetime', sql: 'k_unix($1, 10000000)' },
  { kql: 'unixtime_milliseconds_todatetime(real): datetime', sql: 'k_unix($1, 10000)' },
  { kql: 'unixtime_microseconds_todatetime(real): datetime', sql: 'k_unix($1, 10)' },
  { kql: 'unixtime_seconds_todatetime(long): datetime', sql: 'k_unix($1, 10000000)' },
  { kql: 'unixtime_milliseconds_todatetime(long): datetime', sql: 'k_unix($1, 10000)' },
  { kql: 'unixtime_microseconds_todatetime(long): datetime', sql: 'k_unix($1, 10)' },
  { kql: 'unixtime_nanoseconds_todatetime(long): datetime', sql: '($1 // 100 + 621355968000000000)' },
  {
    kql: 'datetime_list_timezones(): dynamic',
    sql: `(SELECT CAST(to_json(list(name ORDER BY name)) AS VARCHAR) FROM pg_timezone_names() WHERE NOT regexp_full_match(name, '${notOfIana}'))`,
  },
  { kql: 'datetime_utc_to_local(datetime, string): datetime', js: calendar.utcToLocal },
  { kql: 'datetime_local_to_utc(datetime, string): datetime', js: calendar.localToUtc },
];
