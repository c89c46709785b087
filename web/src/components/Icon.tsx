import type { ReactNode } from "react";

// Drawn on a 20 px grid with one stroke width, so that they sit with the text.
const shapes = {
  alert: <path d="M10 6.5v4.2M10 13.6v.1M8.7 3.3 2.6 14a1.5 1.5 0 0 0 1.3 2.3h12.2a1.5 1.5 0 0 0 1.3-2.3L11.3 3.3a1.5 1.5 0 0 0-2.6 0Z" />,
  arrowLeft: <path d="M16 10H4m5-5-5 5 5 5" />,
  arrowRight: <path d="M4 10h12m-5-5 5 5-5 5" />,
  arrowDown: <path d="M10 4v12m5-5-5 5-5-5" />,
  arrowUp: <path d="M10 16V4m-5 5 5-5 5 5" />,
  ban: <path d="M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14ZM5.2 5.2l9.6 9.6" />,
  box: <path d="M3 6.5 10 3l7 3.5v7L10 17l-7-3.5v-7Zm0 0 7 3.5 7-3.5M10 10v7" />,
  chart: <path d="M3 17h14M5.5 14V9.5M10 14V4.5M14.5 14V7.5" />,
  check: <path d="m4 10.5 4 4 8-9" />,
  chevronDown: <path d="m5 7.5 5 5 5-5" />,
  chevronUp: <path d="m5 12.5 5-5 5 5" />,
  chevronRight: <path d="m7.5 5 5 5-5 5" />,
  clock: <path d="M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14ZM10 6v4l2.7 1.8" />,
  close: <path d="m5 5 10 10M15 5 5 15" />,
  copy: (
    <path d="M7 7V4.5A1.5 1.5 0 0 1 8.5 3h7A1.5 1.5 0 0 1 17 4.5v7a1.5 1.5 0 0 1-1.5 1.5H13M4.5 7h7A1.5 1.5 0 0 1 13 8.500v7a1.5 1.5 0 0 1-1.5 1.5h-7A1.5 1.5 0 0 1 3 15.500v-7A1.5 1.5 0 0 1 4.5 7Z" />
  ),
  download: <path d="M10 3v9.500m-4-4 4 4 4-4M3.5 16.500h13" />,
  file: (
    <path d="M11.5 3H6a1.5 1.5 0 0 0-1.5 1.500v11A1.5 1.5 0 0 0 6 17h8a1.5 1.5 0 0 0 1.5-1.500V7l-4-4Zm0 0v4h4M7.5 11h5m-5 2.700h3.5" />
  ),
  globe: <path d="M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14ZM3 10h14M10 3c2 2 2.7 4.5 2.7 7S12 15 10 17c-2-2-2.7-4.5-2.7-7S8 5 10 3Z" />,
  grid: <path d="M3.5 3.500h5v5h-5zM11.5 3.500h5v5h-5zM3.5 11.500h5v5h-5zM11.5 11.500h5v5h-5z" />,
  help: <path d="M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14ZM7.9 8a2.1 2.1 0 1 1 3.2 1.800c-.7.4-1.1.9-1.1 1.700M10 13.800v.1" />,
  home: <path d="m3 9.5 7-6 7 6M5 8v8.500h3.800V12h2.400v4.500H15V8" />,
  bell: <path d="M4 14.500h12l-1.500-2.200V9a4.500 4.500 0 0 0-9 0v3.300L4 14.500ZM8.300 17a1.900 1.900 0 0 0 3.400 0" />,
  inbox: <path d="M3 11.500h4l1.2 2h3.600l1.2-2h4M5.2 4h9.600L17 11.500V15a1.5 1.5 0 0 1-1.5 1.500h-11A1.5 1.5 0 0 1 3 15v-3.500L5.2 4Z" />,
  info: <path d="M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14ZM10 9.300v4M10 6.500v.1" />,
  lock: (
    <path d="M5.5 9h9A1.5 1.5 0 0 1 16 10.500v5a1.5 1.5 0 0 1-1.5 1.500h-9A1.5 1.5 0 0 1 4 15.500v-5A1.5 1.5 0 0 1 5.5 9ZM6.5 9V6.500a3.5 3.5 0 1 1 7 0V9" />
  ),
  menu: <path d="M3.5 5.500h13m-13 4.500h13m-13 4.500h13" />,
  minus: <path d="M4.5 10h11" />,
  moon: <path d="M16.5 11.700A7 7 0 0 1 8.3 3.500a7 7 0 1 0 8.2 8.200Z" />,
  more: <path d="M4.5 10h.1M10 10h.1M15.5 10h.1" strokeWidth="2.4" />,
  pencil: <path d="m4 16 .8-3.500L13.5 3.800a1.4 1.4 0 0 1 2 0l.7.7a1.4 1.4 0 0 1 0 2L7.5 15.2 4 16Z" />,
  plus: <path d="M10 4.500v11M4.5 10h11" />,
  redo: <path d="M12.5 4 16 7.5 12.5 11M16 7.500H8a4 4 0 0 0 0 8h3" />,
  search: <path d="M9 15A6 6 0 1 0 9 3a6 6 0 0 0 0 12Zm4.5-1.500L17 17" />,
  send: <path d="M17 3 9 11M17 3l-5 14-3-6-6-3 14-5Z" />,
  sun: (
    <path d="M10 13.500a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7ZM10 2.500V4m0 12v1.500M2.5 10H4m12 0h1.500M4.7 4.700l1 1m8.6 8.6 1 1m0-10.6-1 1m-8.6 8.6-1 1" />
  ),
  swap: <path d="M4 7h11l-3-3M16 13H5l3 3" />,
  tag: <path d="M3.5 4.500v5L11 17l6-6-7.5-7.500h-5a1 1 0 0 0-1 1ZM7 7h.1" />,
  trash: <path d="M3.5 5.500h13M8 5.500V3.500h4v2M5.5 5.500l.7 11h7.600l.7-11" />,
  truck: (
    <path d="M2.5 5h9v8.500h-9zM11.5 8h3l3 3v2.500h-6M5.7 16a1.7 1.7 0 1 0 0-3.4 1.7 1.7 0 0 0 0 3.400ZM14 16a1.7 1.7 0 1 0 0-3.4 1.7 1.7 0 0 0 0 3.400Z" />
  ),
  undo: <path d="M7.5 4 4 7.5 7.5 11M4 7.500h8a4 4 0 0 1 0 8H9" />,
  user: <path d="M10 10a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7ZM3.5 17a6.5 6.5 0 0 1 13 0" />,
} as const satisfies Record<string, ReactNode>;

export type IconName = keyof typeof shapes;

/** The names of all icons, for the gallery. */
export const iconNames = Object.keys(shapes) as IconName[];

/** A picture beside words; it says nothing to a screen reader. */
export function Icon({ name, size = 20, className }: { name: IconName; size?: number; className?: string }) {
  return (
    <svg
      className={className}
      width={size}
      height={size}
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {shapes[name]}
    </svg>
  );
}
