import { n as e } from "./rolldown-runtime-WkwZ5CU-.js";
import {
  En as t,
  F as n,
  N as r,
  Tn as i,
  en as a,
  i as o,
  n as s,
  pn as c,
  r as ee,
  t as l,
  tn as u,
  wn as te,
} from "./vendor-HYK3zHZn.js";
var d = class extends Error {
  status;
  kind;
  issues;
  details;
  requestId;
  name = `Problem`;
  constructor(e, t, n, r = [], i = {}, a = ``) {
    (super(n), (this.status = e), (this.kind = t), (this.issues = r), (this.details = i), (this.requestId = a));
  }
  get away() {
    return this.status === 0 || this.status === 502 || this.status === 503 || this.status === 504;
  }
  get stale() {
    return this.status === 412;
  }
};
function ne(e, t) {
  let n = typeof t == `object` && t ? t : {};
  return new d(
    e.status,
    n.type?.split(`/`).at(-1) ?? ``,
    n.detail ?? n.title ?? e.statusText,
    n.errors ?? [],
    n.details ?? {},
    n.request_id ?? e.headers.get(`Request-Id`) ?? ``,
  );
}
var re = new c({
    defaultOptions: {
      queries: { staleTime: 15e3, retry: (e, t) => t instanceof d && t.away && e < 4, retryDelay: (e) => Math.min(500 * 2 ** e, 5e3) },
      mutations: { retry: !1 },
    },
  }),
  ie = {},
  f = [`en`, `fr`],
  ae = `PARAGLIDE_LOCALE`,
  oe = 3456e4,
  p = [`cookie`, `globalVariable`, `baseLocale`],
  se = [],
  m = typeof window > `u`;
((globalThis.__paraglide = globalThis.__paraglide ?? {}), (globalThis.__paraglide.ssr = globalThis.__paraglide.ssr ?? {}));
var h,
  ce = !1,
  g = () => {
    let e = p;
    !m && typeof window < `u` && window.location?.href && (e = S(window.location.href));
    let t = le(e, typeof window < `u` ? window.location?.href : void 0);
    if (t) return (ce || ((h = t), (ce = !0), fe(t, { reload: !1 })), t);
    throw Error(`No locale found. Read the docs https://paraglidejs.com/errors#no-locale-found`);
  };
function le(e, t) {
  let n;
  for (let t of e) {
    if (t === `cookie`) n = be();
    else if (t === `baseLocale`) n = `en`;
    else if (t === `globalVariable` && h !== void 0) n = h;
    else if (Ee(t) && C.has(t)) {
      let e = C.get(t);
      if (e) {
        let t = e.getLocale();
        if (t instanceof Promise) continue;
        if (t !== void 0) return he(t);
      }
    }
    let e = _(n);
    if (e) return e;
  }
}
var ue = (e) => {
    g = e;
  },
  de = (e) => {
    e ? (window.location.href = e) : window.location.reload();
  },
  fe = (e, t) => {
    let n = { reload: !0, ...t },
      r;
    try {
      r = g();
    } catch {}
    let i = [],
      a = p;
    !m && typeof window < `u` && window.location?.href && (a = S(window.location.href));
    for (let t of a)
      if (t === `globalVariable`) h = e;
      else if (t === `cookie`) {
        if (m || typeof document > `u` || typeof window > `u`) continue;
        let t = `${ae}=${e}; path=/; max-age=${oe}`;
        ((document.cookie = t), x());
      } else if (t === `baseLocale`) continue;
      else if (Ee(t) && C.has(t)) {
        let n = C.get(t);
        if (n) {
          let r = n.setLocale(e);
          r instanceof Promise &&
            ((r = r.catch((e) => {
              throw Error(`Custom strategy "${t}" setLocale failed.`, { cause: e });
            })),
            i.push(r));
        }
      }
    let o = () => {
      !m && n.reload && window.location && e !== r && de(void 0);
    };
    if (i.length)
      return Promise.all(i).then(() => {
        o();
      });
    o();
  },
  pe = () => (typeof window < `u` ? window.location.origin : `http://fallback.com`);
function _(e) {
  if (typeof e != `string`) return;
  let t = e.toLowerCase();
  for (let e of f) if (e.toLowerCase() === t) return e;
}
function me(e) {
  return !!e && f.some((t) => t === e);
}
function he(e) {
  let t = _(e);
  if (t) return t;
  throw Error(`Invalid locale: ${e}. Expected one of: ${f.join(`, `)}`);
}
function v(e) {
  return e;
}
function ge(e, t) {
  return e.exec(t.href);
}
var _e = ae.replace(/[.*+?^${}()|[\]\\]/g, `\\$&`),
  ve = RegExp(`(?:^|;\\s*)${_e}=([^;]*)`),
  y = Symbol(),
  b = y;
