import { useLayoutEffect, useRef, useState, type ReactNode } from 'react';

/** The place of a chart: as large as it is. While the screen is hidden behind one that loads it has no size, and keeps the last. */
export function MeasuredPlot({ label, children }: { label: string; children: (width: number, height: number) => ReactNode }) {
  const place = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState({ width: 0, height: 0 });
  useLayoutEffect(() => {
    const element = place.current;
    if (!element) return;
    const measure = () => { const { clientWidth: width, clientHeight: height } = element; if (width > 0 && height > 0) setSize((last) => (last.width === width && last.height === height ? last : { width, height })); };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return <div ref={place} className="board-plot" role="group" aria-label={label}>{size.width > 0 && children(size.width, size.height)}</div>;
}
