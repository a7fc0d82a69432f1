/**
 * The worker's side of the protocol. The parser is synchronous, so requests wait in line and one is answered per turn
 * of the event loop: a cancellation that arrives meanwhile takes its request out before any work is done.
 */
import type { TableSchema } from '@/lib/kql/catalogue/table-schema';
import { diagnoseAnalysis, toSchema } from '@/lib/kql/diagnose';
import { tablesIn } from '@/lib/kql/editor/tables-in';
import type { KqlLanguage } from '@/lib/kql/language';
import type { Answer, Ask, Check, FromWorker, KustoMethod, KustoRequest, ToWorker } from './protocol';

type Options = {
  tables: readonly TableSchema[];
  createLanguage: (tables: readonly TableSchema[]) => KqlLanguage;
  post: (message: FromWorker) => void;
  /** Runs `work` in a later turn of the event loop. */
  defer: (work: () => void) => void;
};

export function createKustoQueue({ tables, createLanguage, post, defer }: Options): (message: ToWorker) => void {
  const waiting: KustoRequest[] = [];
  let known = tables;
  let language = createLanguage(known);
  let schema = toSchema(known, language);

  function addTables(added: readonly TableSchema[]): number {
    const names = new Set(known.map((table) => table.name));
    const fresh = added.filter((table) => !names.has(table.name));
    if (fresh.length > 0) {
      known = [...known, ...fresh];
      language = createLanguage(known);
      schema = toSchema(known, language);
    }
    return fresh.length;
  }

  /** One parse for the problems and for the tables. */
  function check({ text, hasTimespan }: Ask<'check'>): Check {
    const analysis = language.analyse(text);
    return {
      problems: diagnoseAnalysis(analysis, schema, { hasTimespan }),
      tables: tablesIn(analysis.syntax, schema.tables),
    };
  }

  function answer(request: KustoRequest): Answer<KustoMethod> {
    switch (request.method) {
      case 'addTables':
        return addTables(request.ask.tables);
      case 'check':
        return check(request.ask);
      case 'complete':
        return language.complete(request.ask.text, request.ask.offset);
      case 'hover':
        return language.hover(request.ask.text, request.ask.offset);
      case 'classify':
        return language.classify(request.ask.text);
      case 'format':
        return language.format(request.ask.text);
    }
  }

  function answerNext(): void {
    const request = waiting.shift();
    if (request === undefined) return;
    try {
      post({ id: request.id, ok: true, answer: answer(request) });
    } catch (error) {
      // The parser's own exceptions print its whole source line; the message alone is enough.
      post({ id: request.id, ok: false, reason: error instanceof Error ? error.message.slice(0, 300) : 'unknown' });
    }
  }

  return (message) => {
    if ('cancel' in message) {
      const place = waiting.findIndex((request) => request.id === message.cancel);
      if (place >= 0) waiting.splice(place, 1);
      return;
    }
    waiting.push(message);
    defer(answerNext);
  };
}
