/**
 * What hunters ask, and the same question in SQL by hand: as a good engineer would write it for this database, who knows
 * which columns are never null and which order does not matter. The reference is a yardstick, not a proven optimum.
 */
export type BenchQuery = { readonly name: string; readonly kql: string; readonly hand: string };

const day = 864_000_000_000n;
const now = 638_725_323_000_000_000n;
const ago = (days: number): string => String(now - BigInt(days) * day);
const hour = String(day / 24n);
const minute = String(day / 1440n);

/** Terms are runs of letters and digits. */
const term = (column: string, word: string): string =>
  `(contains(lower(${column}), '${word.toLowerCase()}') AND regexp_matches(${column}, '(?i)(?:^|[^\\p{L}\\p{N}])${word}(?:$|[^\\p{L}\\p{N}])'))`;

export const benchQueries: readonly BenchQuery[] = [
  {
    name: 'q1 in~, count by device and hour',
    kql: `DeviceProcessEvents
| where Timestamp > ago(7d)
| where FileName in~ ("powershell.exe", "cmd.exe", "wscript.exe", "rundll32.exe")
| summarize Runs = count() by DeviceName, bin(Timestamp, 1h)`,
    hand: `SELECT "DeviceName", k_iso(h) AS h, runs FROM (SELECT "DeviceName", "Timestamp" - "Timestamp" % ${hour} AS h, count(*) AS runs FROM logs."DeviceProcessEvents"
WHERE "Timestamp" > ${ago(7)} AND lower("FileName") IN ('powershell.exe', 'cmd.exe', 'wscript.exe', 'rundll32.exe') GROUP BY ALL)`,
  },
  {
    name: 'q2 has_any in command lines, top 100',
    kql: `DeviceProcessEvents
| where Timestamp > ago(30d)
| where ProcessCommandLine has_any ("EncodedCommand", "DownloadString", "FromBase64String")
| project Timestamp, DeviceName, AccountName, FileName, ProcessCommandLine
| top 100 by Timestamp desc`,
    hand: `SELECT k_iso("Timestamp") AS t, "DeviceName", "AccountName", "FileName", "ProcessCommandLine" FROM logs."DeviceProcessEvents"
WHERE "Timestamp" > ${ago(30)} AND (${['EncodedCommand', 'DownloadString', 'FromBase64String'].map((word) => term('"ProcessCommandLine"', word)).join(' OR ')})
ORDER BY logs."DeviceProcessEvents"."Timestamp" DESC LIMIT 100`,
  },
  {
    name: 'q3 process joins network in a window, make_set',
    kql: `let suspicious = DeviceProcessEvents
| where Timestamp > ago(30d)
| where ProcessCommandLine has "hidden"
| project DeviceId, DeviceName, Started = Timestamp, ProcessCommandLine;
suspicious
| join kind=inner (
    DeviceNetworkEvents
    | where Timestamp > ago(30d)
    | where ActionType == "ConnectionSuccess"
    | project DeviceId, Connected = Timestamp, RemoteIP
  ) on DeviceId
| where Connected between (Started .. (Started + 1h))
| summarize Connections = count(), Addresses = make_set(RemoteIP, 100) by DeviceName
| top 50 by Connections`,
    hand: `SELECT p."DeviceName", count(*) AS c, list_slice(list(DISTINCT x."RemoteIP"), 1, 100) AS ips FROM logs."DeviceProcessEvents" p
JOIN logs."DeviceNetworkEvents" x ON p."DeviceId" = x."DeviceId" AND x."Timestamp" BETWEEN p."Timestamp" AND p."Timestamp" + ${hour}
WHERE p."Timestamp" > ${ago(30)} AND ${term('p."ProcessCommandLine"', 'hidden')} AND x."Timestamp" > ${ago(30)} AND x."ActionType" = 'ConnectionSuccess'
GROUP BY p."DeviceName" ORDER BY c DESC LIMIT 50`,
  },
  {
    name: 'q4 arg_max(*) per device',
    kql: `DeviceInfo
| where Timestamp > ago(30d)
| summarize arg_max(Timestamp, *) by DeviceId
| project DeviceId, Timestamp, DeviceName, OSPlatform, OSVersion, PublicIP, LoggedOnUsers, IsAzureADJoined, DeviceType, ReportId`,
    hand: `SELECT "DeviceId", k_iso("Timestamp") AS t, "DeviceName", "OSPlatform", "OSVersion", "PublicIP", "LoggedOnUsers", "IsAzureADJoined", "DeviceType", "ReportId" FROM logs."DeviceInfo" WHERE rowid IN (SELECT arg_max(rowid, "Timestamp") FROM logs."DeviceInfo" WHERE "Timestamp" > ${ago(30)} GROUP BY "DeviceId")`,
  },
  {
    name: 'q5 dcount, make_set, min, max by address',
    kql: `DeviceNetworkEvents
| where Timestamp > ago(30d)
| summarize Devices = dcount(DeviceId), Ports = make_set(RemotePort), First = min(Timestamp), Last = max(Timestamp), Connections = count() by RemoteIP
| top 100 by Connections`,
    hand: `SELECT "RemoteIP", count(DISTINCT "DeviceId") AS d, list(DISTINCT "RemotePort") AS p, k_iso(min("Timestamp")) AS f, k_iso(max("Timestamp")) AS l, count(*) AS c
FROM logs."DeviceNetworkEvents" WHERE "Timestamp" > ${ago(30)} GROUP BY "RemoteIP" ORDER BY c DESC LIMIT 100`,
  },
  {
    name: 'q6 mv-expand JSON, count by member',
    kql: `SigninLogs
| where TimeGenerated > ago(7d)
| mv-expand Policy = ConditionalAccessPolicies
| extend Name = tostring(Policy.displayName), Result = tostring(Policy.result)
| summarize Hits = count() by Name, Result`,
    hand: `SELECT coalesce(p ->> '$.displayName', '') AS name, coalesce(p ->> '$.result', '') AS result, count(*) AS hits
FROM (SELECT unnest(json_extract("ConditionalAccessPolicies", '$[*]')) AS p FROM logs."SigninLogs" WHERE "TimeGenerated" > ${ago(7)}) GROUP BY ALL`,
  },
  {
    name: 'q7 extract and split, count by domain',
    kql: `DeviceProcessEvents
| where ProcessCommandLine has "https"
| extend Host = extract(@"https?://([^/\\s'""]+)", 1, ProcessCommandLine)
| extend Parts = split(Host, ".")
| extend Domain = strcat(Parts[-2], ".", Parts[-1])
| summarize Runs = count(), Devices = dcount(DeviceId) by Domain
| top 50 by Runs`,
    hand: `SELECT parts[-2] || '.' || parts[-1] AS domain, count(*) AS runs, count(DISTINCT "DeviceId") AS devices FROM (
  SELECT string_split(regexp_extract("ProcessCommandLine", 'https?://([^/\\s''"]+)', 1), '.') AS parts, "DeviceId" FROM logs."DeviceProcessEvents" WHERE ${term('"ProcessCommandLine"', 'https')}
) GROUP BY domain ORDER BY runs DESC LIMIT 50`,
  },
  {
    name: 'q8 mail joins process in a window',
    kql: `EmailEvents
| where Timestamp > ago(7d)
| where ThreatTypes has "Malware" and DeliveryAction == "Delivered"
| project RecipientEmailAddress, Received = Timestamp, Subject
| join kind=inner (
    DeviceProcessEvents
    | where Timestamp > ago(7d)
    | where InitiatingProcessFileName =~ "outlook.exe"
    | project AccountUpn, Started = Timestamp, FileName, DeviceName
  ) on $left.RecipientEmailAddress == $right.AccountUpn
| where Started between (Received .. (Received + 30m))
| project Received, Started, RecipientEmailAddress, Subject, FileName, DeviceName
| top 100 by Received`,
    hand: `SELECT k_iso(m."Timestamp") AS a, k_iso(p."Timestamp") AS b, "RecipientEmailAddress", "Subject", "FileName", "DeviceName" FROM logs."EmailEvents" m
JOIN logs."DeviceProcessEvents" p ON m."RecipientEmailAddress" = p."AccountUpn" AND p."Timestamp" BETWEEN m."Timestamp" AND m."Timestamp" + ${30n * BigInt(minute)}
WHERE m."Timestamp" > ${ago(7)} AND p."Timestamp" > ${ago(7)} AND ${term('"ThreatTypes"', 'malware')} AND "DeliveryAction" = 'Delivered' AND lower("InitiatingProcessFileName") = 'outlook.exe'
ORDER BY m."Timestamp" DESC LIMIT 100`,
  },
  {
    name: 'q9 failed sign-ins, leftouter successes',
    kql: `let failures = SigninLogs
| where TimeGenerated > ago(30d) and ResultType != "0"
| summarize Failures = count(), LastFailure = max(TimeGenerated) by UserPrincipalName
| where Failures >= 10;
failures
| join kind=leftouter (
    SigninLogs
    | where TimeGenerated > ago(30d) and ResultType == "0"
    | summarize Successes = count(), FirstSuccess = min(TimeGenerated) by UserPrincipalName
  ) on UserPrincipalName
| project UserPrincipalName, Failures, LastFailure, Successes, FirstSuccess
| top 200 by Failures`,
    hand: `SELECT f.u, failures, k_iso(last) AS last, successes, k_iso(first) AS first FROM
(SELECT "UserPrincipalName" AS u, count(*) AS failures, max("TimeGenerated") AS last FROM logs."SigninLogs" WHERE "TimeGenerated" > ${ago(30)} AND "ResultType" <> '0' GROUP BY u HAVING count(*) >= 10) f
LEFT JOIN (SELECT "UserPrincipalName" AS u, count(*) AS successes, min("TimeGenerated") AS first FROM logs."SigninLogs" WHERE "TimeGenerated" > ${ago(30)} AND "ResultType" = '0' GROUP BY u) s ON f.u = s.u
ORDER BY failures DESC LIMIT 200`,
  },
  {
    name: 'q10 union withsource, CIDR, percentile',
    kql: `union withsource = Source DeviceNetworkEvents, (SigninLogs | project Timestamp = TimeGenerated, RemoteIP = IPAddress, RemotePort = toint(DurationMs))
| where Timestamp > ago(30d)
| where ipv4_is_in_range(RemoteIP, "198.51.113.0/24")
| summarize Hits = count(), P95 = percentile(RemotePort, 95) by Source, bin(Timestamp, 1d)`,
    hand: `SELECT source, k_iso(t - t % ${day}) AS d, count(*) AS hits, quantile_disc(port, 0.95) AS p95 FROM (
  SELECT 'DeviceNetworkEvents' AS source, "Timestamp" AS t, "RemoteIP" AS ip, "RemotePort" AS port FROM logs."DeviceNetworkEvents" WHERE starts_with("RemoteIP", '198.51.113.') AND "Timestamp" > ${ago(30)}
  UNION ALL SELECT 'union_arg1', "TimeGenerated", "IPAddress", "DurationMs" FROM logs."SigninLogs" WHERE starts_with("IPAddress", '198.51.113.') AND "TimeGenerated" > ${ago(30)}) GROUP BY ALL`,
  },
  {
    name: 'q11 has, a JSON field, distinct',
    kql: `DeviceProcessEvents
| where ProcessCommandLine has "mimikatz" or tostring(AdditionalFields.Tool) == "7"
| distinct DeviceName, AccountName, FileName`,
    hand: `SELECT DISTINCT "DeviceName", "AccountName", "FileName" FROM logs."DeviceProcessEvents" WHERE ${term('"ProcessCommandLine"', 'mimikatz')} OR ("AdditionalFields" ->> '$.Tool') = '7'`,
  },
  {
    name: 'q12 make-series by day',
    kql: `DeviceProcessEvents
| where FileName in ("powershell.exe", "cmd.exe", "rundll32.exe", "node.exe")
| make-series Runs = count() default = 0 on Timestamp from startofday(ago(30d)) to startofday(now()) step 1d by FileName`,
    hand: `WITH per_day AS (SELECT "FileName" AS f, ("Timestamp" - lo) // ${day} AS b, count(*) AS c FROM logs."DeviceProcessEvents", (SELECT ${BigInt(ago(30)) - (BigInt(ago(30)) % day)} AS lo, ${now - (now % day)} AS hi)
  WHERE "FileName" IN ('powershell.exe', 'cmd.exe', 'rundll32.exe', 'node.exe') AND "Timestamp" >= lo AND "Timestamp" < hi GROUP BY ALL)
SELECT f, list(coalesce(c, 0) ORDER BY b) AS runs, (SELECT list(x ORDER BY x) FROM range(30) r(x)) AS days FROM (SELECT DISTINCT f FROM per_day) CROSS JOIN range(30) g(b) LEFT JOIN per_day USING (f, b) GROUP BY f`,
  },
  {
    name: 'q13 rarest parents, join back',
    kql: `let rare = DeviceProcessEvents
| where Timestamp > ago(7d)
| summarize Seen = count() by InitiatingProcessFileName, FileName
| top 10 by Seen asc;
DeviceProcessEvents
| where Timestamp > ago(7d)
| join kind=inner rare on InitiatingProcessFileName, FileName
| summarize Devices = dcount(DeviceId), Last = max(Timestamp) by InitiatingProcessFileName, FileName, Seen`,
    hand: `WITH rare AS (SELECT "InitiatingProcessFileName" AS i, "FileName" AS f, count(*) AS seen FROM logs."DeviceProcessEvents" WHERE "Timestamp" > ${ago(7)} GROUP BY ALL ORDER BY seen LIMIT 10)
SELECT i, f, seen, count(DISTINCT "DeviceId") AS d, k_iso(max("Timestamp")) AS l FROM logs."DeviceProcessEvents" p JOIN rare ON i = p."InitiatingProcessFileName" AND f = p."FileName" WHERE "Timestamp" > ${ago(7)} GROUP BY ALL`,
  },
  {
    name: 'q14 a whole row of the last hour, top 100',
    kql: `DeviceProcessEvents
| where Timestamp > ago(1h)
| project Timestamp, TimeGenerated, ActionType, DeviceId, DeviceName, FileName, FolderPath, SHA256, ProcessId, ProcessCommandLine, AccountDomain, AccountName, AccountUpn, InitiatingProcessFileName, InitiatingProcessFolderPath, InitiatingProcessCommandLine, InitiatingProcessId, InitiatingProcessAccountName, InitiatingProcessParentFileName, ProcessIntegrityLevel, ReportId, AdditionalFields, Type
| top 100 by Timestamp desc`,
    hand: `SELECT * REPLACE (k_iso("Timestamp") AS "Timestamp", k_iso("TimeGenerated") AS "TimeGenerated") FROM logs."DeviceProcessEvents" WHERE "Timestamp" > ${BigInt(now) - BigInt(hour)} ORDER BY logs."DeviceProcessEvents"."Timestamp" DESC LIMIT 100`,
  },
];

/** 30,000 rows of 23 columns, delivered as the Log Analytics API writes them. */
export const wideQuery: BenchQuery = {
  name: '30,000 rows × 23 columns',
  kql: `DeviceProcessEvents
| where Timestamp > ago(14d)
| where ProcessIntegrityLevel == "High"
| project Timestamp, TimeGenerated, ActionType, DeviceId, DeviceName, FileName, FolderPath, SHA256, ProcessId, ProcessCommandLine, AccountDomain, AccountName, AccountUpn, InitiatingProcessFileName, InitiatingProcessFolderPath, InitiatingProcessCommandLine, InitiatingProcessId, InitiatingProcessAccountName, InitiatingProcessParentFileName, ProcessIntegrityLevel, ReportId, AdditionalFields, Type
| top 30000 by Timestamp desc`,
  hand: `SELECT * FROM logs."DeviceProcessEvents" WHERE "Timestamp" > ${ago(14)} AND "ProcessIntegrityLevel" = 'High' ORDER BY "Timestamp" DESC LIMIT 30000`,
};
