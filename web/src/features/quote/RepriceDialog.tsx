import { useMutation, useQuery } from "@tanstack/react-query";
import { api, body, etag } from "~/api/client";
import { type Revision, adopt } from "~/api/quotes";
import { m } from "~/paraglide/messages.js";
import { Button } from "~/components/Button";
import { Dialog } from "~/components/Dialog";
import { Loading } from "~/components/State";
import { toast } from "~/components/Toast";
import { isZero } from "~/lib/decimal";
import { money, signedMoney } from "~/lib/format";
import { FailureState } from "~/shell/ErrorScreen";
import { Failure } from "./ActionDialog";
import { Changes, LineDifferences } from "./Differences";
import compare from "./Compare.module.css";

/** What today's prices would change, line by line, before they are taken. */
export function RepriceDialog({ revision, onClose }: { revision: Revision; onClose: () => void }) {
  const { id, version, currency } = revision;
  const preview = useQuery({
    queryKey: ["reprice", id, version],
    queryFn: () => body(api.GET("/v1/revisions/{revision_id}/reprice", { params: { path: { revision_id: id } } })),
  });
  const take = useMutation({
    mutationFn: () =>
      body(
        api.POST("/v1/revisions/{revision_id}/reprice", { params: { path: { revision_id: id }, header: { "If-Match": etag(version) } } }),
      ),
    onSuccess: (next) => {
      adopt(next);
      toast({ text: m.repriced() });
      onClose();
    },
  });
  return (
    <Dialog
      title={m.reprice_title()}
      open
      onClose={onClose}
      kind="wide"
      reading
      foot={
        <>
          <Button onPress={onClose}>{m.reprice_keep()}</Button>
          <Button look="primary" isDisabled={!preview.data} isPending={take.isPending} onPress={() => take.mutate()}>
            {m.reprice()}
          </Button>
        </>
      }
    >
      {take.error && <Failure error={take.error} />}
      {preview.isPending ? (
        <Loading lines={4} />
      ) : preview.isError ? (
        <FailureState error={preview.error} retry={() => void preview.refetch()} />
      ) : (
        <>
          <p className={`${compare.delta} num`}>
            {isZero(preview.data.delta) ? m.compare_same_price() : signedMoney(preview.data.delta, currency)}
          </p>
          <p>{m.reprice_total({ amount: money(preview.data.totals.one_off.net, currency) })}</p>
          <Changes changes={preview.data.header ?? []} currency={currency} />
          <LineDifferences differences={preview.data.lines} lines={revision.lines} currency={currency} />
        </>
      )}
    </Dialog>
  );
}
