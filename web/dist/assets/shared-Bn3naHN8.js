import { n as e } from "./rolldown-runtime-WkwZ5CU-.js";
import {
  $ as t,
  A as n,
  At as r,
  B as i,
  C as a,
  Ct as o,
  D as s,
  Dt as c,
  E as l,
  En as u,
  Et as d,
  G as f,
  H as p,
  I as m,
  J as h,
  K as g,
  L as _,
  M as v,
  Mt as y,
  O as b,
  Ot as x,
  P as S,
  Pt as C,
  Q as w,
  S as T,
  St as E,
  T as D,
  Tn as ee,
  Tt as O,
  U as k,
  V as A,
  W as te,
  X as j,
  Y as M,
  Z as N,
  _ as P,
  _t as ne,
  a as F,
  b as re,
  bt as I,
  ct as L,
  d as R,
  dt as z,
  et as B,
  f as ie,
  ft as ae,
  g as V,
  gn as H,
  gt as oe,
  h as U,
  hn as se,
  ht as ce,
  in as le,
  it as ue,
  j as de,
  jt as fe,
  k as pe,
  kt as me,
  l as he,
  lt as ge,
  m as _e,
  mn as ve,
  mt as ye,
  nn as be,
  nt as xe,
  ot as Se,
  p as Ce,
  pt as we,
  q as Te,
  rn as Ee,
  rt as De,
  st as Oe,
  tn as ke,
  tt as Ae,
  ut as je,
  v as Me,
  vt as Ne,
  w as Pe,
  wt as W,
  x as Fe,
  xt as G,
  y as Ie,
  yt as Le,
  z as Re,
} from "./vendor-HYK3zHZn.js";
import {
  B as ze,
  D as Be,
  F as Ve,
  G as He,
  H as Ue,
  I as We,
  K as Ge,
  L as Ke,
  M as qe,
  N as Je,
  O as Ye,
  Q as Xe,
  S as Ze,
  T as K,
  V as Qe,
  W as $e,
  X as et,
  Z as tt,
  _ as nt,
  b as rt,
  et as it,
  ft as q,
  h as at,
  j as ot,
  k as st,
  lt as J,
  mt as ct,
  nt as lt,
  q as ut,
  st as dt,
  t as ft,
  u as pt,
  w as mt,
  x as ht,
} from "./base-DGB2782h.js";
var gt = class extends ve {
  constructor(e, t) {
    super(e, t);
  }
  bindMethods() {
    (super.bindMethods(),
      (this.fetchNextPage = this.fetchNextPage.bind(this)),
      (this.fetchPreviousPage = this.fetchPreviousPage.bind(this)));
  }
  setOptions(e) {
    ((e._type = `infinite`), super.setOptions(e));
  }
  getOptimisticResult(e) {
    return ((e._type = `infinite`), super.getOptimisticResult(e));
  }
  fetchNextPage(e) {
    return this.fetch({ ...e, meta: { fetchMore: { direction: `forward` } } });
  }
  fetchPreviousPage(e) {
    return this.fetch({ ...e, meta: { fetchMore: { direction: `backward` } } });
  }
  createResult(e, t) {
    let { state: n } = e,
      r = super.createResult(e, t),
      { isFetching: i, isRefetching: a, isError: o, isRefetchError: s } = r,
      c = n.fetchMeta?.fetchMore?.direction,
      l = o && c === `forward`,
      u = i && c === `forward`,
      d = o && c === `backward`,
      f = i && c === `backward`;
    return {
      ...r,
      fetchNextPage: this.fetchNextPage,
      fetchPreviousPage: this.fetchPreviousPage,
      hasNextPage: se(t, n.data),
      hasPreviousPage: H(t, n.data),
      isFetchNextPageError: l,
      isFetchingNextPage: u,
      isFetchPreviousPageError: d,
      isFetchingPreviousPage: f,
      isRefetchError: s && !l && !d,
      isRefetching: a && !u && !f,
    };
  }
};
function _t(e, t) {
  return Ee({ ...e, enabled: !0, suspense: !0, throwOnError: le, placeholderData: void 0 }, ve, t);
}
function vt(e, t) {
  return Ee(e, gt, t);
}
function yt(e) {
  let { id: t, label: n, "aria-labelledby": i, "aria-label": a, labelElementType: o = `label` } = e;
  t = r(t);
  let s = r(),
    c = {};
  n && ((i = i ? `${s} ${i}` : s), (c = { id: s, htmlFor: o === `label` ? t : void 0 }));
  let l = Se({ id: t, "aria-label": a, "aria-labelledby": i });
  return { labelProps: c, fieldProps: l };
}
var Y = e(u(), 1);
function bt(e, t) {
  let n = (0, Y.useRef)(!0),
    r = (0, Y.useRef)(null),
    i = L(e);
  ((0, Y.useEffect)(
    () => (
      (n.current = !0),
      () => {
        n.current = !1;
      }
    ),
    [],
  ),
    (0, Y.useEffect)(() => {
      let e = r.current;
      (n.current ? (n.current = !1) : (!e || t.some((t, n) => !Object.is(t, e[n]))) && i(), (r.current = t));
    }, t));
}
var xt = (0, Y.createContext)(null),
  St = {
    badInput: !1,
    customError: !1,
    patternMismatch: !1,
    rangeOverflow: !1,
    rangeUnderflow: !1,
    stepMismatch: !1,
    tooLong: !1,
    tooShort: !1,
    typeMismatch: !1,
    valueMissing: !1,
    valid: !0,
  },
  Ct = { ...St, customError: !0, valid: !1 },
  wt = { isInvalid: !1, validationDetails: St, validationErrors: [] },
  Tt = (0, Y.createContext)({}),
  Et = `__reactAriaFormValidationState`;
function Dt(e) {
  if (e.__reactAriaFormValidationState) {
    let { realtimeValidation: t, displayValidation: n, updateValidation: r, resetValidation: i, commitValidation: a } = e[Et];
    return { realtimeValidation: t, displayValidation: n, updateValidation: r, resetValidation: i, commitValidation: a };
  }
  return Ot(e);
}
function Ot(e) {
  let { isInvalid: t, validationState: n, name: r, value: i, builtinValidation: a, validate: o, validationBehavior: s = `aria` } = e;
  n && (t ||= n === `invalid`);
  let c = t === void 0 ? null : { isInvalid: t, validationErrors: [], validationDetails: Ct },
    l = (0, Y.useMemo)(() => (!o || i == null ? null : jt(At(o, i))), [o, i]);
  a?.validationDetails.valid && (a = void 0);
  let u = (0, Y.useContext)(Tt),
    d = (0, Y.useMemo)(() => (r ? (Array.isArray(r) ? r.flatMap((e) => kt(u[e])) : kt(u[r])) : []), [u, r]),
    [f, p] = (0, Y.useState)(u),
    [m, h] = (0, Y.useState)(!1);
  u !== f && (p(u), h(!1));
  let g = (0, Y.useMemo)(() => jt(m ? [] : d), [m, d]),
    _ = (0, Y.useRef)(wt),
    [v, y] = (0, Y.useState)(wt),
    b = (0, Y.useRef)(wt),
    x = () => {
      if (!S) return;
      C(!1);
      let e = l || a || _.current;
      Mt(e, b.current) || ((b.current = e), y(e));
    },
    [S, C] = (0, Y.useState)(!1);
  return (
    (0, Y.useEffect)(x),
    {
      realtimeValidation: c || g || l || a || wt,
      displayValidation: s === `native` ? c || g || v : c || g || l || a || v,
      updateValidation(e) {
        s === `aria` && !Mt(v, e) ? y(e) : (_.current = e);
      },
      resetValidation() {
        let e = wt;
        (Mt(e, b.current) || ((b.current = e), y(e)), s === `native` && C(!1), h(!0));
      },
      commitValidation() {
        (s === `native` && C(!0), h(!0));
      },
    }
  );
}
function kt(e) {
  return e ? (Array.isArray(e) ? e : [e]) : [];
}
function At(e, t) {
  if (typeof e == `function`) {
    let n = e(t);
    if (n && typeof n != `boolean`) return kt(n);
  }
  return [];
}
function jt(e) {
  return e.length ? { isInvalid: !0, validationErrors: e, validationDetails: Ct } : null;
}
function Mt(e, t) {
  return (
    e === t ||
    (!!e &&
      !!t &&
      e.isInvalid === t.isInvalid &&
      e.validationErrors.length === t.validationErrors.length &&
      e.validationErrors.every((e, n) => e === t.validationErrors[n]) &&
      Object.entries(e.validationDetails).every(([e, n]) => t.validationDetails[e] === n))
  );
}
var Nt = (0, Y.createContext)(null);
function Pt(e) {
  let { description: t, errorMessage: n, isInvalid: r, validationState: i } = e,
    { labelProps: a, fieldProps: o } = yt(e),
    s = me([!!t, !!n, r, i]),
    c = me([!!t, !!n, r, i]);
  return (
    (o = x(o, { "aria-describedby": [s, c, e[`aria-describedby`]].filter(Boolean).join(` `) || void 0 })),
    { labelProps: a, fieldProps: o, descriptionProps: { id: s }, errorMessageProps: { id: c } }
  );
}
function Ft(e, t, n) {
  let r = L((e) => {
    n && !e.defaultPrevented && n(t);
  });
  (0, Y.useEffect)(() => {
    let t = e?.current?.form;
    return (
      t?.addEventListener(`reset`, r),
      () => {
        t?.removeEventListener(`reset`, r);
      }
    );
  }, [e]);
}
function It(e, t, n) {
  let { validationBehavior: r, focus: i } = e;
  fe(() => {
    if (r === `native` && n?.current && `setCustomValidity` in n.current && !n.current.disabled) {
      let e = t.realtimeValidation.isInvalid ? t.realtimeValidation.validationErrors.join(` `) || `Invalid value.` : ``;
      (n.current.setCustomValidity(e),
        n.current.hasAttribute(`title`) || (n.current.title = ``),
        t.realtimeValidation.isInvalid || t.updateValidation(Rt(n.current)));
    }
  });
  let a = (0, Y.useRef)(!1),
    o = L(() => {
      a.current || t.resetValidation();
    }),
    s = L((e) => {
      t.displayValidation.isInvalid || t.commitValidation();
      let r = n?.current?.form;
      (!e.defaultPrevented && n && r && zt(r) === n.current && (i ? i() : n.current?.focus(), ge(`keyboard`)), e.preventDefault());
    }),
    c = L(() => {
      t.commitValidation();
    });
  (0, Y.useEffect)(() => {
    let e = n?.current;
    if (!e) return;
    let t = e.form,
      r = t?.reset;
    return (
      t &&
        (t.reset = () => {
          ((a.current = !window.event || (window.event.type === `message` && ne(window.event) instanceof MessagePort)),
            r?.call(t),
            (a.current = !1));
        }),
      e.addEventListener(`invalid`, s),
      e.addEventListener(`change`, c),
      t?.addEventListener(`reset`, o),
      () => {
        (e.removeEventListener(`invalid`, s), e.removeEventListener(`change`, c), t?.removeEventListener(`reset`, o), t && (t.reset = r));
      }
    );
  }, [n, r]);
}
function Lt(e) {
  let t = e.validity;
  return {
    badInput: t.badInput,
    customError: t.customError,
    patternMismatch: t.patternMismatch,
    rangeOverflow: t.rangeOverflow,
    rangeUnderflow: t.rangeUnderflow,
    stepMismatch: t.stepMismatch,
    tooLong: t.tooLong,
    tooShort: t.tooShort,
    typeMismatch: t.typeMismatch,
    valueMissing: t.valueMissing,
    valid: t.valid,
  };
}
function Rt(e) {
  return { isInvalid: !e.validity.valid, validationDetails: Lt(e), validationErrors: e.validationMessage ? [e.validationMessage] : [] };
}
function zt(e) {
  for (let t = 0; t < e.elements.length; t++) {
    let n = e.elements[t];
    if (n.validity?.valid === !1) return n;
  }
  return null;
}
var Bt = (0, Y.createContext)({}),
  Vt = (0, Y.createContext)({}),
  Ht = (e) => {
    let { onHoverStart: t, onHoverChange: n, onHoverEnd: r, ...i } = e;
    return i;
  },
  Ut = h(function (e, t) {
    [e, t] = I(e, t, Vt);
    let { hoverProps: n, isHovered: r } = Re({ ...e, isDisabled: e.disabled }),
      { isFocused: a, isFocusVisible: o, focusProps: s } = i({ isTextInput: !0, autoFocus: e.autoFocus }),
      c = !!e[`aria-invalid`] && e[`aria-invalid`] !== `false`,
      l = G({
        ...e,
        values: { isHovered: r, isFocused: a, isFocusVisible: o, isDisabled: e.disabled || !1, isInvalid: c },
        defaultClassName: `react-aria-Input`,
      });
    return Y.createElement(W.input, {
      ...x(Ht(e), s, n),
      ...l,
      ref: t,
      "data-focused": a || void 0,
      "data-disabled": e.disabled || void 0,
      "data-hovered": r || void 0,
      "data-focus-visible": o || void 0,
      "data-invalid": c || void 0,
    });
  });
function Wt(e, t) {
  let {
      inputElementType: n = `input`,
      isDisabled: r = !1,
      isRequired: i = !1,
      isReadOnly: a = !1,
      type: o = `text`,
      validationBehavior: s = `aria`,
    } = e,
    [c, l] = xe(e.value, e.defaultValue || ``, e.onChange),
    { focusableProps: u } = M(e, t),
    d = Dt({ ...e, value: c }),
    { isInvalid: f, validationErrors: m, validationDetails: h } = d.displayValidation,
    {
      labelProps: g,
      fieldProps: _,
      descriptionProps: v,
      errorMessageProps: y,
    } = Pt({ ...e, isInvalid: f, errorMessage: e.errorMessage || m }),
    b = p(e, { labelable: !0 }),
    S = { type: o, pattern: e.pattern },
    [C] = (0, Y.useState)(c);
  return (
    Ft(t, e.defaultValue ?? C, l),
    It(e, d, t),
    {
      labelProps: g,
      inputProps: x(b, n === `input` ? S : void 0, {
        disabled: r,
        readOnly: a,
        required: i && s === `native`,
        "aria-required": (i && s === `aria`) || void 0,
        "aria-invalid": f || void 0,
        "aria-errormessage": e[`aria-errormessage`],
        "aria-activedescendant": e[`aria-activedescendant`],
        "aria-autocomplete": e[`aria-autocomplete`],
        "aria-haspopup": e[`aria-haspopup`],
        "aria-controls": e[`aria-controls`],
        value: c,
        onChange: (e) => l(ne(e).value),
        autoComplete: e.autoComplete,
        autoCapitalize: e.autoCapitalize,
        maxLength: e.maxLength,
        minLength: e.minLength,
        name: e.name,
        form: e.form,
        placeholder: e.placeholder,
        inputMode: e.inputMode,
        autoCorrect: e.autoCorrect,
        spellCheck: e.spellCheck,
        enterKeyHint: e.enterKeyHint,
        onCopy: e.onCopy,
        onCut: e.onCut,
        onPaste: e.onPaste,
        onCompositionEnd: e.onCompositionEnd,
        onCompositionStart: e.onCompositionStart,
        onCompositionUpdate: e.onCompositionUpdate,
        onSelect: e.onSelect,
        onBeforeInput: e.onBeforeInput,
        onInput: e.onInput,
        ...u,
        ..._,
      }),
      descriptionProps: v,
      errorMessageProps: y,
      isInvalid: f,
      validationErrors: m,
      validationDetails: h,
    }
  );
}
var Gt = (0, Y.createContext)({}),
  Kt = (0, Y.createContext)(null),
  qt = (0, Y.forwardRef)(function (e, t) {
    let { render: n } = (0, Y.useContext)(Kt);
    return Y.createElement(Y.Fragment, null, n(e, t));
  });