function x() {
  b = y;
}
function ye() {
  typeof queueMicrotask == `function` ? queueMicrotask(x) : Promise.resolve().then(x);
}
function be() {
  if (typeof document > `u`) return;
  if (b !== y) return b;
  let e = document.cookie.match(ve)?.[1];
  return ((b = _(e)), ye(), b);
}
function xe(e) {
  return Se(e);
}
function Se(e) {
  let t = v(typeof e == `string` ? new URL(e, pe()) : new URL(e)),
    n = t.pathname.replace(/^\/+/, ``).split(`/`);
  return (n.length > 0 && _(n[0]) && (t.pathname = `/` + n.slice(1).join(`/`)), v(t));
}
var Ce, we;
function Te(e) {
  if (se.length === 0) return;
  let t = typeof e == `string` ? e : e.href;
  if (Ce === t) return we;
  let n = v(new URL(t, `http://example.com`)),
    r = xe(n),
    i = r.href === n.href ? [n] : [n, r],
    a;
  for (let e of i) {
    for (let t of se)
      if (ge(new ie(t.match, e.href), e)) {
        a = t;
        break;
      }
    if (a) break;
  }
  return ((Ce = t), (we = a), a);
}
function S(e) {
  let t = Te(e);
  return t && t.exclude !== !0 && Array.isArray(t.strategy) ? t.strategy : p;
}
var C = new Map();
function Ee(e) {
  return typeof e == `string` && /^custom-[A-Za-z0-9_-]+$/.test(e);
}
var w = i(),
  T = e(t(), 1),
  De = `quotient.language`,
  E = new Set(),
  D = Oe();
ue(() => D);
function Oe() {
  let e = document.documentElement.lang;
  return me(e) ? e : `en`;
}
function O() {
  return D;
}
function ke(e) {
  if (e !== D) {
    ((D = e), (document.documentElement.lang = e));
    try {
      localStorage.setItem(De, e);
    } catch {}
    E.forEach((e) => e());
  }
}
function Ae() {
  try {
    return localStorage.getItem(De) !== null;
  } catch {
    return !1;
  }
}
function je(e) {
  return (E.add(e), () => E.delete(e));
}
function Me() {
  return (0, T.useSyncExternalStore)(je, O);
}
function Ne(e) {
  return e ? (typeof e == `string` ? e : (e[D] ?? e.en ?? Object.values(e)[0] ?? ``)) : ``;
}
var k = ``,
  Pe = () => {};
function Fe(e) {
  k = e;
}
function Ie(e) {
  Pe = e;
}
var Le = {
    onRequest({ request: e }) {
      e.method !== `GET` && k && e.headers.set(`X-CSRF-Token`, k);
    },
    async onResponse({ request: e, response: t }) {
      if (!(t.ok || t.status === 304))
        throw (t.status === 401 && new URL(e.url).pathname !== `/v1/session` && Pe(), ne(t, await t.json().catch(() => void 0)));
    },
    onError({ error: e }) {
      if (!(e instanceof DOMException && e.name === `AbortError`))
        return new d(0, `unreachable`, e instanceof Error ? e.message : String(e));
    },
  },
  A = l({ baseUrl: globalThis.location?.origin ?? ``, querySerializer: { array: { style: `form`, explode: !1 } } });
A.use(Le);
async function j(e) {
  let { data: t } = await e;
  return t;
}
async function M(e) {
  let { data: t, response: n } = await e;
  return { items: t?.items ?? [], next: Re(n.headers.get(`Link`)) };
}
function Re(e) {
  let t = /<([^>]+)>\s*;\s*rel="?next"?/.exec(e ?? ``)?.[1];
  return t ? (new URL(t, `http://here`).searchParams.get(`cursor`) ?? void 0) : void 0;
}
function N(e) {
  return `"${e}"`;
}
function ze() {
  return crypto.randomUUID();
}
var Be = () => `Quotient`,
  Ve = () => `Quotient`,
  P = (e = {}, t = {}) => ((t.locale ?? g()) === `fr` ? Ve(e) : Be(e));
function He(e, t, n) {
  return new Intl.PluralRules(e, n).select(Number(t));
}
var Ue = () => `Close`,
  We = () => `Fermer`,
  F = (e = {}, t = {}) => ((t.locale ?? g()) === `fr` ? We(e) : Ue(e)),
  Ge = () => `Customer`,
  Ke = () => `Client`,
  qe = (e = {}, t = {}) => ((t.locale ?? g()) === `fr` ? Ke(e) : Ge(e)),
  Je = () => `optional`,
  Ye = () => `facultatif`,
  I = (e = {}, t = {}) => ((t.locale ?? g()) === `fr` ? Ye(e) : Je(e)),
  Xe = () => `Loading…`,
  Ze = () => `Chargement…`,
  L = (e = {}, t = {}) => ((t.locale ?? g()) === `fr` ? Ze(e) : Xe(e)),
  Qe = () => `Owner`,
  $e = () => `Responsable`,
  et = (e = {}, t = {}) => ((t.locale ?? g()) === `fr` ? $e(e) : Qe(e)),
  tt = () => `Quote`,
  nt = () => `Devis`,
  rt = (e = {}, t = {}) => ((t.locale ?? g()) === `fr` ? nt(e) : tt(e)),
  it = () => `Total contract value`,
  at = () => `Valeur totale du contrat`,
  ot = (e = {}, t = {}) => ((t.locale ?? g()) === `fr` ? at(e) : it(e));
