/** Keys as they are pressed. `<Kbd keys="g i" />`: a blank separates keys pressed one after another. */
export function Kbd({ keys }: { keys: string }) {
  return (
    <span className="inline-flex shrink-0 items-center gap-0.5">
      {keys.split(' ').map((key) => (
        <kbd
          key={key}
          className="inline-flex h-4 min-w-4 items-center justify-center rounded-small border border-line bg-panel px-1 font-sans text-[10.5px] text-muted leading-none"
        >
          {key}
        </kbd>
      ))}
    </span>
  );
}
