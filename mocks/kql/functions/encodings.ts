// Encodings, hashes and parsers of well-known texts.
import type { FunctionRow } from './function-row';
import * as encoding from './js/encoding';
import * as parsing from './js/parsing';
import { parseXml } from './js/xml';
import { hashOf } from './js/xxhash64';

export const encodingFunctions: readonly FunctionRow[] = [
  { kql: 'base64_encode_tostring(string): string', js: encoding.toBase64 },
  { kql: 'base64_encodestring(string): string', js: encoding.toBase64 },
  { kql: 'base64_decode_tostring(string): string', js: encoding.fromBase64 },
  { kql: 'base64_decodestring(string): string', js: encoding.fromBase64 },
  { kql: 'base64_decode_toarray(string): dynamic', js: encoding.base64ToArray },
  { kql: 'base64_encode_fromarray(dynamic): string', js: encoding.arrayToBase64 },
  { kql: 'base64_encode_fromguid(guid): string', js: encoding.guidToBase64 },
  { kql: 'base64_decode_toguid(string): guid', js: encoding.base64ToGuid },
  { kql: 'url_encode(string): string', js: encoding.urlEncode },
  { kql: 'url_encode_component(string): string', js: encoding.urlEncodeComponent },
  { kql: 'url_decode(string): string', js: encoding.urlDecode },
  { kql: 'hash_sha256(string): string', sql: 'sha256($1)' },
  { kql: 'hash_sha1(string): string', sql: 'sha1($1)' },
  { kql: 'hash_md5(string): string', sql: 'md5($1)' },
  { kql: 'hash(string, long?): long', js: hashOf },
  { kql: 'hash_xxhash64(string, long?): long', js: hashOf },
  { kql: 'parse_xml(string): dynamic', js: parseXml },
  { kql: 'tohex(long, long?): string', js: encoding.toHex },
  { kql: 'parse_url(string): dynamic', js: parsing.parseUrl },
  { kql: 'parse_urlquery(string): dynamic', js: parsing.parseUrlQuery },
  { kql: 'parse_path(string): dynamic', js: parsing.parsePath },
  { kql: 'parse_version(string): decimal', js: parsing.parseVersion },
  { kql: 'parse_csv(string): dynamic', js: parsing.parseCsv },
  { kql: 'parse_command_line(string, string): dynamic', js: parsing.parseCommandLine },
  { kql: 'format_bytes(number, long?, string?): string', js: parsing.formatBytes },
];
