/** The mark: a q whose tail leads on. */
export function Mark({ size = 26, className }: { size?: number; className?: string }) {
  return (
    <svg className={className} width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx="8" fill="currentColor" />
      <g fill="none" stroke="var(--surface)" strokeWidth="2.6" strokeLinecap="round">
        <circle cx="15" cy="15" r="7.2" />
        <path d="m17.6 17.8 6 6" />
      </g>
    </svg>
  );
}
