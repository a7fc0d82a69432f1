/** A first paint of KQL, before the worker has classified the text: comments, strings, numbers, operators, names. */
import type { languages } from 'monaco-editor/editor';

export const kustoLanguage: languages.LanguageConfiguration = {
  comments: { lineComment: '//' },
  brackets: [
    ['(', ')'],
    ['[', ']'],
    ['{', '}'],
  ],
  autoClosingPairs: [
    { open: '(', close: ')' },
    { open: '[', close: ']' },
    { open: '{', close: '}' },
    { open: '"', close: '"', notIn: ['string', 'comment'] },
    { open: "'", close: "'", notIn: ['string', 'comment'] },
  ],
  surroundingPairs: [
    { open: '(', close: ')' },
    { open: '"', close: '"' },
    { open: "'", close: "'" },
  ],
  wordPattern: /[A-Za-z_$][\w$-]*/u,
};

const operators = [
  'as consume count datatable distinct evaluate extend externaldata facet find fork getschema graph-match invoke join',
  'let limit lookup make-graph make-series mv-apply mv-expand order parse parse-kv parse-where partition print project',
  'project-away project-keep project-rename project-reorder range reduce render sample sample-distinct scan search',
  'serialize set sort summarize take top top-hitters top-nested union where by on kind with asc desc nulls',
].flatMap((line) => line.split(' '));

const words = ['and', 'or', 'not', 'in', 'has', 'contains', 'startswith', 'endswith', 'between', 'matches', 'regex'];

export const kustoTokens: languages.IMonarchLanguage = {
  defaultToken: 'plain',
  operators,
  words,
  tokenizer: {
    root: [
      [/\/\/.*$/u, 'comment'],
      [/(?:h|H)?@"(?:[^"]|"")*"/u, 'string'],
      [/(?:h|H)?@'(?:[^']|'')*'/u, 'string'],
      [/```/u, { token: 'string', next: '@block' }],
      [/(?:h|H)?"(?:[^"\\]|\\.)*"?/u, 'string'],
      [/(?:h|H)?'(?:[^'\\]|\\.)*'?/u, 'string'],
      [/\b\d+(?:\.\d+)?(?:d|h|m|s|ms|tick|min|microsecond)?\b/u, 'literal'],
      [/\|/u, 'punctuation'],
      [
        /[A-Za-z_$][\w$]*(?:-[a-z]+)*/u,
        {
          cases: { '@operators': 'operator', '@words': 'word', '(?:true|false|null)': 'literal', '@default': 'plain' },
        },
      ],
      [/[=!<>~+*/%-]+/u, 'word'],
      [/[()[\]{},;:.]/u, 'punctuation'],
    ],
    block: [
      [/```/u, { token: 'string', next: '@pop' }],
      [/[^`]+|`/u, 'string'],
    ],
  },
};
