import type { ReactNode } from "react";
import { Chip } from "~/components/Chip";

/** What is wrong with a row that was pasted or imported. */
export function RowProblem({ children }: { children: ReactNode }) {
  return (
    <Chip tone="danger" icon="alert">
      {children}
    </Chip>
  );
}
