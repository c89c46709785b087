import { n as e } from "./rolldown-runtime-WkwZ5CU-.js";
import { En as t, Ft as n, Pt as r, Tn as i, nn as a, tn as o } from "./vendor-HYK3zHZn.js";
import { c as s, h as c } from "./index-IMPo5J9l.js";
import {
  A as l,
  B as u,
  M as d,
  N as ee,
  P as te,
  d as f,
  dt as p,
  f as m,
  ft as h,
  h as g,
  l as _,
  nt as v,
  p as ne,
  u as y,
} from "./shared-Bn3naHN8.js";
import {
  E as b,
  F as x,
  I as S,
  L as C,
  N as w,
  et as T,
  ft as E,
  it as D,
  j as O,
  lt as k,
  p as A,
  q as j,
  x as M,
} from "./base-DGB2782h.js";
var N = () => `As a chart`,
  P = () => `En graphique`,
  F = (e = {}, t = {}) => ((t.locale ?? E()) === `fr` ? P(e) : N(e)),
  I = () => `As a table`,
  L = () => `En tableau`,
  R = (e = {}, t = {}) => ((t.locale ?? E()) === `fr` ? L(e) : I(e)),
  z = () => `Based on`,
  B = () => `Fondé sur`,
  V = (e = {}, t = {}) => ((t.locale ?? E()) === `fr` ? B(e) : z(e)),
  H = (e) => `${e?.name} by month`,
  U = (e) => `${e?.name} par mois`,
  W = (e, t = {}) => ((t.locale ?? E()) === `fr` ? U(e) : H(e)),
  G = (e) => `${e?.name} by rep`,
  re = (e) => `${e?.name} par commercial`,
  K = (e, t = {}) => ((t.locale ?? E()) === `fr` ? re(e) : G(e)),
  q = () => `Month`,
  J = () => `Mois`,
  Y = (e = {}, t = {}) => ((t.locale ?? E()) === `fr` ? J(e) : q(e)),
  X = () => `Last month`,
  ie = () => `Mois dernier`,
  ae = (e = {}, t = {}) => ((t.locale ?? E()) === `fr` ? ie(e) : X(e)),
  oe = () => `This month`,
  se = () => `Ce mois`,
  ce = (e = {}, t = {}) => ((t.locale ?? E()) === `fr` ? se(e) : oe(e)),
  le = () => `Last 12 months`,
  ue = () => `12 derniers mois`,
  de = (e = {}, t = {}) => ((t.locale ?? E()) === `fr` ? ue(e) : le(e)),
  fe = () => `Last 24 months`,
  pe = () => `24 derniers mois`,
  me = (e = {}, t = {}) => ((t.locale ?? E()) === `fr` ? pe(e) : fe(e)),
  he = () => `This quarter`,
  ge = () => `Ce trimestre`,
  _e = (e = {}, t = {}) => ((t.locale ?? E()) === `fr` ? ge(e) : he(e)),
  ve = () => `This year`,
  ye = () => `Cette année`,
  be = (e = {}, t = {}) => ((t.locale ?? E()) === `fr` ? ye(e) : ve(e)),
  xe = e(t(), 1),
  Se = o({
    queryKey: [`users`, `names`],
    queryFn: async () => {
      let e = new Map(),
        t;
      do {
        let { items: n, next: r } = await D(T.GET(`/v1/users`, { params: { query: { cursor: t, limit: 200 } } }));
        for (let t of n) e.set(t.id, t.name);
        t = r;
      } while (t);
      return e;
    },
    staleTime: 6e5,
  }),
  Z = i(),
  Ce = { month: ce, last_month: ae, quarter: _e, year: be, months_12: de, months_24: me };
