import { m } from "~/paraglide/messages.js";
import { Loading } from "~/components/State";
import { FailureState } from "~/shell/ErrorScreen";
import { total } from "./figure";
import { answerOf, useFigures } from "./figures";
import type { Look } from "./scope";
import { Tile } from "./Tile";
import styles from "./Dashboard.module.css";

type Props = { look: Look; metrics: readonly string[] };

/** What the tiles show: the figures of a look, and of what it is compared with. */
export function useTiles({ look, metrics }: Props, enabled = true) {
  const present = useFigures(look, { metrics, enabled });
  const before = useFigures(look, { metrics, period: look.earlier, enabled: enabled && !!look.earlier });
  return [present, before] as const;
}

/** Figures as tiles. */
export function Tiles({ look, metrics }: Props) {
  const [present, before] = useTiles({ look, metrics });
  if (present.isPending) return <Loading lines={3} />;
  if (present.isError) return <FailureState error={present.error} retry={() => void present.refetch()} />;
  return (
    <ul className={styles.tiles} aria-label={m.figures()}>
      {present.data.answers.map((answer) => (
        <Tile
          key={answer.metric.id}
          look={look}
          answer={answer}
          currency={present.data.currency}
          before={total(answerOf(before.data, answer.metric.id))}
        />
      ))}
    </ul>
  );
}
