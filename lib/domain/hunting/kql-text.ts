/** Values of an incident inside of a query: entity names are attacker-controlled and must stay string literals. */

const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '"': '\\"', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** A KQL string literal. Other control characters and line separators are written as `\uXXXX`. */
export function kqlString(text: string): string {
  const escaped = text.replace(/[\\"\p{Cc}\u2028\u2029]/gu, (character) => {
    const known = escapes[character];
    return known ?? `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`;
  });
  return `"${escaped}"`;
}

/** `("a", "b")`. */
export function kqlList(texts: readonly string[]): string {
  return `(${texts.map(kqlString).join(', ')})`;
}
