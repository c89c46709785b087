import { useEffect, useState } from "react";

const margin = "300px 0px";

/**
 * Which of the elements with `data-attribute` below `root` are in view or about
 * to come into it, in their order. `content` names what is shown: they are
 * looked for again when it changes.
 */
export function useInView(root: React.RefObject<HTMLElement | null>, content: unknown): readonly string[] {
  const [seen, setSeen] = useState<readonly string[]>([]);
  useEffect(() => {
    const parts = [...(root.current?.querySelectorAll<HTMLElement>("[data-attribute]") ?? [])];
    const inView = new Set<string>();
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          const path = target.getAttribute("data-attribute") ?? "";
          if (isIntersecting) inView.add(path);
          else inView.delete(path);
        }
        const next = parts.map((p) => p.dataset["attribute"] ?? "").filter((p) => inView.has(p));
        setSeen((last) => (last.join() === next.join() ? last : next));
      },
      { rootMargin: margin },
    );
    parts.forEach((part) => observer.observe(part));
    return () => observer.disconnect();
  }, [root, content]);
  return seen;
}
