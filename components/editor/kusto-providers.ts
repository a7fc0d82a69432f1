/** KQL in Monaco: completion, hover, colouring, formatting and quick fixes, all asked of the Kusto worker. */
import type { languages } from 'monaco-editor/editor';
import { orNull, toSignal } from './cancelled';
import { completionText, expectsMore, worthOffering } from './completion-text';
import { kustoSession } from './kusto-session';
import { kustoLanguage, kustoTokens } from './kusto-tokens';
import { problemsBehind } from './markers';
import { monaco } from './monaco';
import { rangeOf } from './range-of';
import { encodeTokens, tokenNames } from './semantic-tokens';

export const kustoId = 'kusto';

const { CompletionItemKind, CompletionItemInsertTextRule } = monaco.languages;

const iconOfKind: Record<string, languages.CompletionItemKind> = {
  Column: CompletionItemKind.Field,
  Table: CompletionItemKind.Class,
  MaterialiedView: CompletionItemKind.Class,
  BuiltInFunction: CompletionItemKind.Function,
  LocalFunction: CompletionItemKind.Function,
  DatabaseFunction: CompletionItemKind.Function,
  AggregateFunction: CompletionItemKind.Method,
  Variable: CompletionItemKind.Variable,
  Parameter: CompletionItemKind.Variable,
  ScalarType: CompletionItemKind.TypeParameter,
  QueryPrefix: CompletionItemKind.Keyword,
  ScalarInfix: CompletionItemKind.Operator,
};

const completions: languages.CompletionItemProvider = {
  triggerCharacters: ['.', '|', '(', ' ', ','],
  async provideCompletionItems(model, position, context, token) {
    const text = model.getValue();
    const offset = model.getOffsetAt(position);
    if (context.triggerCharacter === ' ' && !expectsMore(text.slice(0, offset))) return { suggestions: [] };
    const found = await orNull(kustoSession.client().ask('complete', { text, offset }, toSignal(token)));
    if (found === null) return { suggestions: [] };
    const range = rangeOf(model, found.start, found.length);
    const suggestions = found.entries.filter(worthOffering).map((entry): languages.CompletionItem => {
      const { text: insertText, snippet, askAgain } = completionText(entry);
      return {
        label: entry.label,
        kind: iconOfKind[entry.kind] ?? CompletionItemKind.Keyword,
        filterText: entry.filter,
        sortText: entry.sort,
        insertText,
        range,
        ...(snippet && { insertTextRules: CompletionItemInsertTextRule.InsertAsSnippet }),
        ...(askAgain && { command: { id: 'editor.action.triggerSuggest', title: 'Suggest' } }),
      };
    });
    return { suggestions };
  },
};

/** Quick info contains names from the query, so it is fenced: nothing in it is Markdown. */
const fenced = (text: string) => ({ value: `\`\`\`\`text\n${text}\n\`\`\`\``, isTrusted: false, supportHtml: false });

const hovers: languages.HoverProvider = {
  async provideHover(model, position, token) {
    const word = model.getWordAtPosition(position);
    const ask = { text: model.getValue(), offset: model.getOffsetAt(position) };
    const text = await orNull(kustoSession.client().ask('hover', ask, toSignal(token)));
    if (text === null || text === '') return null;
    const { lineNumber } = position;
    const range = word && new monaco.Range(lineNumber, word.startColumn, lineNumber, word.endColumn);
    return { contents: [fenced(text)], ...(range && { range }) };
  },
};

const colours: languages.DocumentSemanticTokensProvider = {
  getLegend: () => ({ tokenTypes: [...tokenNames], tokenModifiers: [] }),
  async provideDocumentSemanticTokens(model, _lastResultId, token) {
    const text = model.getValue();
    const spans = await orNull(kustoSession.client().ask('classify', { text }, toSignal(token)));
    return spans && { data: encodeTokens(text, spans) };
  },
  releaseDocumentSemanticTokens() {
    // Nothing is kept per result.
  },
};

const formatting: languages.DocumentFormattingEditProvider = {
  displayName: 'Kusto',
  async provideDocumentFormattingEdits(model, _options, token) {
    const text = await orNull(kustoSession.client().ask('format', { text: model.getValue() }, toSignal(token)));
    return text === null ? [] : [{ range: model.getFullModelRange(), text: text.replace(/\r\n/gu, '\n') }];
  },
};

const fixes: languages.CodeActionProvider = {
  provideCodeActions(model, _range, context) {
    const actions = context.markers.flatMap((marker) =>
      problemsBehind(model, marker).flatMap(({ fixes: repairs, severity }) =>
        repairs.map(({ title, edits }, index): languages.CodeAction => {
          const textEdits = edits.map(({ start, length, text }) => ({ range: rangeOf(model, start, length), text }));
          return {
            title,
            kind: 'quickfix',
            diagnostics: [marker],
            // Ctrl+. and Enter: what is wrong is repaired before what could be better.
            isPreferred: index === 0 && severity === 'error',
            edit: {
              edits: textEdits.map((textEdit) => ({
                resource: model.uri,
                textEdit,
                versionId: model.getVersionId(),
              })),
            },
          };
        }),
      ),
    );
    return {
      actions,
      dispose() {
        // Nothing is held.
      },
    };
  },
};

let registered = false;

/** Once per page load; Monaco keeps providers for its lifetime. */
export function registerKusto(): void {
  if (registered) return;
  registered = true;
  monaco.languages.register({ id: kustoId, aliases: ['KQL', 'Kusto'], extensions: ['.kql'] });
  monaco.languages.setLanguageConfiguration(kustoId, kustoLanguage);
  monaco.languages.setMonarchTokensProvider(kustoId, kustoTokens);
  monaco.languages.registerCompletionItemProvider(kustoId, completions);
  monaco.languages.registerHoverProvider(kustoId, hovers);
  monaco.languages.registerDocumentSemanticTokensProvider(kustoId, colours);
  monaco.languages.registerDocumentFormattingEditProvider(kustoId, formatting);
  monaco.languages.registerCodeActionProvider(kustoId, fixes, { providedCodeActionKinds: ['quickfix'] });
}
