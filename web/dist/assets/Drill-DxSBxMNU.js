import {
  A as e,
  Dt as t,
  J as n,
  K as r,
  X as i,
  Y as a,
  Z as o,
  dt as s,
  h as c,
  m as l,
  nt as u,
  q as d,
  z as f,
} from "./shared-Bn3naHN8.js";
import { Ft as p, Pt as m, Tn as h, nn as g } from "./vendor-HYK3zHZn.js";
import {
  B as _,
  F as v,
  H as y,
  I as b,
  K as x,
  L as S,
  N as C,
  R as w,
  T,
  _ as E,
  ft as D,
  j as O,
  lt as k,
  t as A,
  x as j,
} from "./base-DGB2782h.js";
import { c as M } from "./index-IMPo5J9l.js";
var N = () => `Amount`,
  ee = () => `Montant`,
  P = (e = {}, t = {}) => ((t.locale ?? D()) === `fr` ? ee(e) : N(e)),
  F = () => `The quotes behind the figure`,
  I = () => `Les devis derrière le chiffre`,
  L = (e = {}, t = {}) => ((t.locale ?? D()) === `fr` ? I(e) : F(e)),
  R = () => `Lost`,
  z = () => `Perdu`,
  B = (e = {}, t = {}) => ((t.locale ?? D()) === `fr` ? z(e) : R(e)),
  V = () => `Open`,
  H = () => `En cours`,
  U = (e = {}, t = {}) => ((t.locale ?? D()) === `fr` ? H(e) : V(e)),
  W = () => `Not sent`,
  G = () => `Non envoyé`,
  K = (e = {}, t = {}) => ((t.locale ?? D()) === `fr` ? G(e) : W(e)),
  q = () => `Won`,
  J = () => `Gagné`,
  Y = (e = {}, t = {}) => ((t.locale ?? D()) === `fr` ? J(e) : q(e)),
  X = h();
function Z() {
  let { metric: n, from: r, to: i, owner: a } = p({ from: `/inside/dashboard/quotes` }),
    d = g(c).data?.find((e) => e.id === n),
    h = { metric: n, from: r, to: i, filter: a ? { owner: [a] } : void 0 },
    x = t({
      queryKey: [`kpi`, `quotes`, h],
      queryFn: ({ pageParam: e }) => l({ ...h, cursor: e, limit: 100 }),
      initialPageParam: void 0,
      getNextPageParam: (e) => e.next_cursor,
    }),
    T = x.data?.pages.flatMap((e) => e.items) ?? [],
    D = u({ from: j(r), to: j(e({ from: r, to: i })) });
  return (0, X.jsx)(S, {
    title: k(d?.name) || n,
    lead: D,
    back: (0, X.jsxs)(m, { to: `/dashboard`, className: w, children: [(0, X.jsx)(y, { name: `arrowLeft`, size: 15 }), M()] }),
    children: (0, X.jsx)(b, {
      pad: !1,
      title: L(),
      children: x.isPending
        ? (0, X.jsx)(`div`, { className: E.more, children: (0, X.jsx)(C, {}) })
        : x.isError
          ? (0, X.jsx)(f, { error: x.error, retry: () => void x.refetch() })
          : T.length === 0
            ? (0, X.jsx)(v, { icon: `file`, title: s() })
            : (0, X.jsxs)(X.Fragment, {
                children: [
                  (0, X.jsx)(O, { caption: L(), rows: T, rowKey: (e) => e.family, columns: $() }),
                  x.hasNextPage &&
                    (0, X.jsx)(`div`, {
                      className: E.more,
                      children: (0, X.jsx)(_, { isPending: x.isFetchingNextPage, onPress: () => void x.fetchNextPage(), children: o() }),
                    }),
                ],
              }),
    }),
  });
}
var Q = {
  unsent: [`outline`, K],
  open: [`accent`, U],
  won: [`good`, Y],
  lost: [`danger`, B],
  expired: [`neutral`, a],
  withdrawn: [`neutral`, r],
};
function $() {
  return [
    {
      id: `quote`,
      label: x(),
      head: !0,
      cell: (e) => (0, X.jsx)(m, { to: `/quotes/$id`, params: { id: e.family }, className: E.link, children: e.reference }),
    },
    { id: `status`, label: i(), cell: (e) => (0, X.jsx)(A, { tone: Q[e.status][0], children: Q[e.status][1]() }) },
    { id: `sent`, label: d(), cell: (e) => j(e.sent_at) },
    { id: `ordered`, label: n(), cell: (e) => j(e.ordered_at) },
    { id: `amount`, label: P(), end: !0, cell: (e) => T(e.net, e.currency) },
  ];
}
export { Z as default };