function we() {
  let { span: e = `months_12` } = n({ from: `/inside/dashboard` }),
    t = c({ from: `/dashboard` }),
    r = ee(e, new Date()),
    i = a(g).data ?? [];
  return (0, Z.jsxs)(C, {
    title: s(),
    lead: v({ from: M(r.from), to: M(l(r)) }),
    children: [
      (0, Z.jsx)(`div`, {
        className: y.scope,
        children: (0, Z.jsx)(A, {
          className: y.span,
          label: h(),
          value: e,
          onChange: (e) => void t({ search: { span: e.currentTarget.value }, replace: !0 }),
          children: te.map((e) => (0, Z.jsx)(`option`, { value: e, children: Ce[e]() }, e)),
        }),
      }),
      (0, Z.jsxs)(`div`, {
        className: y.sections,
        children: [
          (0, Z.jsx)(_, { period: r }),
          (0, Z.jsx)(`div`, { className: y.two, children: i.map((e) => (0, Z.jsx)(Te, { metric: e, period: r }, e.id)) }),
          i.map((e) => (0, Z.jsx)(Ee, { metric: e, period: r }, e.id)),
        ],
      }),
    ],
  });
}
function Q({ metric: e, period: t }, n) {
  return a({
    ...ne({ metrics: [e.id], ...t, slices: [n] }),
    select: (e) => ({ currency: e.currency, figures: (e.answers[0]?.figures ?? []).filter((e) => e.key?.[0]) }),
  });
}
function Te(e) {
  let [t, n] = (0, xe.useState)(!1),
    r = Q(e, `month`),
    i = W({ name: k(e.metric.name) });
  return (0, Z.jsx)(S, {
    title: i,
    pad: !t || r.isPending,
    actions: (0, Z.jsx)(`button`, {
      type: `button`,
      className: y.toggle,
      "aria-pressed": t,
      onClick: () => n(!t),
      children: t ? F() : R(),
    }),
    children: r.isPending
      ? (0, Z.jsx)(w, { lines: 4 })
      : r.isError
        ? (0, Z.jsx)(x, { icon: `alert`, title: u(r.error) })
        : r.data.figures.length === 0
          ? (0, Z.jsx)(x, { icon: `chart`, title: p() })
          : t
            ? (0, Z.jsx)($, { title: i, ...e, ...r.data, head: Y(), name: b })
            : (0, Z.jsx)(De, { title: i, ...e, ...r.data }),
  });
}
function Ee(e) {
  let t = Q(e, `owner`),
    n = a(Se).data,
    r = K({ name: k(e.metric.name) });
  return !t.data || t.data.figures.length === 0
    ? null
    : (0, Z.jsx)(S, {
        title: r,
        pad: !1,
        children: (0, Z.jsx)($, { title: r, ...e, ...t.data, head: j(), name: (e) => n?.get(e) ?? `–` }),
      });
}
function $({ title: e, metric: t, currency: n, figures: r, head: i, name: a }) {
  return (0, Z.jsx)(O, {
    caption: e,
    rows: r,
    rowKey: (e) => e.key?.[0] ?? ``,
    columns: [
      { id: `key`, label: i, head: !0, cell: (e) => a(e.key?.[0] ?? ``) },
      { id: `value`, label: k(t.name), end: !0, cell: (e) => m(t, e, n) },
      { id: `basis`, label: V(), cell: (e) => f(t, e) },
    ],
  });
}
function De({ title: e, metric: t, currency: n, figures: i }) {
  let a = i.map((e) => Math.max(Number(e.value ?? 0), 0)),
    o = Math.max(...a, Number.MIN_VALUE),
    s = [i[0], i.at(-1)].map((e) => b(e?.key?.[0] ?? ``));
  return (0, Z.jsxs)(Z.Fragment, {
    children: [
      (0, Z.jsx)(`div`, {
        className: y.chart,
        role: `group`,
        "aria-label": e,
        children: i.map((e, i) => {
          let s = e.key?.[0] ?? ``,
            c = `${b(s)}: ${m(t, e, n)}`;
          return (0, Z.jsx)(
            r,
            {
              className: y.bar,
              to: `/dashboard/quotes`,
              search: { metric: t.id, ...d(s) },
              "aria-label": c,
              title: c,
              style: { blockSize: `max(2px, ${(100 * (a[i] ?? 0)) / o}%)` },
            },
            s,
          );
        }),
      }),
      (0, Z.jsxs)(`p`, {
        className: y.axis,
        "aria-hidden": `true`,
        children: [(0, Z.jsx)(`span`, { children: s[0] }), (0, Z.jsx)(`span`, { children: s[1] })],
      }),
    ],
  });
}
export { we as default };
