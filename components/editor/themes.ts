/**
 * The two editor themes. Surfaces come from the page's own tokens; the colours of the words are chosen here, each
 * readable (WCAG AA) on both of our surfaces, which themes.test.ts checks.
 */
import type { editor } from 'monaco-editor/editor';
import { luminance, toHex } from './css-colour';
import type { TokenName } from './semantic-tokens';

export type Shade = 'dark' | 'light';

type Surfaces = { background: string; text: string; muted: string; line: string; accent: string; overlay: string };

export const wordColours: Record<Shade, Record<TokenName, string>> = {
  dark: {
    comment: '#8590a2',
    punctuation: '#a6b0c0',
    literal: '#e5a07c',
    string: '#a3cf93',
    type: '#78c9d8',
    column: '#c9b3f5',
    table: '#e0be7a',
    function: '#78c9d8',
    variable: '#dfe5ee',
    word: '#a6b0c0',
    operator: '#8bb8ff',
  },
  light: {
    comment: '#5b6675',
    punctuation: '#4a5563',
    literal: '#9a3f0c',
    string: '#2c6a1e',
    type: '#00616f',
    column: '#6536ab',
    table: '#7f5200',
    function: '#00616f',
    variable: '#1b232d',
    word: '#4a5563',
    operator: '#0a4fb8',
  },
};

/** What the editor stands on when the page defines no tokens, as in a test. */
export const plainSurfaces: Record<Shade, Surfaces> = {
  dark: {
    background: '#11151c',
    text: '#dfe5ee',
    muted: '#8590a2',
    line: '#2a313d',
    accent: '#5b9dff',
    overlay: '#1a202a',
  },
  light: {
    background: '#ffffff',
    text: '#1b232d',
    muted: '#5b6675',
    line: '#d5dae2',
    accent: '#0b5cd6',
    overlay: '#f7f8fa',
  },
};

export function themeFrom(shade: Shade, surfaces: Surfaces): editor.IStandaloneThemeData {
  const { background, text, muted, line, accent, overlay } = surfaces;
  return {
    base: shade === 'dark' ? 'vs-dark' : 'vs',
    inherit: true,
    rules: Object.entries(wordColours[shade]).map(([token, colour]) => ({ token, foreground: colour.slice(1) })),
    colors: {
      'editor.background': background,
      'editorGutter.background': background,
      'editor.foreground': text,
      'editorLineNumber.foreground': muted,
      'editorLineNumber.activeForeground': text,
      'editorCursor.foreground': accent,
      'editor.lineHighlightBorder': '#00000000',
      'editor.lineHighlightBackground': shade === 'dark' ? '#ffffff08' : '#00000006',
      'editor.selectionBackground': `${accent}40`,
      'editor.inactiveSelectionBackground': `${accent}26`,
      'editorWidget.background': overlay,
      'editorWidget.border': line,
      'editorSuggestWidget.background': overlay,
      'editorSuggestWidget.foreground': text,
      'editorSuggestWidget.selectedBackground': `${accent}33`,
      'editorSuggestWidget.selectedForeground': text,
      'editorSuggestWidget.highlightForeground': accent,
      'editorSuggestWidget.focusHighlightForeground': accent,
      'editorHoverWidget.background': overlay,
      'editorHoverWidget.border': line,
      'editorBracketMatch.border': muted,
      'editorBracketMatch.background': '#00000000',
      'editorMarkerNavigation.background': overlay,
      'editorActionList.background': overlay,
      'editorActionList.foreground': text,
      'editorActionList.focusBackground': `${accent}33`,
      'editorActionList.focusForeground': text,
      'menu.background': overlay,
      'menu.foreground': text,
      'menu.selectionBackground': `${accent}33`,
      'menu.selectionForeground': text,
      'menu.separatorBackground': line,
      'menu.border': line,
      'quickInput.background': overlay,
      'quickInput.foreground': text,
      'quickInputList.focusBackground': `${accent}33`,
      'quickInputList.focusForeground': text,
      'list.hoverBackground': `${accent}1a`,
      'input.background': background,
      'input.foreground': text,
      'input.border': line,
      'input.placeholderForeground': muted,
      'widget.border': line,
      'widget.shadow': '#00000040',
      focusBorder: accent,
    },
  };
}

const surfaceVariables: Record<keyof Surfaces, string> = {
  background: '--canvas',
  text: '--ink',
  muted: '--faint',
  line: '--line',
  accent: '--accent',
  overlay: '--raised',
};

/**
 * The page's surfaces as they are painted now. The tokens are `light-dark(…)`, which only an element resolves, so one
 * is painted with each of them and read back.
 */
export function pageSurfaces(): { shade: Shade; surfaces: Surfaces } {
  const probe = document.body.appendChild(document.createElement('span'));
  probe.hidden = true;
  const read = (variable: string): string | null => {
    if (getComputedStyle(document.documentElement).getPropertyValue(variable) === '') return null;
    probe.style.color = `var(${variable})`;
    return toHex(getComputedStyle(probe).color);
  };
  const painted = read(surfaceVariables.background);
  const shade: Shade = luminance(painted ?? plainSurfaces.dark.background) > 0.4 ? 'light' : 'dark';
  const plain = plainSurfaces[shade];
  const surfaces = {
    background: painted ?? plain.background,
    text: read(surfaceVariables.text) ?? plain.text,
    muted: read(surfaceVariables.muted) ?? plain.muted,
    line: read(surfaceVariables.line) ?? plain.line,
    accent: read(surfaceVariables.accent) ?? plain.accent,
    overlay: read(surfaceVariables.overlay) ?? plain.overlay,
  };
  probe.remove();
  return { shade, surfaces };
}
