import { Pt as e, Tn as t, nn as n } from "./vendor-HYK3zHZn.js";
import { F as r, H as i, I as a, L as o, N as s, T as c, V as l, ft as u, i as d, k as f, x as p } from "./base-DGB2782h.js";
import { f as m, m as ee } from "./index-IMPo5J9l.js";
import { $ as te, et as ne, j as re, l as h, s as g, z as _ } from "./shared-Bn3naHN8.js";
var v = () => `What to do first, and how this month goes.`,
  y = () => `Ce qu’il faut faire d’abord, et où en est le mois.`,
  b = (e = {}, t = {}) => ((t.locale ?? u()) === `fr` ? y(e) : v(e)),
  x = () => `Last changed`,
  S = () => `Derniers modifiés`,
  C = (e = {}, t = {}) => ((t.locale ?? u()) === `fr` ? S(e) : x(e)),
  w = () => `My quotes`,
  T = () => `Mes devis`,
  E = (e = {}, t = {}) => ((t.locale ?? u()) === `fr` ? T(e) : w(e)),
  D = (e) => `Hello ${e?.name}`,
  O = (e) => `Bonjour ${e?.name}`,
  k = (e, t = {}) => ((t.locale ?? u()) === `fr` ? O(e) : D(e)),
  A = () => `Show all`,
  j = () => `Tout afficher`,
  M = (e = {}, t = {}) => ((t.locale ?? u()) === `fr` ? j(e) : A(e)),
  N = (e) => `Draft, last changed ${e?.when}`,
  P = (e) => `Brouillon, modifié ${e?.when}`,
  F = (e, t = {}) => ((t.locale ?? u()) === `fr` ? P(e) : N(e)),
  I = (e) => `Ends on ${e?.date}`,
  L = (e) => `Se termine le ${e?.date}`,
  R = (e, t = {}) => ((t.locale ?? u()) === `fr` ? L(e) : I(e)),
  ie = (e) => `Follow up (due ${e?.date})`,
  z = (e) => `À relancer (prévu le ${e?.date})`,
  B = (e, t = {}) => ((t.locale ?? u()) === `fr` ? z(e) : ie(e)),
  V = () => `Nothing waits for you`,
  H = () => `Rien ne vous attend`,
  U = (e = {}, t = {}) => ((t.locale ?? u()) === `fr` ? H(e) : V(e)),
  W = () => `Approved: send it`,
  G = () => `Validé : à envoyer`,
  K = (e = {}, t = {}) => ((t.locale ?? u()) === `fr` ? G(e) : W(e)),
  q = () => `To do`,
  J = () => `À faire`,
  Y = (e = {}, t = {}) => ((t.locale ?? u()) === `fr` ? J(e) : q(e)),
  ae = (e) => `Sent ${e?.when}, not viewed`,
  oe = (e) => `Envoyé ${e?.when}, non consulté`,
  se = (e, t = {}) => ((t.locale ?? u()) === `fr` ? oe(e) : ae(e)),
  ce = {
    send: [`send`, `good`],
    follow_up: [`clock`, `rule`],
    expiring: [`clock`, `danger`],
    unviewed: [`inbox`, `rule`],
    draft: [`pencil`, `neutral`],
  },
  X = 864e5,
  Z = 7,
  le = 5;
function ue(e, t) {
  let n = e.flatMap((e) => {
      let n = de(e, t);
      return n ? [{ kind: n, quote: e }] : [];
    }),
    r = [`send`, `follow_up`, `expiring`, `unviewed`, `draft`];
  return n.sort((e, t) => r.indexOf(e.kind) - r.indexOf(t.kind) || (e.quote.valid_until ?? `9`).localeCompare(t.quote.valid_until ?? `9`));
}
function de(e, t) {
  let n = t.toISOString().slice(0, 10);
  switch (e.state) {
    case `approved`:
      return `send`;
    case `draft`:
      return `draft`;
    case `sent`: {
      if (e.follow_up && e.follow_up <= n) return `follow_up`;
      if ((e.valid_until ? new Date(e.valid_until + `T23:59:59Z`).getTime() : 1 / 0) - t.getTime() < Z * X) return `expiring`;
      let r = e.sent_at ? new Date(e.sent_at).getTime() : t.getTime();
      return !e.first_viewed_at && t.getTime() - r > le * X ? `unviewed` : void 0;
    }
    default:
      return;
  }
}
var Q = {
    columns: `_columns_185vy_2`,
    todo: `_todo_185vy_7`,
    item: `_item_185vy_11`,
    what: `_what_185vy_51`,
    detail: `_detail_185vy_55`,
    amount: `_amount_185vy_62`,
  },
  $ = t();
