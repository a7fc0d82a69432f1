/**
 * A view of Microsoft's bound syntax tree that is safe to walk: kinds by name, children by property name, lists as
 * arrays, symbols as plain objects. Everything that lowers or inspects queries walks this, never the Bridge objects.
 */
import { type BoundType, toBoundType } from './bound-type';
import { enumNames, type KustoElement, type KustoSymbol, kusto, toArray } from './kusto';

const kindNames = enumNames(kusto.Syntax.SyntaxKind);
const symbolKindNames = enumNames(kusto.Symbols.SymbolKind);

/** What a name refers to. `kind` is Kusto's: Column, Variable, Parameter, Function, Table, Group… */
export type NodeSymbol = {
  readonly kind: string;
  readonly name: string;
  readonly type: BoundType;
  /** The tables behind a wildcard (`union Device*`). */
  readonly members: readonly string[];
};

export class SyntaxNode {
  readonly kind: string;
  readonly start: number;
  readonly length: number;
  readonly #element: KustoElement;

  constructor(element: KustoElement) {
    this.#element = element;
    this.kind = kindNames.get(element.Kind) ?? String(element.Kind);
    this.start = element.TextStart;
    this.length = Math.max(0, element.End - element.TextStart);
  }

  /** The node's own text, without what surrounds it: the parser puts spaces and comments before it. */
  get text(): string {
    const whole = this.#element.toString();
    return whole.slice(Math.max(0, whole.length - this.length)).trim();
  }

  get isToken(): boolean {
    return this.#element.IsToken;
  }

  get isMissing(): boolean {
    return this.#element.IsMissing;
  }

  /** The child in this role, if the query has it. */
  optional(role: string): SyntaxNode | undefined {
    const child = propertyOf(this.#element, role);
    return isElement(child) ? new SyntaxNode(child) : undefined;
  }

  /** The child in this role; an error when the tree lacks it, which the parser has reported by then. */
  child(role: string): SyntaxNode {
    const child = this.optional(role);
    if (!child) throw new Error(`${this.kind} has no ${role}`);
    return child;
  }

  /** The elements of the list in this role, separators left out; empty when there is none. */
  list(role: string): SyntaxNode[] {
    const list = this.optional(role);
    return list ? list.elements() : [];
  }

  /** The elements of this list, separators left out. */
  elements(): SyntaxNode[] {
    return this.children().map((child) => (child.kind === 'SeparatedElement' ? child.firstChild() : child));
  }

  children(): SyntaxNode[] {
    const found: SyntaxNode[] = [];
    for (let index = 0; index < this.#element.ChildCount; index++) {
      const child = this.#element.GetChild(index);
      if (child) found.push(new SyntaxNode(child));
    }
    return found;
  }

  firstChild(): SyntaxNode {
    const [first] = this.children();
    if (!first) throw new Error(`${this.kind} is empty`);
    return first;
  }

  /** Every node below this one, itself first. */
  *descendants(): Generator<SyntaxNode> {
    yield this;
    for (const child of this.children()) yield* child.descendants();
  }

  get parent(): SyntaxNode | undefined {
    const parent = this.#element.Parent;
    return parent ? new SyntaxNode(parent) : undefined;
  }

  get type(): BoundType {
    return toBoundType(this.#element.ResultType);
  }

  get symbol(): NodeSymbol | undefined {
    const symbol = this.#element.ReferencedSymbol;
    return symbol ? toNodeSymbol(symbol) : undefined;
  }

  /** The simple name this node spells: an identifier, or a quoted name without its brackets. */
  get simpleName(): string {
    const name = propertyOf(this.#element, 'SimpleName');
    if (typeof name === 'string') return name;
    return this.text.replace(/^\[\s*['"](.*)['"]\s*\]$/s, '$1');
  }

  /** The value of a string literal, escapes resolved. Other literals must be read from their text. */
  get stringValue(): string {
    const value = this.isToken ? propertyOf(this.#element, 'Value') : this.#element.LiteralValue;
    return typeof value === 'string' ? value : '';
  }

  /** The body of the called user function, bound to this call's argument types. */
  calledBody(): SyntaxNode | undefined {
    const body = this.#element.GetCalledFunctionBody?.();
    return body ? new SyntaxNode(body) : undefined;
  }
}

function toNodeSymbol(symbol: KustoSymbol): NodeSymbol {
  const kind = symbolKindNames.get(symbol.Kind) ?? '';
  const members = kind === 'Group' ? toArray(symbol.Members).map((member) => member.Name ?? '') : [];
  return { kind, name: symbol.Name ?? '', type: toBoundType(symbol.Type ?? symbol), members };
}

/** Typed properties of Bridge nodes are getters on the object; the caller knows the role from Microsoft's grammar. */
function propertyOf(element: KustoElement, role: string): unknown {
  return (element as unknown as Record<string, unknown>)[role];
}

function isElement(value: unknown): value is KustoElement {
  return typeof value === 'object' && value !== null && 'Kind' in value && 'ChildCount' in value;
}
