import { type ReactNode, useEffect, useId, useRef, useState } from "react";
import { useMarks } from "./Marks";
import styles from "./chart.module.css";

export type Frame = {
  width: number;
  /** Too narrow for labels beside the marks. */
  narrow: boolean;
  /** The fill of what is not to be judged yet. */
  hatch: string;
};

/** The drawing area of a chart, as wide as there is room. */
export function Plot({
  title,
  height,
  children,
}: {
  title: string;
  height: (frame: Frame) => number;
  children: (frame: Frame) => ReactNode;
}) {
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  const id = useId();
  const { ref, onKeyDown } = useMarks<SVGSVGElement>();
  useEffect(() => {
    const watcher = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)));
    if (box.current) watcher.observe(box.current);
    return () => watcher.disconnect();
  }, []);
  const frame = { width, narrow: width < 480, hatch: `url(#${id})` };
  return (
    <div ref={box} className={styles.plot}>
      {width > 0 && (
        <svg ref={ref} width={width} height={height(frame)} role="group" aria-label={title} onKeyDown={onKeyDown}>
          <defs>
            <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
              <rect width="6" height="6" className={styles.hatchGround} />
              <line x1="0" y1="0" x2="0" y2="6" className={styles.hatchLine} />
            </pattern>
          </defs>
          {children(frame)}
        </svg>
      )}
    </div>
  );
}
