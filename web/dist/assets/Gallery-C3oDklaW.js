import { n as e } from "./rolldown-runtime-WkwZ5CU-.js";
import { En as t, Tn as ee } from "./vendor-HYK3zHZn.js";
import {
  A as n,
  B as r,
  F as te,
  H as ne,
  I as i,
  L as a,
  M as o,
  N as s,
  P as c,
  T as l,
  U as u,
  d,
  dt as re,
  f as ie,
  ft as f,
  h as p,
  m as ae,
  p as oe,
  t as m,
} from "./base-DGB2782h.js";
import { a as h, d as g, i as _, n as v, o as y, s as b, t as x } from "./index-IMPo5J9l.js";
import { F as S, G as C, I as w, St as T, at as E, ct as D, gt as O, it as k, ot as A, st as j } from "./shared-Bn3naHN8.js";
var M = () => `Actions`,
  N = () => `Actions`,
  P = (e = {}, t = {}) => ((t.locale ?? f()) === `fr` ? N(e) : M(e)),
  F = () => `Colours`,
  I = () => `Couleurs`,
  L = (e = {}, t = {}) => ((t.locale ?? f()) === `fr` ? I(e) : F(e)),
  R = () => `Dialog`,
  z = () => `Boîte de dialogue`,
  B = (e = {}, t = {}) => ((t.locale ?? f()) === `fr` ? z(e) : R(e)),
  V = () => `Fields`,
  H = () => `Champs`,
  U = (e = {}, t = {}) => ((t.locale ?? f()) === `fr` ? H(e) : V(e)),
  W = () => `Icons`,
  G = () => `Icônes`,
  K = (e = {}, t = {}) => ((t.locale ?? f()) === `fr` ? G(e) : W(e)),
  q = () => `The tokens and components that every screen is made of.`,
  se = () => `Les jetons et composants dont chaque écran est fait.`,
  J = (e = {}, t = {}) => ((t.locale ?? f()) === `fr` ? se(e) : q(e)),
  ce = () => `Width`,
  le = () => `Largeur`,
  ue = (e = {}, t = {}) => ((t.locale ?? f()) === `fr` ? le(e) : ce(e)),
  de = () => `Empty and loading`,
  fe = () => `Vide et en attente`,
  pe = (e = {}, t = {}) => ((t.locale ?? f()) === `fr` ? fe(e) : de(e)),
  me = () => `Design`,
  he = () => `Design`,
  ge = (e = {}, t = {}) => ((t.locale ?? f()) === `fr` ? he(e) : me(e)),
  _e = () => `Toast`,
  ve = () => `Message`,
  Y = (e = {}, t = {}) => ((t.locale ?? f()) === `fr` ? ve(e) : _e(e)),
  ye = () => `Type`,
  be = () => `Typographie`,
  xe = (e = {}, t = {}) => ((t.locale ?? f()) === `fr` ? be(e) : ye(e)),
  Se = () => `Words about a state`,
  Ce = () => `Mots d’état`,
  we = (e = {}, t = {}) => ((t.locale ?? f()) === `fr` ? Ce(e) : Se(e)),
  Te = () => `Save`,
  Ee = () => `Enregistrer`,
  X = (e = {}, t = {}) => ((t.locale ?? f()) === `fr` ? Ee(e) : Te(e)),
  De = e(t(), 1),
  Z = {
    row: `_row_8i5fy_2`,
    stack: `_stack_8i5fy_9`,
    grid: `_grid_8i5fy_14`,
    swatches: `_swatches_8i5fy_20`,
    swatch: `_swatch_8i5fy_20`,
    colour: `_colour_8i5fy_32`,
    icons: `_icons_8i5fy_38`,
    tools: `_tools_8i5fy_52`,
    sample: `_sample_8i5fy_57`,
  },
  Q = ee(),
  Oe = [
    `paper`,
    `surface`,
    `sunken`,
    `hover`,
    `line`,
    `line-strong`,
    `ink`,
    `ink-2`,
    `ink-3`,
    `accent`,
    `accent-soft`,
    `accent-line`,
    `rule`,
    `rule-soft`,
    `rule-line`,
    `danger`,
    `danger-soft`,
    `danger-line`,
    `good`,
    `good-soft`,
    `good-line`,
  ],
  ke = [`neutral`, `accent`, `rule`, `danger`, `good`, `outline`],
  Ae = [`xs`, `sm`, `base`, `md`, `lg`, `xl`, `2xl`];
