/** The SQL vocabulary the printed queries use: Kusto's meanings where SQL's differ. Created once per database. */

const epoch = '621355968000000000';
const day = '864000000000';

export const macros: readonly string[] = [
  // Calendar functions work on TIMESTAMP (µs); the seventh decimal is handled by those that need it.
  `k_ts(t) AS make_timestamp(t // 10 - 62135596800000000)`,
  // ISO 8601 with as many decimals as the instant has; the seventh is beyond TIMESTAMP.
  `k_iso(t) AS CASE WHEN t % 10 = 0 THEN replace(CAST(make_timestamp(t // 10 - 62135596800000000) AS VARCHAR), ' ', 'T') || 'Z'
     ELSE left(replace(CAST(make_timestamp(t // 10 - 62135596800000000) AS VARCHAR), ' ', 'T'), 19) || '.' || lpad(CAST(t % 10000000 AS VARCHAR), 7, '0') || 'Z' END`,
  `k_fromts(s) AS epoch_us(s) * 10 + ${epoch}`,
  `k_startofday(t, n) AS t - t % ${day} + n * ${day}`,
  `k_startofweek(t, n) AS (t // ${day} - (t // ${day} + 1) % 7 + n * 7) * ${day}`,
  `k_startof(part, t, months) AS k_fromts(date_trunc(part, k_ts(t)) + to_months(CAST(months AS INTEGER)))`,
  `k_unix(n, unit) AS CASE WHEN CAST(n AS DOUBLE) * unit BETWEEN -621355968000000000 AND 2534023007999999999 THEN CAST(n * unit AS BIGINT) + ${epoch} END`,
  // A datetime beyond 0001…9999 is null.
  `k_indates(t) AS CASE WHEN t BETWEEN 0 AND 3155378975999999999 THEN t END`,
  // Rule 4: bins are floored, also below zero.
  `k_binlong(v, w) AS CASE WHEN w > 0 THEN v - ((v % w) + w) % w END`,
  `k_binreal(v, w) AS CASE WHEN w > 0 THEN floor(v / w) * w END`,
  // Rule 5: the remainder takes the divisor's size, never a negative sign.
  `k_modlong(a, b) AS ((a % b) + abs(b)) % abs(b)`,
  `k_modreal(a, b) AS CASE WHEN b = 0 THEN 'nan'::DOUBLE ELSE ((a % b) + abs(b)) % abs(b) END`,
  `k_real2long(v) AS CASE WHEN isnan(v) OR isinf(v) THEN NULL WHEN v >= 9.2233720368547758e18 THEN 9223372036854775807 WHEN v <= -9.2233720368547758e18 THEN CAST('-9223372036854775808' AS BIGINT) ELSE CAST(trunc(v) AS BIGINT) END`,
  `k_real2int(v) AS CASE WHEN isnan(v) THEN NULL WHEN v >= 2147483647 THEN 2147483647 WHEN v <= -2147483648 THEN -2147483648 ELSE CAST(trunc(v) AS BIGINT) END`,
  `k_wrap64(v) AS CAST(((v + 9223372036854775808::HUGEINT) % 18446744073709551616::HUGEINT + 18446744073709551616::HUGEINT) % 18446744073709551616::HUGEINT - 9223372036854775808::HUGEINT AS BIGINT)`,
  `k_wrap32(v) AS CAST(((v + 2147483648) % 4294967296 + 4294967296) % 4294967296 - 2147483648 AS BIGINT)`,
  `k_fit32(v) AS CASE WHEN v BETWEEN -2147483648 AND 2147483647 THEN v END`,
  // Text to numbers: whole text or nothing.
  `k_s2long(s) AS CASE WHEN regexp_full_match(s, '\\s*[-+]?\\d+\\s*') THEN try_cast(trim(s) AS BIGINT)
     WHEN regexp_full_match(s, '\\s*0[xX][0-9a-fA-F]{1,16}\\s*') THEN try_cast(trim(s) AS BIGINT) END`,
  `k_s2real(s) AS CASE WHEN regexp_full_match(s, '\\s*[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?\\s*') THEN try_cast(s AS DOUBLE)
     WHEN regexp_full_match(trim(s), 'NaN|nan|[-+]?(inf|Infinity)') THEN try_cast(trim(s) AS DOUBLE) END`,
  `k_s2bool(s) AS CASE WHEN lower(s) IN ('true', '1') THEN TRUE WHEN lower(s) IN ('false', '0') THEN FALSE
     WHEN k_s2long(s) IS NOT NULL THEN k_s2long(s) <> 0 END`,
  `k_s2guid(s) AS CASE WHEN regexp_full_match(s, '\\s*[({]?[0-9a-fA-F]{8}-?[0-9a-fA-F]{4}-?[0-9a-fA-F]{4}-?[0-9a-fA-F]{4}-?[0-9a-fA-F]{12}[)}]?\\s*')
     THEN CAST(try_cast(regexp_replace(s, '[^0-9a-fA-F]', '', 'g') AS UUID) AS VARCHAR) END`,
  // Values to text.
  `k_real2s(v) AS CASE WHEN v IS NULL THEN '' WHEN isnan(v) THEN 'NaN' WHEN isinf(v) THEN CASE WHEN v > 0 THEN 'inf' ELSE '-inf' END ELSE k_js('real2s', CAST(v AS VARCHAR)) END`,
  `k_bool2s(v) AS CASE WHEN v THEN 'True' WHEN NOT v THEN 'False' ELSE '' END`,
  `k_datetime2s(v) AS coalesce(k_js('datetime2s', CAST(v AS VARCHAR)), '')`,
  `k_timespan2s(v) AS coalesce(k_js('timespan2s', CAST(v AS VARCHAR)), '')`,
  // The form that times are written in is read here; the many others that Kusto takes, in JavaScript.
  `k_s2datetime(s) AS CASE WHEN regexp_full_match(s, '\\d{4}-\\d{2}-\\d{2}T([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(\\.\\d{1,7})?Z') AND s >= '0001'
     THEN epoch_us(try_cast(left(s, 26) AS TIMESTAMP)) * 10 + ${epoch} + CASE WHEN length(s) = 28 THEN CAST(s[27:27] AS BIGINT) ELSE 0 END
     ELSE CAST(k_js('s2datetime', s) AS BIGINT) END`,
  `k_s2timespan(s) AS CAST(k_js('s2timespan', s) AS BIGINT)`,
  // Dynamic values are compact JSON text; the JSON null is NULL.
  `k_get(d, path) AS nullif(CAST(json_extract(d, path) AS VARCHAR), 'null')`,
  `k_d2s(d) AS CASE WHEN d IS NULL THEN '' WHEN starts_with(d, '"') THEN coalesce(d ->> '$', '') ELSE d END`,
  `k_d2real(d) AS CASE WHEN d = 'true' THEN 1.0::DOUBLE WHEN d = 'false' THEN 0.0::DOUBLE WHEN starts_with(d, '"') THEN k_s2real(d ->> '$')
     ELSE try_cast(d AS DOUBLE) END`,
  `k_d2long(d) AS CASE WHEN d = 'true' THEN 1 WHEN d = 'false' THEN 0 WHEN starts_with(d, '"') THEN k_s2long(d ->> '$')
     WHEN regexp_full_match(d, '-?\\d+') THEN try_cast(d AS BIGINT) ELSE try_cast(trunc(try_cast(d AS DOUBLE)) AS BIGINT) END`,
  `k_d2bool(d) AS CASE WHEN d = 'true' THEN TRUE WHEN d = 'false' THEN FALSE WHEN starts_with(d, '"') THEN k_s2bool(d ->> '$')
     ELSE try_cast(d AS DOUBLE) <> 0 END`,
  `k_d2datetime(d) AS CASE WHEN starts_with(d, '"') THEN k_s2datetime(d ->> '$') END`,
  `k_d2timespan(d) AS CASE WHEN starts_with(d, '"') THEN k_s2timespan(d ->> '$') END`,
  `k_d2guid(d) AS k_s2guid(k_d2s(d))`,
  `k_parse(s) AS CASE WHEN s = '' THEN NULL WHEN json_valid(s) THEN nullif(CAST(json(s) AS VARCHAR), 'null') ELSE CAST(to_json(s) AS VARCHAR) END`,
  `k_reparse(d) AS CASE WHEN starts_with(d, '"') THEN k_parse(d ->> '$') ELSE d END`,
  `k_gettype(d) AS CASE WHEN d IS NULL THEN 'null' WHEN d IN ('true', 'false') THEN 'bool' WHEN starts_with(d, '"') THEN 'string'
     WHEN starts_with(d, '[') THEN 'array' WHEN starts_with(d, '{') THEN 'dictionary'
     WHEN regexp_full_match(d, '-?\\d+') THEN CASE WHEN try_cast(d AS INTEGER) IS NULL THEN 'long' ELSE 'long' END ELSE 'double' END`,
  `k_sorted(d) AS k_js('sorted', d)`,
  `k_array(l) AS '[' || coalesce(array_to_string(list_transform(l, x -> coalesce(x, 'null')), ','), '') || ']'`,
  `k_members(d) AS CASE WHEN starts_with(d, '[') THEN CAST(json_extract(d, '$[*]') AS VARCHAR[]) ELSE [d] END`,
  // Nulls are left out before the limit counts.
  `k_limited(l, n) AS k_array(list_slice(list_filter(l, x -> x IS NOT NULL AND x <> 'null'), 1, coalesce(n, 1048576)))`,
  // Elements of a dynamic value for mv-expand: of an array, of a bag as one-key bags, or the value itself.
  `k_elements(d) AS CASE WHEN starts_with(d, '[') THEN CAST(json_extract(d, '$[*]') AS VARCHAR[])
     WHEN starts_with(d, '{') THEN list_transform(json_keys(d), k -> '{' || CAST(to_json(k) AS VARCHAR) || ':' || CAST(json_extract(d, '$."' || k || '"') AS VARCHAR) || '}')
     ELSE [d] END`,
  `k_pairs(d) AS CASE WHEN starts_with(d, '{') THEN list_transform(json_keys(d), k -> '[' || CAST(to_json(k) AS VARCHAR) || ',' || CAST(json_extract(d, '$."' || k || '"') AS VARCHAR) || ']')
     ELSE k_elements(d) END`,
  // The texts of an array's members, for in and has_any.
  `k_texts(d) AS CASE WHEN starts_with(d, '[') THEN list_transform(CAST(json_extract(d, '$[*]') AS VARCHAR[]), x -> k_d2s(nullif(x, 'null'))) ELSE [k_d2s(d)] END`,
  // Rule 2: terms are runs of letters and digits; a boundary is asked for only where the needle ends in one.
  `k_term(needle, before, after) AS CASE WHEN before AND regexp_matches(needle, '^[\\p{L}\\p{N}]') THEN '(?:^|[^\\p{L}\\p{N}])' ELSE '' END
     || regexp_escape(needle) || CASE WHEN after AND regexp_matches(needle, '[\\p{L}\\p{N}]$') THEN '(?:$|[^\\p{L}\\p{N}])' ELSE '' END`,
  `k_has(hay, needle) AS regexp_matches(hay, '(?is)' || k_term(needle, TRUE, TRUE))`,
  `k_has_cs(hay, needle) AS regexp_matches(hay, '(?s)' || k_term(needle, TRUE, TRUE))`,
  `k_hasprefix(hay, needle) AS regexp_matches(hay, '(?is)' || k_term(needle, TRUE, FALSE))`,
  `k_hasprefix_cs(hay, needle) AS regexp_matches(hay, '(?s)' || k_term(needle, TRUE, FALSE))`,
  `k_hassuffix(hay, needle) AS regexp_matches(hay, '(?is)' || k_term(needle, FALSE, TRUE))`,
  `k_hassuffix_cs(hay, needle) AS regexp_matches(hay, '(?s)' || k_term(needle, FALSE, TRUE))`,
  // What a stage reads: bounded, as a text too long for JavaScript would end in an error that says nothing.
  `k_stage_rows(list, most) AS CASE WHEN strlen(list) > most THEN error('kql<E_RUNAWAY_QUERY>A step of the query reads more than the memory it may use.</kql>') ELSE '[' || coalesce(list, '') || ']' END`,
  `k_real2json(v) AS CASE WHEN v IS NULL THEN NULL WHEN isnan(v) OR isinf(v) THEN CASE WHEN isnan(v) THEN '"NaN"' WHEN v > 0 THEN '"Infinity"' ELSE '"-Infinity"' END ELSE lower(k_real2s(v)) END`,
];