function Jt(e, t) {
  let n = e?.renderDropIndicator,
    r = e?.isVirtualDragging?.(),
    i = (0, Y.useCallback)(
      (e) => {
        if (r || t?.isDropTarget(e)) return n ? n(e) : Y.createElement(qt, { target: e });
      },
      [t?.target, r, n],
    );
  return e?.useDropIndicator ? i : void 0;
}
function Yt(e, t, n) {
  let r = e.focusedKey,
    i = null;
  if (t?.isVirtualDragging?.() && n?.target?.type === `item` && ((i = n.target.key), n.target.dropPosition === `after`)) {
    let e = n.collection.getKeyAfter(i),
      t = null;
    if (e != null) {
      let r = n.collection.getItem(i)?.level ?? 0;
      for (; e != null;) {
        let i = n.collection.getItem(e);
        if (!i) break;
        if (i.type !== `item`) e = n.collection.getKeyAfter(e);
        else {
          if ((i.level ?? 0) <= r) break;
          ((t = e), (e = n.collection.getKeyAfter(e)));
        }
      }
    }
    i = e ?? t ?? i;
  }
  return (0, Y.useMemo)(() => new Set([r, i].filter((e) => e != null)), [r, i]);
}
var Xt = new WeakMap();
function Zt(e) {
  return typeof e == `string` ? e.replace(/\s*/g, ``) : `` + e;
}
function Qt(e, t) {
  let n = Xt.get(e);
  if (!n) throw Error(`Unknown list`);
  return `${n.id}-option-${Zt(t)}`;
}
function $t(e, t, n) {
  let i = p(e, { labelable: !0 }),
    o = e.selectionBehavior || `toggle`,
    s = e.orientation || `vertical`,
    c = e.linkBehavior || (o === `replace` ? `action` : `override`);
  o === `toggle` && c === `action` && (c = `override`);
  let { listProps: l } = a({
      ...e,
      ref: n,
      selectionManager: t.selectionManager,
      collection: t.collection,
      disabledKeys: t.disabledKeys,
      linkBehavior: c,
    }),
    { focusWithinProps: u } = A({ onFocusWithin: e.onFocus, onBlurWithin: e.onBlur, onFocusWithinChange: e.onFocusChange }),
    d = r(e.id);
  Xt.set(t, {
    id: d,
    shouldUseVirtualFocus: e.shouldUseVirtualFocus,
    shouldSelectOnPressUp: e.shouldSelectOnPressUp,
    shouldFocusOnHover: e.shouldFocusOnHover,
    isVirtualized: e.isVirtualized,
    onAction: e.onAction,
    linkBehavior: c,
    UNSTABLE_itemBehavior: e.UNSTABLE_itemBehavior,
  });
  let { labelProps: f, fieldProps: m } = yt({ ...e, id: d, labelElementType: `span` });
  return {
    labelProps: f,
    listBoxProps: x(i, u, t.selectionManager.selectionMode === `multiple` ? { "aria-multiselectable": `true` } : {}, {
      role: `listbox`,
      "aria-orientation": s,
      ...x(m, l),
    }),
  };
}
function en(e, t, n) {
  let { key: r } = e,
    i = Xt.get(t),
    a = e.isDisabled ?? t.selectionManager.isDisabled(r),
    o = e.isSelected ?? t.selectionManager.isSelected(r),
    s = e.shouldSelectOnPressUp ?? i?.shouldSelectOnPressUp,
    c = e.shouldFocusOnHover ?? i?.shouldFocusOnHover,
    l = e.shouldUseVirtualFocus ?? i?.shouldUseVirtualFocus,
    u = e.isVirtualized ?? i?.isVirtualized,
    d = me(),
    f = me(),
    m = {
      role: `option`,
      "aria-disabled": a || void 0,
      "aria-selected": t.selectionManager.selectionMode === `none` ? void 0 : o,
      "aria-label": e[`aria-label`],
      "aria-labelledby": d,
      "aria-describedby": f,
    },
    h = t.collection.getItem(r);
  if (u) {
    let e = Number(h?.index);
    ((m[`aria-posinset`] = Number.isNaN(e) ? void 0 : e + 1), (m[`aria-setsize`] = re(t.collection)));
  }
  let g = i?.onAction ? () => i?.onAction?.(r) : void 0,
    _ = Qt(t, r),
    {
      itemProps: v,
      isPressed: b,
      isFocused: S,
      hasAction: C,
      allowsSelection: w,
    } = T({
      selectionManager: t.selectionManager,
      key: r,
      ref: n,
      shouldSelectOnPressUp: s,
      allowsDifferentPressOrigin: s && c,
      isVirtualized: u,
      shouldUseVirtualFocus: l,
      isDisabled: a,
      onAction: g || h?.props?.onAction ? y(h?.props?.onAction, g) : void 0,
      linkBehavior: i?.linkBehavior,
      UNSTABLE_itemBehavior: i?.UNSTABLE_itemBehavior,
      id: _,
    }),
    { hoverProps: E } = Re({
      isDisabled: a || !c,
      onHoverStart() {
        je() || (t.selectionManager.setFocused(!0), t.selectionManager.setFocusedKey(r));
      },
    }),
    D = p(h?.props);
  delete D.id;
  let ee = z(h?.props);
  return {
    optionProps: { ...m, ...x(D, v, E, ee), id: _ },
    labelProps: { id: d },
    descriptionProps: { id: f },
    isFocused: S,
    isFocusVisible: S && t.selectionManager.isFocused && je(),
    isSelected: o,
    isDisabled: a,
    isPressed: b,
    allowsSelection: w,
    hasAction: C,
  };
}
function tn(e) {
  let { heading: t, "aria-label": n } = e,
    i = r();
  return {
    itemProps: { role: `presentation` },
    headingProps: t
      ? {
          id: i,
          role: `presentation`,
          onMouseDown: (e) => {
            e.preventDefault();
          },
        }
      : {},
    groupProps: { role: `group`, "aria-label": n, "aria-labelledby": t ? i : void 0 },
  };
}
var nn = class {
  constructor(e) {
    ((this.keyMap = new Map()), (this.firstKey = null), (this.lastKey = null), (this.iterable = e));
    let t = (e) => {
      if ((this.keyMap.set(e.key, e), e.childNodes && e.type === `section`)) for (let n of e.childNodes) t(n);
    };
    for (let n of e) t(n);
    let n = null,
      r = 0,
      i = 0;
    for (let [e, t] of this.keyMap)
      (n ? ((n.nextKey = e), (t.prevKey = n.key)) : ((this.firstKey = e), (t.prevKey = void 0)),
        t.type === `item` && (t.index = r++),
        (t.type === `section` || t.type === `item`) && i++,
        (n = t),
        (n.nextKey = void 0));
    ((this._size = i), (this.lastKey = n?.key ?? null));
  }
  *[Symbol.iterator]() {
    yield* this.iterable;
  }
  get size() {
    return this._size;
  }
  getKeys() {
    return this.keyMap.keys();
  }
  getKeyBefore(e) {
    let t = this.keyMap.get(e);
    return t ? (t.prevKey ?? null) : null;
  }
  getKeyAfter(e) {
    let t = this.keyMap.get(e);
    return t ? (t.nextKey ?? null) : null;
  }
  getFirstKey() {
    return this.firstKey;
  }
  getLastKey() {
    return this.lastKey;
  }
  getItem(e) {
    return this.keyMap.get(e) ?? null;
  }
  at(e) {
    let t = [...this.getKeys()];
    return this.getItem(t[e]);
  }
  getChildren(e) {
    return this.keyMap.get(e)?.childNodes || [];
  }
};
function rn(e) {
  let { filter: t, layoutDelegate: n } = e,
    r = Me(e),
    i = (0, Y.useMemo)(() => (e.disabledKeys ? new Set(e.disabledKeys) : new Set()), [e.disabledKeys]),
    a = (0, Y.useCallback)((e) => (t ? new nn(t(e)) : new nn(e)), [t]),
    o = (0, Y.useMemo)(() => ({ suppressTextValueWarning: e.suppressTextValueWarning }), [e.suppressTextValueWarning]),
    s = V(e, a, o),
    c = (0, Y.useMemo)(() => new P(s, r, { layoutDelegate: n }), [s, r, n]);
  return (on(s, c), { collection: s, disabledKeys: i, selectionManager: c });
}
function an(e, t) {
  let n = (0, Y.useMemo)(() => (t ? e.collection.filter(t) : e.collection), [e.collection, t]),
    r = e.selectionManager.withCollection(n);
  return (on(n, r), { collection: n, selectionManager: r, disabledKeys: e.disabledKeys });
}
function on(e, t) {
  let n = (0, Y.useRef)(null);
  (0, Y.useEffect)(() => {
    if (t.focusedKey != null && !e.getItem(t.focusedKey) && n.current) {
      let r = n.current.getKeyAfter(t.focusedKey),
        i = null;
      for (; r != null;) {
        let a = e.getItem(r);
        if (a && a.type === `item` && !t.isDisabled(r)) {
          i = r;
          break;
        }
        r = n.current.getKeyAfter(r);
      }
      if (i == null)
        for (r = n.current.getKeyBefore(t.focusedKey); r != null;) {
          let a = e.getItem(r);
          if (a && a.type === `item` && !t.isDisabled(r)) {
            i = r;
            break;
          }
          r = n.current.getKeyBefore(r);
        }
      t.setFocusedKey(i);
    }
    n.current = e;
  }, [e, t]);
}
var sn = (0, Y.createContext)(null),
  cn = (0, Y.createContext)(null),
  ln = (0, Y.forwardRef)(function (e, t) {
    [e, t] = I(e, t, sn);
    let n = (0, Y.useContext)(cn);
    return n
      ? Y.createElement(dn, { state: n, props: e, listBoxRef: t })
      : Y.createElement(g, { content: Y.createElement(Te, e) }, (n) => Y.createElement(un, { props: e, listBoxRef: t, collection: n }));
  });