function R(...e) {
  return e.filter(Boolean).join(` `);
}
var st = {
    alert: (0, w.jsx)(`path`, {
      d: `M10 6.5v4.2M10 13.6v.1M8.7 3.3 2.6 14a1.5 1.5 0 0 0 1.3 2.3h12.2a1.5 1.5 0 0 0 1.3-2.3L11.3 3.3a1.5 1.5 0 0 0-2.6 0Z`,
    }),
    arrowLeft: (0, w.jsx)(`path`, { d: `M16 10H4m5-5-5 5 5 5` }),
    arrowRight: (0, w.jsx)(`path`, { d: `M4 10h12m-5-5 5 5-5 5` }),
    arrowDown: (0, w.jsx)(`path`, { d: `M10 4v12m5-5-5 5-5-5` }),
    arrowUp: (0, w.jsx)(`path`, { d: `M10 16V4m-5 5 5-5 5 5` }),
    ban: (0, w.jsx)(`path`, { d: `M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14ZM5.2 5.2l9.6 9.6` }),
    box: (0, w.jsx)(`path`, { d: `M3 6.5 10 3l7 3.5v7L10 17l-7-3.5v-7Zm0 0 7 3.5 7-3.5M10 10v7` }),
    chart: (0, w.jsx)(`path`, { d: `M3 17h14M5.5 14V9.5M10 14V4.5M14.5 14V7.5` }),
    check: (0, w.jsx)(`path`, { d: `m4 10.5 4 4 8-9` }),
    chevronDown: (0, w.jsx)(`path`, { d: `m5 7.5 5 5 5-5` }),
    chevronUp: (0, w.jsx)(`path`, { d: `m5 12.5 5-5 5 5` }),
    chevronRight: (0, w.jsx)(`path`, { d: `m7.5 5 5 5-5 5` }),
    clock: (0, w.jsx)(`path`, { d: `M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14ZM10 6v4l2.7 1.8` }),
    close: (0, w.jsx)(`path`, { d: `m5 5 10 10M15 5 5 15` }),
    copy: (0, w.jsx)(`path`, {
      d: `M7 7V4.5A1.5 1.5 0 0 1 8.5 3h7A1.5 1.5 0 0 1 17 4.5v7a1.5 1.5 0 0 1-1.5 1.5H13M4.5 7h7A1.5 1.5 0 0 1 13 8.500v7a1.5 1.5 0 0 1-1.5 1.5h-7A1.5 1.5 0 0 1 3 15.500v-7A1.5 1.5 0 0 1 4.5 7Z`,
    }),
    download: (0, w.jsx)(`path`, { d: `M10 3v9.500m-4-4 4 4 4-4M3.5 16.500h13` }),
    file: (0, w.jsx)(`path`, {
      d: `M11.5 3H6a1.5 1.5 0 0 0-1.5 1.500v11A1.5 1.5 0 0 0 6 17h8a1.5 1.5 0 0 0 1.5-1.500V7l-4-4Zm0 0v4h4M7.5 11h5m-5 2.700h3.5`,
    }),
    globe: (0, w.jsx)(`path`, {
      d: `M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14ZM3 10h14M10 3c2 2 2.7 4.5 2.7 7S12 15 10 17c-2-2-2.7-4.5-2.7-7S8 5 10 3Z`,
    }),
    grid: (0, w.jsx)(`path`, { d: `M3.5 3.500h5v5h-5zM11.5 3.500h5v5h-5zM3.5 11.500h5v5h-5zM11.5 11.500h5v5h-5z` }),
    help: (0, w.jsx)(`path`, {
      d: `M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14ZM7.9 8a2.1 2.1 0 1 1 3.2 1.800c-.7.4-1.1.9-1.1 1.700M10 13.800v.1`,
    }),
    home: (0, w.jsx)(`path`, { d: `m3 9.5 7-6 7 6M5 8v8.500h3.800V12h2.400v4.500H15V8` }),
    inbox: (0, w.jsx)(`path`, {
      d: `M3 11.500h4l1.2 2h3.600l1.2-2h4M5.2 4h9.600L17 11.500V15a1.5 1.5 0 0 1-1.5 1.500h-11A1.5 1.5 0 0 1 3 15v-3.500L5.2 4Z`,
    }),
    info: (0, w.jsx)(`path`, { d: `M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14ZM10 9.300v4M10 6.500v.1` }),
    lock: (0, w.jsx)(`path`, {
      d: `M5.5 9h9A1.5 1.5 0 0 1 16 10.500v5a1.5 1.5 0 0 1-1.5 1.500h-9A1.5 1.5 0 0 1 4 15.500v-5A1.5 1.5 0 0 1 5.5 9ZM6.5 9V6.500a3.5 3.5 0 1 1 7 0V9`,
    }),
    menu: (0, w.jsx)(`path`, { d: `M3.5 5.500h13m-13 4.500h13m-13 4.500h13` }),
    minus: (0, w.jsx)(`path`, { d: `M4.5 10h11` }),
    moon: (0, w.jsx)(`path`, { d: `M16.5 11.700A7 7 0 0 1 8.3 3.500a7 7 0 1 0 8.2 8.200Z` }),
    more: (0, w.jsx)(`path`, { d: `M4.5 10h.1M10 10h.1M15.5 10h.1`, strokeWidth: `2.4` }),
    pencil: (0, w.jsx)(`path`, { d: `m4 16 .8-3.500L13.5 3.800a1.4 1.4 0 0 1 2 0l.7.7a1.4 1.4 0 0 1 0 2L7.5 15.2 4 16Z` }),
    plus: (0, w.jsx)(`path`, { d: `M10 4.500v11M4.5 10h11` }),
    redo: (0, w.jsx)(`path`, { d: `M12.5 4 16 7.5 12.5 11M16 7.500H8a4 4 0 0 0 0 8h3` }),
    search: (0, w.jsx)(`path`, { d: `M9 15A6 6 0 1 0 9 3a6 6 0 0 0 0 12Zm4.5-1.500L17 17` }),
    send: (0, w.jsx)(`path`, { d: `M17 3 9 11M17 3l-5 14-3-6-6-3 14-5Z` }),
    sun: (0, w.jsx)(`path`, {
      d: `M10 13.500a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7ZM10 2.500V4m0 12v1.500M2.5 10H4m12 0h1.500M4.7 4.700l1 1m8.6 8.6 1 1m0-10.6-1 1m-8.6 8.6-1 1`,
    }),
    swap: (0, w.jsx)(`path`, { d: `M4 7h11l-3-3M16 13H5l3 3` }),
    tag: (0, w.jsx)(`path`, { d: `M3.5 4.500v5L11 17l6-6-7.5-7.500h-5a1 1 0 0 0-1 1ZM7 7h.1` }),
    trash: (0, w.jsx)(`path`, { d: `M3.5 5.500h13M8 5.500V3.500h4v2M5.5 5.500l.7 11h7.600l.7-11` }),
    truck: (0, w.jsx)(`path`, {
      d: `M2.5 5h9v8.500h-9zM11.5 8h3l3 3v2.500h-6M5.7 16a1.7 1.7 0 1 0 0-3.4 1.7 1.7 0 0 0 0 3.400ZM14 16a1.7 1.7 0 1 0 0-3.4 1.7 1.7 0 0 0 0 3.400Z`,
    }),
    undo: (0, w.jsx)(`path`, { d: `M7.5 4 4 7.5 7.5 11M4 7.500h8a4 4 0 0 1 0 8H9` }),
    user: (0, w.jsx)(`path`, { d: `M10 10a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7ZM3.5 17a6.5 6.5 0 0 1 13 0` }),
  },
  ct = Object.keys(st);
