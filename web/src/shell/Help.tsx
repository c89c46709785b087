import { useRouterState } from "@tanstack/react-router";
import { m } from "~/paraglide/messages.js";
import { Dialog } from "~/components/Dialog";
import { helpFor } from "./help";
import styles from "./Help.module.css";

/** Help for the screen one is on, beside it. */
export function Help({ open, onClose }: { open: boolean; onClose: () => void }) {
  const path = useRouterState({ select: (s) => s.location.pathname });
  const topic = helpFor(path);
  return (
    <Dialog title={topic.title()} kind="drawer" reading open={open} onClose={onClose}>
      <ul className={styles.points}>
        {topic.points.map((point) => (
          <li key={point()}>{point()}</li>
        ))}
      </ul>
      {topic.keys && (
        <>
          <h3 className={styles.heading}>{m.help_keys()}</h3>
          <dl className={styles.keys}>
            {topic.keys.map(([keys, what]) => (
              <div key={keys}>
                <dt>
                  {keys.split(" ").map((key) => (
                    <kbd key={key}>{key}</kbd>
                  ))}
                </dt>
                <dd>{what()}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
    </Dialog>
  );
}