function un({ props: e, listBoxRef: t, collection: n }) {
  e = { ...e, collection: n, children: null, items: null };
  let { layoutDelegate: r } = (0, Y.useContext)(k),
    i = rn({ ...e, layoutDelegate: r });
  return Y.createElement(dn, { state: i, props: e, listBoxRef: t });
}
function dn({ state: e, props: t, listBoxRef: r }) {
  [t, r] = I(t, r, Ae);
  let { dragAndDropHooks: a, layout: o = `stack`, orientation: c = `vertical`, filter: l } = t,
    u = an(e, l),
    { collection: d, selectionManager: f } = u,
    m = !!a?.useDraggableCollectionState,
    h = !!a?.useDroppableCollectionState,
    { direction: g } = ue(),
    { disabledBehavior: _, disabledKeys: v } = f,
    y = Pe({ usage: `search`, sensitivity: `base` }),
    { isVirtualized: S, layoutDelegate: C, dropTargetDelegate: w, CollectionRoot: T } = (0, Y.useContext)(k),
    E = (0, Y.useMemo)(
      () =>
        t.keyboardDelegate ||
        new D({
          collection: d,
          collator: y,
          ref: r,
          disabledKeys: v,
          disabledBehavior: _,
          layout: o,
          orientation: c,
          direction: g,
          layoutDelegate: C,
        }),
      [d, y, r, _, v, c, g, t.keyboardDelegate, o, C],
    ),
    { listBoxProps: ee } = $t({ ...t, shouldSelectOnPressUp: m || t.shouldSelectOnPressUp, keyboardDelegate: E, isVirtualized: S }, u, r);
  ((0, Y.useRef)(m), (0, Y.useRef)(h), (0, Y.useEffect)(() => {}, [m, h]));
  let O,
    A,
    j,
    M = !1,
    N = null,
    P = (0, Y.useRef)(null);
  if (m && a) {
    ((O = a.useDraggableCollectionState({ collection: d, selectionManager: f, preview: a.renderDragPreview ? P : void 0 })),
      a.useDraggableCollection({}, O, r));
    let e = a.DragPreview;
    N = a.renderDragPreview ? Y.createElement(e, { ref: P }, a.renderDragPreview) : null;
  }
  if (h && a) {
    A = a.useDroppableCollectionState({ collection: d, selectionManager: f });
    let e = a.dropTargetDelegate || w || new a.ListDropTargetDelegate(d, r, { orientation: c, layout: o, direction: g });
    ((j = a.useDroppableCollection({ keyboardDelegate: E, dropTargetDelegate: e }, A, r)), (M = A.isDropTarget({ type: `root` })));
  }
  let { focusProps: ne, isFocused: F, isFocusVisible: re } = i(),
    L = u.collection.size === 0,
    R = { isDropTarget: M, isEmpty: L, isFocused: F, isFocusVisible: re, layout: t.layout || `stack`, orientation: c, state: u },
    z = G({ ...t, children: void 0, defaultClassName: `react-aria-ListBox`, values: R }),
    B = null;
  L && t.renderEmptyState && (B = Y.createElement(`div`, { role: `option`, style: { display: `contents` } }, t.renderEmptyState(R)));
  let ie = p(t, { global: !0 });
  return Y.createElement(
    s,
    null,
    Y.createElement(
      W.div,
      {
        ...x(ie, z, ee, ne, j?.collectionProps),
        ref: r,
        slot: t.slot || void 0,
        onScroll: t.onScroll,
        "data-drop-target": M || void 0,
        "data-empty": L || void 0,
        "data-focused": F || void 0,
        "data-focus-visible": re || void 0,
        "data-layout": t.layout || `stack`,
        "data-orientation": c,
      },
      Y.createElement(
        Le,
        {
          values: [
            [sn, t],
            [cn, u],
            [Gt, { dragAndDropHooks: a, dragState: O, dropState: A }],
            [b, { elementType: `div` }],
            [Kt, { render: mn }],
            [te, { name: `ListBoxSection`, render: fn }],
          ],
        },
        Y.createElement(
          n,
          null,
          Y.createElement(T, { collection: d, scrollRef: r, persistedKeys: Yt(f, a, A), renderDropIndicator: Jt(a, A) }),
        ),
      ),
      B,
      N,
    ),
  );
}
function fn(e, t, n, r = `react-aria-ListBoxSection`) {
  let i = (0, Y.useContext)(cn),
    { dragAndDropHooks: a, dropState: o } = (0, Y.useContext)(Gt),
    { CollectionBranch: s } = (0, Y.useContext)(k),
    [c, l] = E(),
    { headingProps: u, groupProps: d } = tn({ heading: l, "aria-label": e[`aria-label`] ?? void 0 }),
    f = G({ ...e, id: void 0, children: void 0, defaultClassName: r, values: void 0 }),
    m = p(e, { global: !0 });
  return (
    delete m.id,
    Y.createElement(
      W.section,
      { ...x(m, f, d), ref: t },
      Y.createElement(
        de.Provider,
        { value: { ...u, ref: c } },
        Y.createElement(s, { collection: i.collection, parent: n, renderDropIndicator: Jt(a, o) }),
      ),
    )
  );
}
var pn = f(t, function (e, t, n) {
  let r = c(t),
    i = (0, Y.useContext)(cn),
    { dragAndDropHooks: a, dragState: s, dropState: l } = (0, Y.useContext)(Gt),
    u = s && !(s.isDisabled || s.selectionManager.isDisabled(n.key)),
    { optionProps: d, labelProps: f, descriptionProps: m, ...h } = en({ key: n.key, "aria-label": e?.[`aria-label`] }, i, r),
    { hoverProps: g, isHovered: _ } = Re({
      isDisabled: !h.allowsSelection && !h.hasAction && !u,
      onHoverStart: n.props.onHoverStart,
      onHoverChange: n.props.onHoverChange,
      onHoverEnd: n.props.onHoverEnd,
    }),
    { keyboardProps: y } = j(e),
    { focusProps: b } = N(e),
    S = null;
  s && a && (S = a.useDraggableItem({ key: n.key, hasAction: h.hasAction }, s));
  let C = null;
  l && a && (C = a.useDroppableItem({ target: { type: `item`, key: n.key, dropPosition: `on` } }, l, r));
  let w = s && s.isDragging(n.key),
    T = G({
      ...e,
      id: void 0,
      children: e.children,
      defaultClassName: `react-aria-ListBoxItem`,
      values: {
        ...h,
        isHovered: _,
        selectionMode: i.selectionManager.selectionMode,
        selectionBehavior: i.selectionManager.selectionBehavior,
        allowsDragging: !!s,
        isDragging: w,
        isDropTarget: C?.isDropTarget,
      },
    });
  (0, Y.useEffect)(() => {
    n.textValue;
  }, [n.textValue]);
  let E = e.href ? W.a : W.div,
    D = p(e, { global: !0 });
  return (
    delete D.id,
    delete D.onClick,
    e.href && d.tabIndex == null && (d.tabIndex = -1),
    Y.createElement(
      E,
      {
        ...x(D, T, d, g, y, b, S?.dragProps, C?.dropProps),
        ref: r,
        "data-allows-dragging": !!s || void 0,
        "data-selected": h.isSelected || void 0,
        "data-disabled": h.isDisabled || void 0,
        "data-hovered": _ || void 0,
        "data-focused": h.isFocused || void 0,
        "data-focus-visible": h.isFocusVisible || void 0,
        "data-pressed": h.isPressed || void 0,
        "data-dragging": w || void 0,
        "data-drop-target": C?.isDropTarget || void 0,
        "data-selection-mode": i.selectionManager.selectionMode === `none` ? void 0 : i.selectionManager.selectionMode,
      },
      Y.createElement(
        Le,
        {
          values: [
            [v, { slots: { [o]: f, label: f, description: m } }],
            [pe, { isSelected: h.isSelected }],
          ],
        },
        T.children,
      ),
    )
  );
});
function mn(e, t) {
  t = c(t);
  let { dragAndDropHooks: n, dropState: r } = (0, Y.useContext)(Gt),
    { dropIndicatorProps: i, isHidden: a, isDropTarget: o } = n.useDropIndicator(e, r, t);
  return a ? null : Y.createElement(gn, { ...e, dropIndicatorProps: i, isDropTarget: o, ref: t });
}
function hn(e, t) {
  let { dropIndicatorProps: n, isDropTarget: r, ...i } = e,
    a = G({ ...i, defaultClassName: `react-aria-DropIndicator`, values: { isDropTarget: r } });
  return Y.createElement(Y.Fragment, null, Y.createElement(W.div, { ...n, ...a, role: `option`, ref: t, "data-drop-target": r || void 0 }));
}
var gn = (0, Y.forwardRef)(hn);
f(w, function (e, t, n) {
  let r = (0, Y.useContext)(cn),
    { isLoading: i, onLoadMore: a, scrollOffset: o, ...s } = e,
    c = (0, Y.useRef)(null),
    l = (0, Y.useMemo)(() => ({ onLoadMore: a, collection: r?.collection, sentinelRef: c, scrollOffset: o }), [a, o, r?.collection]);
  U(l, c);
  let u = G({ ...s, id: void 0, children: n.rendered, defaultClassName: `react-aria-ListBoxLoadingIndicator`, values: void 0 });
  return Y.createElement(
    Y.Fragment,
    null,
    Y.createElement(
      `div`,
      { style: { position: `relative`, width: 0, height: 0 }, inert: Ie(!0) },
      Y.createElement(`div`, { "data-testid": `loadMoreSentinel`, ref: c, style: { position: `absolute`, height: 1, width: 1 } }),
    ),
    i &&
      u.children &&
      Y.createElement(
        Y.Fragment,
        null,
        Y.createElement(W.div, { ...x(p(e, { global: !0 }), { tabIndex: -1 }), ...u, role: `option`, ref: t }, u.children),
      ),
  );
});
var _n = {};
_n = {
  buttonLabel: `عرض المقترحات`,
  countAnnouncement: (e, t) =>
    `${t.plural(e.optionCount, { one: () => `${t.number(e.optionCount)} \u{62E}\u{64A}\u{627}\u{631}`, other: () => `${t.number(e.optionCount)} \u{62E}\u{64A}\u{627}\u{631}\u{627}\u{62A}` })} \u{645}\u{62A}\u{627}\u{62D}\u{629}.`,
  focusAnnouncement: (e, t) =>
    `${t.select({ true: () => `\u{627}\u{644}\u{645}\u{62C}\u{645}\u{648}\u{639}\u{629} \u{627}\u{644}\u{645}\u{62F}\u{62E}\u{644}\u{629} ${e.groupTitle}, \u{645}\u{639} ${t.plural(e.groupCount, { one: () => `${t.number(e.groupCount)} \u{62E}\u{64A}\u{627}\u{631}`, other: () => `${t.number(e.groupCount)} \u{62E}\u{64A}\u{627}\u{631}\u{627}\u{62A}` })}. `, other: `` }, e.isGroupChange)}${e.optionText}${t.select({ true: `, محدد`, other: `` }, e.isSelected)}`,
  listboxLabel: `مقترحات`,
  selectedAnnouncement: (e) => `${e.optionText}\u{60C} \u{645}\u{62D}\u{62F}\u{62F}`,
};
var vn = {};
vn = {
  buttonLabel: `Покажи предложения`,
  countAnnouncement: (e, t) =>
    `${t.plural(e.optionCount, { one: () => `${t.number(e.optionCount)} \u{43E}\u{43F}\u{446}\u{438}\u{44F}`, other: () => `${t.number(e.optionCount)} \u{43E}\u{43F}\u{446}\u{438}\u{438}` })} \u{43D}\u{430} \u{440}\u{430}\u{437}\u{43F}\u{43E}\u{43B}\u{43E}\u{436}\u{435}\u{43D}\u{438}\u{435}.`,
  focusAnnouncement: (e, t) =>
    `${t.select({ true: () => `\u{412}\u{44A}\u{432}\u{435}\u{434}\u{435}\u{43D}\u{430} \u{433}\u{440}\u{443}\u{43F}\u{430} ${e.groupTitle}, \u{441} ${t.plural(e.groupCount, { one: () => `${t.number(e.groupCount)} \u{43E}\u{43F}\u{446}\u{438}\u{44F}`, other: () => `${t.number(e.groupCount)} \u{43E}\u{43F}\u{446}\u{438}\u{438}` })}. `, other: `` }, e.isGroupChange)}${e.optionText}${t.select({ true: `, избрани`, other: `` }, e.isSelected)}`,
  listboxLabel: `Предложения`,
  selectedAnnouncement: (e) => `${e.optionText}, \u{438}\u{437}\u{431}\u{440}\u{430}\u{43D}\u{438}`,
};
var yn = {};
yn = {
  buttonLabel: `Zobrazit doporučení`,
  countAnnouncement: (e, t) =>
    `K dispozici ${t.plural(e.optionCount, { one: () => `je ${t.number(e.optionCount)} mo\u{17E}nost`, other: () => `jsou/je ${t.number(e.optionCount)} mo\u{17E}nosti/-\xed` })}.`,
  focusAnnouncement: (e, t) =>
    `${t.select({ true: () => `Zadan\xe1 skupina \u{201E}${e.groupTitle}\u{201C} ${t.plural(e.groupCount, { one: () => `s ${t.number(e.groupCount)} mo\u{17E}nost\xed`, other: () => `se ${t.number(e.groupCount)} mo\u{17E}nostmi` })}. `, other: `` }, e.isGroupChange)}${e.optionText}${t.select({ true: ` (vybráno)`, other: `` }, e.isSelected)}`,
  listboxLabel: `Návrhy`,
  selectedAnnouncement: (e) => `${e.optionText}, vybr\xe1no`,
};
var bn = {};
bn = {
  buttonLabel: `Vis forslag`,
  countAnnouncement: (e, t) =>
    `${t.plural(e.optionCount, { one: () => `${t.number(e.optionCount)} mulighed tilg\xe6ngelig`, other: () => `${t.number(e.optionCount)} muligheder tilg\xe6ngelige` })}.`,
  focusAnnouncement: (e, t) =>
    `${t.select({ true: () => `Angivet gruppe ${e.groupTitle}, med ${t.plural(e.groupCount, { one: () => `${t.number(e.groupCount)} mulighed`, other: () => `${t.number(e.groupCount)} muligheder` })}. `, other: `` }, e.isGroupChange)}${e.optionText}${t.select({ true: `, valgt`, other: `` }, e.isSelected)}`,
  listboxLabel: `Forslag`,
  selectedAnnouncement: (e) => `${e.optionText}, valgt`,
};
var xn = {};
xn = {
  buttonLabel: `Empfehlungen anzeigen`,
  countAnnouncement: (e, t) =>
    `${t.plural(e.optionCount, { one: () => `${t.number(e.optionCount)} Option`, other: () => `${t.number(e.optionCount)} Optionen` })} verf\xfcgbar.`,
  focusAnnouncement: (e, t) =>
    `${t.select({ true: () => `Eingetretene Gruppe ${e.groupTitle}, mit ${t.plural(e.groupCount, { one: () => `${t.number(e.groupCount)} Option`, other: () => `${t.number(e.groupCount)} Optionen` })}. `, other: `` }, e.isGroupChange)}${e.optionText}${t.select({ true: `, ausgewählt`, other: `` }, e.isSelected)}`,
  listboxLabel: `Empfehlungen`,
  selectedAnnouncement: (e) => `${e.optionText}, ausgew\xe4hlt`,
};
var Sn = {};
Sn = {
  buttonLabel: `Προβολή προτάσεων`,
  countAnnouncement: (e, t) =>
    `${t.plural(e.optionCount, { one: () => `${t.number(e.optionCount)} \u{3B5}\u{3C0}\u{3B9}\u{3BB}\u{3BF}\u{3B3}\u{3AE}`, other: () => `${t.number(e.optionCount)} \u{3B5}\u{3C0}\u{3B9}\u{3BB}\u{3BF}\u{3B3}\u{3AD}\u{3C2} ` })} \u{3B4}\u{3B9}\u{3B1}\u{3B8}\u{3AD}\u{3C3}\u{3B9}\u{3BC}\u{3B5}\u{3C2}.`,
  focusAnnouncement: (e, t) =>
    `${t.select({ true: () => `\u{395}\u{3B9}\u{3C3}\u{3B1}\u{3B3}\u{3BC}\u{3AD}\u{3BD}\u{3B7} \u{3BF}\u{3BC}\u{3AC}\u{3B4}\u{3B1} ${e.groupTitle}, \u{3BC}\u{3B5} ${t.plural(e.groupCount, { one: () => `${t.number(e.groupCount)} \u{3B5}\u{3C0}\u{3B9}\u{3BB}\u{3BF}\u{3B3}\u{3AE}`, other: () => `${t.number(e.groupCount)} \u{3B5}\u{3C0}\u{3B9}\u{3BB}\u{3BF}\u{3B3}\u{3AD}\u{3C2}` })}. `, other: `` }, e.isGroupChange)}${e.optionText}${t.select({ true: `, επιλεγμένο`, other: `` }, e.isSelected)}`,
  listboxLabel: `Προτάσεις`,
  selectedAnnouncement: (e) => `${e.optionText}, \u{3B5}\u{3C0}\u{3B9}\u{3BB}\u{3AD}\u{3C7}\u{3B8}\u{3B7}\u{3BA}\u{3B5}`,
};
var Cn = {};
Cn = {
  focusAnnouncement: (e, t) =>
    `${t.select({ true: () => `Entered group ${e.groupTitle}, with ${t.plural(e.groupCount, { one: () => `${t.number(e.groupCount)} option`, other: () => `${t.number(e.groupCount)} options` })}. `, other: `` }, e.isGroupChange)}${e.optionText}${t.select({ true: `, selected`, other: `` }, e.isSelected)}`,
  countAnnouncement: (e, t) =>
    `${t.plural(e.optionCount, { one: () => `${t.number(e.optionCount)} option`, other: () => `${t.number(e.optionCount)} options` })} available.`,
  selectedAnnouncement: (e) => `${e.optionText}, selected`,
  buttonLabel: `Show suggestions`,
  listboxLabel: `Suggestions`,
};
var wn = {};
wn = {
  buttonLabel: `Mostrar sugerencias`,
  countAnnouncement: (e, t) =>
    `${t.plural(e.optionCount, { one: () => `${t.number(e.optionCount)} opci\xf3n`, other: () => `${t.number(e.optionCount)} opciones` })} disponible(s).`,
  focusAnnouncement: (e, t) =>
    `${t.select({ true: () => `Se ha unido al grupo ${e.groupTitle}, con ${t.plural(e.groupCount, { one: () => `${t.number(e.groupCount)} opci\xf3n`, other: () => `${t.number(e.groupCount)} opciones` })}. `, other: `` }, e.isGroupChange)}${e.optionText}${t.select({ true: `, seleccionado`, other: `` }, e.isSelected)}`,
  listboxLabel: `Sugerencias`,
  selectedAnnouncement: (e) => `${e.optionText}, seleccionado`,
};
var Tn = {};
Tn = {
  buttonLabel: `Kuva soovitused`,
  countAnnouncement: (e, t) =>
    `${t.plural(e.optionCount, { one: () => `${t.number(e.optionCount)} valik`, other: () => `${t.number(e.optionCount)} valikud` })} saadaval.`,
  focusAnnouncement: (e, t) =>
    `${t.select({ true: () => `Sisestatud r\xfchm ${e.groupTitle}, valikuga ${t.plural(e.groupCount, { one: () => `${t.number(e.groupCount)} valik`, other: () => `${t.number(e.groupCount)} valikud` })}. `, other: `` }, e.isGroupChange)}${e.optionText}${t.select({ true: `, valitud`, other: `` }, e.isSelected)}`,
  listboxLabel: `Soovitused`,
  selectedAnnouncement: (e) => `${e.optionText}, valitud`,
};
var En = {};
En = {
  buttonLabel: `Näytä ehdotukset`,
  countAnnouncement: (e, t) =>
    `${t.plural(e.optionCount, { one: () => `${t.number(e.optionCount)} vaihtoehto`, other: () => `${t.number(e.optionCount)} vaihtoehtoa` })} saatavilla.`,
  focusAnnouncement: (e, t) =>
    `${t.select({ true: () => `Siirtyi ryhm\xe4\xe4n ${e.groupTitle}, jossa ${t.plural(e.groupCount, { one: () => `${t.number(e.groupCount)} vaihtoehto`, other: () => `${t.number(e.groupCount)} vaihtoehtoa` })}.`, other: `` }, e.isGroupChange)}${e.optionText}${t.select({ true: `, valittu`, other: `` }, e.isSelected)}`,
  listboxLabel: `Ehdotukset`,
  selectedAnnouncement: (e) => `${e.optionText}, valittu`,
};
var Dn = {};
Dn = {
  buttonLabel: `Afficher les suggestions`,
  countAnnouncement: (e, t) =>
    `${t.plural(e.optionCount, { one: () => `${t.number(e.optionCount)} option`, other: () => `${t.number(e.optionCount)} options` })} disponible(s).`,
  focusAnnouncement: (e, t) =>
    `${t.select({ true: () => `Groupe ${e.groupTitle} rejoint, avec ${t.plural(e.groupCount, { one: () => `${t.number(e.groupCount)} option`, other: () => `${t.number(e.groupCount)} options` })}. `, other: `` }, e.isGroupChange)}${e.optionText}${t.select({ true: `, sélectionné(s)`, other: `` }, e.isSelected)}`,
  listboxLabel: `Suggestions`,
  selectedAnnouncement: (e) => `${e.optionText}, s\xe9lectionn\xe9`,
};
var On = {};
On = {
  buttonLabel: `הצג הצעות`,
  countAnnouncement: (e, t) =>
    `${t.plural(e.optionCount, { one: () => `\u{5D0}\u{5E4}\u{5E9}\u{5E8}\u{5D5}\u{5EA} ${t.number(e.optionCount)}`, other: () => `${t.number(e.optionCount)} \u{5D0}\u{5E4}\u{5E9}\u{5E8}\u{5D5}\u{5D9}\u{5D5}\u{5EA}` })} \u{5D1}\u{5DE}\u{5E6}\u{5D1} \u{5D6}\u{5DE}\u{5D9}\u{5DF}.`,
  focusAnnouncement: (e, t) =>
    `${t.select({ true: () => `\u{5E0}\u{5DB}\u{5E0}\u{5E1} \u{5DC}\u{5E7}\u{5D1}\u{5D5}\u{5E6}\u{5D4} ${e.groupTitle}, \u{5E2}\u{5DD} ${t.plural(e.groupCount, { one: () => `\u{5D0}\u{5E4}\u{5E9}\u{5E8}\u{5D5}\u{5EA} ${t.number(e.groupCount)}`, other: () => `${t.number(e.groupCount)} \u{5D0}\u{5E4}\u{5E9}\u{5E8}\u{5D5}\u{5D9}\u{5D5}\u{5EA}` })}. `, other: `` }, e.isGroupChange)}${e.optionText}${t.select({ true: `, נבחר`, other: `` }, e.isSelected)}`,
  listboxLabel: `הצעות`,
  selectedAnnouncement: (e) => `${e.optionText}, \u{5E0}\u{5D1}\u{5D7}\u{5E8}`,
};
var kn = {};
kn = {
  buttonLabel: `Prikaži prijedloge`,
  countAnnouncement: (e, t) =>
    `Dostupno jo\u{161}: ${t.plural(e.optionCount, { one: () => `${t.number(e.optionCount)} opcija`, other: () => `${t.number(e.optionCount)} opcije/a` })}.`,
  focusAnnouncement: (e, t) =>
    `${t.select({ true: () => `Unesena skupina ${e.groupTitle}, s ${t.plural(e.groupCount, { one: () => `${t.number(e.groupCount)} opcijom`, other: () => `${t.number(e.groupCount)} opcije/a` })}. `, other: `` }, e.isGroupChange)}${e.optionText}${t.select({ true: `, odabranih`, other: `` }, e.isSelected)}`,
  listboxLabel: `Prijedlozi`,
  selectedAnnouncement: (e) => `${e.optionText}, odabrano`,
};
var An = {};
An = {
  buttonLabel: `Javaslatok megjelenítése`,
  countAnnouncement: (e, t) =>
    `${t.plural(e.optionCount, { one: () => `${t.number(e.optionCount)} lehet\u{151}s\xe9g`, other: () => `${t.number(e.optionCount)} lehet\u{151}s\xe9g` })} \xe1ll rendelkez\xe9sre.`,
  focusAnnouncement: (e, t) =>
    `${t.select({ true: () => `Bel\xe9pett a(z) ${e.groupTitle} csoportba, amely ${t.plural(e.groupCount, { one: () => `${t.number(e.groupCount)} lehet\u{151}s\xe9get`, other: () => `${t.number(e.groupCount)} lehet\u{151}s\xe9get` })} tartalmaz. `, other: `` }, e.isGroupChange)}${e.optionText}${t.select({ true: `, kijelölve`, other: `` }, e.isSelected)}`,
  listboxLabel: `Javaslatok`,
  selectedAnnouncement: (e) => `${e.optionText}, kijel\xf6lve`,
};
var jn = {};
jn = {
  buttonLabel: `Mostra suggerimenti`,
  countAnnouncement: (e, t) =>
    `${t.plural(e.optionCount, { one: () => `${t.number(e.optionCount)} opzione disponibile`, other: () => `${t.number(e.optionCount)} opzioni disponibili` })}.`,
  focusAnnouncement: (e, t) =>
    `${t.select({ true: () => `Ingresso nel gruppo ${e.groupTitle}, con ${t.plural(e.groupCount, { one: () => `${t.number(e.groupCount)} opzione`, other: () => `${t.number(e.groupCount)} opzioni` })}. `, other: `` }, e.isGroupChange)}${e.optionText}${t.select({ true: `, selezionato`, other: `` }, e.isSelected)}`,
  listboxLabel: `Suggerimenti`,
  selectedAnnouncement: (e) => `${e.optionText}, selezionato`,
};
var Mn = {};
Mn = {
  buttonLabel: `候補を表示`,
  countAnnouncement: (e, t) =>
    `${t.plural(e.optionCount, { one: () => `${t.number(e.optionCount)} \u{500B}\u{306E}\u{30AA}\u{30D7}\u{30B7}\u{30E7}\u{30F3}`, other: () => `${t.number(e.optionCount)} \u{500B}\u{306E}\u{30AA}\u{30D7}\u{30B7}\u{30E7}\u{30F3}` })}\u{3092}\u{5229}\u{7528}\u{3067}\u{304D}\u{307E}\u{3059}\u{3002}`,
  focusAnnouncement: (e, t) =>
    `${t.select({ true: () => `\u{5165}\u{529B}\u{3055}\u{308C}\u{305F}\u{30B0}\u{30EB}\u{30FC}\u{30D7} ${e.groupTitle}\u{3001}${t.plural(e.groupCount, { one: () => `${t.number(e.groupCount)} \u{500B}\u{306E}\u{30AA}\u{30D7}\u{30B7}\u{30E7}\u{30F3}`, other: () => `${t.number(e.groupCount)} \u{500B}\u{306E}\u{30AA}\u{30D7}\u{30B7}\u{30E7}\u{30F3}` })}\u{3092}\u{542B}\u{3080}\u{3002}`, other: `` }, e.isGroupChange)}${e.optionText}${t.select({ true: `、選択済み`, other: `` }, e.isSelected)}`,
  listboxLabel: `候補`,
  selectedAnnouncement: (e) => `${e.optionText}\u{3001}\u{9078}\u{629E}\u{6E08}\u{307F}`,
};
var Nn = {};
Nn = {
  buttonLabel: `제안 사항 표시`,
  countAnnouncement: (e, t) =>
    `${t.plural(e.optionCount, { one: () => `${t.number(e.optionCount)}\u{AC1C} \u{C635}\u{C158}`, other: () => `${t.number(e.optionCount)}\u{AC1C} \u{C635}\u{C158}` })}\u{C744} \u{C0AC}\u{C6A9}\u{D560} \u{C218} \u{C788}\u{C2B5}\u{B2C8}\u{B2E4}.`,
  focusAnnouncement: (e, t) =>
    `${t.select({ true: () => `\u{C785}\u{B825}\u{D55C} \u{ADF8}\u{B8F9} ${e.groupTitle}, ${t.plural(e.groupCount, { one: () => `${t.number(e.groupCount)}\u{AC1C} \u{C635}\u{C158}`, other: () => `${t.number(e.groupCount)}\u{AC1C} \u{C635}\u{C158}` })}. `, other: `` }, e.isGroupChange)}${e.optionText}${t.select({ true: `, 선택됨`, other: `` }, e.isSelected)}`,
  listboxLabel: `제안`,
  selectedAnnouncement: (e) => `${e.optionText}, \u{C120}\u{D0DD}\u{B428}`,
};
var Pn = {};
Pn = {
  buttonLabel: `Rodyti pasiūlymus`,
  countAnnouncement: (e, t) =>
    `Yra ${t.plural(e.optionCount, { one: () => `${t.number(e.optionCount)} parinktis`, other: () => `${t.number(e.optionCount)} parinktys (-i\u{173})` })}.`,
  focusAnnouncement: (e, t) =>
    `${t.select({ true: () => `\u{12E}vesta grup\u{117} ${e.groupTitle}, su ${t.plural(e.groupCount, { one: () => `${t.number(e.groupCount)} parinktimi`, other: () => `${t.number(e.groupCount)} parinktimis (-i\u{173})` })}. `, other: `` }, e.isGroupChange)}${e.optionText}${t.select({ true: `, pasirinkta`, other: `` }, e.isSelected)}`,
  listboxLabel: `Pasiūlymai`,
  selectedAnnouncement: (e) => `${e.optionText}, pasirinkta`,
};
var Fn = {};
Fn = {
  buttonLabel: `Rādīt ieteikumus`,
  countAnnouncement: (e, t) =>
    `Pieejamo opciju skaits: ${t.plural(e.optionCount, { one: () => `${t.number(e.optionCount)} opcija`, other: () => `${t.number(e.optionCount)} opcijas` })}.`,
  focusAnnouncement: (e, t) =>
    `${t.select({ true: () => `Ievad\u{12B}ta grupa ${e.groupTitle}, ar ${t.plural(e.groupCount, { one: () => `${t.number(e.groupCount)} opciju`, other: () => `${t.number(e.groupCount)} opcij\u{101}m` })}. `, other: `` }, e.isGroupChange)}${e.optionText}${t.select({ true: `, atlasīta`, other: `` }, e.isSelected)}`,
  listboxLabel: `Ieteikumi`,
  selectedAnnouncement: (e) => `${e.optionText}, atlas\u{12B}ta`,
};
var In = {};
In = {
  buttonLabel: `Vis forslag`,
  countAnnouncement: (e, t) =>
    `${t.plural(e.optionCount, { one: () => `${t.number(e.optionCount)} alternativ`, other: () => `${t.number(e.optionCount)} alternativer` })} finnes.`,
  focusAnnouncement: (e, t) =>
    `${t.select({ true: () => `Angitt gruppe ${e.groupTitle}, med ${t.plural(e.groupCount, { one: () => `${t.number(e.groupCount)} alternativ`, other: () => `${t.number(e.groupCount)} alternativer` })}. `, other: `` }, e.isGroupChange)}${e.optionText}${t.select({ true: `, valgt`, other: `` }, e.isSelected)}`,
  listboxLabel: `Forslag`,
  selectedAnnouncement: (e) => `${e.optionText}, valgt`,
};
var Ln = {};
Ln = {
  buttonLabel: `Suggesties weergeven`,
  countAnnouncement: (e, t) =>
    `${t.plural(e.optionCount, { one: () => `${t.number(e.optionCount)} optie`, other: () => `${t.number(e.optionCount)} opties` })} beschikbaar.`,
  focusAnnouncement: (e, t) =>
    `${t.select({ true: () => `Groep ${e.groupTitle} ingevoerd met ${t.plural(e.groupCount, { one: () => `${t.number(e.groupCount)} optie`, other: () => `${t.number(e.groupCount)} opties` })}. `, other: `` }, e.isGroupChange)}${e.optionText}${t.select({ true: `, geselecteerd`, other: `` }, e.isSelected)}`,
  listboxLabel: `Suggesties`,
  selectedAnnouncement: (e) => `${e.optionText}, geselecteerd`,
};
var Rn = {};
Rn = {
  buttonLabel: `Wyświetlaj sugestie`,
  countAnnouncement: (e, t) =>
    `dost\u{119}pna/dost\u{119}pne(-nych) ${t.plural(e.optionCount, { one: () => `${t.number(e.optionCount)} opcja`, other: () => `${t.number(e.optionCount)} opcje(-i)` })}.`,
  focusAnnouncement: (e, t) =>
    `${t.select({ true: () => `Do\u{142}\u{105}czono do grupy ${e.groupTitle}, z ${t.plural(e.groupCount, { one: () => `${t.number(e.groupCount)} opcj\u{105}`, other: () => `${t.number(e.groupCount)} opcjami` })}. `, other: `` }, e.isGroupChange)}${e.optionText}${t.select({ true: `, wybrano`, other: `` }, e.isSelected)}`,
  listboxLabel: `Sugestie`,
  selectedAnnouncement: (e) => `${e.optionText}, wybrano`,
};
var zn = {};
zn = {
  buttonLabel: `Mostrar sugestões`,
  countAnnouncement: (e, t) =>
    `${t.plural(e.optionCount, { one: () => `${t.number(e.optionCount)} op\xe7\xe3o`, other: () => `${t.number(e.optionCount)} op\xe7\xf5es` })} dispon\xedvel.`,
  focusAnnouncement: (e, t) =>
    `${t.select({ true: () => `Grupo inserido ${e.groupTitle}, com ${t.plural(e.groupCount, { one: () => `${t.number(e.groupCount)} op\xe7\xe3o`, other: () => `${t.number(e.groupCount)} op\xe7\xf5es` })}. `, other: `` }, e.isGroupChange)}${e.optionText}${t.select({ true: `, selecionado`, other: `` }, e.isSelected)}`,
  listboxLabel: `Sugestões`,
  selectedAnnouncement: (e) => `${e.optionText}, selecionado`,
};
var Bn = {};
Bn = {
  buttonLabel: `Apresentar sugestões`,
  countAnnouncement: (e, t) =>
    `${t.plural(e.optionCount, { one: () => `${t.number(e.optionCount)} op\xe7\xe3o`, other: () => `${t.number(e.optionCount)} op\xe7\xf5es` })} dispon\xedvel.`,
  focusAnnouncement: (e, t) =>
    `${t.select({ true: () => `Grupo introduzido ${e.groupTitle}, com ${t.plural(e.groupCount, { one: () => `${t.number(e.groupCount)} op\xe7\xe3o`, other: () => `${t.number(e.groupCount)} op\xe7\xf5es` })}. `, other: `` }, e.isGroupChange)}${e.optionText}${t.select({ true: `, selecionado`, other: `` }, e.isSelected)}`,
  listboxLabel: `Sugestões`,
  selectedAnnouncement: (e) => `${e.optionText}, selecionado`,
};
var Vn = {};
Vn = {
  buttonLabel: `Afișare sugestii`,
  countAnnouncement: (e, t) =>
    `${t.plural(e.optionCount, { one: () => `${t.number(e.optionCount)} op\u{21B}iune`, other: () => `${t.number(e.optionCount)} op\u{21B}iuni` })} disponibile.`,
  focusAnnouncement: (e, t) =>
    `${t.select({ true: () => `Grup ${e.groupTitle} introdus, cu ${t.plural(e.groupCount, { one: () => `${t.number(e.groupCount)} op\u{21B}iune`, other: () => `${t.number(e.groupCount)} op\u{21B}iuni` })}. `, other: `` }, e.isGroupChange)}${e.optionText}${t.select({ true: `, selectat`, other: `` }, e.isSelected)}`,
  listboxLabel: `Sugestii`,
  selectedAnnouncement: (e) => `${e.optionText}, selectat`,
};
var Hn = {};
Hn = {
  buttonLabel: `Показать предложения`,
  countAnnouncement: (e, t) =>
    `${t.plural(e.optionCount, { one: () => `${t.number(e.optionCount)} \u{43F}\u{430}\u{440}\u{430}\u{43C}\u{435}\u{442}\u{440}`, other: () => `${t.number(e.optionCount)} \u{43F}\u{430}\u{440}\u{430}\u{43C}\u{435}\u{442}\u{440}\u{43E}\u{432}` })} \u{434}\u{43E}\u{441}\u{442}\u{443}\u{43F}\u{43D}\u{43E}.`,
  focusAnnouncement: (e, t) =>
    `${t.select({ true: () => `\u{412}\u{432}\u{435}\u{434}\u{435}\u{43D}\u{43D}\u{430}\u{44F} \u{433}\u{440}\u{443}\u{43F}\u{43F}\u{430} ${e.groupTitle}, \u{441} ${t.plural(e.groupCount, { one: () => `${t.number(e.groupCount)} \u{43F}\u{430}\u{440}\u{430}\u{43C}\u{435}\u{442}\u{440}\u{43E}\u{43C}`, other: () => `${t.number(e.groupCount)} \u{43F}\u{430}\u{440}\u{430}\u{43C}\u{435}\u{442}\u{440}\u{430}\u{43C}\u{438}` })}. `, other: `` }, e.isGroupChange)}${e.optionText}${t.select({ true: `, выбранными`, other: `` }, e.isSelected)}`,
  listboxLabel: `Предложения`,
  selectedAnnouncement: (e) => `${e.optionText}, \u{432}\u{44B}\u{431}\u{440}\u{430}\u{43D}\u{43E}`,
};
var Un = {};
Un = {
  buttonLabel: `Zobraziť návrhy`,
  countAnnouncement: (e, t) =>
    `${t.plural(e.optionCount, { one: () => `${t.number(e.optionCount)} mo\u{17E}nos\u{165}`, other: () => `${t.number(e.optionCount)} mo\u{17E}nosti/-\xed` })} k dispoz\xedcii.`,
  focusAnnouncement: (e, t) =>
    `${t.select({ true: () => `Zadan\xe1 skupina ${e.groupTitle}, s ${t.plural(e.groupCount, { one: () => `${t.number(e.groupCount)} mo\u{17E}nos\u{165}ou`, other: () => `${t.number(e.groupCount)} mo\u{17E}nos\u{165}ami` })}. `, other: `` }, e.isGroupChange)}${e.optionText}${t.select({ true: `, vybraté`, other: `` }, e.isSelected)}`,
  listboxLabel: `Návrhy`,
  selectedAnnouncement: (e) => `${e.optionText}, vybrat\xe9`,
};
var Wn = {};
Wn = {
  buttonLabel: `Prikaži predloge`,
  countAnnouncement: (e, t) =>
    `Na voljo je ${t.plural(e.optionCount, { one: () => `${t.number(e.optionCount)} opcija`, other: () => `${t.number(e.optionCount)} opcije` })}.`,
  focusAnnouncement: (e, t) =>
    `${t.select({ true: () => `Vnesena skupina ${e.groupTitle}, z ${t.plural(e.groupCount, { one: () => `${t.number(e.groupCount)} opcija`, other: () => `${t.number(e.groupCount)} opcije` })}. `, other: `` }, e.isGroupChange)}${e.optionText}${t.select({ true: `, izbrano`, other: `` }, e.isSelected)}`,
  listboxLabel: `Predlogi`,
  selectedAnnouncement: (e) => `${e.optionText}, izbrano`,
};
var Gn = {};
Gn = {
  buttonLabel: `Prikaži predloge`,
  countAnnouncement: (e, t) =>
    `Dostupno jo\u{161}: ${t.plural(e.optionCount, { one: () => `${t.number(e.optionCount)} opcija`, other: () => `${t.number(e.optionCount)} opcije/a` })}.`,
  focusAnnouncement: (e, t) =>
    `${t.select({ true: () => `Unesena grupa ${e.groupTitle}, s ${t.plural(e.groupCount, { one: () => `${t.number(e.groupCount)} opcijom`, other: () => `${t.number(e.groupCount)} optione/a` })}. `, other: `` }, e.isGroupChange)}${e.optionText}${t.select({ true: `, izabranih`, other: `` }, e.isSelected)}`,
  listboxLabel: `Predlozi`,
  selectedAnnouncement: (e) => `${e.optionText}, izabrano`,
};
var Kn = {};
Kn = {
  buttonLabel: `Visa förslag`,
  countAnnouncement: (e, t) =>
    `${t.plural(e.optionCount, { one: () => `${t.number(e.optionCount)} alternativ`, other: () => `${t.number(e.optionCount)} alternativ` })} tillg\xe4ngliga.`,
  focusAnnouncement: (e, t) =>
    `${t.select({ true: () => `Ingick i gruppen ${e.groupTitle} med ${t.plural(e.groupCount, { one: () => `${t.number(e.groupCount)} alternativ`, other: () => `${t.number(e.groupCount)} alternativ` })}. `, other: `` }, e.isGroupChange)}${e.optionText}${t.select({ true: `, valda`, other: `` }, e.isSelected)}`,
  listboxLabel: `Förslag`,
  selectedAnnouncement: (e) => `${e.optionText}, valda`,
};
var qn = {};
qn = {
  buttonLabel: `Önerileri göster`,
  countAnnouncement: (e, t) =>
    `${t.plural(e.optionCount, { one: () => `${t.number(e.optionCount)} se\xe7enek`, other: () => `${t.number(e.optionCount)} se\xe7enekler` })} kullan\u{131}labilir.`,
  focusAnnouncement: (e, t) =>
    `${t.select({ true: () => `Girilen grup ${e.groupTitle}, ile ${t.plural(e.groupCount, { one: () => `${t.number(e.groupCount)} se\xe7enek`, other: () => `${t.number(e.groupCount)} se\xe7enekler` })}. `, other: `` }, e.isGroupChange)}${e.optionText}${t.select({ true: `, seçildi`, other: `` }, e.isSelected)}`,
  listboxLabel: `Öneriler`,
  selectedAnnouncement: (e) => `${e.optionText}, se\xe7ildi`,
};
var Jn = {};
Jn = {
  buttonLabel: `Показати пропозиції`,
  countAnnouncement: (e, t) =>
    `${t.plural(e.optionCount, { one: () => `${t.number(e.optionCount)} \u{43F}\u{430}\u{440}\u{430}\u{43C}\u{435}\u{442}\u{440}`, other: () => `${t.number(e.optionCount)} \u{43F}\u{430}\u{440}\u{430}\u{43C}\u{435}\u{442}\u{440}\u{438}(-\u{456}\u{432})` })} \u{434}\u{43E}\u{441}\u{442}\u{443}\u{43F}\u{43D}\u{43E}.`,
  focusAnnouncement: (e, t) =>
    `${t.select({ true: () => `\u{412}\u{432}\u{435}\u{434}\u{435}\u{43D}\u{430} \u{433}\u{440}\u{443}\u{43F}\u{430} ${e.groupTitle}, \u{437} ${t.plural(e.groupCount, { one: () => `${t.number(e.groupCount)} \u{43F}\u{430}\u{440}\u{430}\u{43C}\u{435}\u{442}\u{440}`, other: () => `${t.number(e.groupCount)} \u{43F}\u{430}\u{440}\u{430}\u{43C}\u{435}\u{442}\u{440}\u{438}(-\u{456}\u{432})` })}. `, other: `` }, e.isGroupChange)}${e.optionText}${t.select({ true: `, вибрано`, other: `` }, e.isSelected)}`,
  listboxLabel: `Пропозиції`,
  selectedAnnouncement: (e) => `${e.optionText}, \u{432}\u{438}\u{431}\u{440}\u{430}\u{43D}\u{43E}`,
};
var Yn = {};
Yn = {
  buttonLabel: `显示建议`,
  countAnnouncement: (e, t) =>
    `\u{6709} ${t.plural(e.optionCount, { one: () => `${t.number(e.optionCount)} \u{4E2A}\u{9009}\u{9879}`, other: () => `${t.number(e.optionCount)} \u{4E2A}\u{9009}\u{9879}` })}\u{53EF}\u{7528}\u{3002}`,
  focusAnnouncement: (e, t) =>
    `${t.select({ true: () => `\u{8FDB}\u{5165}\u{4E86} ${e.groupTitle} \u{7EC4}\u{FF0C}\u{5176}\u{4E2D}\u{6709} ${t.plural(e.groupCount, { one: () => `${t.number(e.groupCount)} \u{4E2A}\u{9009}\u{9879}`, other: () => `${t.number(e.groupCount)} \u{4E2A}\u{9009}\u{9879}` })}. `, other: `` }, e.isGroupChange)}${e.optionText}${t.select({ true: `, 已选择`, other: `` }, e.isSelected)}`,
  listboxLabel: `建议`,
  selectedAnnouncement: (e) => `${e.optionText}, \u{5DF2}\u{9009}\u{62E9}`,
};
var Xn = {};
Xn = {
  buttonLabel: `顯示建議`,
  countAnnouncement: (e, t) =>
    `${t.plural(e.optionCount, { one: () => `${t.number(e.optionCount)} \u{9078}\u{9805}`, other: () => `${t.number(e.optionCount)} \u{9078}\u{9805}` })} \u{53EF}\u{7528}\u{3002}`,
  focusAnnouncement: (e, t) =>
    `${t.select({ true: () => `\u{8F38}\u{5165}\u{7684}\u{7FA4}\u{7D44} ${e.groupTitle}, \u{6709} ${t.plural(e.groupCount, { one: () => `${t.number(e.groupCount)} \u{9078}\u{9805}`, other: () => `${t.number(e.groupCount)} \u{9078}\u{9805}` })}. `, other: `` }, e.isGroupChange)}${e.optionText}${t.select({ true: `, 已選取`, other: `` }, e.isSelected)}`,
  listboxLabel: `建議`,
  selectedAnnouncement: (e) => `${e.optionText}, \u{5DF2}\u{9078}\u{53D6}`,
};
var Zn = {};
Zn = {
  "ar-AE": _n,
  "bg-BG": vn,
  "cs-CZ": yn,
  "da-DK": bn,
  "de-DE": xn,
  "el-GR": Sn,
  "en-US": Cn,
  "es-ES": wn,
  "et-EE": Tn,
  "fi-FI": En,
  "fr-FR": Dn,
  "he-IL": On,
  "hr-HR": kn,
  "hu-HU": An,
  "it-IT": jn,
  "ja-JP": Mn,
  "ko-KR": Nn,
  "lt-LT": Pn,
  "lv-LV": Fn,
  "nb-NO": In,
  "nl-NL": Ln,
  "pl-PL": Rn,
  "pt-BR": zn,
  "pt-PT": Bn,
  "ro-RO": Vn,
  "ru-RU": Hn,
  "sk-SK": Un,
  "sl-SI": Wn,
  "sr-SP": Gn,
  "sv-SE": Kn,
  "tr-TR": qn,
  "uk-UA": Jn,
  "zh-CN": Yn,
  "zh-TW": Xn,
};
function Qn(e) {
  return e && e.__esModule ? e.default : e;
}
function $n(e, t) {
  let {
      buttonRef: n,
      popoverRef: r,
      inputRef: i,
      listBoxRef: a,
      keyboardDelegate: o,
      layoutDelegate: s,
      shouldFocusWrap: c,
      isReadOnly: u,
      isDisabled: d,
    } = e,
    f = (0, Y.useRef)(null);
  n ??= f;
  let p = De(Qn(Zn), `@react-aria/combobox`),
    { menuTriggerProps: h, menuProps: g } = he({ type: `listbox`, isDisabled: d || u }, t, n);
  Xt.set(t, { id: g.id });
  let { collection: _ } = t,
    { disabledKeys: v } = t.selectionManager,
    b = (0, Y.useMemo)(() => o || new D({ collection: _, disabledKeys: v, ref: a, layoutDelegate: s }), [o, s, _, v, a]),
    { collectionProps: S } = l({
      selectionManager: t.selectionManager,
      keyboardDelegate: b,
      disallowTypeAhead: !0,
      disallowEmptySelection: !0,
      shouldFocusWrap: c,
      ref: i,
      isVirtualized: !0,
    }),
    C = ae(),
    { keyboardProps: w } = j({
      shortcuts: {
        Enter: (e) => {
          let n = t.isOpen;
          if (t.isOpen && a.current && t.selectionManager.focusedKey != null) {
            let r = t.collection.getItem(t.selectionManager.focusedKey);
            if (r?.props.href) {
              let i = a.current.querySelector(`[data-key="${CSS.escape(t.selectionManager.focusedKey.toString())}"]`);
              return (
                i instanceof HTMLAnchorElement && C.open(i, e, r.props.href, r.props.routerOptions),
                t.close(),
                { shouldPreventDefault: n }
              );
            }
            if (r?.props.onAction) return (r.props.onAction(), t.close(), { shouldPreventDefault: n });
          }
          return (t.commit(), { shouldPreventDefault: n });
        },
        Tab: () => {
          if (t.isOpen && a.current && t.selectionManager.focusedKey != null) {
            let e = t.collection.getItem(t.selectionManager.focusedKey);
            if (e?.props.href) return (t.close(), { shouldPreventDefault: !1 });
            if (e?.props.onAction) return (e.props.onAction(), t.close(), { shouldPreventDefault: !1, shouldContinuePropagation: !0 });
          }
          return (t.isOpen && t.commit(), { shouldPreventDefault: !1, shouldContinuePropagation: !0 });
        },
        Escape: () => {
          let n = !1;
          return (
            (!t.selectionManager.isEmpty || t.inputValue === `` || e.allowsCustomValue) && (n = !0),
            t.revert(),
            { shouldContinuePropagation: n }
          );
        },
      },
    }),
    { keyboardProps: T } = j({
      shortcuts: {
        ArrowDown: () => (t.open(`first`, `manual`), { shouldPreventDefault: !1 }),
        ArrowUp: () => (t.open(`last`, `manual`), { shouldPreventDefault: !1 }),
        ArrowLeft: () => (t.selectionManager.setFocusedKey(null), { shouldPreventDefault: !1 }),
        ArrowRight: () => (t.selectionManager.setFocusedKey(null), { shouldPreventDefault: !1 }),
      },
      allowRepeats: !0,
    }),
    E = (i) => {
      let a = ce(n.current, i.relatedTarget),
        o = ce(r.current, i.relatedTarget);
      a || o || (e.onBlur && e.onBlur(i), t.setFocused(!1));
    },
    ee = (n) => {
      t.isFocused || (e.onFocus && e.onFocus(n), t.setFocused(!0));
    },
    O = er([t.selectionManager.selectedKeys, t.selectionManager.selectionMode]),
    { isInvalid: k, validationErrors: A, validationDetails: te } = t.displayValidation,
    {
      labelProps: M,
      inputProps: N,
      descriptionProps: P,
      errorMessageProps: F,
    } = Wt(
      {
        ...e,
        isRequired: e.selectionMode === `multiple` ? e.isRequired && t.selectionManager.isEmpty : e.isRequired,
        onChange: t.setInputValue,
        onKeyDown: u ? e.onKeyDown : y(t.isOpen && S.onKeyDown, w.onKeyDown, T.onKeyDown, e.onKeyDown),
        onBlur: E,
        value: t.inputValue,
        defaultValue: t.defaultInputValue,
        onFocus: ee,
        autoComplete: `off`,
        validate: void 0,
        [Et]: t,
        "aria-describedby": [O, e[`aria-describedby`]].filter(Boolean).join(` `) || void 0,
      },
      i,
    );
  Ft(i, t.defaultValue, t.setValue);
  let I = (e) => {
      e.pointerType === `touch` && (i.current?.focus(), t.toggle(null, `manual`));
    },
    L = (e) => {
      e.pointerType !== `touch` &&
        (i.current?.focus(), t.toggle(e.pointerType === `keyboard` || e.pointerType === `virtual` ? `first` : null, `manual`));
    },
    R = Se({ id: h.id, "aria-label": p.format(`buttonLabel`), "aria-labelledby": e[`aria-labelledby`] || M.id }),
    z = Se({ id: g.id, "aria-label": p.format(`listboxLabel`), "aria-labelledby": e[`aria-labelledby`] || M.id }),
    B = (0, Y.useRef)(0),
    ie = (e) => {
      if (d || u) return;
      if (e.timeStamp - B.current < 500) {
        (e.preventDefault(), i.current?.focus());
        return;
      }
      let n = ne(e).getBoundingClientRect(),
        r = e.changedTouches[0],
        a = Math.ceil(n.left + 0.5 * n.width),
        o = Math.ceil(n.top + 0.5 * n.height);
      r.clientX === a && r.clientY === o && (e.preventDefault(), i.current?.focus(), t.toggle(null, `manual`), (B.current = e.timeStamp));
    },
    V = t.selectionManager.focusedKey != null && t.isOpen ? t.collection.getItem(t.selectionManager.focusedKey) : void 0,
    H = V?.parentKey ?? null,
    U = t.selectionManager.focusedKey ?? null,
    se = (0, Y.useRef)(H),
    le = (0, Y.useRef)(U);
  (0, Y.useEffect)(() => {
    if (we() && V != null && U != null && U !== le.current) {
      let e = t.selectionManager.isSelected(U),
        n = H == null ? null : t.collection.getItem(H),
        r = n?.[`aria-label`] || (typeof n?.rendered == `string` ? n.rendered : ``) || ``,
        i = p.format(`focusAnnouncement`, {
          isGroupChange: (n && H !== se.current) ?? !1,
          groupTitle: r,
          groupCount: n ? [...Fe(n, t.collection)].length : 0,
          optionText: V[`aria-label`] || V.textValue || ``,
          isSelected: e,
        });
      m(i);
    }
    ((se.current = H), (le.current = U));
  });
  let ue = re(t.collection),
    de = (0, Y.useRef)(ue),
    fe = (0, Y.useRef)(t.isOpen);
  (0, Y.useEffect)(() => {
    let e = t.isOpen !== fe.current && (t.selectionManager.focusedKey == null || we());
    if (t.isOpen && (e || ue !== de.current)) {
      let e = p.format(`countAnnouncement`, { optionCount: ue });
      m(e);
    }
    ((de.current = ue), (fe.current = t.isOpen));
  });
  let pe = (0, Y.useRef)(t.selectedKey);
  return (
    (0, Y.useEffect)(() => {
      if (we() && t.isFocused && t.selectedItem && t.selectedKey !== pe.current) {
        let e = t.selectedItem[`aria-label`] || t.selectedItem.textValue || ``,
          n = p.format(`selectedAnnouncement`, { optionText: e });
        m(n);
      }
      pe.current = t.selectedKey;
    }),
    (0, Y.useEffect)(() => {
      if (t.isOpen) return _e([i.current, r.current].filter((e) => e != null));
    }, [t.isOpen, i, r]),
    bt(() => {
      !V && i.current && oe(Ne(i.current)) === i.current && ye(i.current, null);
    }, [V]),
    Oe(
      a,
      `react-aria-item-action`,
      t.isOpen
        ? () => {
            t.close();
          }
        : void 0,
    ),
    {
      labelProps: {
        ...M,
        onClick:
          (`htmlFor` in M && M.htmlFor) || e.isDisabled
            ? void 0
            : () => {
                (i.current?.focus(), ge(`keyboard`));
              },
      },
      buttonProps: { ...h, ...R, excludeFromTabOrder: !0, preventFocusOnPress: !0, onPress: I, onPressStart: L, isDisabled: d || u },
      inputProps: x(N, {
        role: `combobox`,
        "aria-expanded": h[`aria-expanded`],
        "aria-controls": t.isOpen ? g.id : void 0,
        "aria-autocomplete": `list`,
        "aria-activedescendant": V ? Qt(t, V.key) : void 0,
        onTouchEnd: ie,
        autoCorrect: `off`,
        spellCheck: `false`,
      }),
      listBoxProps: x(g, z, {
        onAction: void 0,
        autoFocus: t.focusStrategy || !0,
        shouldUseVirtualFocus: !0,
        shouldSelectOnPressUp: !0,
        shouldFocusOnHover: !0,
        linkBehavior: `selection`,
        UNSTABLE_itemBehavior: `action`,
      }),
      valueProps: { id: O },
      descriptionProps: P,
      errorMessageProps: F,
      isInvalid: k,
      validationErrors: A,
      validationDetails: te,
    }
  );
}
function er(e = []) {
  let t = r(),
    [n, i] = (0, Y.useState)(!0),
    [a, o] = (0, Y.useState)(e);
  return (
    a.some((t, n) => !Object.is(t, e[n])) && (i(!0), o(e)),
    (0, Y.useEffect)(() => {
      n && !document.getElementById(t) && i(!1);
    }, [t, n, a]),
    n ? t : void 0
  );
}
function tr(e) {
  let {
      defaultFilter: t,
      menuTrigger: n = `input`,
      allowsEmptyCollection: r = !1,
      allowsCustomValue: i,
      shouldCloseOnBlur: a = !0,
      selectionMode: o = `single`,
    } = e,
    [s, c] = (0, Y.useState)(!1),
    [l, u] = (0, Y.useState)(!1),
    [d, f] = (0, Y.useState)(null),
    p = (0, Y.useRef)(!1),
    m = (0, Y.useMemo)(
      () => (e.defaultValue === void 0 ? (o === `single` ? (e.defaultSelectedKey ?? null) : []) : e.defaultValue),
      [e.defaultValue, e.defaultSelectedKey, o],
    ),
    h = (0, Y.useMemo)(() => (e.value === void 0 ? (o === `single` ? e.selectedKey : void 0) : e.value), [e.value, e.selectedKey, o]),
    [g, _] = xe(h, m, e.onChange),
    v = o === `single` && Array.isArray(g) ? g[0] : g,
    y = (t) => {
      if (o === `single`) {
        let n = Array.isArray(t) ? (t[0] ?? null) : t;
        (_(n), n !== v && e.onSelectionChange?.(n));
      } else {
        let e = [];
        (Array.isArray(t) ? (e = t) : t != null && (e = [t]), _(e));
      }
    },
    {
      collection: b,
      selectionManager: x,
      disabledKeys: S,
    } = rn({
      ...e,
      items: e.items ?? e.defaultItems,
      selectionMode: o,
      disallowEmptySelection: o === `single`,
      allowDuplicateSelectionEvents: !0,
      selectedKeys: (0, Y.useMemo)(() => ar(v), [v]),
      onSelectionChange: (t) => {
        if (t !== `all`) {
          if (o === `single`) {
            let n = t.values().next().value ?? null;
            n === v ? (e.onSelectionChange?.(n), z(), I()) : y(n);
          } else y([...t]);
        }
      },
    }),
    C = o === `single` ? x.firstSelectedKey : null,
    w = (0, Y.useMemo)(() => [...x.selectedKeys].map((e) => b.getItem(e)).filter((e) => e != null), [x.selectedKeys, b]),
    [T, E] = xe(e.inputValue, ir(e.defaultInputValue, C, b) || ``, e.onInputChange),
    [D] = (0, Y.useState)(v),
    [ee] = (0, Y.useState)(T),
    O = b,
    k = (0, Y.useMemo)(() => (e.items != null || !t ? b : nr(b, T, t)), [b, T, t, e.items]),
    [A, te] = (0, Y.useState)(k),
    j = (0, Y.useRef)(`focus`),
    M = (t) => {
      (e.onOpenChange && e.onOpenChange(t, t ? j.current : void 0), x.setFocused(t), t || x.setFocusedKey(null));
    },
    N = ie({ ...e, onOpenChange: M, isOpen: void 0, defaultOpen: void 0 }),
    P = (t = null, i) => {
      let a = i === `manual` || (i === `focus` && n === `focus`);
      (r || k.size > 0 || (a && O.size > 0) || e.items) && (a && !N.isOpen && e.items === void 0 && c(!0), (j.current = i), f(t), N.open());
    },
    ne = (t = null, i) => {
      let a = i === `manual` || (i === `focus` && n === `focus`);
      (r || k.size > 0 || (a && O.size > 0) || e.items || N.isOpen) &&
        (a && !N.isOpen && e.items === void 0 && c(!0), N.isOpen || (j.current = i), re(t));
    },
    F = (0, Y.useCallback)(() => {
      te(s ? O : k);
    }, [s, O, k]),
    re = (0, Y.useCallback)(
      (e = null) => {
        (N.isOpen && F(), f(e), N.toggle());
      },
      [N, F],
    ),
    I = (0, Y.useCallback)(() => {
      N.isOpen && (F(), N.close());
    }, [N, F]),
    [L, R] = (0, Y.useState)(T),
    z = () => {
      let e = C == null ? `` : (b.getItem(C)?.textValue ?? ``);
      (R(e), E(e));
    },
    B = (0, Y.useRef)(v),
    ae = (0, Y.useRef)(C == null ? `` : (b.getItem(C)?.textValue ?? ``));
  (0, Y.useEffect)(() => {
    (l && (k.size > 0 || r) && !N.isOpen && T !== L && n !== `manual` && P(null, `input`),
      !s && !r && N.isOpen && k.size === 0 && ((p.current = !0), I()),
      l && p.current && k.size > 0 && !N.isOpen && n !== `manual` && ((p.current = !1), P(null, `input`)),
      v != null && v !== B.current && o === `single` && I(),
      T !== L && (x.setFocusedKey(null), c(!1), o === `single` && T === `` && (e.inputValue === void 0 || h === void 0) && y(null)),
      v !== B.current && (e.inputValue === void 0 || h === void 0) ? z() : L !== T && R(T));
    let t = C == null ? `` : (b.getItem(C)?.textValue ?? ``);
    (!l && C != null && e.inputValue === void 0 && C === B.current && ae.current !== t && (R(t), E(t)), (B.current = v), (ae.current = t));
  });
  let V = Dt({
      ...e,
      value: (0, Y.useMemo)(() => (Array.isArray(v) && v.length === 0 ? null : { inputValue: T, value: v, selectedKey: C }), [T, C, v]),
    }),
    H = () => {
      ((p.current = !1), i && C == null ? oe() : U());
    },
    oe = () => {
      o === `multiple` ? (R(T), I()) : ((B.current = null), y(null), I());
    },
    U = (t = !1) => {
      if (h !== void 0 && e.inputValue !== void 0) {
        let n = C == null ? `` : (b.getItem(C)?.textValue ?? ``);
        ((t || o === `multiple` || T !== n) && (e.onSelectionChange?.(C), e.onChange?.(v)), R(n), I());
      } else (z(), I());
    },
    se = () => {
      if (((p.current = !1), i)) {
        let e = C == null ? `` : (b.getItem(C)?.textValue ?? ``);
        T === e ? U() : oe();
      } else U();
    },
    ce = () => {
      N.isOpen && x.focusedKey != null ? (x.isSelected(x.focusedKey) && o === `single` ? U(!0) : x.select(x.focusedKey)) : se();
    },
    le = (0, Y.useRef)([T, v]),
    ue = (t) => {
      (t
        ? ((le.current = [T, v]), n === `focus` && !e.isReadOnly && P(null, `focus`))
        : (a && se(), (T !== le.current[0] || v !== le.current[1]) && V.commitValidation()),
        u(t));
    },
    de = (0, Y.useMemo)(() => (N.isOpen ? (s ? O : k) : A), [N.isOpen, O, k, s, A]),
    fe = e.defaultSelectedKey ?? (o === `single` ? D : null);
  return {
    ...V,
    ...N,
    focusStrategy: d,
    toggle: ne,
    open: P,
    close: se,
    selectionManager: x,
    value: v,
    defaultValue: m ?? D,
    setValue: y,
    selectedKey: C,
    selectedItems: w,
    defaultSelectedKey: fe,
    setSelectedKey: y,
    disabledKeys: S,
    isFocused: l,
    setFocused: ue,
    selectedItem: w[0] ?? null,
    collection: de,
    inputValue: T,
    defaultInputValue: ir(e.defaultInputValue, fe, b) ?? ee,
    setInputValue: E,
    commit: ce,
    revert: H,
  };
}
function nr(e, t, n) {
  return new nn(rr(e, e, t, n));
}
function rr(e, t, n, r) {
  let i = [];
  for (let a of t)
    if (a.type === `section` && a.hasChildNodes) {
      let t = rr(e, Fe(a, e), n, r);
      [...t].some((e) => e.type === `item`) && i.push({ ...a, childNodes: t });
    } else ((a.type === `item` && r(a.textValue, n)) || a.type !== `item`) && i.push({ ...a });
  return i;
}
function ir(e, t, n) {
  return e == null && t != null ? (n.getItem(t)?.textValue ?? ``) : e;
}
function ar(e) {
  if (e !== void 0) return e === null ? [] : Array.isArray(e) ? e : [e];
}
function or(e) {
  let t = Pe({ usage: `search`, ...e }),
    n = (0, Y.useCallback)(
      (e, n) => n.length === 0 || ((e = e.normalize(`NFC`)), (n = n.normalize(`NFC`)), t.compare(e.slice(0, n.length), n) === 0),
      [t],
    ),
    r = (0, Y.useCallback)(
      (e, n) => n.length === 0 || ((e = e.normalize(`NFC`)), (n = n.normalize(`NFC`)), t.compare(e.slice(-n.length), n) === 0),
      [t],
    ),
    i = (0, Y.useCallback)(
      (e, n) => {
        if (n.length === 0) return !0;
        ((e = e.normalize(`NFC`)), (n = n.normalize(`NFC`)));
        let r = 0,
          i = n.length;
        for (; r + i <= e.length; r++) {
          let a = e.slice(r, r + i);
          if (t.compare(n, a) === 0) return !0;
        }
        return !1;
      },
      [t],
    );
  return (0, Y.useMemo)(() => ({ startsWith: n, endsWith: r, contains: i }), [n, r, i]);
}
var sr = (0, Y.createContext)(null),
  cr = (0, Y.createContext)(null),
  lr = h(function (e, t) {
    [e, t] = I(e, t, sr);
    let { children: n, isDisabled: r = !1, isInvalid: i = !1, isRequired: a = !1, isReadOnly: o = !1 } = e,
      s = (0, Y.useMemo)(
        () =>
          Y.createElement(
            sn.Provider,
            { value: { items: e.items ?? e.defaultItems } },
            typeof n == `function`
              ? n({ isOpen: !1, isDisabled: r, isInvalid: i, isRequired: a, defaultChildren: null, isReadOnly: o })
              : n,
          ),
        [n, r, i, a, o, e.items, e.defaultItems],
      );
    return Y.createElement(g, { content: s }, (n) => Y.createElement(dr, { props: e, collection: n, comboBoxRef: t }));
  }),
  ur = [_, S, Vt, B, Bt, v];
