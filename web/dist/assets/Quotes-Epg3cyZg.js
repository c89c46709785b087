import { n as e } from "./rolldown-runtime-WkwZ5CU-.js";
import { En as t, Ft as n, Pt as r, Tn as i, yn as a } from "./vendor-HYK3zHZn.js";
import { $ as o, Dt as s, O as c, Q as l, X as u, Z as d, et as f, k as p, rt as m, s as h, z as g } from "./shared-Bn3naHN8.js";
import { a as _, f as v, h as y, m as b } from "./index-IMPo5J9l.js";
import {
  B as x,
  F as S,
  H as C,
  I as w,
  L as T,
  N as E,
  V as D,
  _ as O,
  ft as k,
  h as A,
  i as j,
  p as M,
  q as N,
} from "./base-DGB2782h.js";
var P = () => `All`,
  F = () => `Tous`,
  I = (e = {}, t = {}) => ((t.locale ?? k()) === `fr` ? F(e) : P(e)),
  L = () => `Everybody`,
  R = () => `Tout le monde`,
  z = (e = {}, t = {}) => ((t.locale ?? k()) === `fr` ? R(e) : L(e)),
  B = () => `My quotes`,
  V = () => `Mes devis`,
  H = (e = {}, t = {}) => ((t.locale ?? k()) === `fr` ? V(e) : B(e)),
  U = () => `Number, customer, title`,
  W = () => `Numéro, client, titre`,
  G = (e = {}, t = {}) => ((t.locale ?? k()) === `fr` ? W(e) : U(e)),
  K = e(t(), 1),
  q = i();
function J() {
  let { q: e, state: t, owner: i } = n({ from: `/inside/quotes` }),
    c = b(),
    l = { q: e, state: t ? [t] : void 0, owner: i },
    u = s({
      queryKey: [`quotes`, l],
      queryFn: ({ pageParam: e }) => j(l, e),
      initialPageParam: void 0,
      getNextPageParam: (e) => e.next,
      placeholderData: a,
    }),
    p = u.data?.pages.flatMap((e) => e.items) ?? [];
  return (0, q.jsxs)(T, {
    title: _(),
    actions:
      v(c, `quotes:write`) &&
      (0, q.jsxs)(r, { to: `/catalogue`, className: D({ look: `primary` }), children: [(0, q.jsx)(C, { name: `plus`, size: 18 }), f()] }),
    children: [
      (0, q.jsx)(X, {}),
      (0, q.jsx)(w, {
        pad: !1,
        children: u.isPending
          ? (0, q.jsx)(`div`, { className: O.more, children: (0, q.jsx)(E, {}) })
          : u.isError
            ? (0, q.jsx)(g, { error: u.error, retry: () => void u.refetch() })
            : p.length === 0
              ? (0, q.jsx)(S, { icon: `file`, title: e || t || i ? m() : o() })
              : (0, q.jsxs)(q.Fragment, {
                  children: [
                    (0, q.jsx)(h, { caption: _(), rows: p }),
                    u.hasNextPage &&
                      (0, q.jsx)(`div`, {
                        className: O.more,
                        children: (0, q.jsx)(x, { isPending: u.isFetchingNextPage, onPress: () => void u.fetchNextPage(), children: d() }),
                      }),
                  ],
                }),
      }),
    ],
  });
}
var Y = 250;
function X() {
  let e = n({ from: `/inside/quotes` }),
    t = y({ from: `/quotes` }),
    [r, i] = (0, K.useState)(e.q ?? ``),
    a = (e) => void t({ search: (t) => ({ ...t, ...e }), replace: !0 });
  return (
    (0, K.useEffect)(() => {
      let t = setTimeout(() => r !== (e.q ?? ``) && a({ q: r || void 0 }), Y);
      return () => clearTimeout(t);
    }),
    (0, q.jsxs)(`div`, {
      className: O.tools,
      role: `search`,
      children: [
        (0, q.jsx)(A, {
          className: O.search,
          label: l(),
          placeholder: G(),
          type: `search`,
          value: r,
          onChange: (e) => i(e.currentTarget.value),
        }),
        (0, q.jsxs)(M, {
          className: O.filter,
          label: u(),
          value: e.state ?? ``,
          onChange: (e) => a({ state: e.currentTarget.value || void 0 }),
          children: [
            (0, q.jsx)(`option`, { value: ``, children: I() }),
            c.map((e) => (0, q.jsx)(`option`, { value: e, children: p(e).words() }, e)),
          ],
        }),
        (0, q.jsxs)(M, {
          className: O.filter,
          label: N(),
          value: e.owner ?? ``,
          onChange: (e) => a({ owner: e.currentTarget.value || void 0 }),
          children: [(0, q.jsx)(`option`, { value: ``, children: z() }), (0, q.jsx)(`option`, { value: `me`, children: H() })],
        }),
      ],
    })
  );
}
export { J as default };