function z({ name: e, size: t = 20, className: n }) {
  return (0, w.jsx)(`svg`, {
    className: n,
    width: t,
    height: t,
    viewBox: `0 0 20 20`,
    fill: `none`,
    stroke: `currentColor`,
    strokeWidth: `1.6`,
    strokeLinecap: `round`,
    strokeLinejoin: `round`,
    "aria-hidden": `true`,
    focusable: `false`,
    children: st[e],
  });
}
var B = {
  button: `_button_1wjyt_2`,
  small: `_small_1wjyt_30`,
  primary: `_primary_1wjyt_38`,
  secondary: `_secondary_1wjyt_50`,
  quiet: `_quiet_1wjyt_62`,
  danger: `_danger_1wjyt_74`,
  icon: `_icon_1wjyt_86`,
  block: `_block_1wjyt_95`,
  spinner: `_spinner_1wjyt_112`,
  spin: `_spin_1wjyt_112`,
};
function lt({ look: e = `secondary`, size: t = `medium`, iconOnly: n, block: r }) {
  return R(B.button, B[e], t === `small` && B.small, n && B.icon, r && B.block);
}
function ut({ look: e, size: t, icon: r, iconOnly: i, block: a, children: o, ...s }) {
  return (0, w.jsxs)(n, {
    ...(i && typeof o == `string` ? { "aria-label": o } : {}),
    ...s,
    className: lt({ look: e, size: t, iconOnly: i, block: a }),
    children: [
      s.isPending ? (0, w.jsx)(`span`, { className: B.spinner }) : r && (0, w.jsx)(z, { name: r, size: t === `small` ? 16 : 18 }),
      !i && o,
    ],
  });
}
var V = {
  page: `_page_1yais_2`,
  wide: `_wide_1yais_8`,
  head: `_head_1yais_12`,
  titles: `_titles_1yais_21`,
  lead: `_lead_1yais_25`,
  actions: `_actions_1yais_30`,
  back: `_back_1yais_36`,
  card: `_card_1yais_51`,
  pad: `_pad_1yais_59`,
  cardHead: `_cardHead_1yais_63`,
};
function dt({ title: e, heading: t, lead: n, actions: r, back: i, wide: a, children: o }) {
  let s = pt(e);
  return (0, w.jsxs)(`div`, {
    className: R(V.page, a && V.wide),
    children: [
      (0, w.jsxs)(`div`, {
        className: V.head,
        children: [
          (0, w.jsxs)(`div`, {
            className: V.titles,
            children: [
              i,
              (0, w.jsx)(`h1`, { ref: s, tabIndex: -1, children: t ?? e }),
              n && (0, w.jsx)(`div`, { className: V.lead, children: n }),
            ],
          }),
          r && (0, w.jsx)(`div`, { className: V.actions, children: r }),
        ],
      }),
      o,
    ],
  });
}
var ft = !0;
function pt(e) {
  let t = (0, T.useRef)(null);
  return (
    (0, T.useEffect)(() => {
      document.title = e ? `${e} · ${P()}` : P();
    }, [e]),
    (0, T.useEffect)(() => {
      (ft || t.current?.focus({ preventScroll: !0 }), (ft = !1));
    }, []),
    t
  );
}
var mt = V.back;
function ht({ title: e, actions: t, pad: n = !0, children: r, className: i }) {
  return (0, w.jsxs)(`section`, {
    className: R(V.card, i),
    children: [
      (e || t) && (0, w.jsxs)(`div`, { className: V.cardHead, children: [e && (0, w.jsx)(`h2`, { children: e }), t] }),
      n ? (0, w.jsx)(`div`, { className: V.pad, children: r }) : r,
    ],
  });
}
var H = {
  state: `_state_13w8l_2`,
  title: `_title_13w8l_15`,
  text: `_text_13w8l_21`,
  actions: `_actions_13w8l_25`,
  skeleton: `_skeleton_13w8l_33`,
  shimmer: `_shimmer_13w8l_1`,
  loading: `_loading_13w8l_41`,
  appear: `_appear_13w8l_1`,
  notice: `_notice_13w8l_48`,
  danger: `_danger_13w8l_68`,
  rule: `_rule_13w8l_77`,
  good: `_good_13w8l_86`,
  accent: `_accent_13w8l_95`,
};
function gt({ icon: e, title: t, children: n, actions: r, role: i }) {
  return (0, w.jsxs)(`div`, {
    className: H.state,
    role: i,
    children: [
      (0, w.jsx)(z, { name: e, size: 32 }),
      (0, w.jsx)(`p`, { className: H.title, children: t }),
      n && (0, w.jsx)(`div`, { className: H.text, children: n }),
      r && (0, w.jsx)(`div`, { className: H.actions, children: r }),
    ],
  });
}
function _t({ lines: e = 6 }) {
  return (0, w.jsxs)(`div`, {
    className: H.loading,
    role: `status`,
    children: [
      (0, w.jsx)(`span`, { className: `visually-hidden`, children: L() }),
      Array.from({ length: e }, (e, t) =>
        (0, w.jsx)(`span`, { className: H.skeleton, style: { inlineSize: `${90 - ((t * 23) % 45)}%` } }, t),
      ),
    ],
  });
}
var vt = { danger: `alert`, rule: `lock`, good: `check` };
function yt({ tone: e = `neutral`, icon: t, role: n, children: r }) {
  return (0, w.jsxs)(`div`, {
    className: R(H.notice, H[e]),
    role: n,
    children: [(0, w.jsx)(z, { name: t ?? vt[e] ?? `info`, size: 18 }), (0, w.jsx)(`div`, { children: r })],
  });
}
var U = {
  scrim: `_scrim_1yn1o_2`,
  fade: `_fade_1yn1o_1`,
  modal: `_modal_1yn1o_14`,
  rise: `_rise_1yn1o_1`,
  wide: `_wide_1yn1o_25`,
  drawer: `_drawer_1yn1o_29`,
  slide: `_slide_1yn1o_1`,
  dialog: `_dialog_1yn1o_41`,
  head: `_head_1yn1o_49`,
  title: `_title_1yn1o_57`,
  body: `_body_1yn1o_63`,
  foot: `_foot_1yn1o_70`,
};
function bt({ title: e, open: t, onClose: n, kind: i = `narrow`, children: a, foot: c, role: l = `dialog` }) {
  return (0, w.jsx)(ee, {
    className: R(U.scrim, i === `drawer` && U.drawer),
    isOpen: t,
    onOpenChange: (e) => !e && n(),
    isDismissable: l === `dialog`,
    children: (0, w.jsx)(s, {
      className: R(U.modal, i === `wide` && U.wide),
      children: (0, w.jsxs)(o, {
        className: U.dialog,
        role: l,
        children: [
          (0, w.jsxs)(`div`, {
            className: U.head,
            children: [
              (0, w.jsx)(r, { slot: `title`, level: 2, className: U.title, children: e }),
              (0, w.jsx)(ut, { look: `quiet`, size: `small`, icon: `close`, iconOnly: !0, onPress: n, children: F() }),
            ],
          }),
          (0, w.jsx)(`div`, { className: U.body, children: a }),
          c && (0, w.jsx)(`div`, { className: U.foot, children: c }),
        ],
      }),
    }),
  });
}
var W = { scroll: `_scroll_6t75a_2`, table: `_table_6t75a_6`, end: `_end_6t75a_44`, main: `_main_6t75a_54` };
function xt({ caption: e, columns: t, rows: n, rowKey: r }) {
  return (0, w.jsxs)(`table`, {
    className: W.table,
    role: `table`,
    children: [
      (0, w.jsx)(`caption`, { className: `visually-hidden`, children: e }),
      (0, w.jsx)(`thead`, {
        role: `rowgroup`,
        children: (0, w.jsx)(`tr`, {
          role: `row`,
          children: t.map((e) =>
            (0, w.jsx)(
              `th`,
              {
                scope: `col`,
                role: `columnheader`,
                className: e.end ? W.end : void 0,
                children: e.hideLabel ? (0, w.jsx)(`span`, { className: `visually-hidden`, children: e.label }) : e.label,
              },
              e.id,
            ),
          ),
        }),
      }),
      (0, w.jsx)(`tbody`, {
        role: `rowgroup`,
        children: n.map((e) =>
          (0, w.jsx)(
            `tr`,
            {
              role: `row`,
              children: t.map((t) =>
                t.head
                  ? (0, w.jsx)(`th`, { scope: `row`, role: `rowheader`, className: W.main, children: t.cell(e) }, t.id)
                  : (0, w.jsx)(
                      `td`,
                      {
                        role: `cell`,
                        className: t.end ? W.end : void 0,
                        "data-label": t.hideLabel ? void 0 : t.label,
                        children: t.cell(e),
                      },
                      t.id,
                    ),
              ),
            },
            r(e),
          ),
        ),
      }),
    ],
  });
}
var G = { en: `en`, fr: `fr-FR` },
  St = { en: `en-GB`, fr: `fr-FR` },
  Ct = new Map();
