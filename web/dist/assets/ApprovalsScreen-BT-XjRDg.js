import { Pt as e, Tn as t, nn as n } from "./vendor-HYK3zHZn.js";
import {
  F as r,
  G as i,
  I as a,
  K as o,
  L as s,
  N as c,
  T as l,
  _ as u,
  et as d,
  ft as f,
  it as p,
  j as m,
  k as h,
  lt as g,
  q as _,
} from "./base-DGB2782h.js";
import { mt as v, z as y } from "./shared-Bn3naHN8.js";
import { u as b } from "./index-IMPo5J9l.js";
var x = () => `What waits for your decision, the longest waiting first.`,
  S = () => `Ce qui attend votre décision, le plus ancien d’abord.`,
  C = (e = {}, t = {}) => ((t.locale ?? f()) === `fr` ? S(e) : x(e)),
  w = () => `Nothing waits for you`,
  T = () => `Rien ne vous attend`,
  E = (e = {}, t = {}) => ((t.locale ?? f()) === `fr` ? T(e) : w(e)),
  D = () => `Waiting`,
  O = () => `En attente`,
  k = (e = {}, t = {}) => ((t.locale ?? f()) === `fr` ? O(e) : D(e)),
  A = t();
function j() {
  let e = n({
    queryKey: [`approvals`],
    queryFn: async () => (await p(d.GET(`/v1/approvals`, { params: { query: { limit: 200 } } }))).items,
  });
  return (0, A.jsx)(s, {
    title: b(),
    lead: C(),
    children: (0, A.jsx)(a, {
      pad: !1,
      children: e.isPending
        ? (0, A.jsx)(`div`, { className: u.more, children: (0, A.jsx)(c, {}) })
        : e.isError
          ? (0, A.jsx)(y, { error: e.error, retry: () => void e.refetch() })
          : e.data.length === 0
            ? (0, A.jsx)(r, { icon: `check`, title: E() })
            : (0, A.jsx)(m, { caption: b(), columns: M(), rows: e.data, rowKey: (e) => e.step.id }),
    }),
  });
}
function M() {
  return [
    {
      id: `quote`,
      label: o(),
      head: !0,
      cell: ({ quote: t }) =>
        (0, A.jsxs)(A.Fragment, {
          children: [
            (0, A.jsx)(e, {
              to: `/quotes/$id`,
              params: { id: t.id },
              search: { revision: t.revision_id },
              className: u.link,
              children: t.number,
            }),
            (0, A.jsx)(`span`, { className: u.sub, children: t.customer.name }),
          ],
        }),
    },
    { id: `why`, label: v(), cell: ({ step: e }) => g(e.message) || e.rule },
    { id: `tcv`, label: i(), end: !0, cell: ({ quote: e }) => l(e.tcv, e.currency) },
    { id: `owner`, label: _(), cell: ({ quote: e }) => e.owner.name },
    { id: `waiting`, label: k(), cell: ({ step: e }) => h(e.asked_at) },
  ];
}
export { j as default };