function dr({ props: e, collection: t, comboBoxRef: n }) {
  let { name: r, formValue: i = `key`, allowsCustomValue: a } = e;
  a && (i = `text`);
  let { validationBehavior: o } = d(Nt) || {},
    s = e.validationBehavior ?? o ?? `native`,
    { contains: c } = or({ sensitivity: `base` }),
    l = tr({ ...e, defaultFilter: e.defaultFilter || c, items: e.items, children: void 0, collection: t, validationBehavior: s }),
    u = (0, Y.useRef)(null),
    f = (0, Y.useRef)(null),
    m = (0, Y.useRef)(null),
    h = (0, Y.useRef)(null),
    g = (0, Y.useRef)(null),
    [y, b] = E(!e[`aria-label`] && !e[`aria-labelledby`]),
    [x, C] = (0, Y.useState)(`label`),
    {
      buttonProps: w,
      inputProps: T,
      listBoxProps: D,
      labelProps: ee,
      descriptionProps: k,
      errorMessageProps: A,
      valueProps: te,
      ...j
    } = $n(
      {
        ...O(e),
        label: b,
        inputRef: f,
        buttonRef: u,
        listBoxRef: h,
        popoverRef: g,
        name: i === `text` ? r : void 0,
        validationBehavior: s,
        labelElementType: x,
      },
      l,
    ),
    [M, N] = (0, Y.useState)(null),
    P = (0, Y.useCallback)(() => {
      if (f.current && !m.current) {
        let e = u.current?.getBoundingClientRect(),
          t = f.current.getBoundingClientRect(),
          n = e ? Math.min(e.left, t.left) : t.left,
          r = e ? Math.max(e.right, t.right) : t.right;
        N(r - n + `px`);
      }
    }, [u, f, N]);
  Ce({ ref: f, onResize: P });
  let ne = (0, Y.useMemo)(
      () => ({
        get current() {
          return m.current || f.current;
        },
      }),
      [m, f],
    ),
    re = (0, Y.useMemo)(
      () => ({
        isOpen: l.isOpen,
        isDisabled: e.isDisabled || !1,
        isInvalid: j.isInvalid || !1,
        isRequired: e.isRequired || !1,
        isReadOnly: e.isReadOnly || !1,
      }),
      [l.isOpen, e.isDisabled, j.isInvalid, e.isRequired, e.isReadOnly],
    ),
    I = G({ ...e, values: re, defaultClassName: `react-aria-ComboBox` }),
    L = p(e, { global: !0 });
  delete L.id;
  let z = [];
  if (r && i === `key`) {
    let t = Array.isArray(l.value) ? l.value : [l.value];
    (t.length === 0 && (t = [null]),
      (z = t.map((t, n) => Y.createElement(`input`, { key: n, type: `hidden`, name: r, form: e.form, value: t ?? `` }))));
  }
  return Y.createElement(
    Le,
    {
      values: [
        [cr, l],
        [_, { ...ee, elementType: x, ref: y }],
        [S, { ...w, ref: u, isPressed: l.isOpen }],
        [Vt, { ...T, ref: f }],
        [
          B,
          {
            ...T,
            ref: (0, Y.useCallback)((e) => {
              ((f.current = e), e && C(e.tagName.toLowerCase() === `input` ? `label` : `span`));
            }, []),
            value: l.inputValue,
            onChange: (e) => l.setInputValue(e),
          },
        ],
        [F, l],
        [
          R,
          {
            ref: g,
            triggerRef: ne,
            scrollRef: h,
            placement: `bottom start`,
            isNonModal: !0,
            trigger: `ComboBox`,
            style: { "--trigger-width": M },
            clearContexts: ur,
          },
        ],
        [sn, { ...D, ref: h }],
        [cn, l],
        [v, { slots: { description: k, errorMessage: A } }],
        [Bt, { ref: m, isInvalid: j.isInvalid, isDisabled: e.isDisabled || !1 }],
        [xt, j],
        [fr, te],
      ],
    },
    Y.createElement(
      W.div,
      {
        ...L,
        ...I,
        ref: n,
        slot: e.slot || void 0,
        "data-focused": l.isFocused || void 0,
        "data-open": l.isOpen || void 0,
        "data-disabled": e.isDisabled || void 0,
        "data-readonly": e.isReadOnly || void 0,
        "data-invalid": j.isInvalid || void 0,
        "data-required": e.isRequired || void 0,
      },
      I.children,
      z,
    ),
  );
}
var fr = (0, Y.createContext)(null),
  pr = () => `Back to home`,
  mr = () => `Retour à l’accueil`,
  hr = (e = {}, t = {}) => ((t.locale ?? q()) === `fr` ? mr(e) : pr(e)),
  gr = () => `Cancel`,
  _r = () => `Annuler`,
  vr = (e = {}, t = {}) => ((t.locale ?? q()) === `fr` ? _r(e) : gr(e)),
  yr = () => `Changed`,
  br = () => `Modifié`,
  xr = (e = {}, t = {}) => ((t.locale ?? q()) === `fr` ? br(e) : yr(e)),
  Sr = () => `on request`,
  Cr = () => `sur demande`,
  wr = (e = {}, t = {}) => ((t.locale ?? q()) === `fr` ? Cr(e) : Sr(e)),
  Tr = () => `Conflict`,
  Er = () => `Conflit`,
  Dr = (e = {}, t = {}) => ((t.locale ?? q()) === `fr` ? Er(e) : Tr(e)),
  Or = (e) => `12 or 12% · -500 takes ${e?.currency} 500 off · =990 sets the net`,
  kr = (e) => `12 ou 12 % · -500 retire 500 ${e?.currency} · =990 fixe le net`,
  Ar = (e, t = {}) => ((t.locale ?? q()) === `fr` ? kr(e) : Or(e)),
  jr = (e) => `−${e?.amount}`,
  Mr = (e) => `−${e?.amount}`,
  Nr = (e, t = {}) => ((t.locale ?? q()) === `fr` ? Mr(e) : jr(e)),
  Pr = (e) => `= ${e?.amount}`,
  Fr = (e) => `= ${e?.amount}`,
  Ir = (e, t = {}) => ((t.locale ?? q()) === `fr` ? Fr(e) : Pr(e)),
  Lr = () => `Enter 12%, -500 or =990.`,
  Rr = () => `Saisissez 12 %, -500 ou =990.`,
  zr = (e = {}, t = {}) => ((t.locale ?? q()) === `fr` ? Rr(e) : Lr(e)),
  Br = () => `The server cannot be reached. Check the connection and try again.`,
  Vr = () => `Le serveur est injoignable. Vérifiez la connexion puis réessayez.`,
  Hr = (e = {}, t = {}) => ((t.locale ?? q()) === `fr` ? Vr(e) : Br(e)),
  Ur = (e) => `Reference for support: ${e?.id}`,
  Wr = (e) => `Référence pour l’assistance : ${e?.id}`,
  Gr = (e, t = {}) => ((t.locale ?? q()) === `fr` ? Wr(e) : Ur(e)),
  Kr = () => `Try again`,
  qr = () => `Réessayer`,
  Jr = (e = {}, t = {}) => ((t.locale ?? q()) === `fr` ? qr(e) : Kr(e)),
  Yr = () => `This did not work`,
  Xr = () => `Cela n’a pas fonctionné`,
  Zr = (e = {}, t = {}) => ((t.locale ?? q()) === `fr` ? Xr(e) : Yr(e)),
  Qr = () => `Purchase order number`,
  $r = () => `Numéro de bon de commande`,
  ei = (e = {}, t = {}) => ((t.locale ?? q()) === `fr` ? $r(e) : Qr(e)),
  ti = () => `Reason`,
  ni = () => `Motif`,
  ri = (e = {}, t = {}) => ((t.locale ?? q()) === `fr` ? ni(e) : ti(e)),
  ii = () => `Valid until`,
  ai = () => `Valable jusqu’au`,
  oi = (e = {}, t = {}) => ((t.locale ?? q()) === `fr` ? ai(e) : ii(e)),
  si = () => `As known on`,
  ci = () => `Tel que connu le`,
  li = (e = {}, t = {}) => ((t.locale ?? q()) === `fr` ? ci(e) : si(e)),
  ui = () => `Counted for`,
  di = () => `Compté pour`,
  fi = (e = {}, t = {}) => ((t.locale ?? q()) === `fr` ? di(e) : ui(e)),
  pi = () => `Counted`,
  mi = () => `Compté`,
  hi = (e = {}, t = {}) => ((t.locale ?? q()) === `fr` ? mi(e) : pi(e)),
  gi = (e) => `${e?.value} days`,
  _i = (e) => `${e?.value} jours`,
  vi = (e, t = {}) => ((t.locale ?? q()) === `fr` ? _i(e) : gi(e)),
  yi = () => `When it is bad`,
  bi = () => `Quand il est mauvais`,
  xi = (e = {}, t = {}) => ((t.locale ?? q()) === `fr` ? bi(e) : yi(e)),
  Si = () => `Definition`,
  Ci = () => `Définition`,
  wi = (e = {}, t = {}) => ((t.locale ?? q()) === `fr` ? Ci(e) : Si(e)),
  Ti = (e) => `Definition: ${e?.name}`,
  Ei = (e) => `Définition : ${e?.name}`,
  Di = (e, t = {}) => ((t.locale ?? q()) === `fr` ? Ei(e) : Ti(e)),
  Oi = () => `Formula`,
  ki = () => `Formule`,
  Ai = (e = {}, t = {}) => ((t.locale ?? q()) === `fr` ? ki(e) : Oi(e)),
  ji = (e) => `Left out, no exchange rate: ${e?.amount}`,
  Mi = (e) => `Écarté, pas de taux de change : ${e?.amount}`,
  Ni = (e, t = {}) => ((t.locale ?? q()) === `fr` ? Mi(e) : ji(e)),
  Pi = (e) => `${e?.cases} · 95% between ${e?.low} and ${e?.high}`,
  Fi = (e) => `${e?.cases} · 95 % entre ${e?.low} et ${e?.high}`,
  Ii = (e, t = {}) => ((t.locale ?? q()) === `fr` ? Fi(e) : Pi(e)),
  Li = (e) => `${e?.k} of ${e?.n}`,
  Ri = (e) => `${e?.k} sur ${e?.n}`,
  zi = (e, t = {}) => ((t.locale ?? q()) === `fr` ? Ri(e) : Li(e)),
  Bi = () => `Objective`,
  Vi = () => `Objectif`,
  Hi = (e = {}, t = {}) => ((t.locale ?? q()) === `fr` ? Vi(e) : Bi(e)),
  Ui = () => `Period`,
  Wi = () => `Période`,
  Gi = (e = {}, t = {}) => ((t.locale ?? q()) === `fr` ? Wi(e) : Ui(e)),
  Ki = () => `In one sentence`,
  qi = () => `En une phrase`,
  Ji = (e = {}, t = {}) => ((t.locale ?? q()) === `fr` ? qi(e) : Ki(e)),
  Yi = () => `Receipt`,
  Xi = () => `Reçu`,
  Zi = (e = {}, t = {}) => ((t.locale ?? q()) === `fr` ? Xi(e) : Yi(e)),
  Qi = (e) => (Xe(`en`, e?.count, {}) === `one` ? `${e?.count} quote counted` : `${e?.count} quotes counted`),
  $i = (e) => (Xe(`fr`, e?.count, {}) === `one` ? `${e?.count} devis compté` : `${e?.count} devis comptés`),
  ea = (e, t = {}) => ((t.locale ?? q()) === `fr` ? $i(e) : Qi(e)),
  ta = (e) => `Fewer than ${e?.n} cases: no percentage`,
  na = (e) => `Moins de ${e?.n} cas : pas de pourcentage`,
  ra = (e, t = {}) => ((t.locale ?? q()) === `fr` ? na(e) : ta(e)),
  ia = () => `Version of the definition`,
  aa = () => `Version de la définition`,
  oa = (e = {}, t = {}) => ((t.locale ?? q()) === `fr` ? aa(e) : ia(e)),
  sa = () => `Window`,
  ca = () => `Fenêtre`,
  la = (e = {}, t = {}) => ((t.locale ?? q()) === `fr` ? ca(e) : sa(e)),
  ua = (e) => `Year before: ${e?.value}`,
  da = (e) => `Un an avant : ${e?.value}`,
  fa = (e, t = {}) => ((t.locale ?? q()) === `fr` ? da(e) : ua(e)),
  pa = () => `Figures`,
  ma = () => `Indicateurs`,
  ha = (e = {}, t = {}) => ((t.locale ?? q()) === `fr` ? ma(e) : pa(e)),
  ga = () => `Nothing in this period`,
  _a = () => `Rien sur cette période`,
  va = (e = {}, t = {}) => ((t.locale ?? q()) === `fr` ? _a(e) : ga(e)),
  ya = () => `Margin`,
  ba = () => `Marge`,
  xa = (e = {}, t = {}) => ((t.locale ?? q()) === `fr` ? ba(e) : ya(e)),
  Sa = () => `Lines`,
  Ca = () => `Lignes`,
  wa = (e = {}, t = {}) => ((t.locale ?? q()) === `fr` ? Ca(e) : Sa(e)),
  Ta = () => `The right product, the right price, a quote the customer can sign.`,
  Ea = () => `Le bon produit, le bon prix, un devis prêt à signer.`,
  Da = (e = {}, t = {}) => ((t.locale ?? q()) === `fr` ? Ea(e) : Ta(e)),
  Oa = () => `E-mail address`,
  ka = () => `Adresse e-mail`,
  Aa = (e = {}, t = {}) => ((t.locale ?? q()) === `fr` ? ka(e) : Oa(e)),
  ja = () => `Enter your e-mail address and your password.`,
  Ma = () => `Saisissez votre adresse e-mail et votre mot de passe.`,
  Na = (e = {}, t = {}) => ((t.locale ?? q()) === `fr` ? Ma(e) : ja(e)),
  Pa = () => `The page may have moved, or it belongs to another team.`,
  Fa = () => `La page a peut-être changé d’adresse, ou appartient à une autre équipe.`,
  Ia = (e = {}, t = {}) => ((t.locale ?? q()) === `fr` ? Fa(e) : Pa(e)),
  La = () => `There is nothing here`,
  Ra = () => `Il n’y a rien ici`,
  za = (e = {}, t = {}) => ((t.locale ?? q()) === `fr` ? Ra(e) : La(e)),
  Ba = () => `Nothing found`,
  Va = () => `Aucun résultat`,
  Ha = (e = {}, t = {}) => ((t.locale ?? q()) === `fr` ? Va(e) : Ba(e)),
  Ua = () => `per month`,
  Wa = () => `par mois`,
  Ga = (e = {}, t = {}) => ((t.locale ?? q()) === `fr` ? Wa(e) : Ua(e)),
  Ka = () => `once`,
  qa = () => `unique`,
  Ja = (e = {}, t = {}) => ((t.locale ?? q()) === `fr` ? qa(e) : Ka(e)),
  Ya = (e) => `${e?.from} to ${e?.to}`,
  Xa = (e) => `Du ${e?.from} au ${e?.to}`,
  Za = (e, t = {}) => ((t.locale ?? q()) === `fr` ? Xa(e) : Ya(e)),
  Qa = () => `per year`,
  $a = () => `par an`,
  eo = (e = {}, t = {}) => ((t.locale ?? q()) === `fr` ? $a(e) : Qa(e)),
  to = () => `Quantity`,
  no = () => `Quantité`,
  ro = (e = {}, t = {}) => ((t.locale ?? q()) === `fr` ? no(e) : to(e)),
  io = () => `Discount on the whole quote`,
  ao = () => `Remise sur tout le devis`,
  oo = (e = {}, t = {}) => ((t.locale ?? q()) === `fr` ? ao(e) : io(e)),
  so = () => `New quote`,
  co = () => `Nouveau devis`,
  lo = (e = {}, t = {}) => ((t.locale ?? q()) === `fr` ? co(e) : so(e)),
  uo = () => `No quotes yet`,
  fo = () => `Aucun devis pour l’instant`,
  po = (e = {}, t = {}) => ((t.locale ?? q()) === `fr` ? fo(e) : uo(e)),
  mo = () => `Search`,
  ho = () => `Rechercher`,
  go = (e = {}, t = {}) => ((t.locale ?? q()) === `fr` ? ho(e) : mo(e)),
  _o = () => `Show more`,
  vo = () => `Afficher plus`,
  yo = (e = {}, t = {}) => ((t.locale ?? q()) === `fr` ? vo(e) : _o(e)),
  bo = () => `State`,
  xo = () => `État`,
  So = (e = {}, t = {}) => ((t.locale ?? q()) === `fr` ? xo(e) : bo(e)),
  Co = () => `Accepted`,
  wo = () => `Accepté`,
  To = (e = {}, t = {}) => ((t.locale ?? q()) === `fr` ? wo(e) : Co(e)),
  Eo = () => `Approved`,
  Do = () => `Validé`,
  Oo = (e = {}, t = {}) => ((t.locale ?? q()) === `fr` ? Do(e) : Eo(e)),
  ko = () => `Discarded`,
  Ao = () => `Abandonné`,
  jo = (e = {}, t = {}) => ((t.locale ?? q()) === `fr` ? Ao(e) : ko(e)),
  Mo = () => `Draft`,
  No = () => `Brouillon`,
  Po = (e = {}, t = {}) => ((t.locale ?? q()) === `fr` ? No(e) : Mo(e)),
  Fo = () => `Expired`,
  Io = () => `Expiré`,
  Lo = (e = {}, t = {}) => ((t.locale ?? q()) === `fr` ? Io(e) : Fo(e)),
  Ro = () => `Ordered`,
  zo = () => `Commandé`,
  Bo = (e = {}, t = {}) => ((t.locale ?? q()) === `fr` ? zo(e) : Ro(e)),
  Vo = () => `In approval`,
  Ho = () => `En validation`,
  Uo = (e = {}, t = {}) => ((t.locale ?? q()) === `fr` ? Ho(e) : Vo(e)),
  Wo = () => `Declined`,
  Go = () => `Refusé`,
  Ko = (e = {}, t = {}) => ((t.locale ?? q()) === `fr` ? Go(e) : Wo(e)),
  qo = () => `Sent`,
  Jo = () => `Envoyé`,
  Yo = (e = {}, t = {}) => ((t.locale ?? q()) === `fr` ? Jo(e) : qo(e)),
  Xo = () => `Superseded`,
  Zo = () => `Remplacé`,
  Qo = (e = {}, t = {}) => ((t.locale ?? q()) === `fr` ? Zo(e) : Xo(e)),
  $o = () => `Withdrawn`,
  es = () => `Retiré`,
  ts = (e = {}, t = {}) => ((t.locale ?? q()) === `fr` ? es(e) : $o(e)),
  ns = () => `Configure, price, quote`,
  rs = () => `Configurer, chiffrer, deviser`,
  is = (e = {}, t = {}) => ((t.locale ?? q()) === `fr` ? rs(e) : ns(e)),
  as = () => `Total incl. VAT`,
  os = () => `Total TTC`,
  ss = (e = {}, t = {}) => ((t.locale ?? q()) === `fr` ? os(e) : as(e)),
  cs = () => `At list price`,
  ls = () => `Au tarif`,
  us = (e = {}, t = {}) => ((t.locale ?? q()) === `fr` ? ls(e) : cs(e)),
  ds = () => `Total excl. VAT`,
  fs = () => `Total HT`,
  ps = (e = {}, t = {}) => ((t.locale ?? q()) === `fr` ? fs(e) : ds(e)),
  ms = (e) => `VAT ${e?.rate} %`,
  hs = (e) => `TVA ${e?.rate} %`,
  gs = (e, t = {}) => ((t.locale ?? q()) === `fr` ? hs(e) : ms(e)),
  _s = () => `Totals`,
  vs = () => `Totaux`,
  ys = (e = {}, t = {}) => ((t.locale ?? q()) === `fr` ? vs(e) : _s(e)),
  bs = (e) => (Xe(`en`, e?.count, {}) === `one` ? `${e?.count} day` : `${e?.count} days`),
  xs = (e) => (Xe(`fr`, e?.count, {}) === `one` ? `${e?.count} jour` : `${e?.count} jours`),
  Ss = (e, t = {}) => ((t.locale ?? q()) === `fr` ? xs(e) : bs(e)),
  Cs = (e) => `version ${e?.version}`,
  ws = (e) => `version ${e?.version}`,
  Ts = (e, t = {}) => ((t.locale ?? q()) === `fr` ? ws(e) : Cs(e)),
  X = ee();
