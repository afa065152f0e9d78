import { Select } from 'antd';

/** A choice of antd that never answers null. */
export function Choice<Value extends string>({ label, value, options, onChange, disabled = false }: { label: string; value: Value | undefined; options: { value: Value; label: string }[]; onChange: (value: Value) => void; disabled?: boolean }) {
  return <Select<Value | null> aria-label={label} value={value ?? null} options={options} disabled={disabled} onChange={(picked) => picked !== null && onChange(picked)} />;
}
