// Encodings, hashes and parsers of well-known texts.
import type { FunctionRow } from './function-row';
import * as compression from './js/compression';
import * as encoding from './js/encoding';
import * as parsing from './js/parsing';
import * as punycode from './js/punycode';
import { parseUserAgent } from './js/user-agent';
import { parseXml } from './js/xml';
import * as hashes from './js/xxhash64';

export const encodingFunctions: readonly FunctionRow[] = [
  { kql: 'base64_encode_tostring(string): string', js: encoding.toBase64 },
  { kql: 'base64_encodestring(string): string', js: encoding.toBase64 },
  { kql: 'base64_decode_tostring(string): string', js: encoding.fromBase64 },
  { kql: 'base64_decodestring(string): string', js: encoding.fromBase64 },
  { kql: 'base64_decode_toarray(string): dynamic', js: encoding.base64ToArray },
  { kql: 'base64_encode_fromarray(dynamic): string', js: encoding.arrayToBase64 },
  { kql: 'base64_encode_fromguid(guid): string', js: encoding.guidToBase64 },
  { kql: 'base64_decode_toguid(string): guid', js: encoding.base64ToGuid },
  { kql: 'gzip_compress_to_base64_string(string): string', js: compression.gzipCompress },
  { kql: 'gzip_decompress_from_base64_string(string): string', js: compression.gzipDecompress },
  { kql: 'zlib_compress_to_base64_string(string): string', js: compression.zlibCompress },
  { kql: 'zlib_decompress_from_base64_string(string): string', js: compression.zlibDecompress },
  { kql: 'punycode_from_string(string): string', js: punycode.toPunycode },
  { kql: 'punycode_to_string(string): string', js: punycode.fromPunycode },
  { kql: 'punycode_domain_to_string(string): string', js: punycode.domainToPunycode },
  { kql: 'punycode_domain_from_string(string): string', js: punycode.domainFromPunycode },
  { kql: 'url_encode(string): string', js: encoding.urlEncode },
  { kql: 'url_encode_component(string): string', js: encoding.urlEncodeComponent },
  { kql: 'url_decode(string): string', js: encoding.urlDecode },
  { kql: 'hash_sha256(string): string', sql: 'sha256($1)' },
  { kql: 'hash_sha1(string): string', sql: 'sha1($1)' },
  { kql: 'hash_md5(string): string', sql: 'md5($1)' },
  ...['hash', 'hash_xxhash64'].flatMap((name) => [
    ...['int', 'bool', 'guid', 'decimal'].map((type) => ({
      kql: `${name}(${type}, long?): long`,
      js: hashes.hashUnknown,
    })),
    { kql: `${name}(string, long?): long`, js: hashes.hashOfText },
    { kql: `${name}(long, long?): long`, js: hashes.hashOfWord },
    { kql: `${name}(datetime, long?): long`, js: hashes.hashOfWord },
    { kql: `${name}(timespan, long?): long`, js: hashes.hashOfWord },
    { kql: `${name}(real, long?): long`, js: hashes.hashOfReal },
  ]),
  { kql: 'parse_xml(string): dynamic', js: parseXml },
  { kql: 'tohex(int, long?): string', js: encoding.toHex(32) },
  { kql: 'tohex(long, long?): string', js: encoding.toHex(64) },
  { kql: 'parse_user_agent(string, json?): dynamic', js: parseUserAgent },
  { kql: 'parseurl(string): dynamic', js: parsing.parseUrl },
  { kql: 'parseurlquery(string): dynamic', js: parsing.parseUrlQuery },
  { kql: 'parse_url(string): dynamic', js: parsing.parseUrl },
  { kql: 'parse_urlquery(string): dynamic', js: parsing.parseUrlQuery },
  { kql: 'parse_path(string): dynamic', js: parsing.parsePath },
  { kql: 'parse_version(string): decimal', js: parsing.parseVersion },
  { kql: 'parse_csv(string): dynamic', js: parsing.parseCsv },
  { kql: 'parse_command_line(string, string): dynamic', js: parsing.parseCommandLine },
  { kql: 'format_bytes(number, long?, string?): string', js: parsing.formatBytes },
];