function Es() {
  return (0, X.jsx)(Ke, {
    title: za(),
    children: (0, X.jsx)(Ve, {
      icon: `search`,
      title: Ia(),
      actions: (0, X.jsx)(C, { to: `/`, className: Qe({ look: `primary` }), children: hr() }),
    }),
  });
}
function Ds(e) {
  return e instanceof ct ? (e.away ? Hr() : e.message) : e instanceof Error ? e.message : String(e);
}
function Os({ error: e, reset: t }) {
  return e instanceof ct && e.status === 404
    ? (0, X.jsx)(Es, {})
    : (0, X.jsx)(Ke, { title: Zr(), children: (0, X.jsx)(ks, { error: e, retry: t }) });
}
function ks({ error: e, retry: t }) {
  let n = e instanceof ct ? e.requestId : ``;
  return (0, X.jsx)(Ve, {
    icon: `alert`,
    role: `alert`,
    title: Ds(e),
    actions: (0, X.jsx)(ze, { look: `primary`, onPress: t, children: Jr() }),
    children: n && Gr({ id: n }),
  });
}
var As = {
    popover: `_popover_12ctr_2`,
    drop: `_drop_12ctr_1`,
    menu: `_menu_12ctr_17`,
    item: `_item_12ctr_25`,
    detail: `_detail_12ctr_61`,
    heading: `_heading_12ctr_67`,
  },
  js = { region: `_region_1au2t_2`, toast: `_toast_1au2t_13`, up: `_up_1au2t_1`, text: `_text_1au2t_31`, action: `_action_1au2t_36` },
  Ms = [],
  Ns = 1,
  Ps = new Set();
