import { DatePicker } from 'antd';
import dayjs from 'dayjs';

const DAY = 'YYYY-MM-DD';
const MONTH = 'YYYY-MM';

type DayInputProps = { label: string; placeholder?: string; value: string | undefined; onChange: (value: string | undefined) => void; month?: boolean; clearable?: boolean; disabled?: boolean };

/** A day `YYYY-MM-DD` (or a month `YYYY-MM`), typed or picked. */
export function DayInput({ label, placeholder, value, onChange, month = false, clearable = true, disabled = false }: DayInputProps) {
  const format = month ? MONTH : DAY;
  return (
    <DatePicker
      aria-label={label}
      placeholder={placeholder ?? label}
      picker={month ? 'month' : 'date'}
      format={month ? MONTH : [DAY, 'YYYYMMDD', 'YYYY-M-D', 'YYYY/M/D']}
      allowClear={clearable}
      disabled={disabled}
      value={value === undefined ? null : dayjs(value)}
      onChange={(picked) => onChange(picked && !Array.isArray(picked) ? picked.format(format) : undefined)}
      style={{ width: month ? 118 : 132 }}
    />
  );
}
