import { n as e } from "./rolldown-runtime-WkwZ5CU-.js";
import {
  En as t,
  Ft as n,
  Pt as r,
  Sn as i,
  Tn as a,
  _n as o,
  an as s,
  bn as c,
  cn as l,
  dn as u,
  fn as d,
  ln as f,
  mn as p,
  on as m,
  sn as h,
  un as g,
  vn as _,
  wn as v,
  xn as y,
} from "./vendor-HYK3zHZn.js";
import { C as b, H as x, Ot as S, Q as C, S as w, rt as T, w as E } from "./shared-Bn3naHN8.js";
import { F as D, L as O, Q as k, ft as A, h as j, lt as M } from "./base-DGB2782h.js";
import { l as N } from "./index-IMPo5J9l.js";
function P(e, t) {
  let n = new Set(t);
  return e.filter((e) => !n.has(e));
}
var F = class extends _ {
    #e;
    #t;
    #n;
    #r;
    #i;
    #a;
    #o;
    #s;
    #c;
    #l = [];
    constructor(e, t, n) {
      (super(), (this.#e = e), (this.#r = n), (this.#n = []), (this.#i = []), (this.#t = []), this.setQueries(t));
    }
    onSubscribe() {
      this.listeners.size === 1 &&
        this.#i.forEach((e) => {
          e.subscribe((t) => {
            this.#m(e, t);
          });
        });
    }
    onUnsubscribe() {
      this.listeners.size || this.destroy();
    }
    destroy() {
      ((this.listeners = new Set()),
        this.#i.forEach((e) => {
          e.destroy();
        }));
    }
    setQueries(e, t) {
      ((this.#n = e),
        (this.#r = t),
        o.batch(() => {
          let e = this.#i,
            t = this.#p(this.#n);
          t.forEach((e) => e.observer.setOptions(e.defaultedQueryOptions));
          let n = t.map((e) => e.observer),
            r = n.map((e) => e.getCurrentResult()),
            a = e.length !== n.length,
            o = n.some((t, n) => t !== e[n]),
            s = a || o,
            c = s
              ? !0
              : r.some((e, t) => {
                  let n = this.#t[t];
                  return !n || !i(e, n);
                });
          (s || c) &&
            (s && ((this.#l = t), (this.#i = n)),
            (this.#t = r),
            this.hasListeners() &&
              (s &&
                (P(e, n).forEach((e) => {
                  e.destroy();
                }),
                P(n, e).forEach((e) => {
                  e.subscribe((t) => {
                    this.#m(e, t);
                  });
                })),
              this.#h()));
        }));
    }
    getCurrentResult() {
      return this.#t;
    }
    getQueries() {
      return this.#i.map((e) => e.getCurrentQuery());
    }
    getObservers() {
      return this.#i;
    }
    getOptimisticResult(e, t) {
      let n = this.#p(e),
        r = n.map((e) => e.observer.getOptimisticResult(e.defaultedQueryOptions)),
        i = n.map((e) => e.defaultedQueryOptions.queryHash);
      return [r, (e) => this.#d(e ?? r, t, i), () => this.#u(r, n)];
    }
    #u(e, t) {
      let n = new Set();
      return t.map((r, i) => {
        let a = e[i];
        return r.defaultedQueryOptions.notifyOnChangeProps
          ? a
          : r.observer.trackResult(a, (e) => {
              n.has(e) ||
                (n.add(e),
                t.forEach((t) => {
                  t.observer.trackProp(e);
                }));
            });
      });
    }
    #d(e, t, n) {
      if (t) {
        let r = this.#c,
          i = n !== void 0 && r !== void 0 && (r.length !== n.length || n.some((e, t) => e !== r[t]));
        return (
          (this.#t !== this.#s || i || t !== this.#o) &&
            ((this.#o = t), (this.#s = this.#t), n !== void 0 && (this.#c = n), (this.#a = y(this.#a, t(e)))),
          this.#a
        );
      }
      return e;
    }
    #f() {
      return !this.#r?.combine || this.#i.some((e, t) => e.options.suspense && this.#t[t]?.data === void 0);
    }
    #p(e) {
      let t = new Map();
      this.#i.forEach((e) => {
        let n = e.options.queryHash;
        if (!n) return;
        let r = t.get(n);
        r ? r.push(e) : t.set(n, [e]);
      });
      let n = [];
      return (
        e.forEach((e) => {
          let r = this.#e.defaultQueryOptions(e),
            i = t.get(r.queryHash)?.shift() ?? new p(this.#e, r);
          n.push({ defaultedQueryOptions: r, observer: i });
        }),
        n
      );
    }
    #m(e, t) {
      let n = this.#i.indexOf(e);
      n !== -1 && ((this.#t = this.#t.slice()), (this.#t[n] = t), this.#h());
    }
    #h() {
      if (this.hasListeners()) {
        let e = this.#f(),
          t = this.#a,
          n = e ? t : this.#d(this.#u(this.#t, this.#l), this.#r?.combine);
        (e || t !== n) &&
          o.batch(() => {
            this.listeners.forEach((e) => {
              e(this.#t);
            });
          });
      }
    }
  },
  I = e(t(), 1);
function L({ queries: e, ...t }, n) {
  let r = v(n),
    i = d(),
    a = u(),
    _ = t.subscribed !== !1,
    y = I.useMemo(
      () =>
        e.map((e) => {
          let t = r.defaultQueryOptions(e);
          return ((t._optimisticResults = i ? `isRestoring` : _ ? `optimistic` : void 0), t);
        }),
      [e, r, i, _],
    );
  (y.forEach((e) => {
    s(e);
    let t = r.getQueryCache().get(e.queryHash);
    l(e, a, t);
  }),
    g(a));
  let [b] = I.useState(() => new F(r, y, t)),
    [x, S, C] = b.getOptimisticResult(y, t.combine);
  I.useEffect(() => {
    b.setQueries(y, t);
  }, [y, t, b]);
  let w = !i && _;
  I.useSyncExternalStore(
    I.useCallback((e) => (w ? b.subscribe(o.batchCalls(e)) : c), [b, w]),
    () => b.getCurrentResult(),
    () => b.getCurrentResult(),
  );
  let T = x.some((e, t) => h(y[t], e))
    ? x.flatMap((e, t) => {
        let n = y[t];
        if (n && h(n, e)) {
          let e = new p(r, n);
          return m(n, e, a);
        }
        return [];
      })
    : [];
  if (T.length > 0) throw Promise.all(T);
  let E = x.find((e, t) => {
    let n = y[t];
    return (
      n &&
      f({ result: e, errorResetBoundary: a, throwOnError: n.throwOnError, query: r.getQueryCache().get(n.queryHash), suspense: n.suspense })
    );
  });
  if (E) throw E.error;
  return S(C());
}
var R = (e) => (k(`en`, e?.count, {}) === `one` ? `${e?.count} decision` : `${e?.count} decisions`),
  z = (e) => (k(`fr`, e?.count, {}), `${e?.count} choix`),
  B = (e, t = {}) => ((t.locale ?? A()) === `fr` ? z(e) : R(e)),
  V = () => `No product has been published yet.`,
  H = () => `Aucun produit n’est encore publié.`,
  U = (e = {}, t = {}) => ((t.locale ?? A()) === `fr` ? H(e) : V(e)),
  W = () => `Choose a product to configure.`,
  G = () => `Choisissez un produit à configurer.`,
  K = (e = {}, t = {}) => ((t.locale ?? A()) === `fr` ? G(e) : W(e)),
  q = {
    tools: `_tools_olovd_2`,
    search: `_search_olovd_8`,
    cards: `_cards_olovd_12`,
    card: `_card_olovd_12`,
    picture: `_picture_olovd_41`,
    text: `_text_olovd_46`,
    name: `_name_olovd_54`,
    about: `_about_olovd_76`,
    meta: `_meta_olovd_80`,
  },
  J = a();
function Y() {
  let { revision: e } = n({ from: `/inside/catalogue` }),
    t = S(E).data,
    [r, i] = (0, I.useState)(``),
    a = r.trim().toLowerCase(),
    o = t.filter((e) => `${M(e.label)} ${e.code}`.toLowerCase().includes(a)),
    s = L({ queries: o.map((e) => b(e.code)) });
  return (0, J.jsxs)(O, {
    title: N(),
    lead: K(),
    children: [
      t.length > 6 &&
        (0, J.jsx)(`div`, {
          className: q.tools,
          children: (0, J.jsx)(j, {
            className: q.search,
            label: C(),
            hideLabel: !0,
            placeholder: C(),
            type: `search`,
            value: r,
            onChange: (e) => i(e.currentTarget.value),
          }),
        }),
      o.length === 0
        ? (0, J.jsx)(D, { icon: `grid`, title: t.length === 0 ? U() : T() })
        : (0, J.jsx)(`ul`, {
            className: q.cards,
            children: o.map((t, n) => (0, J.jsx)(X, { product: t, definition: s[n]?.data, revision: e }, t.code)),
          }),
    ],
  });
}
function X({ product: e, definition: t, revision: n }) {
  let i = t?.attributes.filter((e) => !e.computed).length ?? 0;
  return (0, J.jsxs)(`li`, {
    className: q.card,
    children: [
      (0, J.jsx)(`div`, { className: q.picture, children: (0, J.jsx)(w, { code: e.code }) }),
      (0, J.jsxs)(`div`, {
        className: q.text,
        children: [
          (0, J.jsx)(`h2`, {
            className: q.name,
            children: (0, J.jsx)(r, { to: `/configure/$code`, params: { code: e.code }, search: { revision: n }, children: M(e.label) }),
          }),
          M(t?.help) && (0, J.jsx)(`p`, { className: q.about, children: M(t?.help) }),
          (0, J.jsx)(`p`, {
            className: q.meta,
            children: [i > 0 && B({ count: i }), x({ version: e.number })].filter(Boolean).join(` · `),
          }),
        ],
      }),
    ],
  });
}
export { Y as default };