function Fs(e) {
  ((Ms = e), Ps.forEach((e) => e()));
}
function Is(e) {
  Fs([{ ...e, id: Ns++ }]);
}
function Ls(e) {
  Fs(Ms.filter((t) => t.id !== e));
}
var Rs = 8e3;
function zs({ toast: e }) {
  return (
    (0, Y.useEffect)(() => {
      let t = setTimeout(() => Ls(e.id), Rs);
      return () => clearTimeout(t);
    }, [e.id]),
    (0, X.jsxs)(`div`, {
      className: js.toast,
      children: [
        (0, X.jsx)(Ue, { name: e.tone === `failed` ? `alert` : `check`, size: 18 }),
        (0, X.jsx)(`span`, { className: js.text, children: e.text }),
        e.action &&
          (0, X.jsx)(`button`, {
            type: `button`,
            className: js.action,
            onClick: () => {
              (e.action?.run(), Ls(e.id));
            },
            children: e.action.label,
          }),
        (0, X.jsx)(`button`, {
          type: `button`,
          className: js.action,
          "aria-label": tt(),
          onClick: () => Ls(e.id),
          children: (0, X.jsx)(Ue, { name: `close`, size: 16 }),
        }),
      ],
    })
  );
}
function Bs() {
  let e = (0, Y.useSyncExternalStore)(
    (e) => (Ps.add(e), () => Ps.delete(e)),
    () => Ms,
  );
  return (0, X.jsx)(`div`, {
    className: js.region,
    role: `status`,
    "aria-live": `polite`,
    children: e.map((e) => (0, X.jsx)(zs, { toast: e }, e.id)),
  });
}
var Vs = [`month`, `last_month`, `quarter`, `year`, `months_12`, `months_24`];
function Z(e, t, n = 1) {
  return new Date(Date.UTC(e, t, n)).toISOString().slice(0, 10);
}
function Hs(e, t) {
  let [n, r] = [t.getFullYear(), t.getMonth()];
  switch (e) {
    case `month`:
      return { from: Z(n, r), to: Z(n, r + 1) };
    case `last_month`:
      return { from: Z(n, r - 1), to: Z(n, r) };
    case `quarter`:
      return { from: Z(n, r - (r % 3)), to: Z(n, r - (r % 3) + 3) };
    case `year`:
      return { from: Z(n, 0), to: Z(n + 1, 0) };
    case `months_12`:
      return { from: Z(n, r - 11), to: Z(n, r + 1) };
    case `months_24`:
      return { from: Z(n, r - 23), to: Z(n, r + 1) };
  }
}
function Us(e) {
  return Hs(`month`, e);
}
function Ws(e) {
  let [t = 0, n = 1] = e.split(`-`).map(Number);
  return { from: Z(t, n - 1), to: Z(t, n) };
}
function Gs({ from: e, to: t }) {
  return { from: Ks(e), to: Ks(t) };
}
function Ks(e) {
  let [t = 0, n = 1, r = 1] = e.split(`-`).map(Number),
    i = new Date(Date.UTC(t - 1, n, 0)).getUTCDate();
  return Z(t - 1, n - 1, Math.min(r, i));
}
function qs({ to: e }) {
  let [t = 0, n = 1, r = 1] = e.split(`-`).map(Number);
  return Z(t, n - 1, r - 1);
}
var Js = {
  draft: { words: Po, tone: `outline`, icon: `pencil` },
  pending_approval: { words: Uo, tone: `rule`, icon: `clock` },
  approved: { words: Oo, tone: `accent`, icon: `check` },
  sent: { words: Yo, tone: `accent`, icon: `send` },
  accepted: { words: To, tone: `good`, icon: `check` },
  ordered: { words: Bo, tone: `good`, icon: `truck` },
  rejected: { words: Ko, tone: `danger`, icon: `close` },
  expired: { words: Lo, tone: `neutral`, icon: `clock` },
  withdrawn: { words: ts, tone: `neutral`, icon: `undo` },
  superseded: { words: Qo, tone: `neutral`, icon: `swap` },
  cancelled: { words: jo, tone: `neutral`, icon: `trash` },
};
function Ys(e) {
  return Js[e];
}
var Xs = Object.keys(Js),
  Zs = [`draft`, `pending_approval`, `approved`, `sent`, `accepted`, `ordered`];
