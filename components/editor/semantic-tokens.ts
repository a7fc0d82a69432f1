/** Microsoft's classifications as Monaco's semantic tokens: five numbers per token, each relative to the one before. */
import type { Classification } from '@/lib/kql/editor/classifications';

export const tokenNames = [
  'comment',
  'punctuation',
  'literal',
  'string',
  'type',
  'column',
  'table',
  'function',
  'variable',
  'word',
  'operator',
] as const;
export type TokenName = (typeof tokenNames)[number];

const nameOfKind: Record<string, TokenName> = {
  Comment: 'comment',
  Punctuation: 'punctuation',
  Literal: 'literal',
  StringLiteral: 'string',
  Type: 'type',
  Column: 'column',
  SchemaMember: 'column',
  Table: 'table',
  MaterializedView: 'table',
  Database: 'table',
  Function: 'function',
  Parameter: 'variable',
  Variable: 'variable',
  ClientParameter: 'variable',
  QueryParameter: 'variable',
  SignatureParameter: 'variable',
  ScalarOperator: 'word',
  MathOperator: 'word',
  Keyword: 'operator',
  Option: 'operator',
  QueryOperator: 'operator',
  Command: 'operator',
  Directive: 'operator',
};

type Piece = { line: number; character: number; length: number; type: number };

/** A token must not cross a line end, so one that spans lines (a block string) becomes one piece per line. */
function piecesOf(text: string, spans: readonly Classification[]): Piece[] {
  const pieces: Piece[] = [];
  let line = 0;
  let lineStart = 0;
  const advance = (offset: number) => {
    for (let end = text.indexOf('\n', lineStart); end >= 0 && end < offset; end = text.indexOf('\n', lineStart)) {
      line += 1;
      lineStart = end + 1;
    }
  };
  for (const { kind, start, length } of spans) {
    const name = nameOfKind[kind];
    if (name === undefined) continue;
    let from = start;
    for (const part of text.slice(start, start + length).split('\n')) {
      advance(from);
      const visible = part.replace(/\r$/u, '').length;
      if (visible > 0) {
        pieces.push({ line, character: from - lineStart, length: visible, type: tokenNames.indexOf(name) });
      }
      from += part.length + 1;
    }
  }
  return pieces;
}

export function encodeTokens(text: string, spans: readonly Classification[]): Uint32Array {
  let line = 0;
  let character = 0;
  const numbers = piecesOf(text, spans).flatMap((piece) => {
    const lines = piece.line - line;
    const characters = lines === 0 ? piece.character - character : piece.character;
    line = piece.line;
    character = piece.character;
    return [lines, characters, piece.length, piece.type, 0];
  });
  return new Uint32Array(numbers);
}