function K(e, t) {
  let n = Ct.get(e);
  return (n === void 0 && ((n = t()), Ct.set(e, n)), n);
}
function q(e) {
  let t = G[O()];
  return K(t + JSON.stringify(e), () => new Intl.NumberFormat(t, e));
}
function J(e) {
  let t = St[O()];
  return K(t + JSON.stringify(e), () => new Intl.DateTimeFormat(t, e));
}
function wt(e, t) {
  return q({ style: `currency`, currency: t, currencyDisplay: `narrowSymbol` }).format(e);
}
function Tt(e, t) {
  let n = q({ style: `currency`, currency: t }).resolvedOptions();
  return q({ minimumFractionDigits: n.minimumFractionDigits, maximumFractionDigits: n.maximumFractionDigits }).format(e);
}
function Et(e, t) {
  return q({ style: `currency`, currency: t, currencyDisplay: `narrowSymbol`, signDisplay: `exceptZero` }).format(e);
}
function Dt(e, t) {
  return q({
    style: `currency`,
    currency: t,
    currencyDisplay: `narrowSymbol`,
    signDisplay: `exceptZero`,
    trailingZeroDisplay: `stripIfInteger`,
  }).format(e);
}
function Ot(e, t) {
  return q({ style: `currency`, currency: t, currencyDisplay: `narrowSymbol`, notation: `compact`, maximumSignificantDigits: 3 }).format(e);
}
function kt(e) {
  return q({ maximumFractionDigits: 6 }).format(e);
}
function At(e, t = 1) {
  return q({ style: `percent`, maximumFractionDigits: t }).format(e);
}
function jt(e) {
  return q({ style: `unit`, unit: `percent`, maximumFractionDigits: 2 }).format(e);
}
function Mt(e) {
  if (!e) return ``;
  let t = new Date(e.slice(0, 10) + `T00:00:00Z`);
  return J({ day: `numeric`, month: `short`, year: `numeric`, timeZone: `UTC` }).format(t);
}
function Nt(e) {
  if (!/^\d{4}-\d{2}/.test(e)) return e;
  let t = new Date(e.slice(0, 7) + `-01T00:00:00Z`);
  return J({ month: `short`, year: `numeric`, timeZone: `UTC` }).format(t);
}
function Pt(e) {
  return e ? J({ day: `numeric`, month: `short`, year: `numeric`, hour: `2-digit`, minute: `2-digit` }).format(new Date(e)) : ``;
}
function Ft(e, t = new Date()) {
  let n = (new Date(e).getTime() - t.getTime()) / 1e3,
    r = G[O()],
    i = K(`rel` + r, () => new Intl.RelativeTimeFormat(r, { numeric: `auto` }));
  for (let [e, t] of [
    [`year`, 31557600],
    [`month`, 2629800],
    [`day`, 86400],
    [`hour`, 3600],
    [`minute`, 60],
  ])
    if (Math.abs(n) >= t) return i.format(Math.trunc(n / t), e);
  return i.format(0, `minute`);
}
function It(e) {
  let t = G[O()];
  return K(`list` + t, () => new Intl.ListFormat(t, { type: `conjunction` })).format(e);
}
var Lt = {
    tools: `_tools_v3kby_2`,
    search: `_search_v3kby_10`,
    filter: `_filter_v3kby_15`,
    link: `_link_v3kby_19`,
    sub: `_sub_v3kby_29`,
    more: `_more_v3kby_36`,
  },
  Y = {
    field: `_field_1epfc_2`,
    label: `_label_1epfc_8`,
    optional: `_optional_1epfc_14`,
    control: `_control_1epfc_20`,
    select: `_select_1epfc_67`,
    small: `_small_1epfc_81`,
    hint: `_hint_1epfc_87`,
    error: `_error_1epfc_92`,
    affix: `_affix_1epfc_106`,
    unit: `_unit_1epfc_117`,
    check: `_check_1epfc_128`,
  };