function Qs(e) {
  return e === `draft` || e === `approved`;
}
var $s = ke({ queryKey: [`models`], queryFn: async () => (await lt(it.GET(`/v1/models`))).items, staleTime: 3e5 }),
  ec = (e, t) =>
    ke({
      queryKey: [`model`, e, t],
      queryFn: () => lt(it.GET(`/v1/models/{code}`, { params: { path: { code: e }, query: { version: t } } })),
      staleTime: t ? 1 / 0 : 3e5,
    }),
  tc = ke({ queryKey: [`settings`], queryFn: () => lt(it.GET(`/v1/settings`)), staleTime: 6e5 }),
  nc = { emblem: `_emblem_10hgj_2`, disc: `_disc_10hgj_8`, ring: `_ring_10hgj_12` };
function rc({ code: e, className: t }) {
  let n = [...e].reduce((e, t) => (e * 31 + t.charCodeAt(0)) >>> 0, 7),
    r = (e, t) => ((n >>> (e * 3)) % 97) * (t / 97);
  return (0, X.jsxs)(`svg`, {
    className: $e(nc.emblem, t),
    viewBox: `0 0 160 90`,
    preserveAspectRatio: `xMidYMid slice`,
    "aria-hidden": `true`,
    focusable: `false`,
    children: [
      (0, X.jsx)(`circle`, { className: nc.disc, cx: 50 + r(0, 60), cy: 30 + r(1, 34), r: 22 + r(2, 16) }),
      (0, X.jsx)(`circle`, { className: nc.ring, cx: 40 + r(3, 80), cy: 24 + r(4, 44), r: 16 + r(5, 24) }),
      (0, X.jsx)(`path`, {
        className: nc.ring,
        d: `M-4 ${20 + r(6, 50)} C ${40 + r(2, 20)} ${r(1, 90)}, ${90 + r(0, 20)} ${r(4, 90)}, 164 ${15 + r(3, 60)}`,
      }),
      (0, X.jsx)(`path`, {
        className: nc.ring,
        d: `M-4 ${30 + r(6, 50)} C ${40 + r(2, 20)} ${10 + r(1, 90)}, ${90 + r(0, 20)} ${10 + r(4, 90)}, 164 ${25 + r(3, 60)}`,
      }),
    ],
  });
}
function ic(e, t) {
  let n = e.replace(/[\s\u00a0\u202f'’]/g, ``).replace(/[−–]/g, `-`),
    r = n.startsWith(`-`);
  if (((n = n.replace(/^[+-]/, ``)), !/^[\d.,]+$/.test(n) || !/\d/.test(n))) return null;
  let i = ac(n, t),
    a = i ? n.split(i) : [n];
  if (a.length > 2) return null;
  let [o = ``, s = ``] = a;
  if (/[.,]/.test(s) || !oc(o)) return null;
  let c = o.replace(/[.,]/g, ``).replace(/^0+(?=\d)/, ``) || `0`,
    l = s ? `${c}.${s}` : c;
  return r && /[1-9]/.test(l) ? `-${l}` : l;
}
function ac(e, t) {
  let n = e.lastIndexOf(`.`),
    r = e.lastIndexOf(`,`);
  if (n < 0 && r < 0) return null;
  if (n >= 0 && r >= 0) return n > r ? `.` : `,`;
  let i = n >= 0 ? `.` : `,`;
  return t === `fr` || i === `.` ? i : oc(e) ? null : i;
}
function oc(e) {
  return /^\d*$/.test(e) || /^\d{1,3}([.,]\d{3})+$/.test(e);
}
function sc(e) {
  return !/[1-9]/.test(e);
}
function cc(e, t) {
  let [n, r] = fc(e, t);
  return r === 0n ? null : mc((n * 10000n) / r, 4);
}
function lc(e, t) {
  let [n, r] = fc(e, t);
  return n < r ? -1 : +(n > r);
}
function uc(e, t, n) {
  let r = Math.max(Q(e), Q(t), Q(n)),
    [i, a, o] = [e, t, n].map((e) => pc(e, r));
  if (o <= 0n) return [e, e];
  let s = (((i - a) % o) + o) % o,
    c = i - s,
    l = s === 0n ? c : c + o;
  return [mc(c, r), mc(l, r)];
}
function dc(e, t) {
  let n = Math.max(Q(e), Q(t));
  return mc(pc(e, n) + pc(t, n), n);
}
function fc(e, t) {
  let n = Math.max(Q(e), Q(t));
  return [pc(e, n), pc(t, n)];
}
function Q(e) {
  let t = e.indexOf(`.`);
  return t < 0 ? 0 : e.length - t - 1;
}
function pc(e, t) {
  let [n = `0`, r = ``] = e.replace(`-`, ``).split(`.`),
    i = BigInt(n + r.padEnd(t, `0`));
  return e.startsWith(`-`) ? -i : i;
}
function mc(e, t) {
  let n = e < 0n,
    r = (n ? -e : e).toString().padStart(t + 1, `0`),
    i = r.slice(0, r.length - t),
    a = r.slice(r.length - t).replace(/0+$/, ``);
  return (n ? `-` : ``) + i + (a ? `.` + a : ``);
}
var hc = ke({ queryKey: [`kpi`, `metrics`], queryFn: async () => (await lt(it.GET(`/v1/kpi/metrics`))).items, staleTime: 6e5 }),
  gc = (e) =>
    ke({
      queryKey: [`kpi`, `figures`, e],
      queryFn: ({ signal: t }) => lt(it.POST(`/v1/kpi/query`, { body: e, signal: t })),
      staleTime: 6e4,
    });
function _c(e) {
  return lt(it.POST(`/v1/kpi/quotes`, { body: e }));
}
var vc = 10;
function yc(e, t, n, r = !1) {
  if (e.unit === `rate`) return t.value === void 0 ? zi(t) : Be(t.value);
  if (t.value === void 0) return `–`;
  switch (e.unit) {
    case `money`:
      return r ? rt(t.value, n) : K(t.value, n);
    case `days`:
      return vi({ value: Ze(t.value) });
    case `count`:
    case `score`:
      return Ze(t.value);
  }
}
function bc(e, t) {
  if (e.unit !== `rate`) return ea({ count: t.n });
  if (t.value === void 0) return t.n === 0 ? va() : ra({ n: vc });
  let n = zi(t);
  return t.low !== void 0 && t.high !== void 0 ? Ii({ cases: n, low: Be(t.low), high: Be(t.high) }) : n;
}
function xc(e) {
  return (e.gaps ?? []).map((e) => Ni({ amount: K(e.amount, e.currency) }));
}
function Sc(e) {
  return e?.figures.find((e) => !e.key || e.key.length === 0) ?? e?.figures[0];
}
var $ = {
  tiles: `_tiles_1u49t_2`,
  tile: `_tile_1u49t_2`,
  name: `_name_1u49t_20`,
  value: `_value_1u49t_30`,
  basis: `_basis_1u49t_48`,
  caveat: `_caveat_1u49t_53`,
  interval: `_interval_1u49t_58`,
  scope: `_scope_1u49t_82`,
  span: `_span_1u49t_90`,
  sections: `_sections_1u49t_94`,
  two: `_two_1u49t_99`,
  chart: `_chart_1u49t_105`,
  bar: `_bar_1u49t_116`,
  axis: `_axis_1u49t_127`,
  toggle: `_toggle_1u49t_135`,
  definition: `_definition_1u49t_146`,
};
function Cc({ answer: e, onClose: t }) {
  let { metric: n, receipt: r } = e,
    i = [
      [Ji(), J(n.plain)],
      [Hi(), J(n.objective)],
      [xi(), J(n.decision_if_bad)],
      [Ai(), n.formula],
      [fi(), n.attribution],
      [oa(), String(n.version)],
      [Gi(), Za({ from: ht(r.query.from), to: ht(qs(r.query)) })],
      [li(), mt(r.as_of)],
      [hi(), ea({ count: r.n })],
      [Zi(), r.hash],
    ];
  return (
    e.window_days && i.splice(6, 0, [la(), Ss({ count: e.window_days })]),
    (0, X.jsx)(qe, {
      title: J(n.name),
      open: !0,
      onClose: t,
      kind: `drawer`,
      children: (0, X.jsx)(`dl`, {
        className: $.definition,
        children: i.map(([e, t]) =>
          (0, X.jsxs)(`div`, { children: [(0, X.jsx)(`dt`, { children: e }), (0, X.jsx)(`dd`, { children: t })] }, e),
        ),
      }),
    })
  );
}
function wc({ period: e, filter: t }) {
  let n = be(hc).data?.map((e) => e.id) ?? [],
    r = be({ ...gc({ metrics: n, ...e, filter: t }), enabled: n.length > 0 }),
    i = be({ ...gc({ metrics: n, ...Gs(e), filter: t }), enabled: n.length > 0 });
  return r.isPending
    ? (0, X.jsx)(Je, { lines: 3 })
    : r.isError
      ? (0, X.jsx)(Ve, { icon: `alert`, title: Ds(r.error) })
      : (0, X.jsx)(`ul`, {
          className: $.tiles,
          "aria-label": ha(),
          children: r.data.answers.map((n) =>
            (0, X.jsx)(
              Tc,
              {
                answer: n,
                currency: r.data.currency,
                before: Sc(i.data?.answers.find((e) => e.metric.id === n.metric.id)),
                period: e,
                owner: t?.owner?.[0],
              },
              n.metric.id,
            ),
          ),
        });
}
function Tc({ answer: e, currency: t, before: n, period: r, owner: i }) {
  let [a, o] = (0, Y.useState)(!1),
    { metric: s } = e,
    c = Sc(e);
  return (0, X.jsxs)(`li`, {
    className: $.tile,
    "data-metric": s.id,
    children: [
      (0, X.jsxs)(`h2`, {
        className: $.name,
        children: [
          J(s.name),
          (0, X.jsx)(ze, {
            look: `quiet`,
            size: `small`,
            icon: `info`,
            iconOnly: !0,
            "aria-label": Di({ name: J(s.name) }),
            onPress: () => o(!0),
            children: wi(),
          }),
        ],
      }),
      c &&
        (0, X.jsxs)(X.Fragment, {
          children: [
            (0, X.jsx)(`p`, {
              className: `${$.value} num`,
              children: (0, X.jsx)(C, { to: `/dashboard/quotes`, search: { metric: s.id, ...r, owner: i }, children: yc(s, c, t, !0) }),
            }),
            c.low !== void 0 && c.high !== void 0 && c.value !== void 0 && (0, X.jsx)(Ec, { low: c.low, value: c.value, high: c.high }),
            (0, X.jsx)(`p`, { className: $.basis, children: bc(s, c) }),
            n && (0, X.jsx)(`p`, { className: $.basis, children: fa({ value: yc(s, n, t, !0) }) }),
            xc(c).map((e) => (0, X.jsx)(`p`, { className: $.caveat, children: e }, e)),
          ],
        }),
      a && (0, X.jsx)(Cc, { answer: e, onClose: () => o(!1) }),
    ],
  });
}
function Ec({ low: e, value: t, high: n }) {
  return (0, X.jsxs)(`div`, {
    className: $.interval,
    "aria-hidden": `true`,
    children: [
      (0, X.jsx)(`span`, { style: { insetInlineStart: `${100 * Number(e)}%`, inlineSize: `${100 * (Number(n) - Number(e))}%` } }),
      (0, X.jsx)(`i`, { style: { insetInlineStart: `${100 * Number(t)}%` } }),
    ],
  });
}
function Dc({ state: e }) {
  let { words: t, tone: n, icon: r } = Ys(e);
  return (0, X.jsx)(ft, { tone: n, icon: r, children: t() });
}
function Oc({ caption: e, rows: t }) {
  return (0, X.jsx)(ot, { caption: e, columns: kc(), rows: t, rowKey: (e) => e.id });
}
function kc() {
  return [
    {
      id: `number`,
      label: Ge(),
      head: !0,
      cell: (e) =>
        (0, X.jsxs)(X.Fragment, {
          children: [
            (0, X.jsx)(C, { to: `/quotes/$id`, params: { id: e.id }, className: nt.link, children: e.number }),
            (0, X.jsx)(`span`, { className: nt.sub, children: [e.label, e.title].filter(Boolean).join(` · `) }),
          ],
        }),
    },
    { id: `customer`, label: et(), cell: (e) => e.customer.name },
    { id: `state`, label: So(), cell: (e) => (0, X.jsx)(Dc, { state: e.state }) },
    { id: `tcv`, label: He(), end: !0, cell: (e) => K(e.tcv, e.currency) },
    { id: `valid`, label: oi(), cell: (e) => ht(e.valid_until) },
    { id: `owner`, label: ut(), cell: (e) => e.owner.name },
    { id: `updated`, label: xr(), cell: (e) => st(e.updated_at) },
  ];
}
function Ac(e, t) {
  let n = e.replace(/\s/g, ``).replace(/[€$£¥]/g, ``);
  if (n === ``) return null;
  let r = (e) => ic(e, t);
  return n.startsWith(`=`)
    ? jc(`target`, r(n.slice(1)))
    : /^[-−–].*%$/.test(n)
      ? Mc(`percent`, r(n.slice(1, -1)))
      : /^[-−–]/.test(n)
        ? Mc(`amount`, r(n.slice(1)))
        : Mc(`percent`, r(n.replace(/%$/, ``)));
}
function jc(e, t) {
  if (!(t === null || t.startsWith(`-`)) && !(e === `percent` && Number(t) > 100)) return { kind: e, value: t };
}
function Mc(e, t) {
  return t !== null && sc(t) ? null : jc(e, t);
}
function Nc(e, t) {
  if (!e) return ``;
  switch (e.kind) {
    case `percent`:
      return Ye(e.value);
    case `amount`:
      return Nr({ amount: K(e.value, t) });
    case `target`:
      return Ir({ amount: K(e.value, t) });
  }
}
function Pc(e, t) {
  if (!e) return ``;
  let n = t === `fr` ? e.value.replace(`.`, `,`) : e.value;
  return { percent: n, amount: `-${n}`, target: `=${n}` }[e.kind];
}
var Fc = {
    form: `_form_1jsfo_2`,
    heading: `_heading_1jsfo_7`,
    lead: `_lead_1jsfo_14`,
    stepper: `_stepper_1jsfo_20`,
    stage: `_stage_1jsfo_26`,
    when: `_when_1jsfo_50`,
    notices: `_notices_1jsfo_57`,
    noticeRow: `_noticeRow_1jsfo_72`,
    layout: `_layout_1jsfo_80`,
    sideColumn: `_sideColumn_1jsfo_88`,
    gridTools: `_gridTools_1jsfo_95`,
    saving: `_saving_1jsfo_102`,
    bulk: `_bulk_1jsfo_107`,
    bulkField: `_bulkField_1jsfo_127`,
    totals: `_totals_1jsfo_131`,
    grand: `_grand_1jsfo_147`,
    big: `_big_1jsfo_159`,
    caption: `_caption_1jsfo_166`,
    discount: `_discount_1jsfo_171`,
    facts: `_facts_1jsfo_175`,
    steps: `_steps_1jsfo_185`,
    step: `_step_1jsfo_20`,
    timeline: `_timeline_1jsfo_210`,
    event: `_event_1jsfo_215`,
    versions: `_versions_1jsfo_239`,
    version: `_version_1jsfo_239`,
    add: `_add_1jsfo_264`,
  },
  Ic = [`one_off`, `month`, `year`];
function Lc({ revision: e, editable: t }) {
  let { totals: n, currency: r } = e,
    i = Ic.filter((e) => e === `one_off` || !sc(n[e].net));
  return (0, X.jsxs)(We, {
    title: ys(),
    children: [
      (0, X.jsx)(`p`, { className: Fc.caption, children: ps() }),
      (0, X.jsx)(`p`, { className: $e(Fc.big, `num`), "data-testid": `net`, children: K(n.one_off.net, r) }),
      (0, X.jsxs)(`dl`, {
        className: Fc.totals,
        children: [
          (0, X.jsx)(Rc, { label: us(), value: K(n.list, r) }),
          i.map((t) => (0, X.jsx)(zc, { period: t, revision: e, several: i.length > 1 }, t)),
          n.tcv !== n.one_off.net && (0, X.jsx)(Rc, { label: He(), value: K(n.tcv, r) }),
          n.cost !== void 0 && (0, X.jsx)(Vc, { totals: n, currency: r }),
        ],
      }),
      t && (0, X.jsx)(Hc, { revision: e }, `${e.discount?.kind} ${e.discount?.value}`),
    ],
  });
}
function Rc({ label: e, value: t, grand: n }) {
  return (0, X.jsxs)(`div`, {
    className: n ? Fc.grand : void 0,
    children: [(0, X.jsx)(`dt`, { children: e }), (0, X.jsx)(`dd`, { className: `num`, children: t })],
  });
}
function zc({ period: e, revision: t, several: n }) {
  let r = t.totals[e],
    i = n ? ` ${Bc(e)}` : ``,
    a = (t.taxes ?? []).filter((t) => t.period === e);
  return (0, X.jsxs)(X.Fragment, {
    children: [
      n && (0, X.jsx)(Rc, { label: ps() + i, value: K(r.net, t.currency) }),
      a.map((e) =>
        (0, X.jsx)(
          Rc,
          { label: gs({ rate: Ze(e.rate) }) + (e.reason ? ` (${J(e.reason)})` : ``), value: K(e.amount, t.currency) },
          e.category + e.rate,
        ),
      ),
      (0, X.jsx)(Rc, { label: ss() + i, value: K(r.gross, t.currency), grand: !0 }),
    ],
  });
}
function Bc(e) {
  return { one_off: Ja, month: Ga, year: eo }[e]();
}
function Vc({ totals: e, currency: t }) {
  let n = e.costed_net ?? e.tcv,
    r = dc(n, `-${e.cost ?? `0`}`.replace(`--`, ``)),
    i = cc(r, n);
  return (0, X.jsx)(Rc, { label: xa(), value: i === null ? `–` : `${Be(i)} · ${K(r, t)}` });
}
function Hc({ revision: e }) {
  let t = pt(),
    [n, r] = (0, Y.useState)(Pc(e.discount, dt())),
    [i, a] = (0, Y.useState)(!1);
  function o() {
    let r = Ac(n, dt());
    if (r === void 0) return a(!0);
    (r?.kind !== e.discount?.kind || r?.value !== e.discount?.value) && t.mutate({ id: e.id, version: e.version, patch: { discount: r } });
  }
  return (0, X.jsx)(at, {
    className: Fc.discount,
    label: oo(),
    hint: Ar({ currency: e.currency }),
    error: i ? zr() : t.error ? Ds(t.error) : void 0,
    value: n,
    disabled: t.isPending,
    onChange: (e) => {
      (r(e.currentTarget.value), a(!1));
    },
    onBlur: o,
    onKeyDown: (e) => e.key === `Enter` && o(),
  });
}
export {
  po as $,
  qs as A,
  Ds as B,
  ec as C,
  lr as Ct,
  Zs as D,
  vt as Dt,
  Qs as E,
  Ut as Et,
  Bs as F,
  is as G,
  Ts as H,
  Is as I,
  Bo as J,
  ts as K,
  As as L,
  Ws as M,
  Hs as N,
  Xs as O,
  _t as Ot,
  Vs as P,
  go as Q,
  Os as R,
  rc as S,
  vr as St,
  tc as T,
  pn as Tt,
  Ss as U,
  Es as V,
  ps as W,
  So as X,
  Lo as Y,
  yo as Z,
  lc as _,
  Hr as _t,
  Nc as a,
  Ia as at,
  ic as b,
  Dr as bt,
  Dc as c,
  Da as ct,
  bc as d,
  va as dt,
  lo as et,
  yc as f,
  Gi as ft,
  dc as g,
  Jr as gt,
  hc as h,
  ei as ht,
  Pc as i,
  za as it,
  Us as j,
  Ys as k,
  wc as l,
  wa as lt,
  _c as m,
  ri as mt,
  Bc as n,
  Za as nt,
  Ac as o,
  Na as ot,
  gc as p,
  oi as pt,
  Yo as q,
  Fc as r,
  Ha as rt,
  Oc as s,
  Aa as st,
  Lc as t,
  ro as tt,
  $ as u,
  xa as ut,
  sc as v,
  zr as vt,
  $s as w,
  ln as wt,
  cc as x,
  wr as xt,
  uc as y,
  Ar as yt,
  ks as z,
};