function fe() {
  let t = ee(),
    n = m(t, `quotes:write`);
  return (0, $.jsx)(o, {
    title: k({ name: t.name.split(` `)[0] ?? t.name }),
    lead: b(),
    actions:
      n &&
      (0, $.jsxs)(e, { to: `/catalogue`, className: l({ look: `primary` }), children: [(0, $.jsx)(i, { name: `plus`, size: 18 }), ne()] }),
    children: (0, $.jsxs)(`div`, {
      className: Q.columns,
      children: [
        m(t, `quotes:read`) && n && (0, $.jsx)(me, {}),
        m(t, `kpi:read`) &&
          (0, $.jsx)(h, { period: re(new Date()), filter: n && !t.roles.includes(`manager`) ? { owner: [t.id] } : void 0 }),
        m(t, `quotes:read`) && (0, $.jsx)(ge, { mine: n }),
      ],
    }),
  });
}
var pe = 8;
function me() {
  let e = n({
      queryKey: [`quotes`, `todo`],
      queryFn: async () => (await d({ owner: `me`, state: [`approved`, `sent`, `draft`] }, void 0, 200)).items,
    }),
    t = ue(e.data ?? [], new Date());
  return (0, $.jsx)(a, {
    title: Y(),
    pad: e.isPending,
    children: e.isPending
      ? (0, $.jsx)(s, { lines: 3 })
      : e.isError
        ? (0, $.jsx)(_, { error: e.error, retry: () => void e.refetch() })
        : t.length === 0
          ? (0, $.jsx)(r, { icon: `check`, title: U() })
          : (0, $.jsx)(`ul`, {
              className: Q.todo,
              children: t.slice(0, pe).map((e) => (0, $.jsx)(`li`, { children: (0, $.jsx)(he, { todo: e }) }, e.quote.id)),
            }),
  });
}
function he({ todo: { kind: t, quote: n } }) {
  let [r, a] = ce[t],
    o = {
      send: () => K(),
      follow_up: () => B({ date: p(n.follow_up) }),
      expiring: () => R({ date: p(n.valid_until) }),
      unviewed: () => se({ when: f(n.sent_at ?? n.updated_at) }),
      draft: () => F({ when: f(n.updated_at) }),
    }[t]();
  return (0, $.jsxs)(e, {
    to: `/quotes/$id`,
    params: { id: n.id },
    className: Q.item,
    "data-tone": a,
    children: [
      (0, $.jsx)(i, { name: r }),
      (0, $.jsxs)(`span`, {
        className: Q.what,
        children: [o, (0, $.jsxs)(`span`, { className: Q.detail, children: [n.number, ` · `, n.customer.name] })],
      }),
      (0, $.jsx)(`span`, { className: `${Q.amount} num`, children: c(n.tcv, n.currency) }),
    ],
  });
}
function ge({ mine: t }) {
  let i = n({ queryKey: [`quotes`, `recent`, t], queryFn: async () => (await d({ owner: t ? `me` : void 0 }, void 0, 12)).items });
  return (0, $.jsx)(a, {
    pad: i.isPending,
    title: t ? E() : C(),
    actions: (0, $.jsx)(e, { to: `/quotes`, search: { owner: t ? `me` : void 0 }, children: M() }),
    children: i.isPending
      ? (0, $.jsx)(s, {})
      : i.isError
        ? (0, $.jsx)(_, { error: i.error, retry: () => void i.refetch() })
        : i.data.length === 0
          ? (0, $.jsx)(r, { icon: `file`, title: te() })
          : (0, $.jsx)(g, { caption: C(), rows: i.data }),
  });
}
export { fe as default };