function X({ id: e, label: t, hint: n, error: r, optional: i, hideLabel: a, className: o, children: s }) {
  return (0, w.jsxs)(`div`, {
    className: R(Y.field, o),
    children: [
      (0, w.jsxs)(`label`, {
        htmlFor: e,
        className: a ? `visually-hidden` : Y.label,
        children: [t, i && (0, w.jsx)(`span`, { className: Y.optional, children: I() })],
      }),
      s,
      n && (0, w.jsx)(`p`, { id: `${e}-hint`, className: Y.hint, children: n }),
      r &&
        (0, w.jsxs)(`p`, {
          id: `${e}-error`,
          className: Y.error,
          children: [(0, w.jsx)(z, { name: `alert`, size: 14 }), (0, w.jsx)(`span`, { children: r })],
        }),
    ],
  });
}
function Z(e, { hint: t, error: n }) {
  return {
    id: e,
    "aria-describedby": [t ? `${e}-hint` : ``, n ? `${e}-error` : ``].filter(Boolean).join(` `) || void 0,
    "aria-invalid": n ? !0 : void 0,
  };
}
function Q(e) {
  let { label: t, hint: n, error: r, optional: i, hideLabel: a, size: o, className: s, ...c } = e;
  return { frame: { label: t, hint: n, error: r, optional: i, hideLabel: a, className: s }, small: o === `small` && Y.small, rest: c };
}
function Rt(e) {
  let t = (0, T.useId)(),
    { frame: n, small: r, rest: i } = Q(e);
  return (0, w.jsx)(X, { id: t, ...n, children: (0, w.jsx)(`input`, { type: `text`, ...i, ...Z(t, n), className: R(Y.control, r) }) });
}
function zt(e) {
  let t = (0, T.useId)(),
    { frame: n, small: r, rest: i } = Q(e);
  return (0, w.jsx)(X, { id: t, ...n, children: (0, w.jsx)(`textarea`, { ...i, ...Z(t, n), className: R(Y.control, r) }) });
}
function Bt(e) {
  let t = (0, T.useId)(),
    { frame: n, small: r, rest: i } = Q(e);
  return (0, w.jsx)(X, {
    id: t,
    ...n,
    children: (0, w.jsxs)(`span`, {
      className: Y.select,
      children: [(0, w.jsx)(`select`, { ...i, ...Z(t, n), className: R(Y.control, r) }), (0, w.jsx)(z, { name: `chevronDown`, size: 16 })],
    }),
  });
}
function Vt(e) {
  let t = (0, T.useId)(),
    { unit: n, ...r } = e,
    { frame: i, small: a, rest: o } = Q(r);
  return (0, w.jsx)(X, {
    id: t,
    ...i,
    children: (0, w.jsxs)(`span`, {
      className: n ? Y.affix : void 0,
      children: [
        (0, w.jsx)(`input`, { type: `text`, inputMode: `decimal`, autoComplete: `off`, ...o, ...Z(t, i), className: R(Y.control, a) }),
        n && (0, w.jsx)(`span`, { className: Y.unit, "aria-hidden": `true`, children: n }),
      ],
    }),
  });
}
function Ht({ label: e, ...t }) {
  return (0, w.jsxs)(`label`, {
    className: Y.check,
    children: [(0, w.jsx)(`input`, { type: `checkbox`, ...t }), (0, w.jsx)(`span`, { children: e })],
  });
}
var Ut = (e) => u({ queryKey: [`quote`, e], queryFn: () => j(A.GET(`/v1/quotes/{quote_id}`, { params: { path: { quote_id: e } } })) }),
  Wt = (e) =>
    u({ queryKey: [`revision`, e], queryFn: () => j(A.GET(`/v1/revisions/{revision_id}`, { params: { path: { revision_id: e } } })) }),
  Gt = (e) =>
    u({
      queryKey: [`revision-price`, e.id, e.version],
      queryFn: () => j(A.GET(`/v1/revisions/{revision_id}/price`, { params: { path: { revision_id: e.id } } })),
      staleTime: 1 / 0,
    }),
  Kt = (e) =>
    u({
      queryKey: [`events`, e],
      queryFn: async () => {
        let t = [],
          n;
        do {
          let { items: r, next: i } = await M(
            A.GET(`/v1/quotes/{quote_id}/events`, { params: { path: { quote_id: e }, query: { cursor: n, limit: 200 } } }),
          );
          (t.push(...r), (n = i));
        } while (n);
        return t;
      },
    });
