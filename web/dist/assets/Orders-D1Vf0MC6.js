import { Dt as e, W as t, X as n, Z as r, ht as i, lt as a, n as o, s, v as c, z as l } from "./shared-Bn3naHN8.js";
import { Pt as u, Tn as d, nn as f } from "./vendor-HYK3zHZn.js";
import {
  B as p,
  F as m,
  I as h,
  L as g,
  N as _,
  T as v,
  _ as y,
  et as b,
  ft as x,
  i as S,
  it as C,
  j as w,
  t as T,
  w as E,
} from "./base-DGB2782h.js";
import { o as D } from "./index-IMPo5J9l.js";
var O = () => `Order`,
  k = () => `Commande`,
  A = (e = {}, t = {}) => ((t.locale ?? x()) === `fr` ? k(e) : O(e)),
  j = () => `Cancelled`,
  M = () => `Annulée`,
  ee = (e = {}, t = {}) => ((t.locale ?? x()) === `fr` ? M(e) : j(e)),
  N = () => `Completed`,
  P = () => `Terminée`,
  F = (e = {}, t = {}) => ((t.locale ?? x()) === `fr` ? P(e) : N(e)),
  I = () => `Open`,
  L = () => `Ouverte`,
  R = (e = {}, t = {}) => ((t.locale ?? x()) === `fr` ? L(e) : I(e)),
  z = () => `Placed`,
  B = () => `Passée le`,
  V = (e = {}, t = {}) => ((t.locale ?? x()) === `fr` ? B(e) : z(e)),
  H = () => `No orders yet`,
  U = () => `Aucune commande pour l’instant`,
  W = (e = {}, t = {}) => ((t.locale ?? x()) === `fr` ? U(e) : H(e)),
  G = () => `Orders`,
  K = () => `Commandes`,
  q = (e = {}, t = {}) => ((t.locale ?? x()) === `fr` ? K(e) : G(e)),
  J = () => `Accepted, to order`,
  Y = () => `Acceptés, à commander`,
  X = (e = {}, t = {}) => ((t.locale ?? x()) === `fr` ? Y(e) : J(e)),
  Z = d();
function Q() {
  let t = f({ queryKey: [`quotes`, `accepted`], queryFn: async () => (await S({ state: [`accepted`] }, void 0, 50)).items }),
    n = e({
      queryKey: [`orders`],
      queryFn: ({ pageParam: e }) => C(b.GET(`/v1/orders`, { params: { query: { cursor: e, limit: 50 } } })),
      initialPageParam: void 0,
      getNextPageParam: (e) => e.next,
    }),
    i = n.data?.pages.flatMap((e) => e.items) ?? [];
  return (0, Z.jsxs)(g, {
    title: D(),
    children: [
      (t.data?.length ?? 0) > 0 &&
        (0, Z.jsx)(h, { pad: !1, title: X(), className: y.tools, children: (0, Z.jsx)(s, { caption: X(), rows: t.data ?? [] }) }),
      (0, Z.jsx)(h, {
        pad: !1,
        title: q(),
        children: n.isPending
          ? (0, Z.jsx)(`div`, { className: y.more, children: (0, Z.jsx)(_, {}) })
          : n.isError
            ? (0, Z.jsx)(l, { error: n.error, retry: () => void n.refetch() })
            : i.length === 0
              ? (0, Z.jsx)(m, { icon: `truck`, title: W() })
              : (0, Z.jsxs)(Z.Fragment, {
                  children: [
                    (0, Z.jsx)(w, { caption: q(), columns: te(), rows: i, rowKey: (e) => e.id }),
                    n.hasNextPage &&
                      (0, Z.jsx)(`div`, {
                        className: y.more,
                        children: (0, Z.jsx)(p, { isPending: n.isFetchingNextPage, onPress: () => void n.fetchNextPage(), children: r() }),
                      }),
                  ],
                }),
      }),
    ],
  });
}
var $ = { open: [`accent`, R], completed: [`good`, F], cancelled: [`neutral`, ee] };
function te() {
  return [
    {
      id: `number`,
      label: A(),
      head: !0,
      cell: (e) =>
        (0, Z.jsx)(u, {
          to: `/quotes/$id`,
          params: { id: e.quote_id },
          search: { revision: e.revision_id },
          className: y.link,
          children: e.number,
        }),
    },
    { id: `status`, label: n(), cell: (e) => (0, Z.jsx)(T, { tone: $[e.status][0], children: $[e.status][1]() }) },
    { id: `po`, label: i(), cell: (e) => e.po_number },
    { id: `lines`, label: a(), end: !0, cell: (e) => e.lines.length },
    {
      id: `net`,
      label: t(),
      end: !0,
      cell: (e) =>
        [`one_off`, `month`, `year`]
          .filter((t) => t === `one_off` || !c(e.net[t]))
          .map((t) => (t === `one_off` ? v(e.net[t], e.currency) : `${v(e.net[t], e.currency)} ${o(t)}`))
          .join(` + `),
    },
    { id: `placed`, label: V(), cell: (e) => E(e.placed_at) },
  ];
}
export { Q as default };
