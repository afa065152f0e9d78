/** The seal of the program: 明 in a red square. */
export function SealMark({ size = 32 }: { size?: number }) {
  return (
    <svg className="seal" width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
      <rect x=".5" y=".5" width="31" height="31" rx="2" className="seal-ground" />
      <rect x="3" y="3" width="26" height="26" rx="1" className="seal-edge" />
      <text x="16" y="22" className="seal-sign" textAnchor="middle">
        明
      </text>
    </svg>
  );
}
