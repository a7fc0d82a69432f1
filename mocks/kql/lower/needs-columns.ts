import type { SyntaxNode } from '@/lib/kql/parser/syntax-node';
import type { Rows } from '../ir';
import { Refusal } from '../refusal';
import { type Context, spanOf } from './context';

/**
 * A plugin whose columns depend on rows that nobody has asked for yet (run/discover.ts does): with what it reads, and
 * where in the query's text it stands. `through` names the functions whose bodies it is inside of.
 */
export class NeedsColumns extends Refusal {
  readonly plugin: SyntaxNode;
  readonly input: Rows;
  readonly context: Context;
  readonly through: string[] = [];
  start: number;
  #isInBody: boolean;

  constructor(plugin: SyntaxNode, input: Rows, context: Context) {
    const name = plugin.child('FunctionCall').child('Name').simpleName;
    super(`${name}() at this place without a schema`, spanOf(plugin));
    this.plugin = plugin;
    this.input = input;
    this.context = context;
    this.start = plugin.start;
    this.#isInBody = rootOf(plugin).kind === bodyKind;
  }

  /** The body of a called function is a text of its own: this is where it stands in the text of its declaration. */
  leave(functionName: string, body: SyntaxNode, declared: SyntaxNode): void {
    this.through.push(functionName);
    if (!this.#isInBody) return;
    this.start += declared.start - body.start;
    this.#isInBody = rootOf(declared).kind === bodyKind;
  }
}

/** A called body is the root of a tree of its own. */
const bodyKind = 'FunctionBody';

function rootOf(node: SyntaxNode): SyntaxNode {
  const { parent } = node;
  return parent ? rootOf(parent) : node;
}