function qt(e, t, n = 50) {
  return M(A.GET(`/v1/quotes`, { params: { query: { ...e, cursor: t, limit: n } } }));
}
function $() {
  let e = te();
  return (t) => {
    e.setQueryData(Wt(t.id).queryKey, t);
    for (let n of [[`quote`, t.quote.id], [`events`, t.quote.id], [`quotes`], [`approvals`], [`orders`], [`kpi`]])
      e.invalidateQueries({ queryKey: n });
  };
}
function Jt() {
  let e = $();
  return a({
    mutationFn: ({ id: e, version: t, edits: n }) =>
      j(A.POST(`/v1/revisions/{revision_id}/edit`, { params: { path: { revision_id: e }, header: { "If-Match": N(t) } }, body: n })),
    onSuccess: e,
  });
}
function Yt() {
  let e = $();
  return a({
    mutationFn: ({ id: e, version: t, patch: n }) =>
      j(
        A.PATCH(`/v1/revisions/{revision_id}`, {
          params: { path: { revision_id: e }, header: { "If-Match": N(t) } },
          body: n,
          headers: { "Content-Type": `application/merge-patch+json` },
        }),
      ),
    onSuccess: e,
  });
}
function Xt() {
  let e = $();
  return a({
    mutationFn: ({ quote: e, key: t }) => j(A.POST(`/v1/quotes`, { params: { header: { "Idempotency-Key": t } }, body: e })),
    onSuccess: e,
  });
}
var Zt = {
  chip: `_chip_a0qed_2`,
  accent: `_accent_a0qed_23`,
  rule: `_rule_a0qed_29`,
  danger: `_danger_a0qed_35`,
  good: `_good_a0qed_41`,
  outline: `_outline_a0qed_47`,
};
function Qt({ tone: e = `neutral`, icon: t, children: n }) {
  return (0, w.jsxs)(`span`, { className: R(Zt.chip, e !== `neutral` && Zt[e]), children: [t && (0, w.jsx)(z, { name: t, size: 13 }), n] });
}
export {
  P as $,
  Et as A,
  ut as B,
  It as C,
  At as D,
  Nt as E,
  gt as F,
  ot as G,
  z as H,
  ht as I,
  L as J,
  rt as K,
  dt as L,
  bt as M,
  _t as N,
  jt as O,
  yt as P,
  He as Q,
  mt as R,
  kt as S,
  wt as T,
  ct as U,
  lt as V,
  R as W,
  qe as X,
  I as Y,
  F as Z,
  Lt as _,
  Gt as a,
  Fe as at,
  Ot as b,
  Xt as c,
  Ae as ct,
  Ht as d,
  Me as dt,
  A as et,
  Vt as f,
  g as ft,
  Y as g,
  Rt as h,
  qt as i,
  M as it,
  xt as j,
  Ft as k,
  Jt as l,
  Ne as lt,
  zt as m,
  d as mt,
  Kt as n,
  j as nt,
  Wt as o,
  Ie as ot,
  Bt as p,
  re as pt,
  et as q,
  Ut as r,
  N as rt,
  $ as s,
  O as st,
  Qt as t,
  ze as tt,
  Yt as u,
  ke as ut,
  Tt as v,
  Pt as w,
  Mt as x,
  Dt as y,
  pt as z,
};
