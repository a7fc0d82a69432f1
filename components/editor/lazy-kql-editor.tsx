'use client';
/**
 * Loads Monaco only where an editor is shown and only in the browser. Until it stands, the query can already be read
 * at the same place and in the same type, so nothing moves.
 */
import { type ComponentProps, lazy, Suspense, useSyncExternalStore } from 'react';
import { EditorBoundary } from './editor-boundary';

const KqlEditor = lazy(async () => ({ default: (await import('./kql-editor')).KqlEditor }));

const never = () => () => undefined;

export function LazyKqlEditor(props: ComponentProps<typeof KqlEditor>) {
  const inBrowser = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  const placeholder = (
    <pre className="h-full overflow-hidden py-2 pl-[44px] font-mono text-[13px] leading-5 whitespace-pre-wrap">
      {props.initialText}
    </pre>
  );
  if (!inBrowser) return placeholder;
  return (
    <EditorBoundary>
      <Suspense fallback={placeholder}>
        <KqlEditor {...props} />
      </Suspense>
    </EditorBoundary>
  );
}
