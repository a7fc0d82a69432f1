/** Monaco's own background work (word and link computation), as a module worker of ours so that no CDN is asked. */
import 'monaco-editor/editor/editor.worker';
