/** One of a few, all in view. `<Segmented label="Theme" value={…} onChange={…} options={[{ value: 'dark', label: 'Dark' }]} />` */
import { ToggleGroup as Radix } from 'radix-ui';

export function Segmented<Value extends string>({
  label,
  value,
  onChange,
  options,
}: {
  label: string;
  value: Value;
  onChange: (value: Value) => void;
  options: readonly { value: Value; label: string }[];
}) {
  return (
    <Radix.Root
      type="single"
      aria-label={label}
      value={value}
      onValueChange={(chosen) => {
        const option = options.find((candidate) => candidate.value === chosen);
        if (option !== undefined) onChange(option.value);
      }}
      className="inline-flex h-7 shrink-0 items-stretch overflow-hidden rounded border"
    >
      {options.map((option) => (
        <Radix.Item
          key={option.value}
          value={option.value}
          className="border-l px-2.5 text-muted outline-offset-[-2px] first:border-l-0 hover:bg-hover data-[state=on]:bg-selected data-[state=on]:text-ink"
        >
          {option.label}
        </Radix.Item>
      ))}
    </Radix.Root>
  );
}
