/**
 * Says results aloud to screen readers: `announce('37 of 212 incidents')`. `<Announcer />` is mounted once, in the shell.
 * What is announced must also be visible somewhere.
 */
'use client';
import { useEffect, useState } from 'react';

let speak: (text: string) => void = () => undefined;

export function announce(text: string): void {
  speak(text);
}

export function Announcer() {
  const [text, setText] = useState('');
  useEffect(() => {
    speak = setText;
    return () => {
      speak = () => undefined;
    };
  }, []);
  return (
    <div aria-live="polite" aria-atomic className="sr-only">
      {text}
    </div>
  );
}
