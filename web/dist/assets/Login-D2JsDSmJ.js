import { n as e } from "./rolldown-runtime-WkwZ5CU-.js";
import { h as t, n, p as r, r as i, t as a } from "./index-IMPo5J9l.js";
import { G as o, _t as s, ct as c, ot as l, st as u } from "./shared-Bn3naHN8.js";
import { En as d, Ft as f, Tn as p } from "./vendor-HYK3zHZn.js";
import { $ as m, B as h, H as g, P as _, ft as v, h as y, mt as b, z as x } from "./base-DGB2782h.js";
var S = () => `Your session has ended. Log in to go on; your work is kept.`,
  C = () => `Votre session est terminée. Reconnectez-vous pour continuer ; votre travail est conservé.`,
  w = (e = {}, t = {}) => ((t.locale ?? v()) === `fr` ? C(e) : S(e)),
  T = () => `The e-mail address or the password is not right.`,
  E = () => `L’adresse e-mail ou le mot de passe est incorrect.`,
  D = (e = {}, t = {}) => ((t.locale ?? v()) === `fr` ? E(e) : T(e)),
  O = () => `Password`,
  k = () => `Mot de passe`,
  A = (e = {}, t = {}) => ((t.locale ?? v()) === `fr` ? k(e) : O(e)),
  j = () => `Every option says why it fits or not`,
  M = () => `Chaque option dit pourquoi elle convient ou non`,
  N = (e = {}, t = {}) => ((t.locale ?? v()) === `fr` ? M(e) : j(e)),
  P = () => `Every amount shows where it comes from`,
  F = () => `Chaque montant montre d’où il vient`,
  I = (e = {}, t = {}) => ((t.locale ?? v()) === `fr` ? F(e) : P(e)),
  L = () => `Every quote has one number, one history, one next step`,
  R = () => `Chaque devis a un numéro, un historique, une prochaine étape`,
  z = (e = {}, t = {}) => ((t.locale ?? v()) === `fr` ? R(e) : L(e)),
  B = () => `Log in`,
  V = () => `Se connecter`,
  H = (e = {}, t = {}) => ((t.locale ?? v()) === `fr` ? V(e) : B(e)),
  U = () => `Log in`,
  W = () => `Connexion`,
  G = (e = {}, t = {}) => ((t.locale ?? v()) === `fr` ? W(e) : U(e)),
  K = e(d(), 1),
  q = {
    screen: `_screen_odpiz_2`,
    side: `_side_odpiz_8`,
    brand: `_brand_odpiz_18`,
    claim: `_claim_odpiz_31`,
    points: `_points_odpiz_40`,
    foot: `_foot_odpiz_59`,
    task: `_task_odpiz_64`,
    tools: `_tools_odpiz_70`,
    form: `_form_odpiz_76`,
    small: `_small_odpiz_84`,
  },
  J = p();
function Y() {
  let { next: e, expired: d } = f({ from: `/login` }),
    p = t(),
    v = x(G()),
    [S, C] = (0, K.useState)(``),
    [T, E] = (0, K.useState)(!1);
  async function O(t) {
    t.preventDefault();
    let n = new FormData(t.currentTarget),
      i = String(n.get(`email`) ?? ``).trim(),
      a = String(n.get(`password`) ?? ``);
    if (!i || !a) return C(l());
    (E(!0), C(``));
    try {
      (await r(i, a), await p({ href: e ?? `/`, replace: !0 }));
    } catch (e) {
      (C(e instanceof b && e.status !== 0 && e.status < 500 ? D() : s()), E(!1));
    }
  }
  return (0, J.jsxs)(`div`, {
    className: q.screen,
    children: [
      (0, J.jsxs)(`div`, {
        className: q.side,
        children: [
          (0, J.jsxs)(`div`, { className: q.brand, children: [(0, J.jsx)(i, { size: 32 }), m()] }),
          (0, J.jsxs)(`div`, {
            children: [
              (0, J.jsx)(`p`, { className: q.claim, children: c() }),
              (0, J.jsx)(`ul`, {
                className: q.points,
                children: [N(), I(), z()].map((e) => (0, J.jsxs)(`li`, { children: [(0, J.jsx)(g, { name: `check` }), e] }, e)),
              }),
            ],
          }),
          (0, J.jsx)(`p`, { className: q.foot, children: o() }),
        ],
      }),
      (0, J.jsxs)(`main`, {
        className: q.task,
        children: [
          (0, J.jsxs)(`div`, { className: q.tools, children: [(0, J.jsx)(a, {}), (0, J.jsx)(n, {})] }),
          (0, J.jsxs)(`form`, {
            className: q.form,
            onSubmit: O,
            noValidate: !0,
            children: [
              (0, J.jsxs)(`div`, { className: `${q.brand} ${q.small}`, children: [(0, J.jsx)(i, { size: 30 }), m()] }),
              (0, J.jsx)(`h1`, { ref: v, tabIndex: -1, children: G() }),
              d && !S && (0, J.jsx)(_, { icon: `clock`, children: w() }),
              S && (0, J.jsx)(_, { tone: `danger`, role: `alert`, children: S }),
              (0, J.jsx)(y, { label: u(), name: `email`, type: `email`, autoComplete: `username`, autoFocus: !0, required: !0 }),
              (0, J.jsx)(y, { label: A(), name: `password`, type: `password`, autoComplete: `current-password`, required: !0 }),
              (0, J.jsx)(h, { type: `submit`, look: `primary`, block: !0, isPending: T, children: H() }),
            ],
          }),
        ],
      }),
    ],
  });
}
export { Y as default };
