'use client';
/** Monaco is a chunk of its own; after a deployment or offline it may not come. The draft is safe, and the page says so. */
import { Component, type ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';

export class EditorBoundary extends Component<{ children: ReactNode }, { isBroken: boolean }> {
  override state = { isBroken: false };

  static getDerivedStateFromError(): { isBroken: boolean } {
    return { isBroken: true };
  }

  override render(): ReactNode {
    if (!this.state.isBroken) return this.props.children;
    return (
      <EmptyState
        title="The editor could not be loaded"
        action={<Button onClick={() => window.location.reload()}>Reload the page</Button>}
      >
        What you wrote is kept in this browser.
      </EmptyState>
    );
  }
}
