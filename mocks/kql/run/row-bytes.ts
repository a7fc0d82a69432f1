/**
 * The texts of a result's chunk as bytes, ready to be sent. Rows are JSON of some hundred bytes that nobody here looks
 * into: making a JavaScript string of each, to join and encode them again, took longer than the database took to make them.
 */
import type { DuckDBDataChunk } from '@duckdb/node-api';
import bindings from '@duckdb/node-bindings';

/** Rows separated by commas; row n ends, before its comma, at `ends[n]`. */
export type RowBytes = { readonly bytes: Uint8Array; readonly ends: readonly number[] };

const comma = 44;

/** What the database keeps of a text: four bytes of length, then twelve of text, or four of it and where all of it is. */
const header = 16;
const mostInline = 12;

/** The chunk's first column has to be texts, none of them null. */
export function rowBytes(chunk: DuckDBDataChunk): RowBytes {
  const { rowCount } = chunk;
  const raw = bindings.vector_get_data(bindings.data_chunk_get_vector(chunk.chunk, 0), rowCount * header);
  const headers = new DataView(raw.buffer, raw.byteOffset, raw.byteLength);
  const lengths = Array.from({ length: rowCount }, (_, row) => headers.getUint32(row * header, true));
  const bytes = Buffer.allocUnsafe(lengths.reduce((sum, length) => sum + length + 1, 0));
  const ends: number[] = [];
  let end = 0;
  for (let row = 0; row < rowCount; ) {
    const { source, rows } = adjacent(headers, lengths, row);
    let from = 0;
    for (const length of lengths.slice(row, row + rows)) {
      source.copy(bytes, end, from, from + length);
      from += length;
      end += length;
      ends.push(end);
      bytes[end] = comma;
      end += 1;
    }
    row += rows;
  }
  return { bytes: bytes.subarray(0, Math.max(0, end - 1)), ends };
}

/**
 * The texts from this row on that lie one behind the other without a gap. Usually that is most of the chunk, and asking
 * the database for them together is what makes this fast: each request takes a microsecond.
 */
function adjacent(headers: DataView, lengths: readonly number[], first: number): { source: Buffer; rows: number } {
  const at = headers.byteOffset + first * header;
  let size = lengths[first] ?? 0;
  if (size <= mostInline) return { source: Buffer.from(headers.buffer, at + 4, size), rows: 1 };
  let place = headers.getBigUint64(first * header + 8, true) + BigInt(size);
  let row = first + 1;
  for (; row < lengths.length; row += 1) {
    const length = lengths[row] ?? 0;
    if (length <= mostInline || headers.getBigUint64(row * header + 8, true) !== place) break;
    place += BigInt(length);
    size += length;
  }
  const { buffer } = headers;
  if (!(buffer instanceof ArrayBuffer)) throw new Error('The database shares its memory');
  const found = bindings.get_data_from_pointer(buffer, at + 8, size);
  return { source: Buffer.from(found.buffer, found.byteOffset, found.byteLength), rows: row - first };
}