function $() {
  return (
    re(),
    (0, Q.jsxs)(`main`, {
      children: [
        (0, Q.jsx)(a, {
          title: ge(),
          lead: J(),
          actions: (0, Q.jsxs)(`div`, { className: Z.tools, children: [(0, Q.jsx)(x, {}), (0, Q.jsx)(v, {})] }),
          children: (0, Q.jsxs)(`div`, {
            className: Z.stack,
            children: [
              (0, Q.jsx)(je, {}),
              (0, Q.jsx)(Me, {}),
              (0, Q.jsx)(Ne, {}),
              (0, Q.jsx)(Pe, {}),
              (0, Q.jsx)(Fe, {}),
              (0, Q.jsx)(Ie, {}),
              (0, Q.jsx)(Le, {}),
            ],
          }),
        }),
        (0, Q.jsx)(S, {}),
      ],
    })
  );
}
function je() {
  return (0, Q.jsx)(i, {
    title: L(),
    children: (0, Q.jsx)(`div`, {
      className: Z.swatches,
      children: Oe.map((e) =>
        (0, Q.jsxs)(
          `div`,
          {
            className: Z.swatch,
            children: [
              (0, Q.jsx)(`div`, { className: Z.colour, style: { background: `var(--${e})` } }),
              (0, Q.jsx)(`code`, { children: e }),
            ],
          },
          e,
        ),
      ),
    }),
  });
}
function Me() {
  return (0, Q.jsx)(i, {
    title: xe(),
    children: (0, Q.jsx)(`div`, {
      className: Z.stack,
      children: Ae.map((e) =>
        (0, Q.jsxs)(
          `p`,
          {
            className: Z.sample,
            style: { fontSize: `var(--text-${e})`, lineHeight: 1.25 },
            children: [C(), ` `, (0, Q.jsx)(`span`, { className: `num`, children: l(`1234567.89`, `EUR`) })],
          },
          e,
        ),
      ),
    }),
  });
}
function Ne() {
  let [e, t] = (0, De.useState)(!1);
  return (0, Q.jsxs)(i, {
    title: P(),
    children: [
      (0, Q.jsxs)(`div`, {
        className: Z.stack,
        children: [
          [`medium`, `small`].map((e) =>
            (0, Q.jsxs)(
              `div`,
              {
                className: Z.row,
                children: [
                  (0, Q.jsx)(r, { size: e, look: `primary`, icon: `check`, children: X() }),
                  (0, Q.jsx)(r, { size: e, icon: `copy`, children: X() }),
                  (0, Q.jsx)(r, { size: e, look: `quiet`, children: T() }),
                  (0, Q.jsx)(r, { size: e, look: `danger`, icon: `trash`, children: T() }),
                  (0, Q.jsx)(r, { size: e, look: `primary`, isPending: !0, children: X() }),
                  (0, Q.jsx)(r, { size: e, isDisabled: !0, children: X() }),
                  (0, Q.jsx)(r, { size: e, look: `quiet`, icon: `undo`, iconOnly: !0, children: T() }),
                ],
              },
              e,
            ),
          ),
          (0, Q.jsxs)(`div`, {
            className: Z.row,
            children: [
              (0, Q.jsx)(r, { onPress: () => t(!0), children: B() }),
              (0, Q.jsx)(r, { onPress: () => w({ text: Y(), action: { label: T(), run: () => {} } }), children: Y() }),
              (0, Q.jsx)(_, {
                label: b(),
                trigger: (0, Q.jsx)(r, { icon: `chevronDown`, children: b() }),
                actions: [
                  { id: `a`, label: h(), icon: `file`, run: () => {} },
                  { id: `b`, label: y(), icon: `truck`, run: () => {} },
                ],
              }),
            ],
          }),
        ],
      }),
      (0, Q.jsx)(o, {
        title: B(),
        open: e,
        onClose: () => t(!1),
        foot: (0, Q.jsxs)(Q.Fragment, {
          children: [
            (0, Q.jsx)(r, { onPress: () => t(!1), children: T() }),
            (0, Q.jsx)(r, { look: `primary`, onPress: () => t(!1), children: X() }),
          ],
        }),
        children: (0, Q.jsx)(`p`, { children: J() }),
      }),
    ],
  });
}
function Pe() {
  return (0, Q.jsx)(i, {
    title: U(),
    children: (0, Q.jsxs)(`div`, {
      className: Z.grid,
      children: [
        (0, Q.jsx)(p, { label: j(), defaultValue: `claire@example.com` }),
        (0, Q.jsx)(p, { label: j(), error: A(), optional: !0 }),
        (0, Q.jsx)(ie, { label: ue(), unit: `mm`, defaultValue: `1200`, hint: `500 – 3000` }),
        (0, Q.jsxs)(oe, {
          label: g(),
          children: [(0, Q.jsx)(`option`, { children: `Français` }), (0, Q.jsx)(`option`, { children: `English` })],
        }),
        (0, Q.jsx)(ae, { label: J(), rows: 3 }),
        (0, Q.jsxs)(`div`, { children: [(0, Q.jsx)(d, { label: h(), defaultChecked: !0 }), (0, Q.jsx)(d, { label: y() })] }),
      ],
    }),
  });
}
function Fe() {
  return (0, Q.jsx)(i, {
    title: we(),
    children: (0, Q.jsxs)(`div`, {
      className: Z.stack,
      children: [
        (0, Q.jsxs)(`div`, {
          className: Z.row,
          children: [
            ke.map((e) => (0, Q.jsx)(m, { tone: e, children: e }, e)),
            (0, Q.jsx)(m, { tone: `rule`, icon: `lock`, children: n(`1200`, `EUR`) }),
          ],
        }),
        [`neutral`, `accent`, `rule`, `danger`, `good`].map((e) => (0, Q.jsx)(c, { tone: e, children: D() }, e)),
      ],
    }),
  });
}
function Ie() {
  return (0, Q.jsx)(i, {
    title: pe(),
    children: (0, Q.jsxs)(`div`, {
      className: Z.grid,
      children: [
        (0, Q.jsx)(te, { icon: `file`, title: k(), actions: (0, Q.jsx)(r, { look: `primary`, children: O() }), children: E() }),
        (0, Q.jsx)(s, { lines: 5 }),
      ],
    }),
  });
}
function Le() {
  return (0, Q.jsx)(i, {
    title: K(),
    children: (0, Q.jsx)(`div`, {
      className: Z.icons,
      children: u.map((e) => (0, Q.jsxs)(`div`, { children: [(0, Q.jsx)(ne, { name: e }), e] }, e)),
    }),
  });
}
export { $ as default };
