import { n as e, t } from "./rolldown-runtime-WkwZ5CU-.js";
var n = t((e) => {
    var t = Symbol.for(`react.transitional.element`),
      n = Symbol.for(`react.portal`),
      r = Symbol.for(`react.fragment`),
      i = Symbol.for(`react.strict_mode`),
      a = Symbol.for(`react.profiler`),
      o = Symbol.for(`react.consumer`),
      s = Symbol.for(`react.context`),
      c = Symbol.for(`react.forward_ref`),
      l = Symbol.for(`react.suspense`),
      u = Symbol.for(`react.memo`),
      d = Symbol.for(`react.lazy`),
      f = Symbol.for(`react.activity`),
      p = Symbol.for(`react.view_transition`),
      m = Symbol.iterator;
    function h(e) {
      return typeof e != `object` || !e ? null : ((e = (m && e[m]) || e[`@@iterator`]), typeof e == `function` ? e : null);
    }
    var g = {
        isMounted: function () {
          return !1;
        },
        enqueueForceUpdate: function () {},
        enqueueReplaceState: function () {},
        enqueueSetState: function () {},
      },
      _ = Object.assign,
      v = {};
    function y(e, t, n) {
      ((this.props = e), (this.context = t), (this.refs = v), (this.updater = n || g));
    }
    ((y.prototype.isReactComponent = {}),
      (y.prototype.setState = function (e, t) {
        if (typeof e != `object` && typeof e != `function` && e != null)
          throw Error(`takes an object of state variables to update or a function which returns an object of state variables.`);
        this.updater.enqueueSetState(this, e, t, `setState`);
      }),
      (y.prototype.forceUpdate = function (e) {
        this.updater.enqueueForceUpdate(this, e, `forceUpdate`);
      }));
    function b() {}
    b.prototype = y.prototype;
    function x(e, t, n) {
      ((this.props = e), (this.context = t), (this.refs = v), (this.updater = n || g));
    }
    var S = (x.prototype = new b());
    ((S.constructor = x), _(S, y.prototype), (S.isPureReactComponent = !0));
    var C = Array.isArray;
    function w() {}
    var T = { H: null, A: null, T: null, S: null },
      E = Object.prototype.hasOwnProperty;
    function D(e, n, r) {
      var i = r.ref;
      return { $$typeof: t, type: e, key: n, ref: i === void 0 ? null : i, props: r };
    }
    function O(e, t) {
      return D(e.type, t, e.props);
    }
    function k(e) {
      return typeof e == `object` && !!e && e.$$typeof === t;
    }
    function A(e) {
      var t = { "=": `=0`, ":": `=2` };
      return (
        `$` +
        e.replace(/[=:]/g, function (e) {
          return t[e];
        })
      );
    }
    var j = /\/+/g;
    function M(e, t) {
      return typeof e == `object` && e && e.key != null ? A(`` + e.key) : t.toString(36);
    }
    function N(e) {
      switch (e.status) {
        case `fulfilled`:
          return e.value;
        case `rejected`:
          throw e.reason;
        default:
          switch (
            (typeof e.status == `string`
              ? e.then(w, w)
              : ((e.status = `pending`),
                e.then(
                  function (t) {
                    e.status === `pending` && ((e.status = `fulfilled`), (e.value = t));
                  },
                  function (t) {
                    e.status === `pending` && ((e.status = `rejected`), (e.reason = t));
                  },
                )),
            e.status)
          ) {
            case `fulfilled`:
              return e.value;
            case `rejected`:
              throw e.reason;
          }
      }
      throw e;
    }
    function P(e, r, i, a, o) {
      var s = typeof e;
      (s === `undefined` || s === `boolean`) && (e = null);
      var c = !1;
      if (e === null) c = !0;
      else
        switch (s) {
          case `bigint`:
          case `string`:
          case `number`:
            c = !0;
            break;
          case `object`:
            switch (e.$$typeof) {
              case t:
              case n:
                c = !0;
                break;
              case d:
                return ((c = e._init), P(c(e._payload), r, i, a, o));
            }
        }
      if (c)
        return (
          (o = o(e)),
          (c = a === `` ? `.` + M(e, 0) : a),
          C(o)
            ? ((i = ``),
              c != null && (i = c.replace(j, `$&/`) + `/`),
              P(o, r, i, ``, function (e) {
                return e;
              }))
            : o != null &&
              (k(o) && (o = O(o, i + (o.key == null || (e && e.key === o.key) ? `` : (`` + o.key).replace(j, `$&/`) + `/`) + c)),
              r.push(o)),
          1
        );
      c = 0;
      var l = a === `` ? `.` : a + `:`;
      if (C(e)) for (var u = 0; u < e.length; u++) ((a = e[u]), (s = l + M(a, u)), (c += P(a, r, i, s, o)));
      else if (((u = h(e)), typeof u == `function`))
        for (e = u.call(e), u = 0; !(a = e.next()).done;) ((a = a.value), (s = l + M(a, u++)), (c += P(a, r, i, s, o)));
      else if (s === `object`) {
        if (typeof e.then == `function`) return P(N(e), r, i, a, o);
        throw (
          (r = String(e)),
          Error(
            `Objects are not valid as a React child (found: ` +
              (r === `[object Object]` ? `object with keys {` + Object.keys(e).join(`, `) + `}` : r) +
              `). If you meant to render a collection of children, use an array instead.`,
          )
        );
      }
      return c;
    }
    function F(e, t, n) {
      if (e == null) return e;
      var r = [],
        i = 0;
      return (
        P(e, r, ``, ``, function (e) {
          return t.call(n, e, i++);
        }),
        r
      );
    }
    function I(e) {
      if (e._status === -1) {
        var t = e._result,
          n = t();
        (n.then(
          function (t) {
            (e._status === 0 || e._status === -1) &&
              ((e._status = 1), (e._result = t), n.status === void 0 && ((n.status = `fulfilled`), (n.value = t)));
          },
          function (t) {
            (e._status === 0 || e._status === -1) &&
              ((e._status = 2), (e._result = t), n.status === void 0 && ((n.status = `rejected`), (n.reason = t)));
          },
        ),
          e._status === -1 && ((e._status = 0), (e._result = n)));
      }
      if (e._status === 1) return e._result.default;
      throw e._result;
    }
    var L =
      typeof reportError == `function`
        ? reportError
        : function (e) {
            if (typeof window == `object` && typeof window.ErrorEvent == `function`) {
              var t = new window.ErrorEvent(`error`, {
                bubbles: !0,
                cancelable: !0,
                message: typeof e == `object` && e && typeof e.message == `string` ? String(e.message) : String(e),
                error: e,
              });
              if (!window.dispatchEvent(t)) return;
            } else if (typeof process == `object` && typeof process.emit == `function`) {
              process.emit(`uncaughtException`, e);
              return;
            }
            console.error(e);
          };
    function R(e) {
      var t = T.T,
        n = {};
      ((n.types = t === null ? null : t.types), (T.T = n));
      try {
        var r = e(),
          i = T.S;
        (i !== null && i(n, r), typeof r == `object` && r && typeof r.then == `function` && r.then(w, L));
      } catch (e) {
        L(e);
      } finally {
        (t !== null && n.types !== null && (t.types = n.types), (T.T = t));
      }
    }
    function z(e) {
      var t = T.T;
      if (t !== null) {
        var n = t.types;
        n === null ? (t.types = [e]) : n.indexOf(e) === -1 && n.push(e);
      } else R(z.bind(null, e));
    }
    var ee = {
      map: F,
      forEach: function (e, t, n) {
        F(
          e,
          function () {
            t.apply(this, arguments);
          },
          n,
        );
      },
      count: function (e) {
        var t = 0;
        return (
          F(e, function () {
            t++;
          }),
          t
        );
      },
      toArray: function (e) {
        return (
          F(e, function (e) {
            return e;
          }) || []
        );
      },
      only: function (e) {
        if (!k(e)) throw Error(`React.Children.only expected to receive a single React element child.`);
        return e;
      },
    };
    ((e.Activity = f),
      (e.Children = ee),
      (e.Component = y),
      (e.Fragment = r),
      (e.Profiler = a),
      (e.PureComponent = x),
      (e.StrictMode = i),
      (e.Suspense = l),
      (e.ViewTransition = p),
      (e.__CLIENT_INTERNALS_DO_NOT_USE_OR_WARN_USERS_THEY_CANNOT_UPGRADE = T),
      (e.__COMPILER_RUNTIME = {
        __proto__: null,
        c: function (e) {
          return T.H.useMemoCache(e);
        },
      }),
      (e.addTransitionType = z),
      (e.cache = function (e) {
        return function () {
          return e.apply(null, arguments);
        };
      }),
      (e.cacheSignal = function () {
        return null;
      }),
      (e.cloneElement = function (e, t, n) {
        if (e == null) throw Error(`The argument must be a React element, but you passed ` + e + `.`);
        var r = _({}, e.props),
          i = e.key;
        if (t != null)
          for (a in (t.key !== void 0 && (i = `` + t.key), t))
            !E.call(t, a) || a === `key` || a === `__self` || a === `__source` || (a === `ref` && t.ref === void 0) || (r[a] = t[a]);
        var a = arguments.length - 2;
        if (a === 1) r.children = n;
        else if (1 < a) {
          for (var o = Array(a), s = 0; s < a; s++) o[s] = arguments[s + 2];
          r.children = o;
        }
        return D(e.type, i, r);
      }),
      (e.createContext = function (e) {
        return (
          (e = { $$typeof: s, _currentValue: e, _currentValue2: e, _threadCount: 0, Provider: null, Consumer: null }),
          (e.Provider = e),
          (e.Consumer = { $$typeof: o, _context: e }),
          e
        );
      }),
      (e.createElement = function (e, t, n) {
        var r,
          i = {},
          a = null;
        if (t != null)
          for (r in (t.key !== void 0 && (a = `` + t.key), t))
            E.call(t, r) && r !== `key` && r !== `__self` && r !== `__source` && (i[r] = t[r]);
        var o = arguments.length - 2;
        if (o === 1) i.children = n;
        else if (1 < o) {
          for (var s = Array(o), c = 0; c < o; c++) s[c] = arguments[c + 2];
          i.children = s;
        }
        if (e && e.defaultProps) for (r in ((o = e.defaultProps), o)) i[r] === void 0 && (i[r] = o[r]);
        return D(e, a, i);
      }),
      (e.createRef = function () {
        return { current: null };
      }),
      (e.forwardRef = function (e) {
        return { $$typeof: c, render: e };
      }),
      (e.isValidElement = k),
      (e.lazy = function (e) {
        return { $$typeof: d, _payload: { _status: -1, _result: e }, _init: I };
      }),
      (e.memo = function (e, t) {
        return { $$typeof: u, type: e, compare: t === void 0 ? null : t };
      }),
      (e.startTransition = R),
      (e.unstable_useCacheRefresh = function () {
        return T.H.useCacheRefresh();
      }),
      (e.use = function (e) {
        return T.H.use(e);
      }),
      (e.useActionState = function (e, t, n) {
        return T.H.useActionState(e, t, n);
      }),
      (e.useCallback = function (e, t) {
        return T.H.useCallback(e, t);
      }),
      (e.useContext = function (e) {
        return T.H.useContext(e);
      }),
      (e.useDebugValue = function () {}),
      (e.useDeferredValue = function (e, t) {
        return T.H.useDeferredValue(e, t);
      }),
      (e.useEffect = function (e, t) {
        return T.H.useEffect(e, t);
      }),
      (e.useEffectEvent = function (e) {
        return T.H.useEffectEvent(e);
      }),
      (e.useId = function () {
        return T.H.useId();
      }),
      (e.useImperativeHandle = function (e, t, n) {
        return T.H.useImperativeHandle(e, t, n);
      }),
      (e.useInsertionEffect = function (e, t) {
        return T.H.useInsertionEffect(e, t);
      }),
      (e.useLayoutEffect = function (e, t) {
        return T.H.useLayoutEffect(e, t);
      }),
      (e.useMemo = function (e, t) {
        return T.H.useMemo(e, t);
      }),
      (e.useOptimistic = function (e, t) {
        return T.H.useOptimistic(e, t);
      }),
      (e.useReducer = function (e, t, n) {
        return T.H.useReducer(e, t, n);
      }),
      (e.useRef = function (e) {
        return T.H.useRef(e);
      }),
      (e.useState = function (e) {
        return T.H.useState(e);
      }),
      (e.useSyncExternalStore = function (e, t, n) {
        return T.H.useSyncExternalStore(e, t, n);
      }),
      (e.useTransition = function () {
        return T.H.useTransition();
      }),
      (e.version = `19.3.1`));
  }),
  r = t((e, t) => {
    t.exports = n();
  }),
  i = t((e) => {
    var t = Symbol.for(`react.transitional.element`),
      n = Symbol.for(`react.fragment`);
    function r(e, n, r) {
      var i = null;
      if ((r !== void 0 && (i = `` + r), n.key !== void 0 && (i = `` + n.key), `key` in n))
        for (var a in ((r = {}), n)) a !== `key` && (r[a] = n[a]);
      else r = n;
      return ((n = r.ref), { $$typeof: t, type: e, key: i, ref: n === void 0 ? null : n, props: r });
    }
    ((e.Fragment = n), (e.jsx = r), (e.jsxs = r));
  }),
  a = t((e, t) => {
    t.exports = i();
  }),
  o = e(r(), 1),
  s = a(),
  c = o.createContext(void 0),
  l = (e) => {
    let t = o.useContext(c);
    if (e) return e;
    if (!t) throw Error(`No QueryClient set, use QueryClientProvider to set one`);
    return t;
  },
  u = ({ client: e, children: t }) => (
    o.useEffect(
      () => (
        e.mount(),
        () => {
          e.unmount();
        }
      ),
      [e],
    ),
    (0, s.jsx)(c.Provider, { value: e, children: t })
  ),
  d = {
    setTimeout: (e, t) => setTimeout(e, t),
    clearTimeout: (e) => clearTimeout(e),
    setInterval: (e, t) => setInterval(e, t),
    clearInterval: (e) => clearInterval(e),
  },
  f = new (class {
    #e = d;
    setTimeoutProvider(e) {
      this.#e = e;
    }
    setTimeout(e, t) {
      return this.#e.setTimeout(e, t);
    }
    clearTimeout(e) {
      this.#e.clearTimeout(e);
    }
    setInterval(e, t) {
      return this.#e.setInterval(e, t);
    }
    clearInterval(e) {
      this.#e.clearInterval(e);
    }
  })();
function p(e) {
  setTimeout(e, 0);
}
var m = typeof window > `u` || `Deno` in globalThis;
function h() {}
function g(e, t) {
  return typeof e == `function` ? e(t) : e;
}
function _(e) {
  return typeof e == `number` && e >= 0 && e !== 1 / 0;
}
function v(e, t) {
  return Math.max(e + (t || 0) - Date.now(), 0);
}
function y(e, t) {
  return typeof e == `function` ? e(t) : e;
}
function b(e, t) {
  let { type: n = `all`, exact: r, fetchStatus: i, predicate: a, queryKey: o, stale: s } = e;
  if (o) {
    if (r) {
      if (t.queryHash !== S(o, t.options)) return !1;
    } else if (!w(t.queryKey, o)) return !1;
  }
  if (n !== `all`) {
    let e = t.isActive();
    if ((n === `active` && !e) || (n === `inactive` && e)) return !1;
  }
  return !((typeof s == `boolean` && t.isStale() !== s) || (i && i !== t.state.fetchStatus) || (a && !a(t)));
}
function x(e, t) {
  let { exact: n, status: r, predicate: i, mutationKey: a } = e;
  if (a) {
    if (!t.options.mutationKey) return !1;
    if (n) {
      if (C(t.options.mutationKey) !== C(a)) return !1;
    } else if (!w(t.options.mutationKey, a)) return !1;
  }
  return !((r && t.state.status !== r) || (i && !i(t)));
}
function S(e, t) {
  return (t?.queryKeyHashFn || C)(e);
}
function C(e) {
  return JSON.stringify(e, (e, t) =>
    k(t)
      ? Object.keys(t)
          .sort()
          .reduce((e, n) => ((e[n] = t[n]), e), {})
      : t,
  );
}
function w(e, t) {
  if (e === t) return !0;
  if (typeof e != typeof t) return !1;
  if (e && t && typeof e == `object` && typeof t == `object`) {
    if (Array.isArray(e) && Array.isArray(t)) {
      if (t.length > e.length) return !1;
      for (let n = 0; n < t.length; n++) if (!w(e[n], t[n])) return !1;
      return !0;
    }
    let n = Object.keys(t);
    for (let r of n) if (!w(e[r], t[r])) return !1;
    return !0;
  }
  return !1;
}
var T = Object.prototype.hasOwnProperty;
function E(e, t, n = 0) {
  if (e === t) return e;
  if (n > 500) return t;
  let r = O(e) && O(t);
  if (!r && !(k(e) && k(t))) return t;
  let i = (r ? e : Object.keys(e)).length,
    a = r ? t : Object.keys(t),
    o = a.length,
    s = r ? Array(o) : {},
    c = 0;
  for (let l = 0; l < o; l++) {
    let o = r ? l : a[l],
      u = e[o],
      d = t[o];
    if (u === d) {
      ((s[o] = u), (r ? l < i : T.call(e, o)) && c++);
      continue;
    }
    if (u === null || d === null || typeof u != `object` || typeof d != `object`) {
      s[o] = d;
      continue;
    }
    let f = E(u, d, n + 1);
    ((s[o] = f), f === u && c++);
  }
  return i === o && c === i ? e : s;
}
function D(e, t) {
  if (!t || Object.keys(e).length !== Object.keys(t).length) return !1;
  for (let n of Object.keys(e)) if (!T.call(t, n) || e[n] !== t[n]) return !1;
  return !0;
}
function O(e) {
  return Array.isArray(e) && e.length === Object.keys(e).length;
}
function k(e) {
  if (!A(e)) return !1;
  let t = Object.getPrototypeOf(e),
    n = t?.constructor;
  if (n === void 0) return !0;
  if (typeof n != `function`) return !1;
  let r = n.prototype;
  return !(!A(r) || !r.hasOwnProperty(`isPrototypeOf`) || t !== Object.prototype);
}
function A(e) {
  return Object.prototype.toString.call(e) === `[object Object]`;
}
function j(e) {
  return new Promise((t) => {
    f.setTimeout(t, e);
  });
}
function M(e, t, n) {
  return typeof n.structuralSharing == `function` ? n.structuralSharing(e, t) : n.structuralSharing === !1 ? t : E(e, t);
}
function N(e) {
  return e;
}
function P(e, t, n = 0) {
  let r = [...e, t];
  return n && r.length > n ? r.slice(-n) : r;
}
function F(e, t, n = 0) {
  let r = [t, ...e];
  return n && r.length > n ? r.slice(0, n) : r;
}
var I = Symbol();
function L(e, t) {
  return !e.queryFn && t?.initialPromise
    ? () => t.initialPromise
    : !e.queryFn || e.queryFn === I
      ? () => Promise.reject(Error(`Missing queryFn: '${e.queryHash}'`))
      : e.queryFn;
}
function R(e, t) {
  return typeof e == `function` ? e(...t) : !!e;
}
var z = Symbol();
function ee(e, t, n, r) {
  let i = !1,
    a;
  return (
    Object.defineProperties(e, {
      [z]: { value: r },
      signal: {
        enumerable: !0,
        get: () => ((a ??= t()), i || ((i = !0), a.aborted ? n() : a.addEventListener(`abort`, n, { once: !0 })), a),
      },
    }),
    e
  );
}
var B = () => m,
  te = () => B(),
  ne = class {
    constructor() {
      ((this.listeners = new Set()), (this.subscribe = this.subscribe.bind(this)));
    }
    subscribe(e) {
      return (
        this.listeners.add(e),
        this.onSubscribe(),
        () => {
          (this.listeners.delete(e), this.onUnsubscribe());
        }
      );
    }
    hasListeners() {
      return this.listeners.size > 0;
    }
    onSubscribe() {}
    onUnsubscribe() {}
  },
  re = new (class extends ne {
    #e;
    #t;
    #n;
    constructor() {
      (super(),
        (this.#n = (e) => {
          if (typeof window < `u` && window.addEventListener) {
            let t = () => e();
            return (
              window.addEventListener(`visibilitychange`, t, !1),
              () => {
                window.removeEventListener(`visibilitychange`, t);
              }
            );
          }
        }));
    }
    onSubscribe() {
      this.#t || this.setEventListener(this.#n);
    }
    onUnsubscribe() {
      this.hasListeners() || (this.#t?.(), (this.#t = void 0));
    }
    setEventListener(e) {
      ((this.#n = e),
        this.#t?.(),
        (this.#t = e((e) => {
          typeof e == `boolean` ? this.setFocused(e) : this.onFocus();
        })));
    }
    setFocused(e) {
      this.#e !== e && ((this.#e = e), this.onFocus());
    }
    onFocus() {
      let e = this.isFocused();
      this.listeners.forEach((t) => {
        t(e);
      });
    }
    isFocused() {
      return typeof this.#e == `boolean` ? this.#e : globalThis.document?.visibilityState !== `hidden`;
    }
  })(),
  ie = p;
function ae() {
  let e = [],
    t = 0,
    n = (e) => {
      e();
    },
    r = (e) => {
      e();
    },
    i = ie,
    a = (r) => {
      t
        ? e.push(r)
        : i(() => {
            n(r);
          });
    },
    o = () => {
      let t = e;
      ((e = []),
        t.length &&
          i(() => {
            r(() => {
              t.forEach((e) => {
                n(e);
              });
            });
          }));
    };
  return {
    batch: (e) => {
      let n;
      t++;
      try {
        n = e();
      } finally {
        (t--, t || o());
      }
      return n;
    },
    batchCalls:
      (e) =>
      (...t) => {
        a(() => {
          e(...t);
        });
      },
    schedule: a,
    setNotifyFunction: (e) => {
      n = e;
    },
    setBatchNotifyFunction: (e) => {
      r = e;
    },
    setScheduler: (e) => {
      i = e;
    },
  };
}
var V = ae(),
  oe = new (class extends ne {
    #e = !0;
    #t;
    #n;
    constructor() {
      (super(),
        (this.#n = (e) => {
          if (typeof window < `u` && window.addEventListener) {
            let t = () => e(!0),
              n = () => e(!1);
            return (
              window.addEventListener(`online`, t, !1),
              window.addEventListener(`offline`, n, !1),
              () => {
                (window.removeEventListener(`online`, t), window.removeEventListener(`offline`, n));
              }
            );
          }
        }));
    }
    onSubscribe() {
      this.#t || this.setEventListener(this.#n);
    }
    onUnsubscribe() {
      this.hasListeners() || (this.#t?.(), (this.#t = void 0));
    }
    setEventListener(e) {
      ((this.#n = e), this.#t?.(), (this.#t = e(this.setOnline.bind(this))));
    }
    setOnline(e) {
      this.#e !== e &&
        ((this.#e = e),
        this.listeners.forEach((t) => {
          t(e);
        }));
    }
    isOnline() {
      return this.#e;
    }
  })();
function se(e) {
  return Math.min(1e3 * 2 ** e, 3e4);
}
function ce(e) {
  return (e ?? `online`) !== `online` || oe.isOnline();
}
var le = class extends Error {
  constructor(e) {
    (super(`CancelledError`), (this.revert = e?.revert), (this.silent = e?.silent));
  }
};
function ue(e) {
  let t = !1,
    n = 0,
    r,
    i = `pending`,
    a,
    o,
    s = new Promise((e, t) => {
      ((a = e), (o = t));
    });
  s.catch(h);
  let c = () => i !== `pending`,
    l = (t) => {
      if (!c()) {
        let n = new le(t);
        (g(n), e.onCancel?.(n));
      }
    },
    u = () => {
      t = !0;
    },
    d = () => {
      t = !1;
    },
    f = () => re.isFocused() && (e.networkMode === `always` || oe.isOnline()) && e.canRun(),
    p = () => ce(e.networkMode) && e.canRun(),
    m = (e) => {
      c() || (r?.(), (i = `resolved`), a(e));
    },
    g = (e) => {
      c() || (r?.(), (i = `rejected`), o(e));
    },
    _ = (t) =>
      new Promise((n) => {
        ((r = (e) => {
          (c() || t()) && n(e);
        }),
          e.onPause?.());
      }).then(() => {
        ((r = void 0), c() || e.onContinue?.());
      }),
    v = () => {
      if (c()) return;
      let r,
        i = n === 0 ? e.initialPromise : void 0;
      try {
        r = i ?? e.fn();
      } catch (e) {
        r = Promise.reject(e);
      }
      Promise.resolve(r)
        .then(m)
        .catch((r) => {
          if (c()) return;
          let i = e.retry ?? (te() ? 0 : 3),
            a = e.retryDelay ?? se,
            o = typeof a == `function` ? a(n, r) : a,
            s = i === !0 || (typeof i == `number` && n < i) || (typeof i == `function` && i(n, r));
          t || !s
            ? g(r)
            : (n++,
              e.onFail?.(n, r),
              j(o)
                .then(() => (c() || f() ? void 0 : _(f)))
                .then(() => {
                  t ? g(r) : v();
                }));
        });
    };
  return {
    promise: s,
    status: () => i,
    cancel: l,
    continue: () => (r?.(), s),
    cancelRetry: u,
    continueRetry: d,
    canStart: p,
    start: () => (p() ? v() : _(p).then(v), s),
  };
}
function de(e) {
  return {
    onFetch: (t, n) => {
      let r = t.options,
        i = t.fetchOptions?.meta?.fetchMore?.direction,
        a = t.state.data?.pages || [],
        o = t.state.data?.pageParams || [],
        s = { pages: [], pageParams: [] },
        c = 0,
        l = async () => {
          let n = !1,
            l = t,
            u = (e) => {
              ee(
                e,
                () => t.signal,
                () => (n = !0),
                l[z],
              );
            },
            d = L(t.options, t.fetchOptions),
            f = async (e, r, i) => {
              if (n) return Promise.reject(t.signal.reason);
              if (r == null && e.pages.length) return Promise.resolve(e);
              let a = (() => {
                  let e = {
                    client: t.client,
                    queryKey: t.queryKey,
                    pageParam: r,
                    direction: i ? `backward` : `forward`,
                    meta: t.options.meta,
                  };
                  return (u(e), e);
                })(),
                o = await d(a),
                { maxPages: s } = t.options,
                c = i ? F : P;
              return { pages: c(e.pages, o, s), pageParams: c(e.pageParams, r, s) };
            };
          if (i && a.length) {
            let e = i === `backward`,
              t = e ? pe : fe,
              n = { pages: a, pageParams: o };
            s = await f(n, t(r, n), e);
          } else {
            let t = e ?? a.length;
            do {
              let e = c === 0 ? (o[0] === void 0 ? r.initialPageParam : o[0]) : fe(r, s);
              if (c > 0 && e == null) break;
              ((s = await f(s, e)), c++);
            } while (c < t);
          }
          return s;
        };
      t.fetchFn = t.options.persister
        ? () => t.options.persister?.(l, { client: t.client, queryKey: t.queryKey, meta: t.options.meta, signal: t.signal }, n)
        : l;
    },
  };
}
function fe(e, { pages: t, pageParams: n }) {
  let r = t.length - 1;
  return t.length > 0 ? e.getNextPageParam(t[r], t, n[r], n) : void 0;
}
function pe(e, { pages: t, pageParams: n }) {
  return t.length > 0 ? e.getPreviousPageParam?.(t[0], t, n[0], n) : void 0;
}
function me(e, t) {
  return t ? fe(e, t) != null : !1;
}
function he(e, t) {
  return !t || !e.getPreviousPageParam ? !1 : pe(e, t) != null;
}
var ge = class {
    #e;
    destroy() {
      this.clearGcTimeout();
    }
    scheduleGc() {
      (this.clearGcTimeout(),
        _(this.gcTime) &&
          (this.#e = f.setTimeout(() => {
            this.optionalRemove();
          }, this.gcTime)));
    }
    updateGcTime(e) {
      this.gcTime = Math.max(this.gcTime || 0, e ?? (te() ? 1 / 0 : 3e5));
    }
    clearGcTimeout() {
      this.#e !== void 0 && (f.clearTimeout(this.#e), (this.#e = void 0));
    }
  },
  _e = class extends ge {
    #e;
    #t;
    #n;
    #r;
    #i;
    #a;
    #o;
    #s;
    #c;
    constructor(e) {
      (super(),
        (this.#c = !1),
        (this.#s = e.defaultOptions),
        this.setOptions(e.options),
        (this.observers = []),
        (this.#i = e.client),
        (this.#r = this.#i.getQueryCache()),
        (this.queryKey = e.queryKey),
        (this.queryHash = e.queryHash),
        (this.#t = be(this.options)),
        (this.state = e.state ?? this.#t),
        this.scheduleGc());
    }
    get meta() {
      return this.options.meta;
    }
    get queryType() {
      return this.#e;
    }
    get promise() {
      return this.#a?.promise;
    }
    setOptions(e) {
      if (
        ((this.options = { ...this.#s, ...e }),
        e?._type && (this.#e = e._type),
        this.updateGcTime(this.options.gcTime),
        this.state && this.state.data === void 0)
      ) {
        let e = be(this.options);
        e.data !== void 0 && (this.setState(ye(e.data, e.dataUpdatedAt)), (this.#t = e));
      }
    }
    optionalRemove() {
      !this.observers.length && this.state.fetchStatus === `idle` && this.#r.remove(this);
    }
    setData(e, t) {
      let n = M(this.state.data, e, this.options);
      return (this.#l({ data: n, type: `success`, dataUpdatedAt: t?.updatedAt, manual: t?.manual }), n);
    }
    setState(e) {
      this.#l({ type: `setState`, state: e });
    }
    cancel(e) {
      let t = this.#a?.promise;
      return (this.#a?.cancel(e), t ? t.then(h).catch(h) : Promise.resolve());
    }
    destroy() {
      (super.destroy(), this.cancel({ silent: !0 }));
    }
    get resetState() {
      return this.#t;
    }
    reset() {
      (this.destroy(), this.setState(this.resetState));
    }
    isActive() {
      return this.observers.some((e) => y(e.options.enabled, this) !== !1);
    }
    isDisabled() {
      return this.getObserversCount() > 0 ? !this.isActive() : this.options.queryFn === I || !this.isFetched();
    }
    isFetched() {
      return this.state.dataUpdateCount + this.state.errorUpdateCount > 0;
    }
    isStatic() {
      return (
        this.state.data !== void 0 && this.getObserversCount() > 0 && this.observers.some((e) => y(e.options.staleTime, this) === `static`)
      );
    }
    isStale() {
      return this.getObserversCount() > 0
        ? this.observers.some((e) => e.getCurrentResult().isStale)
        : this.state.data === void 0 || this.state.isInvalidated;
    }
    isStaleByTime(e = 0) {
      return this.state.data === void 0 ? !0 : e === `static` ? !1 : this.state.isInvalidated ? !0 : !v(this.state.dataUpdatedAt, e);
    }
    onFocus() {
      (this.observers.find((e) => e.shouldFetchOnWindowFocus())?.refetch({ cancelRefetch: !1 }), this.#a?.continue());
    }
    onOnline() {
      (this.observers.find((e) => e.shouldFetchOnReconnect())?.refetch({ cancelRefetch: !1 }), this.#a?.continue());
    }
    addObserver(e) {
      this.observers.includes(e) ||
        (this.observers.push(e), this.clearGcTimeout(), this.#r.notify({ type: `observerAdded`, query: this, observer: e }));
    }
    removeObserver(e) {
      let t = this.observers.indexOf(e);
      t !== -1 &&
        (this.observers.splice(t, 1),
        this.observers.length ||
          (this.#a &&
            (this.#c || (this.state.fetchStatus === `paused` && this.state.status === `pending`)
              ? this.#a.cancel({ revert: !0 })
              : this.#a.cancelRetry()),
          this.scheduleGc()),
        this.#r.notify({ type: `observerRemoved`, query: this, observer: e }));
    }
    getObserversCount() {
      return this.observers.length;
    }
    invalidate() {
      this.state.isInvalidated || this.#l({ type: `invalidate` });
    }
    async fetch(e, t) {
      if (this.state.fetchStatus !== `idle` && this.#a?.status() !== `rejected`) {
        if (this.state.data !== void 0 && t?.cancelRefetch) this.cancel({ silent: !0 });
        else if (this.#a && this.#o) return (this.#a.continueRetry(), this.#o);
      }
      if ((e && this.setOptions(e), !this.options.queryFn)) {
        let e = this.observers.find((e) => e.options.queryFn);
        e && this.setOptions(e.options);
      }
      let n = new AbortController(),
        r = (e) => {
          Object.defineProperties(e, {
            [z]: { value: n.signal, enumerable: !0 },
            signal: { enumerable: !0, get: () => ((this.#c = !0), n.signal) },
          });
        },
        i = () => {
          let e = L(this.options, t),
            n = (() => {
              let e = { client: this.#i, queryKey: this.queryKey, meta: this.meta };
              return (r(e), e);
            })();
          return ((this.#c = !1), this.options.persister ? this.options.persister(e, n, this) : e(n));
        },
        a = (() => {
          let e = { fetchOptions: t, options: this.options, queryKey: this.queryKey, client: this.#i, state: this.state, fetchFn: i };
          return (r(e), e);
        })();
      ((this.#e === `infinite` ? de(this.options.pages) : this.options.behavior)?.onFetch(a, this),
        (this.#n = this.state),
        (this.state.fetchStatus === `idle` || this.state.fetchMeta !== a.fetchOptions?.meta) &&
          this.#l({ type: `fetch`, meta: a.fetchOptions?.meta }));
      let o = (this.#a = ue({
          initialPromise: t?.initialPromise,
          fn: a.fetchFn,
          onCancel: (e) => {
            (e instanceof le && e.revert && this.setState({ ...this.#n, fetchStatus: `idle` }), n.abort());
          },
          onFail: (e, t) => {
            this.#l({ type: `failed`, failureCount: e, error: t });
          },
          onPause: () => {
            this.#l({ type: `pause` });
          },
          onContinue: () => {
            this.#l({ type: `continue` });
          },
          retry: a.options.retry,
          retryDelay: a.options.retryDelay,
          networkMode: a.options.networkMode,
          canRun: () => !0,
        })),
        s = (async () => {
          try {
            let e = await o.promise;
            if (e === void 0) throw Error(`${this.queryHash} data is undefined`);
            return (this.setData(e), this.#r.config.onSuccess?.(e, this), this.#r.config.onSettled?.(e, this.state.error, this), e);
          } catch (e) {
            if (e instanceof le) {
              if (e.silent) {
                if (this.#a !== o && this.#o) return this.#o;
                throw e;
              }
              if (e.revert) {
                if (this.state.data === void 0) throw e;
                return this.state.data;
              }
            }
            throw (
              this.#l({ type: `error`, error: e }),
              this.#r.config.onError?.(e, this),
              this.#r.config.onSettled?.(this.state.data, e, this),
              e
            );
          } finally {
            (this.#a === o && ((this.#a = void 0), (this.#o = void 0)), this.scheduleGc());
          }
        })();
      return ((this.#o = s), o.start(), s);
    }
    #l(e) {
      let t = (t) => {
        switch (e.type) {
          case `failed`:
            return { ...t, fetchFailureCount: e.failureCount, fetchFailureReason: e.error };
          case `pause`:
            return { ...t, fetchStatus: `paused` };
          case `continue`:
            return { ...t, fetchStatus: `fetching` };
          case `fetch`:
            return { ...t, ...ve(t.data, this.options), fetchMeta: e.meta ?? null };
          case `success`: {
            let n = {
              ...t,
              ...ye(e.data, e.dataUpdatedAt),
              dataUpdateCount: t.dataUpdateCount + 1,
              ...(!e.manual && { fetchStatus: `idle`, fetchFailureCount: 0, fetchFailureReason: null }),
            };
            return ((this.#n = e.manual ? n : void 0), n);
          }
          case `error`: {
            let n = e.error;
            return {
              ...t,
              error: n,
              errorUpdateCount: t.errorUpdateCount + 1,
              errorUpdatedAt: Date.now(),
              fetchFailureCount: t.fetchFailureCount + 1,
              fetchFailureReason: n,
              fetchStatus: `idle`,
              status: `error`,
              isInvalidated: !0,
            };
          }
          case `invalidate`:
            return { ...t, isInvalidated: !0 };
          case `setState`:
            return { ...t, ...e.state };
        }
      };
      ((this.state = t(this.state)),
        V.batch(() => {
          (this.observers.slice().forEach((e) => {
            e.onQueryUpdate();
          }),
            this.#r.notify({ query: this, type: `updated`, action: e }));
        }));
    }
  };
function ve(e, t) {
  return {
    fetchFailureCount: 0,
    fetchFailureReason: null,
    fetchStatus: ce(t.networkMode) ? `fetching` : `paused`,
    ...(e === void 0 && { error: null, status: `pending` }),
  };
}
function ye(e, t) {
  return { data: e, dataUpdatedAt: t ?? Date.now(), error: null, isInvalidated: !1, status: `success` };
}
function be(e) {
  let t = typeof e.initialData == `function` ? e.initialData() : e.initialData,
    n = t !== void 0,
    r = n ? (typeof e.initialDataUpdatedAt == `function` ? e.initialDataUpdatedAt() : e.initialDataUpdatedAt) : 0;
  return {
    data: t,
    dataUpdateCount: 0,
    dataUpdatedAt: n ? (r ?? Date.now()) : 0,
    error: null,
    errorUpdateCount: 0,
    errorUpdatedAt: 0,
    fetchFailureCount: 0,
    fetchFailureReason: null,
    fetchMeta: null,
    isInvalidated: !1,
    status: n ? `success` : `pending`,
    fetchStatus: `idle`,
  };
}
var xe = class extends ne {
  #e;
  #t = void 0;
  #n = void 0;
  #r = void 0;
  #i;
  #a;
  #o;
  #s;
  #c;
  #l;
  #u;
  #d;
  #f;
  #p = new Set();
  constructor(e, t) {
    (super(), (this.options = t), (this.#e = e), (this.#o = null), this.bindMethods(), this.setOptions(t));
  }
  bindMethods() {
    this.refetch = this.refetch.bind(this);
  }
  onSubscribe() {
    this.listeners.size === 1 && (this.#t.addObserver(this), Ce(this.#t, this.options) ? this.#m() : this.updateResult(), this.#y());
  }
  onUnsubscribe() {
    this.hasListeners() || this.destroy();
  }
  shouldFetchOnReconnect() {
    return we(this.#t, this.options, this.options.refetchOnReconnect);
  }
  shouldFetchOnWindowFocus() {
    return we(this.#t, this.options, this.options.refetchOnWindowFocus);
  }
  destroy() {
    ((this.listeners = new Set()), this.#b(), this.#x(), this.#t.removeObserver(this));
  }
  setOptions(e) {
    let t = this.options,
      n = this.#t;
    if (
      ((this.options = this.#e.defaultQueryOptions(e)),
      this.options.enabled !== void 0 &&
        typeof this.options.enabled != `boolean` &&
        typeof this.options.enabled != `function` &&
        typeof y(this.options.enabled, this.#t) != `boolean`)
    )
      throw Error(`Expected enabled to be a boolean or a callback that returns a boolean`);
    (this.#S(),
      this.#t.setOptions(this.options),
      t._defaulted &&
        !D(this.options, t) &&
        this.#e.getQueryCache().notify({ type: `observerOptionsUpdated`, query: this.#t, observer: this }));
    let r = this.hasListeners();
    (r && Te(this.#t, n, this.options, t) && this.#m(),
      this.updateResult(),
      r &&
        (this.#t !== n ||
          y(this.options.enabled, this.#t) !== y(t.enabled, this.#t) ||
          y(this.options.staleTime, this.#t) !== y(t.staleTime, this.#t)) &&
        this.#g());
    let i = this.#_();
    r && (this.#t !== n || y(this.options.enabled, this.#t) !== y(t.enabled, this.#t) || i !== this.#f) && this.#v(i);
  }
  getOptimisticResult(e) {
    let t = this.#e.getQueryCache().build(this.#e, e),
      n = this.createResult(t, e);
    return (D(this.getCurrentResult(), n) || ((this.#r = n), (this.#a = this.options), (this.#i = this.#t.state)), n);
  }
  getCurrentResult() {
    return this.#r;
  }
  trackResult(e, t) {
    return new Proxy(e, { get: (e, n) => (this.trackProp(n), t?.(n), Reflect.get(e, n)) });
  }
  trackProp(e) {
    this.#p.add(e);
  }
  getCurrentQuery() {
    return this.#t;
  }
  refetch({ ...e } = {}) {
    return this.fetch({ ...e });
  }
  fetchOptimistic(e) {
    let t = this.#e.defaultQueryOptions(e),
      n = this.#e.getQueryCache().build(this.#e, t),
      r = () => {},
      i,
      a = new Promise((e) => {
        ((i = e),
          (r = this.#e.getQueryCache().subscribe((i) => {
            i.type === `updated` && i.query.queryHash === n.queryHash && n.state.data !== void 0 && (r(), e(this.createResult(n, t)));
          })));
      });
    return Promise.race([
      n
        .fetch(t)
        .then(() => {
          let e = this.createResult(n, t);
          return (i?.(e), e);
        })
        .finally(() => {
          r();
        }),
      a,
    ]);
  }
  fetch(e) {
    return this.#m({ ...e, cancelRefetch: e.cancelRefetch ?? !0 }).then(() => (this.updateResult(), this.#r));
  }
  #m(e) {
    this.#S();
    let t = this.#t.fetch(this.options, e);
    return (e?.throwOnError || (t = t.catch(h)), t);
  }
  #h(e) {
    return !te() && y(this.options.enabled, this.#t) !== !1 && _(e);
  }
  #g() {
    this.#b();
    let e = y(this.options.staleTime, this.#t);
    if (this.#r.isStale || !this.#h(e)) return;
    let t = v(this.#r.dataUpdatedAt, e) + 1;
    this.#u = f.setTimeout(() => {
      this.#r.isStale || this.updateResult();
    }, t);
  }
  #_() {
    return y(this.options.refetchInterval, this.#t) ?? !1;
  }
  #v(e) {
    (this.#x(),
      (this.#f = e),
      this.#f !== 0 &&
        this.#h(this.#f) &&
        (this.#d = f.setInterval(() => {
          (this.options.refetchIntervalInBackground || re.isFocused()) && this.#m();
        }, this.#f)));
  }
  #y() {
    (this.#g(), this.#v(this.#_()));
  }
  #b() {
    this.#u !== void 0 && (f.clearTimeout(this.#u), (this.#u = void 0));
  }
  #x() {
    this.#d !== void 0 && (f.clearInterval(this.#d), (this.#d = void 0));
  }
  createResult(e, t) {
    let n = this.#t,
      r = this.options,
      i = this.#r,
      a = this.#i,
      o = this.#a,
      s = e === n ? this.#n : e.state,
      { state: c } = e,
      l = { ...c },
      u = !1,
      d;
    if (t._optimisticResults) {
      let i = this.hasListeners(),
        a = !i && Ce(e, t),
        o = i && Te(e, n, t, r);
      ((a || o) && (l = { ...l, ...ve(c.data, e.options) }), t._optimisticResults === `isRestoring` && (l.fetchStatus = `idle`));
    }
    let { error: f, errorUpdatedAt: p, status: m } = l;
    d = l.data;
    let h = !1;
    if (t.placeholderData !== void 0 && d === void 0 && m === `pending`) {
      let e;
      (i?.isPlaceholderData && t.placeholderData === o?.placeholderData
        ? ((e = i.data), (h = !0))
        : (e = typeof t.placeholderData == `function` ? t.placeholderData(this.#l?.state.data, this.#l) : t.placeholderData),
        e !== void 0 && ((m = `success`), (d = M(i?.data, e, t)), (u = !0)));
    }
    if (t.select && d !== void 0 && !h) {
      if (i && d === a?.data && t.select === this.#s) d = this.#c;
      else
        try {
          ((this.#s = t.select), (d = t.select(d)), (d = M(i?.data, d, t)), (this.#c = d), (this.#o = null));
        } catch (e) {
          this.#o = e;
        }
    } else d === void 0 && (this.#o = null);
    this.#o && ((f = this.#o), (d = this.#c), (p = i?.error === f ? i.errorUpdatedAt : Date.now()), (m = `error`), (u = !1));
    let g = l.fetchStatus === `fetching`,
      _ = m === `pending`,
      v = m === `error`,
      b = _ && g,
      x = d !== void 0;
    return {
      status: m,
      fetchStatus: l.fetchStatus,
      isPending: _,
      isSuccess: m === `success`,
      isError: v,
      isInitialLoading: b,
      isLoading: b,
      data: d,
      dataUpdatedAt: l.dataUpdatedAt,
      error: f,
      errorUpdatedAt: p,
      failureCount: l.fetchFailureCount,
      failureReason: l.fetchFailureReason,
      errorUpdateCount: l.errorUpdateCount,
      isFetched: e.isFetched(),
      isFetchedAfterMount: l.dataUpdateCount > s.dataUpdateCount || l.errorUpdateCount > s.errorUpdateCount,
      isFetching: g,
      isRefetching: g && !_,
      isLoadingError: v && !x,
      isPaused: l.fetchStatus === `paused`,
      isPlaceholderData: u,
      isRefetchError: v && x,
      isStale: Ee(e, t),
      refetch: this.refetch,
      isEnabled: y(t.enabled, e) !== !1,
    };
  }
  updateResult() {
    let e = this.#r,
      t = this.createResult(this.#t, this.options);
    if (((this.#i = this.#t.state), (this.#a = this.options), this.#i.data !== void 0 && (this.#l = this.#t), D(t, e))) return;
    this.#r = t;
    let n = (() => {
      if (!e) return !0;
      let { notifyOnChangeProps: t } = this.options,
        n = typeof t == `function` ? t() : t;
      if (n === `all` || (!n && !this.#p.size) || (this.options.throwOnError && this.#r.error !== e.error)) return !0;
      for (let t of n ?? this.#p) if (this.#r[t] !== e[t]) return !0;
      return !1;
    })();
    V.batch(() => {
      (n &&
        this.listeners.forEach((e) => {
          e(this.#r);
        }),
        this.#e.getQueryCache().notify({ query: this.#t, type: `observerResultsUpdated` }));
    });
  }
  #S() {
    let e = this.#e.getQueryCache().build(this.#e, this.options);
    if (e === this.#t) return;
    let t = this.#t;
    ((this.#t = e), (this.#n = e.state), this.hasListeners() && (t?.removeObserver(this), e.addObserver(this)));
  }
  onQueryUpdate() {
    (this.updateResult(), this.hasListeners() && this.#y());
  }
};
function Se(e, t) {
  return y(t.enabled, e) !== !1 && e.state.data === void 0 && (e.state.status !== `error` || y(t.retryOnMount, e) !== !1);
}
function Ce(e, t) {
  return Se(e, t) || (e.state.data !== void 0 && we(e, t, t.refetchOnMount));
}
function we(e, t, n) {
  if (y(t.enabled, e) !== !1 && y(t.staleTime, e) !== `static`) {
    let r = y(n, e);
    return r === `always` || (r !== !1 && Ee(e, t));
  }
  return !1;
}
function Te(e, t, n, r) {
  return (e !== t || y(r.enabled, e) === !1) && (!n.suspense || e.state.status !== `error`) && Ee(e, n);
}
function Ee(e, t) {
  return y(t.enabled, e) !== !1 && e.isStaleByTime(y(t.staleTime, e));
}
var De = class extends ge {
  #e;
  #t;
  #n;
  #r;
  constructor(e) {
    (super(),
      (this.#e = e.client),
      (this.mutationId = e.mutationId),
      (this.#n = e.mutationCache),
      (this.#t = []),
      (this.state = e.state || Oe()),
      this.setOptions(e.options),
      this.scheduleGc());
  }
  setOptions(e) {
    ((this.options = e), this.updateGcTime(this.options.gcTime));
  }
  get meta() {
    return this.options.meta;
  }
  addObserver(e) {
    this.#t.includes(e) || (this.#t.push(e), this.clearGcTimeout(), this.#n.notify({ type: `observerAdded`, mutation: this, observer: e }));
  }
  removeObserver(e) {
    ((this.#t = this.#t.filter((t) => t !== e)),
      this.scheduleGc(),
      this.#n.notify({ type: `observerRemoved`, mutation: this, observer: e }));
  }
  optionalRemove() {
    this.#t.length || (this.state.status === `pending` ? this.scheduleGc() : this.#n.remove(this));
  }
  continue() {
    return this.#r?.continue() ?? (this.state.status === `pending` ? this.execute(this.state.variables) : Promise.resolve());
  }
  async execute(e) {
    let t = () => {
        this.#i({ type: `continue` });
      },
      n = { client: this.#e, meta: this.options.meta, mutationKey: this.options.mutationKey },
      r = (this.#r = ue({
        fn: () => (this.options.mutationFn ? this.options.mutationFn(e, n) : Promise.reject(Error(`No mutationFn found`))),
        onFail: (e, t) => {
          this.#i({ type: `failed`, failureCount: e, error: t });
        },
        onPause: () => {
          this.#i({ type: `pause` });
        },
        onContinue: t,
        retry: this.options.retry ?? 0,
        retryDelay: this.options.retryDelay,
        networkMode: this.options.networkMode,
        canRun: () => this.#n.canRun(this),
      })),
      i = this.state.status === `pending`,
      a = !r.canStart();
    try {
      if (i) t();
      else {
        (this.#i({ type: `pending`, variables: e, isPaused: a }), this.#n.config.onMutate && (await this.#n.config.onMutate(e, this, n)));
        let t = await this.options.onMutate?.(e, n);
        t !== this.state.context && this.#i({ type: `pending`, context: t, variables: e, isPaused: a });
      }
      this.state.isPaused && r.canStart() && t();
      let o = await r.start();
      return (
        await this.#n.config.onSuccess?.(o, e, this.state.context, this, n),
        await this.options.onSuccess?.(o, e, this.state.context, n),
        await this.#n.config.onSettled?.(o, null, this.state.variables, this.state.context, this, n),
        await this.options.onSettled?.(o, null, e, this.state.context, n),
        this.#i({ type: `success`, data: o }),
        o
      );
    } catch (t) {
      try {
        await this.#n.config.onError?.(t, e, this.state.context, this, n);
      } catch (e) {
        Promise.reject(e);
      }
      try {
        await this.options.onError?.(t, e, this.state.context, n);
      } catch (e) {
        Promise.reject(e);
      }
      try {
        await this.#n.config.onSettled?.(void 0, t, this.state.variables, this.state.context, this, n);
      } catch (e) {
        Promise.reject(e);
      }
      try {
        await this.options.onSettled?.(void 0, t, e, this.state.context, n);
      } catch (e) {
        Promise.reject(e);
      }
      throw (this.#i({ type: `error`, error: t }), t);
    } finally {
      (this.#r === r && (this.#r = void 0), this.#n.runNext(this));
    }
  }
  #i(e) {
    let t = (t) => {
      switch (e.type) {
        case `failed`:
          return { ...t, failureCount: e.failureCount, failureReason: e.error };
        case `pause`:
          return { ...t, isPaused: !0 };
        case `continue`:
          return { ...t, isPaused: !1 };
        case `pending`:
          return {
            ...t,
            context: e.context,
            data: void 0,
            failureCount: 0,
            failureReason: null,
            error: null,
            isPaused: e.isPaused,
            status: `pending`,
            variables: e.variables,
            submittedAt: Date.now(),
          };
        case `success`:
          return { ...t, data: e.data, failureCount: 0, failureReason: null, error: null, status: `success`, isPaused: !1 };
        case `error`:
          return {
            ...t,
            data: void 0,
            error: e.error,
            failureCount: t.failureCount + 1,
            failureReason: e.error,
            isPaused: !1,
            status: `error`,
          };
      }
    };
    ((this.state = t(this.state)),
      V.batch(() => {
        (this.#t.forEach((t) => {
          t.onMutationUpdate(e);
        }),
          this.#n.notify({ mutation: this, type: `updated`, action: e }));
      }));
  }
};
function Oe() {
  return {
    context: void 0,
    data: void 0,
    error: null,
    failureCount: 0,
    failureReason: null,
    isPaused: !1,
    status: `idle`,
    variables: void 0,
    submittedAt: 0,
  };
}
var ke = class extends ne {
  #e;
  #t;
  #n;
  constructor(e = {}) {
    (super(), (this.config = e), (this.#e = new Set()), (this.#t = new Map()), (this.#n = 0));
  }
  build(e, t, n) {
    let r = new De({ client: e, mutationCache: this, mutationId: ++this.#n, options: e.defaultMutationOptions(t), state: n });
    return (this.add(r), r);
  }
  add(e) {
    this.#e.add(e);
    let t = Ae(e);
    if (typeof t == `string`) {
      let n = this.#t.get(t);
      n ? n.push(e) : this.#t.set(t, [e]);
    }
    this.notify({ type: `added`, mutation: e });
  }
  remove(e) {
    if (this.#e.delete(e)) {
      let t = Ae(e);
      if (typeof t == `string`) {
        let n = this.#t.get(t);
        if (n) {
          if (n.length > 1) {
            let t = n.indexOf(e);
            t !== -1 && n.splice(t, 1);
          } else n[0] === e && this.#t.delete(t);
        }
      }
    }
    this.notify({ type: `removed`, mutation: e });
  }
  canRun(e) {
    let t = Ae(e);
    if (typeof t == `string`) {
      let n = this.#t.get(t)?.find((e) => e.state.status === `pending`);
      return !n || n === e;
    }
    return !0;
  }
  runNext(e) {
    let t = Ae(e);
    return typeof t == `string`
      ? (this.#t
          .get(t)
          ?.find((t) => t !== e && t.state.isPaused)
          ?.continue() ?? Promise.resolve())
      : Promise.resolve();
  }
  clear() {
    V.batch(() => {
      let e = this.getAll();
      (this.#e.clear(),
        this.#t.clear(),
        e.forEach((e) => {
          this.notify({ type: `removed`, mutation: e });
        }));
    });
  }
  getAll() {
    return Array.from(this.#e);
  }
  find(e) {
    let t = { exact: !0, ...e };
    return this.getAll().find((e) => x(t, e));
  }
  findAll(e = {}) {
    return this.getAll().filter((t) => x(e, t));
  }
  notify(e) {
    V.batch(() => {
      this.listeners.forEach((t) => {
        t(e);
      });
    });
  }
  resumePausedMutations() {
    let e = this.getAll().filter((e) => e.state.isPaused);
    return V.batch(() => Promise.all(e.map((e) => e.continue().catch(h))));
  }
};
function Ae(e) {
  return e.options.scope?.id;
}
var je = class extends ne {
    #e;
    #t = void 0;
    #n;
    #r;
    constructor(e, t) {
      (super(), (this.#e = e), this.setOptions(t), this.bindMethods(), this.#i());
    }
    bindMethods() {
      ((this.mutate = this.mutate.bind(this)), (this.reset = this.reset.bind(this)));
    }
    setOptions(e) {
      let t = this.options;
      ((this.options = this.#e.defaultMutationOptions(e)),
        D(this.options, t) || this.#e.getMutationCache().notify({ type: `observerOptionsUpdated`, mutation: this.#n, observer: this }),
        t?.mutationKey && this.options.mutationKey && C(t.mutationKey) !== C(this.options.mutationKey)
          ? this.reset()
          : this.#n?.state.status === `pending` && this.#n.setOptions(this.options));
    }
    onSubscribe() {
      this.listeners.size === 1 && this.#n && (this.#n.addObserver(this), this.#i());
    }
    onUnsubscribe() {
      this.hasListeners() || this.#n?.removeObserver(this);
    }
    onMutationUpdate(e) {
      (this.#i(), this.#a(e));
    }
    getCurrentResult() {
      return this.#t;
    }
    reset() {
      (this.#n?.removeObserver(this), (this.#n = void 0), this.#i(), this.#a());
    }
    mutate(e, t) {
      return (
        (this.#r = t),
        this.#n?.removeObserver(this),
        (this.#n = this.#e.getMutationCache().build(this.#e, this.options)),
        this.#n.addObserver(this),
        this.#n.execute(e)
      );
    }
    #i() {
      let e = this.#n?.state ?? Oe();
      this.#t = {
        ...e,
        isPending: e.status === `pending`,
        isSuccess: e.status === `success`,
        isError: e.status === `error`,
        isIdle: e.status === `idle`,
        mutate: this.mutate,
        reset: this.reset,
      };
    }
    #a(e) {
      V.batch(() => {
        let t = this.#r;
        if (t && this.hasListeners()) {
          let n = this.#t.variables,
            r = this.#t.context,
            i = { client: this.#e, meta: this.options.meta, mutationKey: this.options.mutationKey };
          if (e?.type === `success`) {
            try {
              t.onSuccess?.(e.data, n, r, i);
            } catch (e) {
              Promise.reject(e);
            }
            try {
              t.onSettled?.(e.data, null, n, r, i);
            } catch (e) {
              Promise.reject(e);
            }
          } else if (e?.type === `error`) {
            try {
              t.onError?.(e.error, n, r, i);
            } catch (e) {
              Promise.reject(e);
            }
            try {
              t.onSettled?.(void 0, e.error, n, r, i);
            } catch (e) {
              Promise.reject(e);
            }
          }
        }
        this.listeners.forEach((e) => {
          e(this.#t);
        });
      });
    }
  },
  Me = class extends ne {
    #e;
    constructor(e = {}) {
      (super(), (this.config = e), (this.#e = new Map()));
    }
    build(e, t, n) {
      let r = t.queryKey,
        i = t.queryHash ?? S(r, t),
        a = this.get(i);
      return (
        a ||
          ((a = new _e({
            client: e,
            queryKey: r,
            queryHash: i,
            options: e.defaultQueryOptions(t),
            state: n,
            defaultOptions: e.getQueryDefaults(r),
          })),
          this.add(a)),
        a
      );
    }
    add(e) {
      this.#e.has(e.queryHash) || (this.#e.set(e.queryHash, e), this.notify({ type: `added`, query: e }));
    }
    remove(e) {
      this.#e.get(e.queryHash) === e && (e.destroy(), this.#e.delete(e.queryHash), this.notify({ type: `removed`, query: e }));
    }
    clear() {
      V.batch(() => {
        this.getAll().forEach((e) => {
          this.remove(e);
        });
      });
    }
    get(e) {
      return this.#e.get(e);
    }
    getAll() {
      return [...this.#e.values()];
    }
    find(e) {
      let t = { exact: !0, ...e };
      return this.getAll().find((e) => b(t, e));
    }
    findAll(e = {}) {
      let t = this.getAll();
      return Object.keys(e).length > 0 ? t.filter((t) => b(e, t)) : t;
    }
    notify(e) {
      V.batch(() => {
        this.listeners.forEach((t) => {
          t(e);
        });
      });
    }
    onFocus() {
      V.batch(() => {
        this.getAll().forEach((e) => {
          e.onFocus();
        });
      });
    }
    onOnline() {
      V.batch(() => {
        this.getAll().forEach((e) => {
          e.onOnline();
        });
      });
    }
  },
  Ne = class {
    #e;
    #t;
    #n;
    #r;
    #i;
    #a;
    #o;
    #s;
    constructor(e = {}) {
      ((this.#e = e.queryCache || new Me()),
        (this.#t = e.mutationCache || new ke()),
        (this.#n = e.defaultOptions || {}),
        (this.#r = new Map()),
        (this.#i = new Map()),
        (this.#a = 0));
    }
    mount() {
      (this.#a++,
        this.#a === 1 &&
          ((this.#o = re.subscribe(async (e) => {
            e && (await this.resumePausedMutations(), this.#e.onFocus());
          })),
          (this.#s = oe.subscribe(async (e) => {
            e && (await this.resumePausedMutations(), this.#e.onOnline());
          }))));
    }
    unmount() {
      (this.#a--, this.#a === 0 && (this.#o?.(), (this.#o = void 0), this.#s?.(), (this.#s = void 0)));
    }
    isFetching(e) {
      return this.#e.findAll({ ...e, fetchStatus: `fetching` }).length;
    }
    isMutating(e) {
      return this.#t.findAll({ ...e, status: `pending` }).length;
    }
    getQueryData(e) {
      let t = this.defaultQueryOptions({ queryKey: e });
      return this.#e.get(t.queryHash)?.state.data;
    }
    ensureQueryData(e) {
      let t = this.defaultQueryOptions(e),
        n = this.#e.build(this, t),
        r = n.state.data;
      return r === void 0
        ? this.fetchQuery(e)
        : (e.revalidateIfStale && n.isStaleByTime(y(t.staleTime, n)) && this.prefetchQuery(t), Promise.resolve(r));
    }
    getQueriesData(e) {
      return this.#e.findAll(e).map(({ queryKey: e, state: t }) => [e, t.data]);
    }
    setQueryData(e, t, n) {
      let r = this.defaultQueryOptions({ queryKey: e }),
        i = this.#e.get(r.queryHash)?.state.data,
        a = g(t, i);
      if (a !== void 0) return this.#e.build(this, r).setData(a, { ...n, manual: !0 });
    }
    setQueriesData(e, t, n) {
      return V.batch(() => this.#e.findAll(e).map(({ queryKey: e }) => [e, this.setQueryData(e, t, n)]));
    }
    getQueryState(e) {
      let t = this.defaultQueryOptions({ queryKey: e });
      return this.#e.get(t.queryHash)?.state;
    }
    removeQueries(e) {
      let t = this.#e;
      V.batch(() => {
        t.findAll(e).forEach((e) => {
          t.remove(e);
        });
      });
    }
    resetQueries(e, t) {
      let n = this.#e;
      return V.batch(() => {
        let r = n.findAll(e),
          i = new Set(r);
        return (
          r.forEach((e) => {
            e.reset();
          }),
          this.refetchQueries({ type: `active`, predicate: (e) => i.has(e) }, t)
        );
      });
    }
    cancelQueries(e, t = {}) {
      let n = { revert: !0, ...t },
        r = V.batch(() => this.#e.findAll(e).map((e) => e.cancel(n)));
      return Promise.all(r).then(h).catch(h);
    }
    invalidateQueries(e, t = {}) {
      return V.batch(
        () => (
          this.#e.findAll(e).forEach((e) => {
            e.invalidate();
          }),
          e?.refetchType === `none` ? Promise.resolve() : this.refetchQueries({ ...e, type: e?.refetchType ?? e?.type ?? `active` }, t)
        ),
      );
    }
    refetchQueries(e, t = {}) {
      let n = { ...t, cancelRefetch: t.cancelRefetch ?? !0 },
        r = V.batch(() =>
          this.#e
            .findAll(e)
            .filter((e) => !e.isDisabled() && !e.isStatic())
            .map((e) => {
              let t = e.fetch(void 0, n),
                r = e.state.fetchStatus === `paused`;
              return ((!n.throwOnError || r) && (t = t.catch(h)), r ? Promise.resolve() : t);
            }),
        );
      return Promise.all(r).then(h);
    }
    async query(e) {
      let t = this.defaultQueryOptions(e);
      t.retry === void 0 && (t.retry = !1);
      let n = this.#e.build(this, t),
        r = n.isStaleByTime(y(t.staleTime, n)) ? await n.fetch(t) : n.state.data,
        i = t.select;
      return i ? i(r) : r;
    }
    fetchQuery(e) {
      let t = this.defaultQueryOptions(e);
      t.retry === void 0 && (t.retry = !1);
      let n = this.#e.build(this, t);
      return n.isStaleByTime(y(t.staleTime, n)) ? n.fetch(t) : Promise.resolve(n.state.data);
    }
    prefetchQuery(e) {
      return this.fetchQuery(e).then(h).catch(h);
    }
    infiniteQuery(e) {
      return ((e._type = `infinite`), this.query(e));
    }
    fetchInfiniteQuery(e) {
      return ((e._type = `infinite`), this.fetchQuery(e));
    }
    prefetchInfiniteQuery(e) {
      return this.fetchInfiniteQuery(e).then(h).catch(h);
    }
    ensureInfiniteQueryData(e) {
      return ((e._type = `infinite`), this.ensureQueryData(e));
    }
    resumePausedMutations() {
      return oe.isOnline() ? this.#t.resumePausedMutations() : Promise.resolve();
    }
    getQueryCache() {
      return this.#e;
    }
    getMutationCache() {
      return this.#t;
    }
    getDefaultOptions() {
      return this.#n;
    }
    setDefaultOptions(e) {
      this.#n = e;
    }
    setQueryDefaults(e, t) {
      this.#r.set(C(e), { queryKey: e, defaultOptions: t });
    }
    getQueryDefaults(e) {
      let t = [...this.#r.values()],
        n = {};
      return (
        t.forEach((t) => {
          w(e, t.queryKey) && Object.assign(n, t.defaultOptions);
        }),
        n
      );
    }
    setMutationDefaults(e, t) {
      this.#i.set(C(e), { mutationKey: e, defaultOptions: t });
    }
    getMutationDefaults(e) {
      let t = [...this.#i.values()],
        n = {};
      return (
        t.forEach((t) => {
          w(e, t.mutationKey) && Object.assign(n, t.defaultOptions);
        }),
        n
      );
    }
    defaultQueryOptions(e) {
      if (e._defaulted) return e;
      let t = { ...this.#n.queries, ...this.getQueryDefaults(e.queryKey), ...e, _defaulted: !0 };
      return (
        (t.queryHash ||= S(t.queryKey, t)),
        t.refetchOnReconnect === void 0 && (t.refetchOnReconnect = t.networkMode !== `always`),
        t.throwOnError === void 0 && (t.throwOnError = !!t.suspense),
        !t.networkMode && t.persister && (t.networkMode = `offlineFirst`),
        t.queryFn === I && (t.enabled = !1),
        t
      );
    }
    defaultMutationOptions(e) {
      return e?._defaulted
        ? e
        : { ...this.#n.mutations, ...(e?.mutationKey && this.getMutationDefaults(e.mutationKey)), ...e, _defaulted: !0 };
    }
    clear() {
      (this.#e.clear(), this.#t.clear());
    }
  },
  Pe = o.createContext(!1),
  Fe = () => o.useContext(Pe);
Pe.Provider;
function Ie() {
  let e = !1;
  return {
    clearReset: () => {
      e = !1;
    },
    reset: () => {
      e = !0;
    },
    isReset: () => e,
  };
}
var Le = o.createContext(Ie()),
  Re = () => o.useContext(Le),
  ze = (e, t, n) => {
    let r = n?.state.status === `error` && typeof e.throwOnError == `function` ? R(e.throwOnError, [n.state.error, n]) : e.throwOnError;
    (e.suspense || r) && (t.isReset() || (e.retryOnMount = !1));
  },
  Be = (e) => {
    o.useEffect(() => {
      e.clearReset();
    }, [e]);
  },
  Ve = ({ result: e, errorResetBoundary: t, throwOnError: n, query: r, suspense: i }) =>
    e.isError && !t.isReset() && !e.isFetching && r && ((i && e.data === void 0) || R(n, [e.error, r])),
  He = (e, t) => t.state.data === void 0,
  Ue = (e) => {
    if (e.suspense) {
      let t = 1e3,
        n = (e) => (e === `static` ? e : Math.max(e ?? t, t)),
        r = e.staleTime;
      ((e.staleTime = typeof r == `function` ? (...e) => n(r(...e)) : n(r)),
        typeof e.gcTime == `number` && (e.gcTime = Math.max(e.gcTime, t)));
    }
  },
  We = (e, t) => e?.suspense && t.isPending,
  Ge = (e, t, n) =>
    t.fetchOptimistic(e).catch(() => {
      n.clearReset();
    });
function Ke(e, t, n) {
  let r = Fe(),
    i = Re(),
    a = l(n),
    s = a.defaultQueryOptions(e),
    c = a.getQueryCache().get(s.queryHash),
    u = e.subscribed !== !1;
  ((s._optimisticResults = r ? `isRestoring` : u ? `optimistic` : void 0), Ue(s), ze(s, i, c), Be(i));
  let [d] = o.useState(() => new t(a, s)),
    f = d.getOptimisticResult(s);
  o.useEffect(() => {
    d.setOptions(s);
  }, [s, d]);
  let p = !r && u;
  if (
    (o.useSyncExternalStore(
      o.useCallback(
        (e) => {
          let t = p ? d.subscribe(V.batchCalls(e)) : h;
          return (d.updateResult(), t);
        },
        [d, p],
      ),
      () => d.getCurrentResult(),
      () => d.getCurrentResult(),
    ),
    We(s, f))
  )
    throw Ge(s, d, i);
  if (Ve({ result: f, errorResetBoundary: i, throwOnError: s.throwOnError, query: c, suspense: s.suspense })) throw f.error;
  return s.notifyOnChangeProps ? f : d.trackResult(f);
}
function qe(e, t) {
  return Ke(e, xe, t);
}
function Je(e) {
  return e;
}
function Ye(e, t) {
  let n = l(t),
    [r] = o.useState(() => new je(n, e));
  o.useEffect(() => {
    r.setOptions(e);
  }, [r, e]);
  let i = o.useSyncExternalStore(
      o.useCallback((e) => r.subscribe(V.batchCalls(e)), [r]),
      () => r.getCurrentResult(),
      () => r.getCurrentResult(),
    ),
    a = o.useCallback(
      (...e) => {
        r.mutate(e[0], e[1]).catch(h);
      },
      [r],
    );
  if (i.error && R(r.options.throwOnError, [i.error])) throw i.error;
  return { ...i, mutate: a, mutateAsync: i.mutate };
}
function Xe(e) {
  return e[e.length - 1];
}
function Ze(e, t) {
  return typeof e == `function` ? e(t) : e;
}
var Qe = Object.prototype.hasOwnProperty;
function $e(e) {
  for (let t in e) if (Qe.call(e, t)) return !0;
  return !1;
}
var et = () => Object.create(null),
  tt = (e, t) => nt(e, t, !0);
function nt(e, t, n, r = 0) {
  if (e === t) return e;
  if (r++ > 500) return t;
  let i = Array.isArray(e) && Array.isArray(t);
  if (!i && !(rt(e) && rt(t))) return t;
  let a = Object.keys(e),
    o = a.length,
    s = Object.keys(t),
    c = s.length;
  if (
    i
      ? o !== e.length || c !== t.length || (o && Xe(a) !== `${o - 1}`) || (c && Xe(s) !== `${c - 1}`)
      : o !== Object.getOwnPropertyNames(e).length || c !== Object.getOwnPropertyNames(t).length || Object.getOwnPropertySymbols(t).length
  )
    return t;
  let l = 0,
    u,
    d,
    f;
  if (i) {
    for (; l < c && ((f = l), (d = e[f]), (u = t[f]), (u = d === u ? d : typeof d == `object` ? nt(d, u, n, r) : u), u === d); l++);
    if (l === c && o === c) return e;
  } else {
    let i = o === c,
      p = !0;
    for (; l < c; l++) {
      ((f = s[l]), (d = e[f]));
      let o = t[f];
      ((u = d === o ? d : typeof d == `object` ? nt(d, o, n, r) : o),
        (i &&= u === d && (a[l] === f || Qe.call(e, f))),
        (p &&= Object.is(u, o)),
        (a[l] = u));
    }
    if (i) return Object.getOwnPropertySymbols(e).length ? t : e;
    if (p) return t;
  }
  let p = i ? s.fill(0) : n ? et() : {};
  for (let o = 0; o < c; o++)
    ((f = i ? o : s[o]),
      i
        ? ((d = e[f]), o > l && ((u = t[f]), (u = d === u ? d : typeof d == `object` ? nt(d, u, n, r) : u)), (p[f] = o < l ? d : u))
        : (p[f] = a[o]));
  return p;
}
function rt(e) {
  return !e || typeof e != `object` ? !1 : (Object.getPrototypeOf(e)?.constructor ?? Object) === Object;
}
function it(e, t, n, r) {
  if (e === t) return !0;
  if (Array.isArray(e) && Array.isArray(t)) {
    if (e.length !== t.length) return !1;
    for (let i = 0, a = e.length; i < a; i++) {
      let a = e[i],
        o = t[i];
      if (a !== o && !it(a, o, n, r)) return !1;
    }
    return !0;
  }
  if (rt(e) && rt(t)) {
    if (n) {
      for (let i in t) if ((r || t[i] !== void 0) && !it(e[i], t[i], n, r)) return !1;
      return !0;
    }
    let i = 0;
    if (r) i = Object.keys(e).length;
    else for (let t in e) e[t] !== void 0 && i++;
    for (let a in t) if ((r || t[a] !== void 0) && (i-- === 0 || !it(e[a], t[a], n, r))) return !1;
    return i === 0;
  }
  return !1;
}
function at(e) {
  return typeof e?.message == `string`
    ? e.message.startsWith(`Failed to fetch dynamically imported module`) ||
        e.message.startsWith(`error loading dynamically imported module`) ||
        e.message.startsWith(`Importing a module script failed`)
    : !1;
}
var ot = /[\x00-\x1f\x7f"<>`{}]/g;
function st(e) {
  return e.replace(ot, (e) => `%` + e.charCodeAt(0).toString(16).toUpperCase().padStart(2, `0`));
}
function ct(e) {
  let t;
  try {
    t = decodeURI(e);
  } catch {
    t = e.replaceAll(/%[0-9A-F]{2}/gi, (e) => {
      try {
        return decodeURI(e);
      } catch {
        return e;
      }
    });
  }
  return st(t);
}
var lt = [`http:`, `https:`, `mailto:`, `tel:`];
function ut(e) {
  if (e[0] !== `/` && e.includes(`:`))
    return /^[\x00-\x20]*([a-z][a-z\d+.\t\n\r-]*:)/i
      .exec(e)?.[1]
      ?.replace(/[\t\n\r]/g, ``)
      .toLowerCase();
}
var dt = /^[\x00-\x20]*[\\/][\t\n\r]*[\\/]/;
function ft(e, t) {
  if (!e) return !1;
  if (dt.test(e)) return !0;
  let n = ut(e);
  return n ? !t.has(n) : !1;
}
function pt(e) {
  if (!e) return e;
  let t = e;
  if (/[%\\\x00-\x1f\x7f]/.test(e)) {
    let n = /%25|%5C/gi,
      r = 0,
      i;
    for (t = ``; (i = n.exec(e)) !== null;) ((t += ct(e.slice(r, i.index)) + i[0]), (r = n.lastIndex));
    t += ct(r ? e.slice(r) : e);
  }
  return t;
}
function mt(e) {
  return /[\s\u0080-\uFFFF]/.test(e) ? e.replace(/\s|[^\u0000-\u007F]/gu, encodeURIComponent) : e;
}
function ht(e, t) {
  if (e === t) return !0;
  if (e.length !== t.length) return !1;
  for (let n = 0; n < e.length; n++) if (e[n] !== t[n]) return !1;
  return !0;
}
function gt() {
  throw Error(`Invariant failed`);
}
function _t(e) {
  return e.replace(/\/{2,}/g, `/`);
}
function vt(e) {
  return e === `/` ? e : e.replace(/^\/+/, ``);
}
function yt(e) {
  let t = e.length;
  return t > 1 && e[t - 1] === `/` ? e.replace(/\/+$/, ``) : e;
}
function bt(e) {
  return yt(vt(e));
}
function xt(e, t) {
  return e?.endsWith(`/`) && e !== `/` && e !== `${t}/` ? e.slice(0, -1) : e;
}
function St(e, t, n = `never`, r) {
  if ((t.includes(`//`) && (t = _t(t)), t.startsWith(`/`)))
    return t.length === 1 || n === `preserve` ? t : n === `always` ? (t.endsWith(`/`) ? t : `${t}/`) : t.endsWith(`/`) ? t.slice(0, -1) : t;
  let i = t === `.`,
    a;
  if (r) {
    a = i ? e : e + `\0` + t;
    let n = r.get(a);
    if (n) return n;
  }
  let o;
  if (i) o = e.split(`/`);
  else {
    for (e.includes(`//`) && (e = _t(e)), o = e.split(`/`); o.length > 1 && Xe(o) === ``;) o.pop();
    let n = t.split(`/`);
    for (let e = 0, t = n.length; e < t; e++) {
      let r = n[e];
      r === `` ? (e ? e === t - 1 && o.push(r) : (o = [r])) : r === `..` ? (o.length > 1 ? o.pop() : (o = [``])) : r === `.` || o.push(r);
    }
  }
  o.length > 1 && (Xe(o) === `` ? n === `never` && o.pop() : n === `always` && o.push(``));
  let s = o.join(`/`),
    c = (i ? _t(s) : s) || `/`;
  return (a && r && r.set(a, c), c);
}
function Ct(e) {
  let t = new Map(e.map((e) => [encodeURIComponent(e), e])),
    n = new RegExp([...t.keys()].join(`|`).replace(/[.*()]/g, `\\$&`), `g`);
  return (e) => e.replace(n, (e) => t.get(e) ?? e);
}
function wt(e) {
  return e == null || e === ``;
}
function Tt(e, t, n) {
  if (typeof t != `string`) return `` + (t ?? void 0);
  let r = e === `_splat`;
  if (r && (!t || /^[a-zA-Z0-9\-._~!/]*$/.test(t))) return t;
  let i = encodeURIComponent(t);
  return (r && (i = i.replaceAll(`%2F`, `/`)), n ? n(i) : i);
}
function Et(e, t, n, r, i) {
  let a = e.endsWith(`/`) ? `/` : ``,
    o = ``;
  for (let e of t) {
    if (typeof e == `string`) {
      o += e;
      continue;
    }
    let [t, s, c, l] = e,
      u = t === 2,
      d = u && l !== void 0 ? l + a : l,
      f = n[s];
    if (t !== 3 || f != null) {
      if ((i && ((i[s] = f), u && (i[`*`] = f)), u && wt(f))) {
        if (c === `/` && !d) continue;
        f = ``;
      }
      o += c + Tt(s, f, r) + (d || ``);
    }
  }
  return o + a || `/`;
}
function Dt(e) {
  return e?.isNotFound === !0;
}
function Ot() {
  try {
    return sessionStorage;
  } catch {
    return;
  }
}
var kt = `tsr-scroll-restoration-v1_3`,
  At = Ot();
function jt() {
  try {
    return JSON.parse(At?.getItem(`tsr-scroll-restoration-v1_3`) || `{}`);
  } catch {
    return {};
  }
}
var Mt = jt(),
  Nt = `data-scroll-restoration-id`,
  Pt = (e) => e.state.__TSR_key || e.href;
function Ft(e) {
  let t = e.getAttribute(Nt);
  if (t) return `[${Nt}="${t}"]`;
  let n = ``,
    r = e,
    i;
  for (; (i = r.parentNode);) {
    let e = 1,
      t = r;
    for (; (t = t.previousElementSibling);) e++;
    let a = `${r.localName}:nth-child(${e})`;
    ((n = n ? `${a} > ${n}` : a), (r = i));
  }
  return n;
}
var It = !1,
  Lt = `window`;
function Rt(e) {
  try {
    return typeof e == `function` ? e() : document.querySelector(e);
  } catch {}
}
function zt(e) {
  let t = new Set();
  for (let n of e) {
    if (n === Lt) continue;
    let e = Rt(n);
    e && t.add(e);
  }
  return t;
}
function Bt(e, t) {
  let n = t ?? e.options.scrollRestoration,
    r = e._scroll;
  n && (r.e = !0);
  let i = e.options.getScrollRestorationKey || Pt,
    a = new Set(),
    o = (e) => {
      let t = (Mt[e] ||= {});
      for (let e of a)
        e === document ? (t[Lt] = { scrollX, scrollY }) : e.isConnected && (t[Ft(e)] = { scrollX: e.scrollLeft, scrollY: e.scrollTop });
    };
  (n &&
    !r.s &&
    ((r.s = !0),
    (It = !1),
    (history.scrollRestoration = `manual`),
    document.addEventListener(
      `scroll`,
      (e) => {
        It || a.add(e.target);
      },
      !0,
    ),
    e.subscribe(`onBeforeLoad`, (e) => {
      (e.fromLocation && o(i(e.fromLocation)), a.clear());
    }),
    addEventListener(`pagehide`, () => {
      ((history.scrollRestoration = `auto`), o(i(e.stores.resolvedLocation.get() ?? e.stores.location.get())));
      try {
        At?.setItem(kt, JSON.stringify(Mt));
      } catch {}
    }),
    addEventListener(`pageshow`, (e) => {
      e.persisted && (history.scrollRestoration = `manual`);
    })),
    r.r ||
      ((r.r = !0),
      e.subscribe(`onRendered`, (t) => {
        let n = e.options.scrollRestorationBehavior,
          o = e.options.scrollToTopSelectors,
          s = r.n,
          c = r.h,
          l;
        if (
          (a.clear(),
          (r.n = !0),
          (r.h = !1),
          typeof e.options.scrollRestoration == `function` && !e.options.scrollRestoration({ location: e.latestLocation }))
        )
          return;
        let u = i(t.toLocation),
          d = t.fromLocation && i(t.fromLocation);
        if (r.e && d && d !== u) {
          let e = Mt[d];
          if (e) {
            let t = Mt[u];
            for (let n in e) {
              if (n === Lt) {
                if (s) continue;
              } else {
                let e = Rt(n);
                if (!e || (s && o && ((l ??= zt(o)), l.has(e)))) continue;
              }
              ((t ||= Mt[u] = {}), (t[n] ??= e[n]));
            }
          }
        }
        It = !0;
        try {
          let e = t.toLocation.hash,
            i = t.toLocation.state.__hashScrollIntoViewOptions ?? !0,
            a = !1;
          if (s) {
            !e && o && (l ??= zt(o));
            let t = e && i && c,
              s = r.e ? Mt[u] : void 0;
            if (s)
              for (let e in s) {
                let { scrollX: r, scrollY: i } = s[e];
                if (e === Lt) {
                  if (t) continue;
                  (scrollTo({ top: i, left: r, behavior: n }), (a = !0));
                } else {
                  let t = Rt(e);
                  t && ((t.scrollLeft = r), (t.scrollTop = i), l?.delete(t));
                }
              }
            if (!e) {
              let e = { top: 0, left: 0, behavior: n };
              if ((a || scrollTo(e), l)) for (let t of l) t.scrollTo(e);
            }
          }
          !a && e && i && document.getElementById(e)?.scrollIntoView(i);
        } finally {
          It = !1;
        }
      })));
}
function Vt(e, t = String) {
  let n;
  for (let r in e) {
    let i = e[r];
    i !== void 0 && (n ||= new URLSearchParams()).set(r, t(i));
  }
  return n ? n.toString() : ``;
}
function Ht(e) {
  return e ? (e === `false` ? !1 : e === `true` ? !0 : e * 0 == 0 && +e + `` === e ? +e : e) : ``;
}
function Ut(e) {
  let t = new URLSearchParams(e),
    n = Object.create(null);
  for (let [e, r] of t.entries()) {
    let t = n[e];
    t == null ? (n[e] = Ht(r)) : Array.isArray(t) ? t.push(Ht(r)) : (n[e] = [t, Ht(r)]);
  }
  return n;
}
var Wt = /^(?:\s|["[{\d-]|fa|nu|tr)/,
  Gt = qt(JSON.parse),
  Kt = Jt(JSON.stringify, JSON.parse);
function qt(e) {
  let t = e === JSON.parse;
  return (n) => {
    n[0] === `?` && (n = n.slice(1));
    let r = Ut(n);
    for (let n in r) {
      let i = r[n];
      if (typeof i == `string`) {
        if (t && !Wt.test(i)) continue;
        try {
          r[n] = e(i);
        } catch {}
      }
    }
    return r;
  };
}
function Jt(e, t) {
  let n = t === JSON.parse;
  function r(r) {
    if (r && typeof r == `object`)
      try {
        return e(r);
      } catch {}
    else if (t && typeof r == `string`) {
      if (n && !Wt.test(r)) return r;
      try {
        return (t(r), e(r));
      } catch {}
    }
    return r;
  }
  return (e) => {
    let t = Vt(e, r);
    return t ? `?${t}` : ``;
  };
}
var Yt = `__root__`;
function Xt(e) {
  e.statusCode = e.statusCode || e.code || 307;
  let t = new Headers(e.headers);
  e.href && t.get(`Location`) === null && t.set(`Location`, e.href);
  let n = new Response(null, { status: e.statusCode, headers: t });
  if (((n.options = e), e.throw)) throw n;
  return n;
}
function Zt(e) {
  return e instanceof Response && !!e.options;
}
function Qt(e) {
  let t = new Map(),
    n,
    r;
  return {
    get(e) {
      let n = t.get(e);
      if (n) return ((n.visited = !0), n.value);
    },
    set(i, a) {
      let o = t.get(i);
      if (o) {
        o.value = a;
        return;
      }
      if (t.size >= e) {
        let e = n?.next().value;
        for (; !e || e.visited;) (e ? (e.visited = !1) : (n = t.values()), (e = n.next().value));
        (e === r && (n = void 0), t.delete(e.key));
      }
      let s = { key: i, value: a, visited: !1 };
      ((r = s), t.set(i, s));
    },
    clear() {
      (t.clear(), (n = void 0), (r = void 0));
    },
  };
}
var $t = 4,
  en = 5;
function tn(e) {
  let t = e.names;
  if (t) return t;
  let n = [];
  for (let t of e) typeof t != `string` && n.push(t[1]);
  return (e.names = n);
}
function nn(e, t, n) {
  let r = e.slice(t, n);
  if (r.charCodeAt(0) === 36) return r.length === 1 ? [2, `_splat`, ``, void 0] : [1, r.slice(1), ``, ``];
  let i = r.indexOf(`{`);
  if (i >= 0) {
    let a = r.indexOf(`}`, i),
      o = r.charCodeAt(i + 1) === 45,
      s = i + (o ? 3 : 2);
    if (a >= 0 && r.charCodeAt(s - 1) === 36 && (!o || s < a)) {
      let c = r.slice(s, a);
      return [o ? 3 : c ? 1 : 2, c || `_splat`, r.slice(0, i), e.slice(t + a + 1, c ? n : e.length)];
    }
  }
  return r;
}
function rn(e, t, n, r, i, a) {
  let o = n,
    s = t.fullPath ?? t.from,
    c = t.options,
    l = s.length,
    u = s.endsWith(`/`) ? l - 1 : l,
    d = c?.caseSensitive ?? e,
    f = c?.params?.parse ?? c?.parseParams,
    p,
    m = a ? n - 1 : 0;
  if (!r || s.includes(`$`)) {
    p = a?.slice() ?? [];
    let e = Xe(p);
    e &&
      typeof e != `string` &&
      e[0] === 2 &&
      ((p[p.length - 1] = [e[0], e[1], e[2], e[3] === void 0 ? void 0 : e[3] + s.substring(n - (s[n - 2] === `/` ? 2 : 1), u)]), (m = l));
  }
  for (; o < l;) {
    let e = o,
      t = s.indexOf(`/`, e),
      n = t === -1 ? l : t,
      a = nn(s, e, n);
    o = n + 1;
    let c;
    if (typeof a == `string`) {
      if (!r) continue;
      let e = a,
        t;
      d ? (t = r.static ??= new Map()) : ((e = a.toLowerCase()), (t = r.staticInsensitive ??= new Map()));
      let n = t.get(e);
      if (n) c = n;
      else {
        let n = on(r);
        ((c = n), t.set(e, n));
      }
    } else {
      let t = a[0],
        h = a[2],
        g = a[3] ?? ``;
      if (
        (t === 2 && ((n = l), (o = n + 1)),
        p &&
          m < n &&
          (m < e - 1 && p.push(s.slice(m, e - 1)),
          (a[2] = `/` + h),
          t === 2 && a[3] !== void 0 && u < l && (a[3] = g.slice(0, -1)),
          p.push(a),
          (m = n)),
        !r)
      )
        continue;
      let _ = d && !!(h || g);
      d || ((h = h.toLowerCase()), (g = g.toLowerCase()));
      let v = t === 1 ? (r.dynamic ??= []) : t === 3 ? (r.optional ??= []) : (r.wildcard ??= []),
        y = t !== 2 && !f && v.find((e) => !e.parse && e.caseSensitive === _ && e.prefix === h && e.suffix === g);
      if (y) c = y;
      else {
        let e = on(r, t, _, h, g);
        ((c = e), v.push(e), v.length === 2 && i?.push(v));
      }
    }
    r = c;
  }
  p && m < u && p.push(s.slice(m, u));
  let h = p?.slice();
  if (!r) return h;
  if (f && t.children && !t.isRoot && t.id && t.id.charCodeAt(t.id.lastIndexOf(`/`) + 1) === 95) {
    let e = on(r, en);
    ((r.pathless ??= []).push(e), (r = e));
  }
  let g = (t.path || !t.children) && !t.isRoot;
  if (g && u < l) {
    let e = on(r, $t);
    ((r.index = e), (r = e));
  }
  return ((r.parse = f ?? null), (r.priority = c?.params?.priority ?? 0), r.route || ((r.data = h), g && (r.route = t)), [r, o, h]);
}
function an(e, t) {
  if (e.parse && !t.parse) return -1;
  if (!e.parse && t.parse) return 1;
  if (e.parse && t.parse && (e.priority || t.priority)) return t.priority - e.priority;
  if (e.prefix && t.prefix && e.prefix !== t.prefix) {
    if (e.prefix.startsWith(t.prefix)) return -1;
    if (t.prefix.startsWith(e.prefix)) return 1;
  }
  if (e.suffix && t.suffix && e.suffix !== t.suffix) {
    if (e.suffix.endsWith(t.suffix)) return -1;
    if (t.suffix.endsWith(e.suffix)) return 1;
  }
  return e.prefix && !t.prefix
    ? -1
    : !e.prefix && t.prefix
      ? 1
      : e.suffix && !t.suffix
        ? -1
        : !e.suffix && t.suffix
          ? 1
          : e.caseSensitive && !t.caseSensitive
            ? -1
            : !e.caseSensitive && t.caseSensitive
              ? 1
              : 0;
}
function on(e, t = 0, n, r, i) {
  return {
    kind: t,
    depth: e ? e.depth + 1 : 0,
    pathless: null,
    index: null,
    static: null,
    staticInsensitive: null,
    dynamic: null,
    optional: null,
    wildcard: null,
    route: null,
    data: void 0,
    parent: e,
    parse: null,
    priority: 0,
    caseSensitive: n,
    prefix: r,
    suffix: i,
  };
}
function sn(e, t) {
  let n = on(),
    r = [];
  function i(e, t, n, a) {
    let [o, s, c] = rn(!1, e, t, n, r, a);
    if (e.children) for (let t of e.children) i(t, s, o, c);
  }
  for (let t of e) i(t, 1, n);
  for (let e of r) e.sort(an);
  ((t.masksTree = n), (t.flatCache = Qt(1e3)));
}
function cn(e, t) {
  e ||= `/`;
  let n = t.flatCache.get(e);
  if (n !== void 0) return n;
  let r = fn(e, t.masksTree);
  return (t.flatCache.set(e, r), r);
}
function ln(e, t, n, r, i) {
  ((e ||= `/`), (r ||= `/`));
  let a = t ? `case\0${e}` : e,
    o = i.singleCache.get(a);
  return (o || ((o = on()), rn(t, { from: e }, 1, o), i.singleCache.set(a, o)), fn(r, o, n));
}
function un(e, t, n = !1) {
  let r = n ? e : `nofuzz\0${e}`,
    i = t.matchCache.get(r);
  if (i !== void 0) return i;
  e ||= `/`;
  let a;
  try {
    a = fn(e, t.segmentTree, n);
  } catch (e) {
    if (e instanceof URIError) a = null;
    else throw e;
  }
  return (a && (a.branch = mn(a.route)), t.matchCache.set(r, a), a);
}
function dn(e, t = !1) {
  let n = on(),
    r = [],
    i = {},
    a = {},
    o = 0;
  function s(e, n, c, l) {
    if ((e.init(o), e.id in i && gt(), (i[e.id] = e), o !== 0 && e.path)) {
      let t = yt(e.fullPath);
      (!a[t] || e.fullPath.endsWith(`/`)) && (a[t] = e);
    }
    o++;
    let [u, d, f] = rn(t, e, n, c, r, l);
    if (((e._interpolation = f), e.children)) for (let t of e.children) s(t, d, u, f);
  }
  s(e, 1, n);
  for (let e of r) e.sort(an);
  return {
    processedTree: { segmentTree: n, singleCache: Qt(1e3), matchCache: Qt(1e3), flatCache: null, masksTree: null },
    routesById: i,
    routesByPath: a,
  };
}
function fn(e, t, n = !1) {
  let r = e.split(`/`),
    i = gn(e, r, t, n);
  if (!i) return null;
  let [a] = pn(e, r, i);
  return { route: i.node.route, rawParams: a };
}
function pn(e, t, n) {
  let r = hn(n.node),
    i = n.node.data && tn(n.node.data),
    a = Object.create(null),
    o = n.extract?.part ?? 0,
    s = n.extract?.node ?? 0,
    c = n.extract?.path ?? 0,
    l = n.extract?.param ?? 0;
  for (; s < r.length; o++, s++, c++) {
    let u = r[s];
    if (u.kind === $t) break;
    if (u.kind === en) {
      (o--, c--);
      continue;
    }
    let d = t[o],
      f = c;
    if ((d && (c += d.length), u.kind === 1 || u.kind === 3)) {
      let e = i[l++];
      if (u.kind === 3 && n.skipped & (1 << s)) {
        (o--, (c = f - 1));
        continue;
      }
      let t = u.suffix || u.prefix ? d.substring(u.prefix.length, d.length - u.suffix.length) : d;
      (t || u.kind === 1) && (a[e] = decodeURIComponent(t));
    } else if (u.kind === 2) {
      let t = u,
        n = e.substring(f + t.prefix.length, e.length - t.suffix.length),
        r = decodeURIComponent(n);
      ((a[`*`] = r), (a._splat = r));
      break;
    }
  }
  return (n.rawParams && Object.assign(a, n.rawParams), [a, { part: o, node: s, path: c, param: l }]);
}
function mn(e) {
  let t = [e];
  for (; e.parentRoute;) ((e = e.parentRoute), t.push(e));
  return (t.reverse(), t);
}
function hn(e) {
  let t = Array(e.depth + 1);
  do ((t[e.depth] = e), (e = e.parent));
  while (e);
  return t;
}
function gn(e, t, n, r) {
  if (e === `/` && n.index) return { node: n.index, skipped: 0 };
  let i = !Xe(t),
    a = i && e !== `/`,
    o = t.length - +!!i,
    s = [{ node: n, index: 1, skipped: 0, statics: 0, dynamics: 0, optionals: 0 }],
    c = null,
    l = null;
  for (; s.length;) {
    let n = s.pop(),
      { node: i, index: u, skipped: d, statics: f, dynamics: p, optionals: m } = n,
      { extract: h, rawParams: g } = n;
    if (i.kind === 2 && i.route && !bn(l, n)) continue;
    if (i.parse) {
      if (!yn(e, t, n)) continue;
      ((g = n.rawParams), (h = n.extract));
    }
    r && i.route && i.kind !== $t && bn(c, n) && (c = n);
    let _ = u === o;
    if (
      _ &&
      (i.route && (!a || i.kind === $t || i.kind === 2) && bn(l, n) && (l = n), !i.optional && !i.wildcard && !i.index && !i.pathless)
    )
      continue;
    let v = _ ? void 0 : t[u],
      y;
    if (_ && i.index) {
      let n = { node: i.index, index: u, skipped: d, statics: f, dynamics: p, optionals: m, extract: h, rawParams: g },
        r = !0;
      if ((i.index.parse && (yn(e, t, n) || (r = !1)), r)) {
        if (!p && !m && !d && vn(f, o)) return n;
        bn(l, n) && (l = n);
      }
    }
    if (i.wildcard)
      for (let e = i.wildcard.length - 1; e >= 0; e--) {
        let n = i.wildcard[e],
          { prefix: r, suffix: a } = n;
        if (!r || (!_ && (n.caseSensitive ? v : (y ??= v.toLowerCase())).startsWith(r))) {
          if (a) {
            if (_) continue;
            let e = t.slice(u).join(`/`),
              i = e.slice(-a.length);
            if ((n.caseSensitive ? i : i.toLowerCase()) !== a || e.length - a.length < r.length) continue;
          }
          s.push({ node: n, index: o, skipped: d, statics: f, dynamics: p, optionals: m, extract: h, rawParams: g });
        }
      }
    if (i.optional) {
      let e = d | (1 << (i.depth + 1));
      for (let t = i.optional.length - 1; t >= 0; t--) {
        let n = i.optional[t];
        s.push({ node: n, index: u, skipped: e, statics: f, dynamics: p, optionals: m, extract: h, rawParams: g });
      }
      if (!_)
        for (let e = i.optional.length - 1; e >= 0; e--) {
          let t = i.optional[e],
            { prefix: n, suffix: r } = t;
          if (n || r) {
            let e = t.caseSensitive ? v : (y ??= v.toLowerCase());
            if ((n && !e.startsWith(n)) || (r && e.indexOf(r, e.length - r.length) < n.length)) continue;
          }
          s.push({ node: t, index: u + 1, skipped: d, statics: f, dynamics: p, optionals: m + _n(o, u), extract: h, rawParams: g });
        }
    }
    if (!_ && i.dynamic && v)
      for (let e = i.dynamic.length - 1; e >= 0; e--) {
        let t = i.dynamic[e],
          { prefix: n, suffix: r } = t;
        if (n || r) {
          let e = t.caseSensitive ? v : (y ??= v.toLowerCase());
          if ((n && !e.startsWith(n)) || (r && e.indexOf(r, e.length - r.length) < n.length)) continue;
        }
        s.push({ node: t, index: u + 1, skipped: d, statics: f, dynamics: p + _n(o, u), optionals: m, extract: h, rawParams: g });
      }
    if (!_ && i.staticInsensitive) {
      let e = i.staticInsensitive.get((y ??= v.toLowerCase()));
      e && s.push({ node: e, index: u + 1, skipped: d, statics: f + _n(o, u), dynamics: p, optionals: m, extract: h, rawParams: g });
    }
    if (!_ && i.static) {
      let e = i.static.get(v);
      e && s.push({ node: e, index: u + 1, skipped: d, statics: f + _n(o, u), dynamics: p, optionals: m, extract: h, rawParams: g });
    }
    if (i.pathless)
      for (let e = i.pathless.length - 1; e >= 0; e--) {
        let t = i.pathless[e];
        s.push({ node: t, index: u, skipped: d, statics: f, dynamics: p, optionals: m, extract: h, rawParams: g });
      }
  }
  if (l) return l;
  if (r && c) {
    let n = c.index;
    for (let e = 0; e < c.index; e++) n += t[e].length;
    let r = n === e.length ? `/` : e.slice(n);
    return ((c.rawParams ??= Object.create(null)), (c.rawParams[`**`] = decodeURIComponent(r)), c);
  }
  return null;
}
function _n(e, t) {
  return 2 ** (e - t - 1);
}
function vn(e, t) {
  return e === 2 ** (t - 1) - 1;
}
function yn(e, t, n) {
  let r, i;
  try {
    [r, i] = pn(e, t, n);
  } catch {
    return null;
  }
  if (((n.rawParams = r), (n.extract = i), !n.node.parse)) return !0;
  try {
    if (n.node.parse(r) === !1) return null;
  } catch {}
  return !0;
}
function bn(e, t) {
  return (
    !e ||
    t.statics > e.statics ||
    (t.statics === e.statics &&
      (t.dynamics > e.dynamics ||
        (t.dynamics === e.dynamics &&
          (t.optionals > e.optionals ||
            (t.optionals === e.optionals &&
              ((t.node.kind === $t) > (e.node.kind === $t) ||
                ((t.node.kind === $t) == (e.node.kind === $t) && t.node.depth > e.node.depth)))))))
  );
}
function xn(e, t, n) {
  let r = bt(e),
    i = `/${r}`,
    a = t ? i : i.toLowerCase(),
    o = `${a}/`,
    s = {
      input: ({ url: e }) => {
        let n = t ? e.pathname : e.pathname.toLowerCase();
        return (n === a ? (e.pathname = `/`) : n.startsWith(o) && (e.pathname = e.pathname.slice(i.length)), e);
      },
      output: ({ url: e }) => ((e.pathname = _t(`/${r}${e.pathname}`)), e),
    };
  return n ? { input: ({ url: e }) => Sn(n, s.input({ url: e })), output: ({ url: e }) => s.output({ url: Cn(n, e) }) } : s;
}
function Sn(e, t) {
  let n = e?.input?.({ url: t });
  if (n) {
    if (typeof n == `string`) return new URL(n);
    if (n instanceof URL) return n;
  }
  return t;
}
function Cn(e, t) {
  let n = e?.output?.({ url: t });
  if (n) {
    if (typeof n == `string`) return new URL(n);
    if (n instanceof URL) return n;
  }
  return t;
}
function wn(e) {
  let t = e;
  return {
    get() {
      return t;
    },
    set(e) {
      t = Ze(e, t);
    },
  };
}
function Tn(e) {
  return {
    get() {
      return e();
    },
  };
}
function En(e, t) {
  let { createMutableStore: n, createReadonlyStore: r, batch: i } = t,
    a = new Map(),
    o = n(`idle`),
    s = n(e),
    c = n(void 0),
    l = n([]),
    u = r(() => l.get().map((e) => a.get(e).get())),
    d = r(() => ({ status: o.get(), isLoading: o.get() === `pending`, matches: u.get(), location: s.get(), resolvedLocation: c.get() }));
  function f(e) {
    let t = a.get(e);
    return (t || ((t = n(void 0)), a.set(e, t)), t);
  }
  let p = { status: o, location: s, resolvedLocation: c, ids: l, matches: u, byRoute: a, __store: d, getMatchStore: f, setMatches: m };
  function m(e) {
    let t = l.get(),
      n = e.map((e) => e.routeId);
    i(() => {
      ht(t, n) || l.set(n);
      for (let e of t) n.includes(e) || a.get(e).set(() => void 0);
      for (let t of e) {
        let e = f(t.routeId);
        e.get() !== t && e.set(t);
      }
    });
  }
  return p;
}
var Dn = `__TSR_index`,
  On = `popstate`,
  kn = `beforeunload`,
  An = /^[\x00-\x20]*(?:[\\/][\t\n\r]*){2,}/;
function jn(e) {
  let t = An.exec(e);
  return t ? `/` + e.slice(t[0].length) : e;
}
function Mn(e) {
  return (
    /[\x00-\x1f\x7f]/.test(e) &&
      (e = e.replace(/[\x00-\x1f\x7f]/g, (e) =>
        `	
\r`.includes(e)
          ? ``
          : encodeURIComponent(e),
      )),
    jn(e)
  );
}
function Nn(e) {
  let t = e.getLocation(),
    n = new Set(),
    r = (r) => {
      ((t = e.getLocation()), n.forEach((e) => e({ location: t, action: r })));
    },
    i = (n) => {
      (e.notifyOnIndexChange ?? !0) ? r(n) : (t = e.getLocation());
    },
    a = async (n) => {
      let r = n.navigateOpts?.ignoreBlocker ? void 0 : e.getBlockers?.();
      if (typeof document < `u` && r?.length && (n.type === `PUSH` || n.type === `REPLACE`))
        for (let i of r) {
          let r = In(n.path, n.state);
          if (await i.blockerFn({ currentLocation: t, nextLocation: r, action: n.type })) {
            e.onBlocked?.();
            return;
          }
        }
      n.task();
    };
  return {
    get location() {
      return t;
    },
    get length() {
      return e.getLength();
    },
    subscribers: n,
    subscribe: (e) => (
      n.add(e),
      () => {
        n.delete(e);
      }
    ),
    push: (n, i, o) => {
      let s = t.state[Dn];
      ((i = Pn(s + 1, i)),
        a({
          task: () => {
            (e.pushState(n, i), r({ type: `PUSH` }));
          },
          navigateOpts: o,
          type: `PUSH`,
          path: n,
          state: i,
        }));
    },
    replace: (n, i, o) => {
      let s = t.state[Dn];
      ((i = Pn(s, i)),
        a({
          task: () => {
            (e.replaceState(n, i), r({ type: `REPLACE` }));
          },
          navigateOpts: o,
          type: `REPLACE`,
          path: n,
          state: i,
        }));
    },
    go: (t, n) => {
      a({
        task: () => {
          (e.go(t, n?.ignoreBlocker ?? !1), i({ type: `GO`, index: t }));
        },
        navigateOpts: n,
        type: `GO`,
      });
    },
    back: (t) => {
      a({
        task: () => {
          (e.back(t?.ignoreBlocker ?? !1), i({ type: `BACK` }));
        },
        navigateOpts: t,
        type: `BACK`,
      });
    },
    forward: (t) => {
      a({
        task: () => {
          (e.forward(t?.ignoreBlocker ?? !1), i({ type: `FORWARD` }));
        },
        navigateOpts: t,
        type: `FORWARD`,
      });
    },
    canGoBack: () => t.state[Dn] !== 0,
    createHref: (t) => e.createHref(t),
    block: (t) => {
      if (!e.setBlockers) return () => {};
      let n = e.getBlockers?.() ?? [];
      return (
        e.setBlockers([...n, t]),
        () => {
          let n = e.getBlockers?.() ?? [];
          e.setBlockers?.(n.filter((e) => e !== t));
        }
      );
    },
    flush: () => e.flush?.(),
    destroy: () => e.destroy?.(),
    notify: r,
    _getBlockers: () => e.getBlockers?.() ?? [],
  };
}
function Pn(e, t) {
  let n = Ln();
  return { ...t, key: n, __TSR_key: n, [Dn]: e };
}
function Fn(e) {
  let t = e?.window ?? (typeof document < `u` ? window : void 0),
    n = t.history.pushState,
    r = t.history.replaceState,
    i = [],
    a = () => i,
    o = (e) => (i = e),
    s = (t) => Mn(e?.createHref ? e.createHref(t) : t),
    c = e?.parseLocation ?? (() => In(`${t.location.pathname}${t.location.search}${t.location.hash}`, t.history.state));
  if (!t.history.state?.__TSR_key && !t.history.state?.key) {
    let e = Ln();
    t.history.replaceState({ [Dn]: 0, key: e, __TSR_key: e }, ``);
  }
  let l = c(),
    u,
    d = !1,
    f = !1,
    p = !1,
    m = !1,
    h = () => l,
    g,
    _ = () => {
      g &&
        ((S._ignoreSubscribers = !0),
        (g[2] ? t.history.pushState : t.history.replaceState)(g[1], ``, g[0]),
        (S._ignoreSubscribers = !1),
        (g = void 0),
        (u = void 0));
    },
    v = (t, n, r) => {
      let i = e?.createHref ? s(n) : void 0,
        a = !!g;
      (a || (u = l), (l = In(n, r)), (g = [i ?? l.href, r, g?.[2] || t]), a || queueMicrotask(() => _()));
    },
    y = (e) => {
      ((l = c()), S.notify({ type: e }));
    },
    b = async () => {
      if (((m = !1), f)) {
        f = !1;
        return;
      }
      let e = c(),
        n = e.state[Dn] - l.state[Dn],
        r = n === 1,
        i = n === -1,
        o = (!r && !i) || d;
      d = !1;
      let s = o ? `GO` : i ? `BACK` : `FORWARD`,
        u = o ? { type: `GO`, index: n } : { type: i ? `BACK` : `FORWARD` };
      if (p) p = !1;
      else {
        let r = a();
        if (typeof document < `u` && r.length) {
          for (let i of r)
            if (await i.blockerFn({ currentLocation: l, nextLocation: e, action: s })) {
              ((f = !0), t.history.go(-n), S.notify(u));
              return;
            }
        }
      }
      ((l = c()), S.notify(u));
    },
    x = (e) => {
      if (m) {
        m = !1;
        return;
      }
      let t = !1,
        n = a();
      if (typeof document < `u` && n.length)
        for (let e of n) {
          let n = e.enableBeforeUnload ?? !0;
          if (n === !0 || (typeof n == `function` && n() === !0)) {
            t = !0;
            break;
          }
        }
      if (t) return (e.preventDefault(), (e.returnValue = ``));
    },
    S = Nn({
      getLocation: h,
      getLength: () => t.history.length,
      pushState: (e, t) => v(!0, e, t),
      replaceState: (e, t) => v(!1, e, t),
      back: (e) => (e && ((p = !0), (m = !0)), t.history.back()),
      forward: (e) => {
        (e && ((p = !0), (m = !0)), t.history.forward());
      },
      go: (e, n) => {
        ((d = !0), n && ((p = !0), (m = !0)), t.history.go(e));
      },
      createHref: s,
      flush: _,
      destroy: () => {
        ((t.history.pushState = n),
          (t.history.replaceState = r),
          t.removeEventListener(kn, x, { capture: !0 }),
          t.removeEventListener(On, b));
      },
      onBlocked: () => {
        u && l !== u && (l = u);
      },
      getBlockers: a,
      setBlockers: o,
      notifyOnIndexChange: !1,
    });
  return (
    (S._ignoreNextBeforeUnload = (e) => {
      m = !1;
      try {
        ((e = new URL(e, t.document.baseURI).href),
          (m = /^https?:/.test(e) && (!e.includes(`#`) || e.split(`#`)[0] !== t.location.href.split(`#`)[0])));
      } catch {}
    }),
    t.addEventListener(kn, x, { capture: !0 }),
    t.addEventListener(On, b),
    (t.history.pushState = function (...e) {
      let r = n.apply(t.history, e);
      return (S._ignoreSubscribers || y(`PUSH`), r);
    }),
    (t.history.replaceState = function (...e) {
      let n = r.apply(t.history, e);
      return (S._ignoreSubscribers || y(`REPLACE`), n);
    }),
    S
  );
}
function In(e, t) {
  let n = Mn(e),
    r = n.indexOf(`#`),
    i = n.indexOf(`?`);
  if (!t) {
    let e = Ln();
    t = { [Dn]: 0, key: e, __TSR_key: e };
  }
  return {
    href: n,
    pathname: n.slice(0, r > -1 ? (i > -1 ? Math.min(r, i) : r) : i > -1 ? i : n.length),
    hash: r > -1 ? n.slice(r) : ``,
    search: i > -1 ? n.slice(i, r === -1 ? void 0 : r) : ``,
    state: t,
  };
}
function Ln() {
  return (Math.random() + 1).toString(36).slice(7);
}
function Rn(e, t) {
  return (e.protocol !== `http:` && e.protocol !== `https:`) || e.origin !== t || !!e.username || !!e.password;
}
function zn(e) {
  return e.pathname + e.search + e.hash;
}
function Bn(e) {
  return e.options.loader || e.options.beforeLoad || e.lazyFn || e.options.component?.preload || e.options.pendingComponent?.preload;
}
function Vn(e, t) {
  return {
    fromLocation: t,
    toLocation: e,
    pathChanged: t?.pathname !== e.pathname,
    hrefChanged: t?.href !== e.href,
    hashChanged: t?.hash !== e.hash,
  };
}
function Hn({ key: e, __TSR_key: t, __TSR_index: n, __hashScrollIntoViewOptions: r, ...i }) {
  return i;
}
function Un(e) {
  return e.findIndex((e) => e.status === `error` || e.status === `notFound` || e._notFound) + 1;
}
function Wn(e, t, n, r, i, a) {
  (r && (t = t.slice(0, r)), i && (n = n.slice(0, i)));
  for (let r of t) {
    if (a && e._tx !== a) return;
    n.some((e) => e.routeId === r.routeId) || e.routesById[r.routeId].options.onLeave?.(r);
  }
  for (let r of n) {
    if (a && e._tx !== a) return;
    e.routesById[r.routeId].options[t.some((e) => e.routeId === r.routeId) ? `onStay` : `onEnter`]?.(r);
  }
}
var Gn = class {
  constructor(e, t) {
    ((this.tempLocationKey = `${Math.round(Math.random() * 1e7)}`),
      (this._scroll = { n: !0 }),
      (this.subscribers = new Set()),
      (this._cache = new Map()),
      (this._committed = []),
      (this.startTransition = async (e) => (e(), !1)),
      (this.update = (e) => {
        let t = this.options;
        ((this.options = { ...t, ...e }),
          (this.isServer = this.options.isServer ?? !1 ?? typeof document > `u`),
          (this.staticLocations = new WeakMap()),
          (this.protocolAllowlist = new Set(this.options.protocolAllowlist)),
          (!this.history || (this.options.history && this.options.history !== this.history)) &&
            (this.history = this.options.history ? this.options.history : Fn()),
          (this.origin = this.options.origin),
          (this.origin ||= window?.origin && window.origin !== `null` ? window.origin : `http://localhost`));
        let n = this.options.basepath ?? `/`,
          r = this.options.rewrite,
          i = this.basepath !== n || t?.rewrite !== r || t?.caseSensitive !== this.options.caseSensitive;
        if (
          (i && ((this.basepath = n), (this.rewrite = n !== `/` && bt(n) ? xn(n, this.options.caseSensitive, r) : r)),
          this.history && this.updateLatestLocation(),
          this.options.routeTree !== this.routeTree)
        ) {
          this.routeTree = this.options.routeTree;
          let e;
          ((e = this.buildRouteTree()), this.setRoutes(e));
        }
        if (this.stores) i && this.stores.location.set(this.latestLocation);
        else if (this.latestLocation) {
          let e = this.getStoreConfig(this);
          ((this.batch = e.batch), (this.stores = En(this.latestLocation, e)), Bt(this));
        }
      }),
      (this.updateLatestLocation = () => {
        this.latestLocation = this.parseLocation(this.history.location, this.latestLocation);
      }),
      (this.buildRouteTree = () => {
        let e = dn(this.routeTree, this.options.caseSensitive);
        return (this.options.routeMasks && sn(this.options.routeMasks, e.processedTree), { ...e, resolvePathCache: Qt(1e3) });
      }),
      (this.subscribe = (e, t) => {
        let n = { eventType: e, fn: t };
        return (
          this.subscribers.add(n),
          () => {
            this.subscribers.delete(n);
          }
        );
      }),
      (this.emit = (e) => {
        for (let t of this.subscribers)
          if (t.eventType === e.type)
            try {
              t.fn(e);
            } catch (e) {
              console.error(e);
            }
      }),
      (this.parseLocation = (e, t) => {
        let n = ({ pathname: e, search: n, hash: r, href: i }, a) => {
            if (!this.rewrite && !/[ \x00-\x1f\x7f\u0080-\uffff]/.test(e)) {
              let i = this.options.parseSearch(n),
                o = this.options.stringifySearch(i);
              return {
                href: e + o + r,
                publicHref: e + o + r,
                pathname: pt(e),
                external: !1,
                searchStr: o,
                search: tt(t?.search, i),
                hash: pt(r.slice(1)),
                state: nt(t?.state, a),
              };
            }
            let o = Sn(this.rewrite, new URL(i, this.origin)),
              s = this.options.parseSearch(o.search),
              c = this.options.stringifySearch(s);
            return (
              (o.search = c),
              {
                href: o.href.replace(o.origin, ``),
                publicHref: i,
                pathname: pt(jn(o.pathname)),
                external: !!this.rewrite && Rn(o, this.origin),
                searchStr: c,
                search: tt(t?.search, s),
                hash: pt(o.hash.slice(1)),
                state: nt(t?.state, a),
              }
            );
          },
          r = n(e, e.state),
          { __tempLocation: i, __tempKey: a } = r.state;
        if (i && (!a || a === this.tempLocationKey)) {
          let e = n(i, { ...i.state, __tempLocation: void 0, key: r.state.key, __TSR_key: r.state.__TSR_key });
          return ((e.maskedLocation = r), e);
        }
        return r;
      }),
      (this.matchRoutes = (e, t, n) =>
        typeof e == `string` ? this.matchRoutesInternal({ pathname: e, search: t }, n) : this.matchRoutesInternal(e, t)),
      (this.getMatchedRoutes = (e) => {
        let t = Object.create(null),
          n = un(yt(e), this.processedTree, !0);
        return (n && Object.assign(t, n.rawParams), [n?.branch || [this.routesById.__root__], t, n?.route]);
      }),
      (this.buildLocation = (e) => {
        {
          let t = this.staticLocations.get(e);
          if (t) return t;
        }
        let t = !1,
          n = (n = {}) => {
            if (n.href) {
              let e = In(n.href, {});
              n = {
                ...n,
                to: Sn(this.rewrite, new URL(e.pathname, this.origin)).pathname,
                search: this.options.parseSearch(e.search),
                hash: e.hash.slice(1),
              };
            }
            let r = e._fromLocation || this._pendingLocation || this.latestLocation,
              i,
              a = () => ((t = !0), r),
              o = () => (i ??= this.matchRoutesLightweight(a())),
              s = n.to ? `${n.to}` : `.`,
              c = St(
                s[0] === `/` ? `` : n.unsafeRelative === `path` ? a().pathname : (n.from ?? o()[1]),
                s,
                this.options.trailingSlash,
                this.resolvePathCache,
              ),
              l = this.routesByPath[yt(c)],
              u = c.includes(`$`),
              d;
            if (l) d = l._branch ??= mn(l);
            else if (u) d = [];
            else {
              let [e, t, n] = this.getMatchedRoutes(c);
              ((d = e), this.options.notFoundRoute && (!n || (n.path !== `/` && t[`**`])) && (d = [...d, this.options.notFoundRoute]));
            }
            let f = u ? (l?._interpolation ?? rn(!1, { fullPath: c }, 0)) : void 0,
              p;
            for (let e of d) {
              let t = e.options.params?.stringify ?? e.options.stringifyParams;
              if (t) {
                let e = o()[3];
                if (((p ??= Xn(n.params, e)), !$e(p))) break;
                p === e && (p = Object.assign(et(), p));
                try {
                  Object.assign(p, t(p));
                } catch {}
              }
            }
            p ??= Xn(n.params, Zn(n.params, f) ? o()[3] : Qn);
            let m = e.leaveParams ? c : jn(pt(f ? Et(c, f, p, this.pathParamsDecoder) : c)),
              h = $n(d, e._includeValidateSearch),
              g = () => {
                let t = o()[2];
                if (e._includeValidateSearch && this.options.search?.strict) {
                  let e = {};
                  (d.forEach((n) => {
                    if (n.options.validateSearch)
                      try {
                        Object.assign(e, Yn(n.options.validateSearch, { ...e, ...t }));
                      } catch {}
                  }),
                    (t = e));
                }
                return t;
              },
              _ = h.length ? er(h, g(), n) : n.search === !0 ? g() : typeof n.search == `function` ? n.search(g()) : n.search || Qn,
              v = this.options.stringifySearch(_),
              y = n.hash === !0 ? a().hash : typeof n.hash == `function` ? n.hash(a().hash) : n.hash || void 0,
              b = y ? `#${y}` : ``,
              x = n.state ? (n.state === !0 ? a().state : typeof n.state == `function` ? n.state(a().state) : n.state) : Qn,
              S = `${m}${v}${b}`,
              C,
              w,
              T = !1;
            if (this.rewrite) {
              let e = new URL(S, this.origin),
                t = e.origin,
                n = Cn(this.rewrite, e);
              ((C = zn(e)), Rn(n, t) ? ((w = n.href), (T = !0)) : (w = jn(zn(n))));
            } else ((C = mt(S)), (w = C));
            return {
              publicHref: w,
              href: C,
              pathname: m,
              search: _,
              searchStr: v,
              state: x,
              hash: y ?? ``,
              external: T,
              unmaskOnReload: n.unmaskOnReload,
            };
          },
          r = n(e);
        if (e.mask) r.maskedLocation = n({ from: e.from, ...e.mask });
        else if (this.options.routeMasks) {
          let t = cn(r.pathname, this.processedTree);
          if (t) {
            let i = Object.assign(et(), t.rawParams),
              { from: a, params: o, ...s } = t.route,
              c = Xn(o, i);
            r.maskedLocation = n({ from: e.from, ...s, params: c });
          }
        }
        return (!t && e._fromLocation && this.staticLocations.set(e, r), r);
      }),
      (this.commitLocation = async ({ viewTransition: e, ignoreBlocker: t, ...n }) => {
        let r = n.maskedLocation ?? n;
        if (r.external) return Kn(this, r.publicHref, { replace: n.replace, ignoreBlocker: t });
        let i,
          a = yt(this.latestLocation.href) === yt(n.href) && it(Hn(n.state), Hn(this.latestLocation.state)),
          o = this._commitPromise,
          s,
          c = new Promise((e) => {
            s = e;
          });
        if (
          ((c.resolve = () => {
            (s(), o?.resolve());
          }),
          (this._commitPromise = c),
          a)
        )
          this.load();
        else {
          let { maskedLocation: r, hashScrollIntoView: a, ...o } = n;
          (r &&
            ((o = {
              ...r,
              state: {
                ...r.state,
                __tempKey: void 0,
                __tempLocation: {
                  ...o,
                  search: o.searchStr,
                  state: { ...o.state, __tempKey: void 0, __tempLocation: void 0, __TSR_key: void 0, key: void 0 },
                },
              },
            }),
            (o.unmaskOnReload ?? this.options.unmaskOnReload ?? !1) && (o.state.__tempKey = this.tempLocationKey)),
            (o.state = { ...o.state, __hashScrollIntoViewOptions: a ?? this.options.defaultHashScrollIntoView ?? !0 }),
            (this.shouldViewTransition = e),
            (i = n.replace ? `REPLACE` : `PUSH`),
            this.history[i === `REPLACE` ? `replace` : `push`](o.publicHref, o.state, { ignoreBlocker: t }),
            this.history.subscribers.size || this.load({ action: { type: i } }));
        }
        return ((this._scroll.n = n.resetScroll ?? !0), this._commitPromise);
      }),
      (this.buildAndCommitLocation = ({
        replace: e,
        resetScroll: t,
        hashScrollIntoView: n,
        viewTransition: r,
        ignoreBlocker: i,
        ...a
      } = {}) => {
        let o = this.buildLocation({ ...a, _includeValidateSearch: !0 });
        this._pendingLocation = o;
        let s = this.commitLocation({ ...o, viewTransition: r, replace: e, resetScroll: t, hashScrollIntoView: n, ignoreBlocker: i });
        return (
          queueMicrotask(() => {
            this._pendingLocation === o && (this._pendingLocation = void 0);
          }),
          s
        );
      }),
      (this.navigate = async ({ to: e, reloadDocument: t, href: n, publicHref: r, ...i }) => {
        let a = n ? ut(n) : void 0;
        if (a || t) {
          if (e !== void 0 || !n) {
            let t = this.buildLocation({ to: e, ...i }),
              a = t.maskedLocation ?? t;
            ((n ??= a.publicHref), (r ??= a.publicHref));
          }
          let t = !a && r ? r : n;
          return Kn(this, t, i);
        }
        return this.buildAndCommitLocation({ ...i, href: n, to: e, _isNavigate: !0 });
      }),
      (this.load = async (e) => {
        (this.updateLatestLocation(),
          e?.action && (this._scroll.h = e.action.type === `PUSH` || e.action.type === `REPLACE`),
          await Gr(this, e));
      }),
      (this.startViewTransition = (e) => {
        let t = this.shouldViewTransition ?? this.options.defaultViewTransition;
        if (((this.shouldViewTransition = void 0), t && typeof document.startViewTransition == `function`)) {
          let n;
          if (typeof t == `object` && window.CSS?.supports?.(`selector(:active-view-transition-type(a))`)) {
            let r = this.latestLocation,
              i = this.stores.resolvedLocation.get(),
              a = typeof t.types == `function` ? t.types(Vn(r, i)) : t.types;
            if (a === !1) return e();
            n = { update: e, types: a };
          } else n = e;
          return document.startViewTransition(n).updateCallbackDone;
        }
        return e();
      }),
      (this.invalidate = (e) => {
        let t = this._committed,
          n = e?.filter,
          r = this._preloads,
          i = new Set(),
          a = (e) => {
            (!n || n(e)) && i.add(e.id);
          };
        (t.forEach(a), this._cache.forEach(a), r?.forEach((e) => e.forEach(a)), this._tx?.[3].forEach(a));
        let o = [];
        for (let [e, t] of r ?? []) t.some((e) => i.has(e.id)) && (r.delete(e), o.push(e));
        let s = (t) => {
          if (i.has(t.id)) {
            let n = this.routesById[t.routeId],
              r = {
                ...t,
                invalid: !0,
                ...((e?.forcePending || t.status === `error` || t.status === `notFound`) && Bn(n)
                  ? { status: `pending`, error: void 0 }
                  : void 0),
              };
            return ((t._flight = void 0), r);
          }
          return t;
        };
        this._committed = t.map(s);
        for (let [t, n] of this._cache) i.has(t) && ((n.invalid = !0), e?.forcePending && (n.status = `pending`));
        for (let e of i) {
          let t = this._flights?.get(e);
          (this._flights?.delete(e), t && !t[2] && o.push(t[1]));
        }
        for (let e of o) e.abort();
        return ((this.shouldViewTransition = !1), this.load({ sync: e?.sync }));
      }),
      (this.resolveRedirect = (e) => {
        let t = e.options,
          n = e.headers.get(`Location`) || t.href;
        if (!n) {
          let e = this.buildLocation(t);
          n = (e.maskedLocation ?? e).publicHref || `/`;
        }
        let r;
        if (dt.test(n) || ((r = ut(n)) && !this.protocolAllowlist.has(r))) throw Error(`Redirect blocked: unsafe protocol`);
        if (r === `http:` || r === `https:`) {
          let e = new URL(n);
          e.pathname.startsWith(`//`) ? (n = e.href) : Rn(e, this.origin) || ((n = zn(e)), (r = void 0));
        }
        return (r && (t.reloadDocument = !0), (t.href = n), e.headers.set(`Location`, n), e);
      }),
      (this.clearCache = (e) => {
        let t = this._cache,
          n = this._preloads,
          r = e?.filter,
          i = [],
          a = [];
        for (let [e, n] of t) (!r || r(n)) && (a.push(e), i.push(n));
        let o = [];
        for (let [e, t] of n ?? []) (!r || t.some(r)) && (o.push(e), i.push(...t));
        for (let e of a) t.delete(e);
        for (let e of o) n.delete(e);
        for (let e of i) {
          let t = e._flight;
          ((e._flight = void 0), t && !--t[2] && (this._flights?.get(e.id) === t && this._flights.delete(e.id), o.push(t[1])));
        }
        for (let e of o) e.abort();
      }),
      (this.loadRouteChunk = ar),
      (this.preloadRoute = (e) => Kr(this, e)),
      (this.matchRoute = (e, t) => {
        let n = {
            ...e,
            to: e.to ? St(e.from || ``, e.to, this.options.trailingSlash, this.resolvePathCache) : void 0,
            params: e.params || {},
            leaveParams: !0,
          },
          r = this.buildLocation(n),
          i = this.stores.status.get() === `pending`;
        if (t?.pending && !i) return !1;
        let a = (t?.pending ?? !i) ? this.latestLocation : this.stores.resolvedLocation.get() || this.stores.location.get(),
          o = ln(r.pathname, t?.caseSensitive ?? !1, t?.fuzzy ?? !1, a.pathname, this.processedTree);
        return !o || (e.params && !it(o.rawParams, e.params, !0))
          ? !1
          : (t?.includeSearch ?? !0)
            ? it(a.search, r.search, !0)
              ? o.rawParams
              : !1
            : o.rawParams;
      }),
      (this.getStoreConfig = t),
      e.pathParamsAllowedCharacters?.length && (this.pathParamsDecoder = Ct(e.pathParamsAllowedCharacters)),
      this.update({
        defaultPreloadDelay: 50,
        defaultPendingMs: 1e3,
        defaultPendingMinMs: 500,
        context: void 0,
        ...e,
        caseSensitive: e.caseSensitive ?? !1,
        notFoundMode: e.notFoundMode ?? `fuzzy`,
        stringifySearch: e.stringifySearch ?? Kt,
        parseSearch: e.parseSearch ?? Gt,
        protocolAllowlist: e.protocolAllowlist ?? lt,
      }),
      (self.__TSR_ROUTER__ = this));
  }
  isShell() {
    return !!this.options.isShell;
  }
  get state() {
    return this.stores.__store.get();
  }
  setRoutes(e) {
    (Object.assign(this, e), (this.lightweightCache = new WeakMap()), (this.staticLocations = new WeakMap()));
    let t = this.options.notFoundRoute;
    t && (t.init(99999999999), this.routesById[t.id] !== t && (t._interpolation = rn(!1, t, 0)), (this.routesById[t.id] = t));
  }
  matchRoutesInternal(e, t) {
    let [n, r, i] = this.getMatchedRoutes(e.pathname),
      a = n,
      o = !1;
    (i ? i.path !== `/` && r[`**`] : yt(e.pathname)) && (this.options.notFoundRoute ? (a = [...a, this.options.notFoundRoute]) : (o = !0));
    let s = o ? tr(this.options.notFoundMode, a) : void 0,
      c = Array(a.length),
      l = this._committed,
      u = (e, t) => {
        let n = l[t];
        return n?.routeId === e.id ? n : e === this.options.notFoundRoute ? l.find((t) => t.routeId === e.id) : void 0;
      },
      d;
    for (let n = 0; n < a.length; n++) {
      let i = a[n],
        o = c[n - 1],
        l,
        f,
        p;
      {
        let n = o?.search ?? e.search,
          r = o?._strictSearch ?? void 0;
        try {
          let e = Yn(i.options.validateSearch, { ...n }) ?? void 0;
          ((l = { ...n, ...e }), (f = { ...r, ...e }));
        } catch (e) {
          let r = e;
          if ((e instanceof qn || (r = new qn(e.message, { cause: e })), t?.throwOnError)) throw r;
          ((l = n), (f = {}), (p = r));
        }
      }
      let m = ``,
        h = ``;
      try {
        ((m = i.options.loaderDeps?.({ search: l }) ?? ``), (h = (m && JSON.stringify(m)) || ``));
      } catch (e) {
        if (t?.throwOnError) throw e;
        p ??= e;
      }
      let g = et(),
        _ = i._interpolation ? Et(i.fullPath, i._interpolation, r, this.pathParamsDecoder, g) : i.fullPath,
        v = i.id + _ + h,
        y = u(i, n),
        b = this._cache.get(v) ?? (y?.id === v ? y : void 0);
      d = b?._strictParams ?? Object.assign(g, d);
      let x;
      if (!b)
        try {
          nr(i, d);
        } catch (e) {
          if (((x = Dt(e) || Zt(e) ? e : new Jn(e.message, { cause: e })), t?.throwOnError)) throw x;
        }
      let S = y ? `stay` : `enter`,
        C;
      if (b) C = { ...b, cause: S, search: tt(y ? y.search : b.search, l), _strictSearch: f, searchError: p };
      else {
        let e = Bn(i) ? `pending` : `success`;
        C = {
          id: v,
          ssr: i.options.ssr,
          index: n,
          routeId: i.id,
          params: y?.params ?? d,
          _strictParams: d,
          pathname: _,
          updatedAt: Date.now(),
          search: y ? tt(y.search, l) : l,
          _strictSearch: f,
          searchError: p,
          status: e,
          isFetching: !1,
          error: void 0,
          paramsError: x,
          context: {},
          abortController: t?._controller ?? new AbortController(),
          cause: S,
          loaderDeps: y ? nt(y.loaderDeps, m) : m,
          invalid: !1,
          preload: !1,
          staticData: i.options.staticData || {},
          fullPath: i.fullPath,
        };
      }
      let w = s === i.id;
      (C._notFound && !w && (C.error = void 0), (C._notFound = w), (c[n] = C));
    }
    for (let e = 0; e < c.length; e++) {
      let n = c[e];
      ((n.params = n.cause === `stay` ? tt(n.params, d) : d), t?._controller && (n.context = {}));
    }
    return c;
  }
  matchRoutesLightweight(e) {
    let t = Xe(this.stores.ids.get()),
      n = t ? this.stores.byRoute.get(t).get() : void 0,
      r = n?.id,
      i = this.lightweightCache.get(e);
    if (i && i[0] === r) return i[1];
    let [a, o] = this.getMatchedRoutes(e.pathname),
      s = Xe(a),
      c = { ...e.search };
    for (let e of a)
      try {
        Object.assign(c, Yn(e.options.validateSearch, c));
      } catch {}
    let l = n && n.routeId === s.id && n.pathname === e.pathname,
      u;
    if (l) u = n.params;
    else {
      let e = o;
      for (let t of a)
        try {
          nr(t, e);
        } catch {}
      u = e;
    }
    let d = [a, s.fullPath, c, u];
    return (this.lightweightCache.set(e, [r, d]), d);
  }
};
async function Kn(e, t, { replace: n, ignoreBlocker: r }) {
  if (!ft(t, e.protocolAllowlist)) {
    if (!r) {
      let t = e.history._getBlockers();
      for (let r of t)
        if (
          r?.blockerFn &&
          (await r.blockerFn({ currentLocation: e.history.location, nextLocation: e.history.location, action: n ? `REPLACE` : `PUSH` }))
        )
          return;
    }
    (e.history._ignoreNextBeforeUnload?.(t), n ? window.location.replace(t) : (window.location.href = t));
  }
}
var qn = class extends Error {},
  Jn = class extends Error {};
function Yn(e, t) {
  if (e == null) return {};
  if (`~standard` in e) {
    let n = e[`~standard`].validate(t);
    if (n instanceof Promise) throw new qn(`Async validation not supported`);
    if (n.issues) throw new qn(JSON.stringify(n.issues, void 0, 2), { cause: n });
    return n.value;
  }
  return `parse` in e ? e.parse(t) : typeof e == `function` ? e(t) : {};
}
function Xn(e, t) {
  if (e === void 0 || e === !0) return t;
  let n = Object.create(null);
  return e === !1 || e === null ? n : typeof e == `function` ? (Object.assign(n, t), Object.assign(n, e(n))) : Object.assign(n, t, e);
}
function Zn(e, t) {
  return typeof e == `function`
    ? !0
    : !t || e === !1 || e === null
      ? !1
      : e === void 0 || e === !0 || t.some((t) => typeof t != `string` && !Qe.call(e, t[1]));
}
var Qn = Object.freeze({});
function $n(e, t) {
  let n = [];
  for (let r = 0; r < e.length; r++) {
    let i = e[r].options;
    `search` in i
      ? i.search?.middlewares && n.push(...i.search.middlewares)
      : (i.preSearchFilters || i.postSearchFilters) &&
        n.push(({ search: e, next: t }) => {
          let n = t(i.preSearchFilters ? i.preSearchFilters.reduce((e, t) => t(e), e) : e);
          return i.postSearchFilters ? i.postSearchFilters.reduce((e, t) => t(e), n) : n;
        });
    let a = i.validateSearch;
    t &&
      a &&
      n.push(({ search: e, next: t, meta: n }) => {
        let r = t(e);
        try {
          let e = Yn(a, r);
          if (n && e) for (let t in e) t in r || (n.defaulted ||= new Map()).set(t, e[t]);
          return { ...r, ...e };
        } catch {}
        return r;
      });
  }
  return n;
}
function er(e, t, n) {
  let r = (t, i, a) => {
    if (t >= e.length) {
      if (!n.search) return {};
      if (n.search === !0) return i;
      let e = Ze(n.search, i);
      return (a && (a.explicit = e), e);
    }
    return e[t]({
      search: i,
      next: (e, n) => {
        if (n) {
          let n = a || {};
          return { search: r(t + 1, e, n), meta: n };
        }
        return r(t + 1, e, a);
      },
      meta: a,
    });
  };
  return r(0, t);
}
function tr(e, t) {
  if (e !== `root`) {
    let e;
    for (let n = t.length - 1; n >= 0; n--) {
      let r = t[n];
      if (r.options.notFoundComponent) return r.id;
      e ||= r.children && r.id;
    }
    if (e) return e;
  }
  return Yt;
}
function nr(e, t) {
  let n = e.options.params?.parse ?? e.options.parseParams;
  n && Object.assign(t, n(t));
}
function rr(e, t) {
  return e.options[t]?.preload?.();
}
function ir(e, t) {
  let n = rr(e, `component`),
    r = rr(e, `pendingComponent`);
  return (t && (r ? (r = r.then(t)) : t()), n && r ? Promise.all([n, r]).then(() => {}) : (n ?? r));
}
function ar(e, t, n) {
  let r = () => (t === !1 ? void 0 : t ? rr(e, t) : ir(e, n)),
    i = e._lazy;
  if (i) return i === !0 ? r() : i.then(r);
  if (!e.lazyFn) return r();
  let a = e.lazyFn().then(
    (t) => {
      {
        let { id: n, ...r } = t.options;
        (Object.assign(e.options, r), (e._lazy = !0));
      }
    },
    (t) => {
      throw ((e._lazy = void 0), t);
    },
  );
  return ((e._lazy = a), a.then(r));
}
function or(e) {
  let t = e.findIndex((e) => e.status !== `success` || e._notFound) + 1;
  return t && t < e.length ? e.slice(0, t) : e;
}
function sr(e, t, n) {
  let r = e._tx;
  return t && r?.[2] === n && !r[3].some((e) => e.routeId === t);
}
var cr = 0,
  lr = 1,
  ur = 2,
  H = 3,
  dr = [4];
function fr(e) {
  return typeof e[0] == `number`;
}
function pr(e, t) {
  return t.aborted
    ? Promise.race([Promise.reject(t), e])
    : new Promise((n, r) => {
        let i = () => r(t);
        (t.addEventListener(`abort`, i, { once: !0 }),
          Promise.resolve(e)
            .then(n, r)
            .then(() => t.removeEventListener(`abort`, i)));
      });
}
function mr(e, t) {
  return e.routesById[t.routeId];
}
function hr(e, t, n) {
  return Zt(e)
    ? [H, e]
    : Dt(e)
      ? ((e.routeId ||= n), [ur, e])
      : t
        ? (typeof e?.then == `function` && (e = Error(`A Promise was thrown`, { cause: e })), [lr, e])
        : [cr, e];
}
function gr(e, t) {
  let n = hr(t, !0, e.id);
  if (n[0] !== lr) return n;
  try {
    e.options.onError?.(n[1]);
  } catch (t) {
    n = hr(t, !0, e.id);
  }
  return n;
}
function _r(e, t, n, r, i) {
  return i[0].signal.aborted ? dr : Mr(e, t, n, gr(n, r), i);
}
async function vr(e, t, n, r, i, a) {
  let [o, s] = t,
    c = n[0].signal,
    l = !!n[3];
  for (let i = n[6] ?? 0; i < r; i++) {
    let r = s[i],
      u = mr(e, r);
    r.abortController = n[0];
    let d = s[i - 1]?.context ?? e.options.context ?? {},
      f = {
        params: r.params,
        location: o,
        navigate: (t) => e.navigate({ ...t, _fromLocation: o }),
        buildLocation: e.buildLocation,
        cause: l ? `preload` : r.cause,
        abortController: n[0],
        preload: l,
        matches: s,
        routeId: u.id,
      };
    try {
      let e = (r._ctx ||= u.options.context ? u.options.context({ ...f, deps: r.loaderDeps, context: d }) || {} : void 0);
      r.context = { ...d, ...e };
    } catch (a) {
      return (br(e, r), [i, _r(e, t, u, a, n)]);
    }
    if (c.aborted) return [i, dr];
    let p = r.paramsError ?? r.searchError;
    if (p !== void 0) return (br(e, r), [i, _r(e, t, u, p, n)]);
    let m = u.options.beforeLoad;
    if (!m) continue;
    let h = r.status;
    i >= a && ((r.status = `pending`), n[7]?.());
    try {
      Sr(e, r, `beforeLoad`, n[0]);
      let a = m({ ...f, search: r.search, context: r.context, ...e.options.additionalContext }),
        o = await (typeof a?.then == `function` ? pr(a, c) : a);
      if (c.aborted) return [i, dr];
      let s = Mr(e, t, u, hr(o, !1, u.id), n);
      if (s[0] !== cr) return (br(e, r), [i, s]);
      r.context = { ...r.context, ...o };
    } catch (a) {
      return (br(e, r), [i, _r(e, t, u, a, n)]);
    } finally {
      ((r.status = h), Sr(e, r, !1, n[0]));
    }
  }
  i();
}
function yr(e, t, n) {
  if (!(!n || --n[2])) {
    if (e._flights?.get(t.id) === n) {
      let n = e._tx;
      if (
        n &&
        !n[0].signal.aborted &&
        !n[3].includes(t) &&
        n[3].some((e) => e.id === t.id) &&
        n[3].some((e) => e.isFetching === `beforeLoad`)
      )
        return;
      e._flights.delete(t.id);
    }
    return n[1];
  }
}
function br(e, t) {
  let n = t._flight;
  ((t._flight = void 0), yr(e, t, n)?.abort());
}
function U(e, t, n, r) {
  let i = [];
  for (let a of t)
    if (!n?.includes(a)) {
      let t = a._flight;
      if (((a._flight = void 0), r && t?.[2] === 1 && e._flights?.get(a.id) === t && n?.some((e) => e.id === a.id))) t[2] = 0;
      else {
        let n = yr(e, a, t);
        n && i.push(n);
      }
    }
  for (let e of i) e.abort();
}
function xr(e) {
  for (let t of e) {
    let e = t._flight;
    e && e[2]++;
  }
}
function Sr(e, t, n, r) {
  if (((t.isFetching = n), r && e._tx?.[0] !== r)) return;
  let i = e.stores.byRoute.get(t.routeId),
    a = i?.get();
  a?.id === t.id && i.set({ ...a, isFetching: n });
}
function Cr(e, t, n, r, i, a, o) {
  let s = t[0];
  return {
    params: n.params,
    location: s,
    navigate: (t) => e.navigate({ ...t, _fromLocation: s }),
    cause: o ? `preload` : n.cause,
    abortController: i,
    preload: o,
    deps: n.loaderDeps,
    parentMatchPromise: a,
    context: n.context,
    route: r,
    ...e.options.additionalContext,
  };
}
async function wr(e, t, n, r, i, a, o) {
  let s = o[0],
    c = s.signal;
  if (c.aborted) return dr;
  if (!i) return [cr, void 0];
  let l = n._flight;
  Sr(e, n, `loader`, s);
  try {
    if (!l) {
      let s = new AbortController();
      ((l = [
        Promise.resolve()
          .then(() => i(Cr(e, t, n, r, s, a, !!o[3])))
          .then(
            (e) => hr(e, !1, r.id),
            (e) => hr(e, !0, r.id),
          )
          .then(
            (t) => (
              t[0] !== cr && e._flights?.get(n.id) === l && (e._flights.delete(n.id), l[2] || s.abort()),
              t[0] === lr && l[2] ? gr(r, t[1]) : t
            ),
          ),
        s,
        1,
      ]),
        (e._flights ??= new Map()).set(n.id, l));
    }
    return ((n._flight = l), (n.abortController = l[1]), Mr(e, t, r, await pr(l[0], c), o));
  } catch (t) {
    if (t !== c || !c.aborted) throw t;
    return (br(e, n), dr);
  } finally {
    Sr(e, n, !1, s);
  }
}
function Tr(e, t, n) {
  t[0] !== H &&
    ((e.status = `success`),
    (e.error = void 0),
    t[0] === cr ? ((e.loaderData = t[1]), (e.invalid = !1), (e.updatedAt = Date.now()), (e.preload = n)) : (e.invalid = !0));
}
function Er(e, t, n) {
  let r = e._cache.get(t.id);
  if (r !== n || e._committed.some((e) => e.id === t.id && e._flight === t._flight)) return;
  let i = { ...t, _notFound: void 0, context: {} };
  (i._flight && i._flight[2]++, e._cache.set(t.id, i), r && br(e, r));
}
function Dr(e, t) {
  return t[0] === lr || t[0] === ur ? { ...e, status: t[0] === lr ? `error` : `notFound`, error: t[1], _flight: void 0 } : e;
}
function Or(e, t, n, r, i, a, o) {
  let s = t[1][n],
    c = mr(e, s),
    l = !!a[3],
    u = e._cache.get(s.id),
    d,
    f = !1,
    p;
  try {
    if (
      (s.status === `success` &&
        ((d = c.options.shouldReload), typeof d == `function` && (d = d(Cr(e, t, s, c, a[0], i, l))), a[0].signal.aborted && (p = dr)),
      !p)
    ) {
      if (s.status !== `success`) f = !0;
      else {
        let t =
          l || s.preload
            ? (c.options.preloadStaleTime ?? e.options.defaultPreloadStaleTime ?? 3e4)
            : (c.options.staleTime ?? e.options.defaultStaleTime ?? 0);
        f = !!(
          s.invalid ||
          d ||
          (d === void 0 &&
            Date.now() - s.updatedAt >= t &&
            (a[5] || s.cause === `enter` || a[2].some((e) => e.routeId === s.routeId && e.id !== s.id)))
        );
      }
    }
  } catch (n) {
    ((s.invalid = !0), br(e, s), (p = _r(e, t, c, n, a)));
  }
  let m = c.options.loader,
    h = typeof m == `function`,
    g = h ? m : m?.handler,
    _ = !l || c.options.preload !== !1,
    v = _ && m ? e._flights?.get(s.id) : void 0;
  v === s._flight || p ? (v = void 0) : v && !f && !l && d === void 0 ? (f = !0) : f || (v = void 0);
  let y = !(
      !m ||
      !f ||
      s.status !== `success` ||
      l ||
      a[4] ||
      ((h ? void 0 : m.staleReloadMode) ?? e.options.defaultStaleReloadMode) === `blocking`
    ),
    b = f && _,
    x = b && !y && (s.status !== `success` || !!m),
    S = n >= o ? a[7] : void 0,
    C = c.lazyFn && c._lazy !== !0 ? S : void 0;
  if ((b && !m && ((s.invalid = !1), (s.updatedAt = Date.now())), v && v[2]++, x)) {
    let t = s._flight;
    ((s._flight = v), yr(e, s, t)?.abort(), n >= o && (s.status = `pending`), S?.());
  }
  b || (s.isFetching = !1);
  let w =
      !p && x
        ? wr(e, t, s, c, g, i, a).then(
            (t) => (Tr(s, t, l), t[0] === cr && (m && !a[0].signal.aborted && Er(e, s, u), n >= o && (s.status = `pending`)), t),
          )
        : Promise.resolve(p ?? [cr, s.loaderData]),
    T = (async () => {
      try {
        let e = ar(c, void 0, C);
        e && (await pr(e, a[0].signal));
      } catch (r) {
        if (!t[1].some((e, t) => t <= n && (e.status === `error` || e.status === `notFound` || e._notFound))) return [n, _r(e, t, c, r, a)];
      }
      let r = await w;
      x && r[0] === cr && s.status === `pending` && !a[0].signal.aborted && ((s.status = `success`), S?.());
    })();
  if ((r.push([n, w, T]), !y)) return w.then((e) => Dr(s, e));
  let E = { ...s, status: `pending`, preload: !1, _flight: v };
  ((s.invalid = !1), (s.isFetching = `loader`));
  let D = wr(e, t, E, c, g, i, a).then((e) => ((s.isFetching = !1), Tr(E, e, !1), e));
  return ((t[2] ??= []).push([n, D, T, E]), D.then((e) => Dr(E, e)));
}
async function kr(e, t, n, r, i = 0) {
  let a = n?.[1][1],
    o = a?.routeId ? t.findIndex((e) => e.routeId === a.routeId) : (n?.[0] ?? t.length - 1);
  o < 0 && (o = 0);
  for (let n = o; n >= 0; n--) {
    let i = mr(e, t[n]);
    try {
      let e = ar(i, !1);
      e && (await pr(e, r));
    } catch (e) {
      if (e === r && r.aborted) throw e;
    }
    if (i.options.notFoundComponent) return n;
  }
  return a?.routeId ? o : i;
}
function Ar(e, t) {
  t[2] &&=
    (U(
      e,
      t[2].map((e) => e[3]),
    ),
    void 0);
}
async function jr(e, t, n, r) {
  let i;
  try {
    await Promise.all(
      e.map((e) =>
        e[1].then(async (t) => {
          let a = e[0];
          if (!(r && a >= (await r))) {
            if (t[0] >= H) throw [a, t];
            !i &&
              t[0] !== cr &&
              ((i = [a, t]),
              await Promise.all(
                (n ?? []).map((e) => {
                  if (!(e[0] <= a))
                    return e[1].then((t) => {
                      if (t[0] === H) throw [e[0], t];
                    });
                }),
              ));
          }
        }),
      ),
    );
  } catch (e) {
    return e;
  }
  return t ?? i;
}
function Mr(e, t, n, r, i, a) {
  for (; r[0] === H;) {
    let o = r[1],
      s = o.options;
    try {
      if (((s.href || o.headers.has(`Location`)) && (e.resolveRedirect(o), s.reloadDocument)) || (s.reloadDocument ? i[3] : i[1] >= 20))
        return r;
      let n = e.buildLocation({ ...s, _fromLocation: t[0], _includeValidateSearch: !0 }),
        a = n.maskedLocation ?? n;
      if (a.external) {
        let t = o.clone();
        return ((t.options = { ...s }), t.headers.set(`Location`, a.publicHref), e.resolveRedirect(t), i[3] ? [H, t] : [H, t, a]);
      }
      return [H, o, n];
    } catch (e) {
      ((r = a ? [lr, e] : gr(n, e)), (a = !0));
    }
  }
  return r;
}
async function Nr(e, t, n, r, i, a) {
  let o = t[1],
    s = await i,
    c = !1,
    l = o.findIndex((e) => e._notFound),
    u = (t) => (t[1][0] === ur ? kr(e, o, t, r.signal) : t[0]),
    d = l < 0 ? o.length : l;
  if ((s?.[1][0] ?? 0) >= H) d = 0;
  else if (s) {
    d = s[2] ??= await u(s);
    for (let e of n) {
      if (e[0] >= d) break;
      let t = await e[1];
      if (t[0] !== cr && t[0] < H && !(`loaderData` in o[e[0]])) {
        ((s = [e[0], t]), (d = s[2] = await u(s)));
        break;
      }
    }
  }
  for (let e of n) {
    if (e[0] >= d) break;
    let t = await e[2];
    if (t) {
      s = t;
      break;
    }
  }
  if ((s?.[1][0] ?? 0) >= H) {
    let n = s[1];
    if (n[0] !== H || n[1].options.reloadDocument || n[2]) return (Ar(e, t), n);
    ((c = !0), (s = [0, [lr, Error(`Too many redirects`)]]));
  }
  let f = s ? (s[2] ?? (await u(s))) : l;
  if (f >= 0) {
    let i = s?.[1],
      l = i?.[0],
      u = o[f],
      d = i?.[1],
      p = () => {
        i &&
          ((u._notFound = void 0),
          l === lr
            ? (u.status = `error`)
            : ((d.routeId = u.routeId),
              u.routeId === e.routeTree.id ? ((u.status = `success`), (u._notFound = !0)) : (u.status = `notFound`)),
          (u.error = d),
          (u.isFetching = !1));
      };
    (p(), i || a?.());
    let m = mr(e, u);
    try {
      await pr(
        i
          ? Promise.resolve().then(() => ar(m, l === lr ? `errorComponent` : `notFoundComponent`))
          : Promise.all([ar(m), ar(m, `notFoundComponent`)]),
        r.signal,
      );
    } catch (n) {
      if (n === r.signal && r.signal.aborted) return (Ar(e, t), dr);
    }
    i
      ? c &&
        (r.abort(),
        await Promise.all([...n.map((e) => e[1]), ...n.map((e) => e[2]), ...(t[2] ?? []).map((e) => e[1])]),
        Ar(e, t),
        U(e, o),
        p())
      : (u.status = `success`);
  }
  return t;
}
async function Pr(e, t, n, r = 0, i = t[1].length) {
  let a = t[1];
  for (let t = r; t < i; t++) {
    let r = a[t],
      i = mr(e, r).options;
    if (i.head || i.scripts)
      try {
        let t = { ssr: e.options.ssr, matches: a, match: r, params: r.params, loaderData: r.loaderData },
          [o, s] = await pr(Promise.all([i.head?.(t), i.scripts?.(t)]), n);
        ((r.meta = o?.meta), (r.links = o?.links), (r.headScripts = o?.scripts), (r.styles = o?.styles), (r.scripts = s));
      } catch (e) {
        if (e === n && n.aborted) break;
        console.error(e);
      }
    if (r.status !== `success` || r._notFound) break;
  }
  return t;
}
async function Fr(e, t, n, r) {
  let i = [t, n],
    a = r[0].signal,
    o;
  try {
    let t = e.stores.matches.get(),
      s = n.findIndex((e) => e._notFound);
    if (e.options.notFoundMode !== `root` && s >= 0) {
      let t = await kr(e, n, void 0, a, s);
      ((n[s]._notFound = void 0), (n[t]._notFound = !0), (s = t));
    }
    let c = s < 0 ? n.length : s + 1,
      l = 0;
    for (; l < c && l !== s;) {
      let e = n[l],
        i = r[2][l],
        a = t[l];
      if (
        i?.id !== e.id ||
        i.status !== `success` ||
        e.preload ||
        a?.id !== e.id ||
        a.status !== `success` ||
        (l++, i._notFound || a._notFound)
      )
        break;
    }
    let u = [],
      d = r[6] ?? 0,
      f = d ? Promise.resolve(n[d - 1]) : void 0,
      p = () => {
        for (let t = d; t < c && !a.aborted; t++) f = Or(e, i, t, u, f, r, l);
      },
      m = await vr(e, i, r, c, p, l);
    if (m) {
      if (((r[4] = !0), (c = m[0]), m[1][0] === ur)) {
        let t = await kr(e, n, m, a);
        ((m[2] = t), (c = Math.min(c, t + 1)));
      } else m[1][0] >= H && (c = 0);
      p();
    }
    if (!a.aborted && !r[3]) {
      let t = [];
      for (let [n, r] of e._flights ?? []) r[2] || (e._flights.delete(n), t.push(r[1]));
      for (let e of t) e.abort();
    }
    let h = Nr(e, i, u, r[0], jr(u, m, i[2]), r[7]);
    (i[2]?.length &&
      (i[3] = jr(
        i[2],
        void 0,
        void 0,
        h.then(
          (e) => (fr(e) ? 0 : or(n).length),
          () => 0,
        ),
      )),
      (o = await h));
  } catch (t) {
    if ((Ar(e, i), t === a && a.aborted)) return dr;
    throw t;
  }
  return fr(o) ? o : Pr(e, o, a, r[6] === n.length ? r[6] : 0);
}
function Ir(e, t) {
  if (e._tx !== t) return;
  let n = t[3],
    r = e.stores.matches.get(),
    i = e._pending;
  for (let a = 0; a < n.length; a++) {
    let o = n[a],
      s = o.status === `success` && !o._notFound,
      c = r[a]?.id === o.id && r[a]?.status === `pending`;
    if (s && !c) continue;
    let l = mr(e, o),
      u = s || o.invalid ? 0 : (l.options.pendingMs ?? e.options.defaultPendingMs),
      d = l.options.pendingComponent ?? e.options.defaultPendingComponent;
    if (!d || typeof u != `number` || u === 1 / 0) {
      i && ((i[0] = t), (i[2] = 0), (i[4] = !0));
      return;
    }
    let f = l.options.pendingMinMs ?? e.options.defaultPendingMinMs ?? 0,
      p = !1;
    if (
      (i?.[1] === o.id ? ((p = i[0] !== t), (i[0] = t)) : (clearTimeout(i?.[3]), (e._pending = i = void 0)),
      i || (e._pending = i = [t, o.id, c ? Date.now() + f : t[4] + u, void 0, c || void 0, d]),
      i[4] && !p && i[5] === d)
    )
      return;
    if (((i[5] = d), !i[4])) {
      clearTimeout(i[3]);
      let n = i[2] - Date.now();
      if (n > 0) {
        i[3] = setTimeout(() => Ir(e, t), n);
        return;
      }
      i[2] = 0;
    }
    let m = n.map((e) => ({ ...e, _flight: void 0 }));
    m[a].status = `pending`;
    let h = (i[4] = e
      .startTransition(() => e.stores.setMatches(m), m)
      .then((t) => (t && e._pending === i && i[4] === h && !i[2] && (i[2] = Date.now() + f), t)));
    return;
  }
}
function Lr(e, t) {
  let n = e._pending;
  (e._tx !== t && e._tx?.[3].some((e) => e.id === n?.[1])) || (clearTimeout(n?.[3]), (e._pending = void 0));
}
async function Rr(e, t) {
  let n = e._pending;
  if (!n) return;
  clearTimeout(n[3]);
  let r = n[2] - Date.now();
  if (!n[4] || r <= 0 || !or(t[3]).some((e) => e.id === n[1])) return;
  let i;
  try {
    await pr(
      new Promise((e) => {
        i = setTimeout(e, r);
      }),
      t[0].signal,
    );
  } catch {}
  clearTimeout(i);
}
function zr(e, t) {
  ((e._committed = t), e.stores.setMatches(t));
}
function Br(e, t, n, r) {
  let i = e._committed,
    a = e._lifecycleEnd,
    o = e._cache;
  for (let e of n) ((e.preload = !1), r && (e._assetEnd = void 0));
  let s = or(n).length,
    c = new Map();
  {
    let t = Date.now(),
      r = new Set();
    for (let e = 0; e < n.length; e++) {
      let t = n[e];
      (e < s || t.status === `success`) && r.add(t.id);
    }
    for (let n of [...i, ...o.values()]) {
      if (n.status !== `success` || r.has(n.id)) continue;
      let i = mr(e, n);
      !i.options.loader ||
        t - n.updatedAt >=
          (n.preload
            ? (i.options.preloadGcTime ?? e.options.defaultPreloadGcTime ?? 3e5)
            : (i.options.gcTime ?? e.options.defaultGcTime ?? 3e5)) ||
        c.set(n.id, o.get(n.id) === n ? n : { ...n, _flight: void 0, isFetching: !1, context: {} });
    }
  }
  ((t[3] = []), (e._cache = c));
  let l = (e._lifecycleEnd = Un(n));
  (zr(e, n),
    U(
      e,
      [...o.values(), ...i].filter((e) => e._flight && c.get(e.id) !== e),
      n,
    ),
    Wn(e, i, n, a, l, t));
}
async function Vr(e, t) {
  let n = e._tx;
  for (; n && n !== t;) ((t = n), await n[5], (n = e._tx));
}
function Hr(e, t, n) {
  let r = n[1].options,
    i = n[2];
  if (!i) return e.navigate({ ...r, replace: !0, ignoreBlocker: !0 });
  if (r.reloadDocument) return e.navigate({ href: (i.maskedLocation ?? i).publicHref, reloadDocument: !0, replace: !0, ignoreBlocker: !0 });
  ((i._redirects = t[1] + 1), (e._pendingLocation = i));
  let a = e.commitLocation({
    ...i,
    viewTransition: r.viewTransition,
    replace: !0,
    resetScroll: r.resetScroll,
    hashScrollIntoView: r.hashScrollIntoView,
    ignoreBlocker: !0,
  });
  return (
    queueMicrotask(() => {
      e._pendingLocation === i && (e._pendingLocation = void 0);
    }),
    a
  );
}
async function Ur(e, t, n, r, i) {
  let a = n.map((e) => ({ ...e }));
  xr(a);
  for (let t of r) (br(e, a[t[0]]), (a[t[0]] = t[3]));
  let o = [t[2], a],
    s;
  try {
    s = await Nr(e, o, r, t[0], i);
  } catch (t) {
    throw (U(e, a), t);
  }
  if (fr(s)) (U(e, a), s[0] === H && e._tx === t && e._committed === n && (await Hr(e, t, s)));
  else if ((await Pr(e, s, t[0].signal), e._tx !== t || e._committed !== n)) U(e, a);
  else {
    for (let t of a) {
      let n = e._cache.get(t.id);
      n?._flight && n._flight === t._flight && (e._cache.delete(t.id), br(e, n));
    }
    (zr(e, a), U(e, n, a));
  }
}
async function Wr(e, t, n, r, i, a) {
  let o = await Fr(e, t[2], t[3], [t[0], t[1], e._committed, void 0, i, n, a, r]);
  if (fr(o)) {
    let n = o[0] === H && e._tx === t;
    if (((!n || o[1].options.reloadDocument) && Lr(e, t), U(e, t[3]), (t[3] = []), !n)) return;
    if (e._tx !== t) {
      Lr(e, t);
      return;
    }
    await Hr(e, t, o);
    return;
  }
  let s = o[1];
  if ((e._tx === t && (await Rr(e, t)), e._tx !== t)) {
    (Lr(e, t), U(e, s), Ar(e, o));
    return;
  }
  let c = t[2],
    l = Vn(c, e.stores.resolvedLocation.get()),
    u = o[2];
  await e.startViewTransition(async () => {
    if ((e._tx === t && (await Rr(e, t)), e._tx !== t)) {
      (Lr(e, t), U(e, s), Ar(e, o));
      return;
    }
    let n = await e.startTransition(() => {
      (Lr(e, t),
        Br(e, t, s, a),
        e._tx === t && (e.emit({ type: `onLoad`, ...l }), e._tx === t && e.emit({ type: `onBeforeRouteMount`, ...l })));
    }, s);
    e._tx === t
      ? (u?.length && Ur(e, t, s, u, o[3]).catch(console.error),
        e.batch(() => {
          (e.stores.resolvedLocation.set(c),
            e.stores.status.set(`idle`),
            e._tx === t && e.emit({ type: `onResolved`, ...l }),
            n && e._tx === t && e.emit({ type: `onRendered`, ...l }));
        }),
        e._tx === t && (e._commitPromise?.resolve(), (e._commitPromise = void 0)))
      : Ar(e, o);
  });
}
async function Gr(e, t) {
  let n = e._tx,
    r = e.stores.resolvedLocation.get(),
    i = r ?? e.stores.location.get(),
    a = e.latestLocation,
    o = e._pendingLocation,
    s = o?.href === a.href ? (o._redirects ?? 0) : 0,
    c = e._handoff,
    l = c?.[0](),
    u = new AbortController(),
    d = e._preflight;
  if (((e._preflight = u), l || c?.[1](), d?.abort(), !u.signal.aborted)) {
    let t = Vn(a, r);
    (e.emit({ type: `onBeforeNavigate`, ...t }), u.signal.aborted || e.emit({ type: `onBeforeLoad`, ...t }));
  }
  if (u.signal.aborted) {
    await Vr(e, n);
    return;
  }
  let f = i.href === a.href,
    p = u,
    m = e.matchRoutes(a, { _controller: u });
  xr(m);
  let h = l ? c[1](m) : void 0;
  if ((h ? (p = l) : l?.abort(), u.signal.aborted)) {
    (U(e, m), await Vr(e, n));
    return;
  }
  e._preflight = void 0;
  let g,
    _ = () => Wr(e, y, f, () => Ir(e, y), t?.sync, h),
    v = t?.sync ? new Promise((e) => (g = e)) : Promise.resolve().then(_),
    y = [p, s, a, m, Date.now(), v.then(() => Vr(e, y))];
  if (((e._tx = y), n)) {
    for (let t of e.stores.matches.get()) {
      if (e._tx !== y) break;
      t.isFetching && Sr(e, t, !1);
    }
    (n[0].abort(), U(e, n[3], y[3], !0));
  }
  e._tx === y
    ? (e.batch(() => {
        (e.stores.status.set(`pending`), e.stores.location.set(a));
      }),
      (h || (!e._committed.length && m[0]?.status !== `success` && !m.some((e) => e._notFound))) && Ir(e, y),
      g?.(_()),
      await y[5])
    : (U(e, y[3]), (y[3] = []), g?.(), await Vr(e, y));
}
async function Kr(e, t) {
  let n = e.buildLocation(t);
  for (let t = 0; ; t++) {
    let r = e._committed,
      i = new AbortController(),
      a,
      o,
      s;
    try {
      try {
        ((a = e.matchRoutes(n, { _controller: i })),
          xr(a),
          (o = (e._preloads ??= new Map()).set(i, a)),
          (s = await Fr(e, n, a, [i, t, r, !0])));
      } finally {
        (o && ((o = o.delete(i)), U(e, a)), i.abort());
      }
      if (!fr(s)) return s[1];
      if (!o || s.length < 3) return;
      n = s[2];
    } catch (e) {
      Dt(e) || console.error(e);
      return;
    }
  }
}
var qr = `Error preloading route! ☝️`,
  Jr = o.createContext(null);
function Yr(e) {
  return o.useContext(Jr);
}
function Xr(e, t) {
  let n = e.stores.location,
    r = new Set(),
    i,
    a,
    o = (n) => {
      sr(e, t, n) || ((i = n), r.forEach((e) => e()));
    };
  return [
    () => i ?? n.get(),
    (e) => (
      r.size || ((i = n.get()), (a = n.subscribe(o).unsubscribe)),
      r.add(e),
      () => {
        (r.delete(e), r.size || (a(), (i = void 0)));
      }
    ),
  ];
}
var Zr = o.createContext(void 0),
  Qr = o.createContext(void 0),
  $r = t((e) => {
    var t = r();
    function n(e, t) {
      return (e === t && (e !== 0 || 1 / e == 1 / t)) || (e !== e && t !== t);
    }
    var i = typeof Object.is == `function` ? Object.is : n,
      a = t.useState,
      o = t.useEffect,
      s = t.useLayoutEffect,
      c = t.useDebugValue;
    function l(e, t) {
      var n = t(),
        r = a({ inst: { value: n, getSnapshot: t } }),
        i = r[0].inst,
        l = r[1];
      return (
        s(
          function () {
            ((i.value = n), (i.getSnapshot = t), u(i) && l({ inst: i }));
          },
          [e, n, t],
        ),
        o(
          function () {
            return (
              u(i) && l({ inst: i }),
              e(function () {
                u(i) && l({ inst: i });
              })
            );
          },
          [e],
        ),
        c(n),
        n
      );
    }
    function u(e) {
      var t = e.getSnapshot;
      e = e.value;
      try {
        var n = t();
        return !i(e, n);
      } catch {
        return !0;
      }
    }
    function d(e, t) {
      return t();
    }
    var f = typeof window > `u` || window.document === void 0 || window.document.createElement === void 0 ? d : l;
    e.useSyncExternalStore = t.useSyncExternalStore === void 0 ? f : t.useSyncExternalStore;
  }),
  ei = t((e, t) => {
    t.exports = $r();
  }),
  ti = t((e) => {
    var t = r(),
      n = ei();
    function i(e, t) {
      return (e === t && (e !== 0 || 1 / e == 1 / t)) || (e !== e && t !== t);
    }
    var a = typeof Object.is == `function` ? Object.is : i,
      o = n.useSyncExternalStore,
      s = t.useRef,
      c = t.useEffect,
      l = t.useMemo,
      u = t.useDebugValue;
    e.useSyncExternalStoreWithSelector = function (e, t, n, r, i) {
      var d = s(null);
      if (d.current === null) {
        var f = { hasValue: !1, value: null };
        d.current = f;
      } else f = d.current;
      d = l(
        function () {
          function e(e) {
            if (!o) {
              if (((o = !0), (s = e), (e = r(e)), i !== void 0 && f.hasValue)) {
                var t = f.value;
                if (i(t, e)) return (c = t);
              }
              return (c = e);
            }
            if (((t = c), a(s, e))) return t;
            var n = r(e);
            return i !== void 0 && i(t, n) ? ((s = e), t) : ((s = e), (c = n));
          }
          var o = !1,
            s,
            c,
            l = n === void 0 ? null : n;
          return [
            function () {
              return e(t());
            },
            l === null
              ? void 0
              : function () {
                  return e(l());
                },
          ];
        },
        [t, n, r, i],
      );
      var p = o(e, d[0], d[1]);
      return (
        c(
          function () {
            ((f.hasValue = !0), (f.value = p));
          },
          [p],
        ),
        u(p),
        p
      );
    };
  }),
  ni = t((e, t) => {
    t.exports = ti();
  })();
function ri(e, t) {
  return e === t;
}
function ii(e, t = (e) => e, n) {
  let r = n?.compare ?? ri,
    i = (0, o.useCallback)(
      (t) => {
        let { unsubscribe: n } = e.subscribe(t);
        return n;
      },
      [e],
    ),
    a = (0, o.useCallback)(() => e.get(), [e]);
  return (0, ni.useSyncExternalStoreWithSelector)(i, a, a, t, r);
}
var ai = {};
function oi(e, t) {
  let n = o.useRef();
  return (r) => {
    let i = e?.select ? e.select(r) : r;
    return (e?.structuralSharing ?? t.options.defaultStructuralSharing) ? (n.current = nt(n.current, i)) : i;
  };
}
function si(e) {
  let t = Yr(),
    n = o.useContext(e.from ? Qr : Zr),
    r = e.from ?? n,
    i = t.stores.getMatchStore(r),
    a = oi(e, t),
    s = ii(i, (e) => (e ? a(e) : ai));
  if (s !== ai) return s;
  (e.shouldThrow ?? !0) && gt();
}
function ci(e) {
  return si({
    from: e.from,
    strict: e.strict,
    shouldThrow: e.shouldThrow,
    structuralSharing: e.structuralSharing,
    select: (t) => (e.select ? e.select(t.search) : t.search),
  });
}
function li(...e) {
  let t = o.useRef(e),
    n = t.current;
  return (
    e.forEach((e, t) => {
      it(n[t], e, !1, !0) || (n[t] = e);
    }),
    t.current
  );
}
function ui(e, t) {
  e.preloadRoute(t).catch((e) => {
    (console.warn(e), console.warn(qr));
  });
}
function di(e, t) {
  let n = typeof e == `string` && ut(e);
  if (n) return t.has(n) ? e : null;
}
function fi(e, t, n, r) {
  let i = xt(e.pathname, r),
    a = xt(t.pathname, r);
  return (n?.exact ? i !== a : !i.startsWith(a) || (i.length !== a.length && i[a.length] !== `/`)) ||
    ((n?.includeSearch ?? !0) && !it(e.search, t.search, !n?.exact, n?.explicitUndefined))
    ? !1
    : !n?.includeHash || e.hash === t.hash;
}
function pi(e, t, n) {
  let r = Yr(),
    i = o.useRef(null),
    a = o.useCallback(
      (e) => {
        if (((i.current = e), typeof t == `function`)) return t(e);
        t && (t.current = e);
      },
      [t],
    ),
    {
      activeOptions: s,
      to: c,
      preload: l,
      preloadDelay: u,
      disabled: d,
      target: f,
      onClick: p,
      onBlur: m,
      onFocus: h,
      onMouseEnter: g,
      onMouseLeave: _,
      onTouchStart: v,
    } = e,
    [y, b, x] = li(e.search, e.params, s),
    S = o.useContext(Zr),
    C = ((r.stores._linkScopes ??= {})[S] ??= Xr(r, S)),
    [w, T, E] = o.useMemo(() => {
      let t = di(c, r.protocolAllowlist);
      if (t !== void 0) {
        let n = [t ?? void 0];
        return [e, () => n];
      }
      let n = { ...e },
        i,
        a,
        o,
        s = () => {
          let e = C[0]();
          if (e !== i) {
            n._fromLocation = e;
            let t = r.buildLocation(n),
              o = xi(t, r, d),
              s = d || (o && !ut(o)) ? fi(e, t, x, r.basepath) : void 0;
            ((a && a[0] === o && a[1] === s) || (a = [o, s]), (i = e));
          }
          return a;
        };
      return [
        n,
        s,
        x?.includeHash &&
          (() => {
            let e = s();
            return e[1] ? (o ??= [e[0], !1]) : e;
          }),
      ];
    }, [r, C, e.from, e.hash, e.href, c, y, b, e.state, e.mask, e.unsafeRelative, x, d]),
    [D, O] = o.useSyncExternalStore(C[1], T, E || T),
    k = O === void 0 && D,
    A = d || D === void 0,
    j = o.useRef(!1),
    M = e.reloadDocument || k || A ? !1 : (l ?? r.options.defaultPreload),
    N = u ?? r.options.defaultPreloadDelay ?? 0,
    P = o.useCallback(
      (e) => {
        let t = e?.isIntersecting;
        (t ?? M === `intent`)
          ? N
            ? (i.t ??= setTimeout(() => {
                ((i.t = void 0), ui(r, w));
              }, N))
            : ui(r, w)
          : t === !1 && yi(i);
      },
      [r, w, i, M, N],
    );
  o.useEffect(() => {
    if (!M) return;
    M === `render` && !j.current && ((j.current = !0), ui(r, w));
    let e = !0,
      t;
    return (
      M === `viewport` &&
        i.current &&
        typeof IntersectionObserver == `function` &&
        ((t = new IntersectionObserver(
          (t) => {
            e && P(t.pop());
          },
          { rootMargin: `100px` },
        )),
        t.observe(i.current)),
      () => {
        ((e = !1), t?.disconnect(), yi(i));
      }
    );
  }, [r, w, M, P, i]);
  let F = _i(e, n);
  if (((F.ref = t ? a : i), k)) return ((F.href = k), F);
  let I = (t) => {
      let n = f ?? t.currentTarget.getAttribute(`target`);
      A ||
        t.metaKey ||
        t.altKey ||
        t.ctrlKey ||
        t.shiftKey ||
        t.defaultPrevented ||
        (n && n !== `_self`) ||
        t.button !== 0 ||
        (t.preventDefault(), yi(i), r.navigate({ ...e, _fromLocation: w._fromLocation }));
    },
    L = () => {
      M === `intent` && ui(r, w);
    },
    R = () => {
      M === `intent` && yi(i);
    };
  return (
    (F.onClick = bi(p, I)),
    (F.onBlur = bi(m, R)),
    (F.onFocus = bi(h, P)),
    (F.onMouseEnter = bi(g, P)),
    (F.onMouseLeave = bi(_, R)),
    (F.onTouchStart = bi(v, L)),
    vi(F, e, O, D, A, n)
  );
}
var mi = {},
  hi = { className: `active` },
  gi = new Set([
    `to`,
    `params`,
    `search`,
    `hash`,
    `state`,
    `mask`,
    `from`,
    `unsafeRelative`,
    `reloadDocument`,
    `preload`,
    `preloadDelay`,
    `preloadIntentProximity`,
    `hashScrollIntoView`,
    `replace`,
    `startTransition`,
    `resetScroll`,
    `viewTransition`,
    `ignoreBlocker`,
    `activeProps`,
    `inactiveProps`,
    `activeOptions`,
    `_asChild`,
  ]);
function _i(e, t) {
  let n = {};
  for (let r in e) gi.has(r) || (r === `type` && t !== void 0) || (r === `disabled` && t === `a`) || (n[r] = e[r]);
  return n;
}
function vi(e, t, n, r, i, a) {
  let { activeProps: o, inactiveProps: s, className: c, style: l, target: u } = t,
    d = Ze(n ? o : s, {}) ?? (n ? hi : mi);
  (Object.assign(e, d), (e.href = r), a !== `a` && (e.disabled = i), (e.target = u));
  let f = d.style;
  (l || f) && (e.style = l && f ? { ...l, ...f } : l || f);
  let p = d.className;
  return (
    (c || p) && (e.className = c ? (p ? `${c} ${p}` : c) : p),
    i && ((e.role = `link`), (e[`aria-disabled`] = !0)),
    n && ((e[`data-status`] = `active`), (e[`aria-current`] = `page`)),
    e
  );
}
var yi = (e) => {
    (clearTimeout(e.t), (e.t = void 0));
  },
  bi = (e, t) => (e ? (n) => n.defaultPrevented || (e(n), n.defaultPrevented || t(n)) : t);
function xi(e, t, n) {
  if (n) return;
  let r = e.maskedLocation ?? e,
    i = r.external ? r.publicHref : t.history.createHref(r.publicHref) || `/`;
  if ((!r.external && i === r.publicHref) || !ft(i, t.protocolAllowlist)) return i;
}
var Si = o.memo(
  o.forwardRef((e, t) => {
    let n = e._asChild || `a`,
      r = pi(e, t, n),
      i = typeof e.children == `function` ? e.children({ isActive: r[`data-status`] === `active` }) : e.children;
    return o.createElement(n, r, i);
  }),
  Ci,
);
function Ci(e, t) {
  let n = 0;
  for (let r in t) if ((n++, e[r] !== t[r] && (!gi.has(r) || !it(e[r], t[r], !1, !0)))) return !1;
  for (let t in e) n--;
  return n === 0;
}
var wi = t((e) => {
    var t = r();
    function n(e) {
      var t = `https://react.dev/errors/` + e;
      if (1 < arguments.length) {
        t += `?args[]=` + encodeURIComponent(arguments[1]);
        for (var n = 2; n < arguments.length; n++) t += `&args[]=` + encodeURIComponent(arguments[n]);
      }
      return (
        `Minified React error #` +
        e +
        `; visit ` +
        t +
        ` for the full message or use the non-minified dev environment for full errors and additional helpful warnings.`
      );
    }
    function i() {}
    var a = {
        d: {
          f: i,
          r: function () {
            throw Error(n(522));
          },
          D: i,
          C: i,
          L: i,
          m: i,
          X: i,
          S: i,
          M: i,
        },
        p: 0,
        findDOMNode: null,
      },
      o = Symbol.for(`react.portal`),
      s = Symbol.for(`react.recoverable`),
      c = Symbol.for(`react.optimistic_key`);
    function l(e, t, n) {
      var r = 3 < arguments.length && arguments[3] !== void 0 ? arguments[3] : null;
      return { $$typeof: o, key: r == null ? null : r === c ? c : `` + r, children: e, containerInfo: t, implementation: n };
    }
    var u = t.__CLIENT_INTERNALS_DO_NOT_USE_OR_WARN_USERS_THEY_CANNOT_UPGRADE;
    function d(e, t) {
      if (e === `font`) return ``;
      if (typeof t == `string`) return t === `use-credentials` ? t : ``;
    }
    ((e.__DOM_INTERNALS_DO_NOT_USE_OR_WARN_USERS_THEY_CANNOT_UPGRADE = a),
      (e.browser = function (e) {
        return { $$typeof: s, _reason: e };
      }),
      (e.createPortal = function (e, t) {
        var r = 2 < arguments.length && arguments[2] !== void 0 ? arguments[2] : null;
        if (!t || (t.nodeType !== 1 && t.nodeType !== 9 && t.nodeType !== 11)) throw Error(n(299));
        return l(e, t, null, r);
      }),
      (e.flushSync = function (e) {
        var t = u.T,
          n = a.p;
        try {
          if (((u.T = null), (a.p = 2), e)) return e();
        } finally {
          ((u.T = t), (a.p = n), a.d.f());
        }
      }),
      (e.preconnect = function (e, t) {
        typeof e == `string` &&
          (t ? ((t = t.crossOrigin), (t = typeof t == `string` ? (t === `use-credentials` ? t : ``) : void 0)) : (t = null), a.d.C(e, t));
      }),
      (e.prefetchDNS = function (e) {
        typeof e == `string` && a.d.D(e);
      }),
      (e.preinit = function (e, t) {
        if (typeof e == `string` && t && typeof t.as == `string`) {
          var n = t.as,
            r = d(n, t.crossOrigin),
            i = typeof t.integrity == `string` ? t.integrity : void 0,
            o = typeof t.fetchPriority == `string` ? t.fetchPriority : void 0;
          n === `style`
            ? a.d.S(e, typeof t.precedence == `string` ? t.precedence : void 0, { crossOrigin: r, integrity: i, fetchPriority: o })
            : n === `script` &&
              a.d.X(e, { crossOrigin: r, integrity: i, fetchPriority: o, nonce: typeof t.nonce == `string` ? t.nonce : void 0 });
        }
      }),
      (e.preinitModule = function (e, t) {
        if (typeof e == `string`) {
          if (typeof t == `object` && t) {
            if (t.as == null || t.as === `script`) {
              var n = d(t.as, t.crossOrigin);
              a.d.M(e, {
                crossOrigin: n,
                integrity: typeof t.integrity == `string` ? t.integrity : void 0,
                nonce: typeof t.nonce == `string` ? t.nonce : void 0,
                fetchPriority: typeof t.fetchPriority == `string` ? t.fetchPriority : void 0,
              });
            }
          } else t ?? a.d.M(e);
        }
      }),
      (e.preload = function (e, t) {
        if (typeof e == `string` && typeof t == `object` && t && typeof t.as == `string`) {
          var n = t.as,
            r = d(n, t.crossOrigin);
          a.d.L(e, n, {
            crossOrigin: r,
            integrity: typeof t.integrity == `string` ? t.integrity : void 0,
            nonce: typeof t.nonce == `string` ? t.nonce : void 0,
            type: typeof t.type == `string` ? t.type : void 0,
            fetchPriority: typeof t.fetchPriority == `string` ? t.fetchPriority : void 0,
            referrerPolicy: typeof t.referrerPolicy == `string` ? t.referrerPolicy : void 0,
            imageSrcSet: typeof t.imageSrcSet == `string` ? t.imageSrcSet : void 0,
            imageSizes: typeof t.imageSizes == `string` ? t.imageSizes : void 0,
            media: typeof t.media == `string` ? t.media : void 0,
          });
        }
      }),
      (e.preloadModule = function (e, t) {
        if (typeof e == `string`) {
          if (t) {
            var n = d(t.as, t.crossOrigin);
            a.d.m(e, {
              as: typeof t.as == `string` && t.as !== `script` ? t.as : void 0,
              crossOrigin: n,
              integrity: typeof t.integrity == `string` ? t.integrity : void 0,
              nonce: typeof t.nonce == `string` ? t.nonce : void 0,
              fetchPriority: typeof t.fetchPriority == `string` ? t.fetchPriority : void 0,
            });
          } else a.d.m(e);
        }
      }),
      (e.requestFormReset = function (e) {
        a.d.r(e);
      }),
      (e.unstable_batchedUpdates = function (e, t) {
        return e(t);
      }),
      (e.useFormState = function (e, t, n) {
        return u.H.useFormState(e, t, n);
      }),
      (e.useFormStatus = function () {
        return u.H.useHostTransitionStatus();
      }),
      (e.version = `19.3.1`));
  }),
  Ti = t((e, t) => {
    function n() {
      if (typeof __REACT_DEVTOOLS_GLOBAL_HOOK__ < `u` && typeof __REACT_DEVTOOLS_GLOBAL_HOOK__.checkDCE == `function`)
        try {
          __REACT_DEVTOOLS_GLOBAL_HOOK__.checkDCE(n);
        } catch (e) {
          console.error(e);
        }
    }
    (n(), (t.exports = wi()));
  });
function Ei(...e) {
  return (...t) => {
    for (let n of e) typeof n == `function` && n(...t);
  };
}
var W = typeof document < `u` ? o.useLayoutEffect : () => {},
  Di = { prefix: String(Math.round(Math.random() * 1e10)), current: 0 },
  Oi = o.createContext(Di),
  ki = o.createContext(!1);
typeof window < `u` && window.document && window.document.createElement;
var Ai = new WeakMap();
function ji(e = !1) {
  let t = (0, o.useContext)(Oi),
    n = (0, o.useRef)(null);
  if (n.current === null && !e) {
    let e = o.default.__SECRET_INTERNALS_DO_NOT_USE_OR_YOU_WILL_BE_FIRED?.ReactCurrentOwner?.current;
    if (e) {
      let n = Ai.get(e);
      n == null ? Ai.set(e, { id: t.current, state: e.memoizedState }) : e.memoizedState !== n.state && ((t.current = n.id), Ai.delete(e));
    }
    n.current = ++t.current;
  }
  return n.current;
}
function Mi(e) {
  let t = (0, o.useContext)(Oi),
    n = ji(!!e),
    r = `react-aria${t.prefix}`;
  return e || `${r}-${n}`;
}
function Ni(e) {
  let t = o.useId(),
    [n] = (0, o.useState)(Ri()),
    r = n ? `react-aria` : `react-aria${Di.prefix}`;
  return e || `${r}-${t}`;
}
var Pi = typeof o.useId == `function` ? Ni : Mi;
function Fi() {
  return !1;
}
function Ii() {
  return !0;
}
function Li(e) {
  return () => {};
}
function Ri() {
  return typeof o.useSyncExternalStore == `function` ? o.useSyncExternalStore(Li, Fi, Ii) : (0, o.useContext)(ki);
}
function zi(e) {
  let [t, n] = (0, o.useState)(e),
    r = (0, o.useRef)(t),
    i = (0, o.useRef)(null),
    a = (0, o.useRef)(() => {
      if (!i.current) return;
      let e = i.current.next();
      e.done ? (i.current = null) : r.current === e.value ? a.current() : n(e.value);
    });
  return (
    W(() => {
      ((r.current = t), i.current && a.current());
    }),
    [
      t,
      (0, o.useCallback)(
        (e) => {
          ((i.current = e(r.current)), a.current());
        },
        [a],
      ),
    ]
  );
}
var Bi = !!(typeof window < `u` && window.document && window.document.createElement),
  Vi = new Map(),
  Hi;
typeof FinalizationRegistry < `u` &&
  (Hi = new FinalizationRegistry((e) => {
    Vi.delete(e);
  }));
var Ui = new WeakMap();
function Wi(e) {
  let [t, n] = (0, o.useState)(e),
    r = (0, o.useRef)(null),
    i = Pi(t),
    a = (0, o.useRef)(null),
    s = Ui.get(a);
  if ((Hi && s !== i && (s != null && Hi.unregister(a), Hi.register(a, i, a), Ui.set(a, i)), Bi)) {
    let e = Vi.get(i);
    e && !e.includes(r) ? e.push(r) : Vi.set(i, [r]);
  }
  return (
    W(() => {
      let e = i;
      return () => {
        (Hi && (Hi.unregister(a), Ui.delete(a)), Vi.delete(e));
      };
    }, [i]),
    (0, o.useEffect)(() => {
      let e = r.current;
      return (
        e && n(e),
        () => {
          e && (r.current = null);
        }
      );
    }),
    i
  );
}
function Gi(e, t) {
  if (e === t) return e;
  let n = Vi.get(e);
  if (n) return (n.forEach((e) => (e.current = t)), t);
  let r = Vi.get(t);
  return r ? (r.forEach((t) => (t.current = e)), e) : t;
}
function Ki(e = []) {
  let t = Wi(),
    [n, r] = zi(t),
    i = (0, o.useCallback)(() => {
      r(function* () {
        (yield t, yield document.getElementById(t) ? t : void 0);
      });
    }, [t, r]);
  return (W(i, [t, i, ...e]), n);
}
function qi(...e) {
  return e.length === 1 && e[0]
    ? e[0]
    : (t) => {
        let n = !1,
          r = e.map((e) => {
            let r = Ji(e, t);
            return ((n ||= typeof r == `function`), r);
          });
        if (n)
          return () => {
            r.forEach((t, n) => {
              typeof t == `function` ? t() : Ji(e[n], null);
            });
          };
      };
}
function Ji(e, t) {
  if (typeof e == `function`) return e(t);
  e != null && (e.current = t);
}
function Yi(e) {
  var t,
    n,
    r = ``;
  if (typeof e == `string` || typeof e == `number`) r += e;
  else if (typeof e == `object`) {
    if (Array.isArray(e)) {
      var i = e.length;
      for (t = 0; t < i; t++) e[t] && (n = Yi(e[t])) && (r && (r += ` `), (r += n));
    } else for (n in e) e[n] && (r && (r += ` `), (r += n));
  }
  return r;
}
function Xi() {
  for (var e, t, n = 0, r = ``, i = arguments.length; n < i; n++) (e = arguments[n]) && (t = Yi(e)) && (r && (r += ` `), (r += t));
  return r;
}
function G(...e) {
  let t = { ...e[0] };
  for (let n = 1; n < e.length; n++) {
    let r = e[n];
    for (let e in r) {
      let n = t[e],
        i = r[e];
      typeof n == `function` && typeof i == `function` && e[0] === `o` && e[1] === `n` && e.charCodeAt(2) >= 65 && e.charCodeAt(2) <= 90
        ? (t[e] = Ei(n, i))
        : (e === `className` || e === `UNSAFE_className`) && typeof n == `string` && typeof i == `string`
          ? (t[e] = Xi(n, i))
          : e === `id` && n && i
            ? (t.id = Gi(n, i))
            : e === `ref` && n && i
              ? (t.ref = qi(n, i))
              : (t[e] = i === void 0 ? n : i);
    }
  }
  return t;
}
function Zi(e) {
  let t = (0, o.useRef)(null),
    n = (0, o.useRef)(void 0),
    r = (0, o.useCallback)(
      (t) => {
        if (typeof e == `function`) {
          let n = e,
            r = n(t);
          return () => {
            typeof r == `function` ? r() : n(null);
          };
        }
        if (e)
          return (
            (e.current = t),
            () => {
              e.current = null;
            }
          );
      },
      [e],
    );
  return (0, o.useMemo)(
    () => ({
      get current() {
        return t.current;
      },
      set current(e) {
        ((t.current = e), (n.current &&= (n.current(), void 0)), e != null && (n.current = r(e)));
      },
    }),
    [r],
  );
}
var Qi = ei(),
  $i = e(Ti(), 1),
  ea = Symbol(`default`);
function ta({ values: e, children: t }) {
  for (let [n, r] of e) t = o.createElement(n.Provider, { value: r }, t);
  return t;
}
function na(e) {
  let { className: t, style: n, children: r, defaultClassName: i, defaultChildren: a, defaultStyle: s, values: c, render: l } = e;
  return (0, o.useMemo)(() => {
    let e, o, u;
    return (
      (e = typeof t == `function` ? t({ ...c, defaultClassName: i }) : t),
      (o = typeof n == `function` ? n({ ...c, defaultStyle: s || {} }) : n),
      (u = typeof r == `function` ? r({ ...c, defaultChildren: a }) : (r ?? a)),
      { className: e ?? i, style: o || s ? { ...s, ...o } : void 0, children: u ?? a, "data-rac": ``, render: l ? (e) => l(e, c) : void 0 }
    );
  }, [t, n, r, i, a, s, c, l]);
}
function ra(e, t) {
  let n = (0, o.useContext)(e);
  if (t === null) return null;
  if (n && typeof n == `object` && `slots` in n && n.slots) {
    let e = t || ea;
    if (!n.slots[e]) {
      let e = new Intl.ListFormat().format(Object.keys(n.slots).map((e) => `"${e}"`)),
        r = t ? `Invalid slot "${t}".` : `A slot prop is required.`;
      throw Error(`${r} Valid slot names are ${e}.`);
    }
    return n.slots[e];
  }
  return n;
}
function ia(e, t, n) {
  let { ref: r, ...i } = ra(n, e.slot) || {},
    a = Zi((0, o.useMemo)(() => qi(t, r), [t, r])),
    s = G(i, e);
  return (
    `style` in i &&
      i.style &&
      `style` in e &&
      e.style &&
      (s.style =
        typeof i.style == `function` || typeof e.style == `function`
          ? (t) => {
              let n = typeof i.style == `function` ? i.style(t) : i.style,
                r = { ...t.defaultStyle, ...n },
                a = typeof e.style == `function` ? e.style({ ...t, defaultStyle: r }) : e.style;
              return { ...r, ...a };
            }
          : { ...i.style, ...e.style }),
    [s, a]
  );
}
function aa(e = !0) {
  let [t, n] = (0, o.useState)(e),
    r = (0, o.useRef)(!1),
    i = (0, o.useCallback)((e) => {
      ((r.current = !0), n(!!e));
    }, []);
  return (
    W(() => {
      r.current || n(!1);
    }, []),
    [i, t]
  );
}
function oa(e) {
  let t = /^(data-.*)$/,
    n = {};
  for (let r in e) t.test(r) || (n[r] = e[r]);
  return n;
}
function sa(e, t, n) {
  let { render: r, ...i } = t,
    a = (0, o.useRef)(null),
    s = (0, o.useMemo)(() => qi(n, a), [n, a]);
  W(() => {}, [e, r]);
  let c = { ...i, ref: s };
  return r ? r(c, void 0) : o.createElement(e, c);
}
var ca = {},
  la = new Proxy(
    {},
    {
      get(e, t) {
        if (typeof t != `string`) return;
        let n = ca[t];
        return (n || ((n = (0, o.forwardRef)(sa.bind(null, t))), (ca[t] = n)), n);
      },
    },
  ),
  ua = `react-aria-clear-focus`,
  da = `react-aria-focus`,
  K = (e) => (pa(e) ? e.document : ma(e) ? e : (e?.ownerDocument ?? (typeof document < `u` ? document : void 0))),
  q = (e) => K(e)?.defaultView ?? (typeof window < `u` ? window : void 0);
function fa(e) {
  return typeof e == `object` && !!e && `nodeType` in e && typeof e.nodeType == `number`;
}
function pa(e) {
  return typeof e == `object` && !!e && `window` in e && e.window === e;
}
function ma(e) {
  return fa(e) && e.nodeType === 9;
}
function ha(e) {
  return fa(e) && e.nodeType === 11 && `host` in e;
}
function ga(e, t, n, r) {
  if (n == null || e == null) return () => {};
  let i = Array.isArray(e) ? e : [e];
  for (let e of i) e.addEventListener(t, n, r);
  return () => {
    for (let e of i) e.removeEventListener(t, n, r);
  };
}
function _a(e, t, n, r) {
  if (e == null) return () => {};
  let i = [],
    a = Array.isArray(e) ? e : [e];
  for (let e of a) {
    let a = e.style.getPropertyValue(t),
      o = e.style.getPropertyPriority(t);
    (e.style.setProperty(t, n, r),
      i.unshift(() => {
        a ? e.style.setProperty(t, a, o) : e.style.removeProperty(t);
      }));
  }
  return () => {
    for (let e of i) e();
  };
}
var va = !1;
function ya() {
  return va;
}
function J(e, t) {
  if (!ya()) return t && e ? e.contains(t) : !1;
  if (!e || !t) return !1;
  let n = t;
  for (; n != null;) {
    if (n === e) return !0;
    n = typeof n.assignedElements != `function` && n.assignedSlot?.parentNode ? n.assignedSlot.parentNode : ha(n) ? n.host : n.parentNode;
  }
  return !1;
}
var Y = (e = document) => {
  if (!ya()) return e.activeElement;
  let t = e.activeElement;
  for (; t && `shadowRoot` in t && t.shadowRoot?.activeElement;) t = t.shadowRoot.activeElement;
  return t;
};
function X(e) {
  if (ya() && e.target instanceof Element && e.target.shadowRoot) {
    if (`composedPath` in e) return e.composedPath()[0] ?? null;
    if (`composedPath` in e.nativeEvent) return e.nativeEvent.composedPath()[0] ?? null;
  }
  return e.target;
}
function ba(e, t) {
  if (t === null) return [];
  t ??= q(e);
  let n = [t];
  if (!ya() || !e || e === t) return n;
  let r = `getRootNode` in t ? t.getRootNode() : null,
    i = e.getRootNode() ?? null;
  for (; ha(i) && i !== r;) (n.push(i), (i = i.host.getRootNode()));
  return n;
}
function xa(e) {
  if (!e) return !1;
  let t = e.getRootNode(),
    n = q(e);
  if (!(t instanceof n.Document || t instanceof n.ShadowRoot)) return !1;
  let r = t.activeElement;
  return r != null && e.contains(r);
}
function Sa(e) {
  let t = Ta(K(e));
  t !== e && (t && Ca(t, e), e && wa(e, t));
}
function Ca(e, t) {
  (e.dispatchEvent(new FocusEvent(`blur`, { relatedTarget: t })),
    e.dispatchEvent(new FocusEvent(`focusout`, { bubbles: !0, relatedTarget: t })));
}
function wa(e, t) {
  (e.dispatchEvent(new FocusEvent(`focus`, { relatedTarget: t })),
    e.dispatchEvent(new FocusEvent(`focusin`, { bubbles: !0, relatedTarget: t })));
}
function Ta(e) {
  let t = Y(e),
    n = t?.getAttribute(`aria-activedescendant`);
  return (n && e.getElementById(n)) || t;
}
function Ea(e) {
  e.focus({ preventScroll: !0 });
}
var Da = typeof Element < `u` && `checkVisibility` in Element.prototype;
function Oa(e) {
  let t = q(e);
  if (!(e instanceof t.HTMLElement) && !(e instanceof t.SVGElement)) return !1;
  let { display: n, visibility: r } = e.style,
    i = n !== `none` && r !== `hidden` && r !== `collapse`;
  if (i) {
    let { getComputedStyle: t } = q(e),
      { display: n, visibility: r } = t(e);
    i = n !== `none` && r !== `hidden` && r !== `collapse`;
  }
  return i;
}
function ka(e, t) {
  return (
    !e.hasAttribute(`hidden`) &&
    !e.hasAttribute(`data-react-aria-prevent-focus`) &&
    (e.nodeName === `DETAILS` && t && t.nodeName !== `SUMMARY` ? e.hasAttribute(`open`) : !0)
  );
}
function Aa(e, t) {
  return Da
    ? e.checkVisibility({ visibilityProperty: !0 }) && !e.closest(`[data-react-aria-prevent-focus]`)
    : e.nodeName !== `#comment` && Oa(e) && ka(e, t) && (!e.parentElement || Aa(e.parentElement, e));
}
var ja = [
    `input:not([disabled]):not([type=hidden])`,
    `select:not([disabled])`,
    `textarea:not([disabled])`,
    `button:not([disabled])`,
    `a[href]`,
    `area[href]`,
    `summary`,
    `iframe`,
    `object`,
    `embed`,
    `audio[controls]`,
    `video[controls]`,
    `[contenteditable]:not([contenteditable^="false"])`,
    `permission`,
  ],
  Ma = ja.join(`:not([hidden]),`) + `,[tabindex]:not([disabled]):not([hidden])`;
ja.push(`[tabindex]:not([tabindex="-1"]):not([disabled])`);
var Na = ja.join(`:not([hidden]):not([tabindex="-1"]),`);
function Pa(e, t) {
  return e.matches(Ma) && !Ia(e) && (t?.skipVisibilityCheck || Aa(e));
}
function Fa(e) {
  return e.matches(Na) && Aa(e) && !Ia(e);
}
function Ia(e) {
  let t = e;
  for (; t != null;) {
    if (t instanceof q(t).HTMLElement && t.inert) return !0;
    t = t.parentElement;
  }
  return !1;
}
function La(e) {
  let t = e;
  return (
    (t.nativeEvent = e),
    (t.isDefaultPrevented = () => t.defaultPrevented),
    (t.isPropagationStopped = () => t.cancelBubble),
    (t.persist = () => {}),
    t
  );
}
function Ra(e, t) {
  (Object.defineProperty(e, "target", { value: t }), Object.defineProperty(e, "currentTarget", { value: t }));
}
function za(e) {
  let t = (0, o.useRef)({ isFocused: !1, observer: null });
  return (
    W(() => {
      let e = t.current;
      return () => {
        e.observer &&= (e.observer.disconnect(), null);
      };
    }, []),
    (0, o.useCallback)(
      (n) => {
        let r = X(n);
        if (
          r instanceof HTMLButtonElement ||
          r instanceof HTMLInputElement ||
          r instanceof HTMLTextAreaElement ||
          r instanceof HTMLSelectElement
        ) {
          t.current.isFocused = !0;
          let n = r;
          (n.addEventListener(
            `focusout`,
            (r) => {
              if (((t.current.isFocused = !1), n.disabled)) {
                let t = La(r);
                e?.(t);
              }
              t.current.observer && (t.current.observer.disconnect(), (t.current.observer = null));
            },
            { once: !0 },
          ),
            (t.current.observer = new MutationObserver(() => {
              if (t.current.isFocused && n.disabled) {
                t.current.observer?.disconnect();
                let e = n === Y() ? null : Y();
                (n.dispatchEvent(new FocusEvent(`blur`, { relatedTarget: e })),
                  n.dispatchEvent(new FocusEvent(`focusout`, { bubbles: !0, relatedTarget: e })));
              }
            })),
            t.current.observer.observe(n, { attributes: !0, attributeFilter: [`disabled`] }));
        }
      },
      [e],
    )
  );
}
var Ba = !1;
function Va(e) {
  for (; e && !Pa(e, { skipVisibilityCheck: !0 });) e = e.parentElement;
  let t = Y(q(e).document);
  if (!t || t === e) return;
  let n = e?.getRootNode(),
    r = n != null && ha(n) ? n : q(e),
    i = (t) => t === e || (fa(t) && J(e, t)),
    a = (e) => e === t || (t != null && fa(e) && J(t, e));
  Ba = !0;
  let o = !1,
    s = (e) => {
      (a(X(e)) || o) && e.stopImmediatePropagation();
    },
    c = (n) => {
      (a(X(n)) || o) && (n.stopImmediatePropagation(), !e && !o && ((o = !0), Ea(t), d()));
    },
    l = (e) => {
      (i(X(e)) || o) && e.stopImmediatePropagation();
    },
    u = (e) => {
      (i(X(e)) || o) && (e.stopImmediatePropagation(), o || ((o = !0), Ea(t), d()));
    };
  (r.addEventListener(`blur`, s, !0),
    r.addEventListener(`focusout`, c, !0),
    r.addEventListener(`focusin`, u, !0),
    r.addEventListener(`focus`, l, !0));
  let d = () => {
      (cancelAnimationFrame(f),
        r.removeEventListener(`blur`, s, !0),
        r.removeEventListener(`focusout`, c, !0),
        r.removeEventListener(`focusin`, u, !0),
        r.removeEventListener(`focus`, l, !0),
        (Ba = !1),
        (o = !1));
    },
    f = requestAnimationFrame(d);
  return d;
}
function Ha(e) {
  if (typeof window > `u` || window.navigator == null) return !1;
  let t = window.navigator.userAgentData?.brands;
  return (Array.isArray(t) && t.some((t) => e.test(t.brand))) || e.test(window.navigator.userAgent);
}
function Ua(e) {
  return typeof window < `u` && window.navigator != null && e.test(window.navigator.userAgentData?.platform || window.navigator.platform);
}
function Wa(e) {
  let t = null;
  return () => ((t ??= e()), t);
}
var Ga = Wa(function () {
    return Ua(/^Mac/i);
  }),
  Ka = Wa(function () {
    return Ua(/^iPhone/i);
  }),
  qa = Wa(function () {
    return Ua(/^iPad/i) || (Ga() && navigator.maxTouchPoints > 1);
  }),
  Ja = Wa(function () {
    return Ka() || qa();
  }),
  Ya = Wa(function () {
    return Ga() || Ja();
  }),
  Xa = Wa(function () {
    return Ha(/AppleWebKit/i) && (Ja() || !Za());
  }),
  Za = Wa(function () {
    return Ha(/Chrome|CriOS|CrMo/i);
  }),
  Qa = Wa(function () {
    return Ha(/Android/i);
  });
function $a(e) {
  return e.pointerType === `` && e.isTrusted
    ? !0
    : Qa() && e.pointerType
      ? e.type === `click` && e.buttons === 1
      : e.detail === 0 && !e.pointerType;
}
function eo(e) {
  return (
    (!Qa() && e.width === 0 && e.height === 0) ||
    (Qa() && e.width === 1 && e.height === 1 && e.pressure === 0 && e.detail === 0 && e.pointerType === `mouse`)
  );
}
var to = (0, o.createContext)({ isNative: !0, open: oo, useHref: (e) => e });
function no() {
  return (0, o.useContext)(to);
}
function ro(e, t) {
  let n = e.getAttribute(`target`);
  return (
    (!n || n === `_self`) &&
    e.origin === location.origin &&
    !e.hasAttribute(`download`) &&
    !t.metaKey &&
    !t.ctrlKey &&
    !t.altKey &&
    !t.shiftKey
  );
}
function io(e, t, n = !0) {
  let { metaKey: r, ctrlKey: i, altKey: a, shiftKey: o } = t,
    s =
      Xa() && Ga() && !qa()
        ? new KeyboardEvent(`keydown`, { keyIdentifier: `Enter`, metaKey: r, ctrlKey: i, altKey: a, shiftKey: o })
        : new MouseEvent(`click`, { metaKey: r, ctrlKey: i, altKey: a, shiftKey: o, detail: 1, bubbles: !0, cancelable: !0 });
  ((io.isOpening = n), Ea(e), e.dispatchEvent(s), (io.isOpening = !1));
}
io.isOpening = !1;
function ao(e, t) {
  if (e instanceof HTMLAnchorElement) t(e);
  else if (e.hasAttribute(`data-href`)) {
    let n = document.createElement(`a`);
    ((n.href = e.getAttribute(`data-href`)),
      e.hasAttribute(`data-target`) && (n.target = e.getAttribute(`data-target`)),
      e.hasAttribute(`data-rel`) && (n.rel = e.getAttribute(`data-rel`)),
      e.hasAttribute(`data-download`) && (n.download = e.getAttribute(`data-download`)),
      e.hasAttribute(`data-ping`) && (n.ping = e.getAttribute(`data-ping`)),
      e.hasAttribute(`data-referrer-policy`) && (n.referrerPolicy = e.getAttribute(`data-referrer-policy`)),
      e.appendChild(n),
      t(n),
      e.removeChild(n));
  }
}
function oo(e, t) {
  ao(e, (e) => io(e, t));
}
function so(e) {
  let t = no().useHref(e?.href ?? ``),
    n = {};
  if (e)
    for (let r of [`href`, `target`, `rel`, `download`, `ping`, `referrerPolicy`])
      r in e && e[r] !== void 0 && (n[r] = r === `href` ? t : e[r]);
  return n;
}
function co(e, t, n, r) {
  !t.isNative &&
    e.currentTarget instanceof HTMLAnchorElement &&
    e.currentTarget.href &&
    !e.isDefaultPrevented() &&
    ro(e.currentTarget, e) &&
    n &&
    (e.preventDefault(), t.open(e.currentTarget, e, n, r));
}
var lo = null,
  uo = new Set(),
  fo = new Map(),
  po = !1,
  mo = !1,
  ho = { Tab: !0, Escape: !0 };
function go(e, t) {
  for (let n of uo) n(e, t);
}
function _o(e) {
  return !(e.metaKey || (!Ga() && e.altKey) || e.ctrlKey || e.key === `Control` || e.key === `Shift` || e.key === `Meta`);
}
function vo(e) {
  ((po = !0), !io.isOpening && _o(e) && ((lo = `keyboard`), go(`keyboard`, e)));
}
function yo(e) {
  ((lo = `pointer`),
    `pointerType` in e && e.pointerType,
    (e.type === `mousedown` || e.type === `pointerdown`) && ((po = !0), go(`pointer`, e)));
}
function bo(e) {
  !io.isOpening && $a(e) && ((po = !0), (lo = `virtual`));
}
function xo(e) {
  if (Ba) return;
  let t = X(e),
    n = q(t),
    r = K(t);
  t === n ? (mo = !0) : t !== r && e.isTrusted && (!po && !mo && ((lo = `virtual`), go(`virtual`, e)), (po = !1), (mo = !1));
}
function So() {
  Ba || ((po = !1), (mo = !0));
}
function Co(e) {
  let t = Y(K(X(e)));
  queueMicrotask(() => {
    Y(K(X(e))) !== t && ko(`keyboard`);
  });
}
function wo(e) {
  if (typeof window > `u` || typeof document > `u`) return;
  let t = q(e),
    n = K(e);
  if (fo.get(t)) return;
  let r = t.HTMLElement.prototype.focus;
  (Reflect.defineProperty(t.HTMLElement.prototype, "focus", {
    configurable: !0,
    writable: !0,
    value: function () {
      ((po = !0), r.apply(this, arguments));
    },
  }),
    n.addEventListener(`keydown`, vo, !0),
    n.addEventListener(`keyup`, vo, !0),
    n.addEventListener(`click`, bo, !0),
    n.addEventListener(`invalid`, Co, !0),
    t.addEventListener(`focus`, xo, !0),
    t.addEventListener(`blur`, So, !1),
    typeof PointerEvent < `u` &&
      (n.addEventListener(`pointerdown`, yo, !0), n.addEventListener(`pointermove`, yo, !0), n.addEventListener(`pointerup`, yo, !0)),
    t.addEventListener(
      `beforeunload`,
      () => {
        To(e);
      },
      { once: !0 },
    ),
    fo.set(t, { focus: r }));
}
var To = (e, t) => {
  let n = q(e),
    r = K(e);
  (t && r.removeEventListener(`DOMContentLoaded`, t),
    fo.has(n) &&
      (Reflect.defineProperty(n.HTMLElement.prototype, "focus", { configurable: !0, writable: !0, value: fo.get(n).focus }),
      r.removeEventListener(`keydown`, vo, !0),
      r.removeEventListener(`keyup`, vo, !0),
      r.removeEventListener(`click`, bo, !0),
      r.removeEventListener(`invalid`, Co, !0),
      n.removeEventListener(`focus`, xo, !0),
      n.removeEventListener(`blur`, So, !1),
      typeof PointerEvent < `u` &&
        (r.removeEventListener(`pointerdown`, yo, !0),
        r.removeEventListener(`pointermove`, yo, !0),
        r.removeEventListener(`pointerup`, yo, !0)),
      fo.delete(n)));
};
function Eo(e) {
  let t = K(e),
    n;
  return (
    t.readyState === `loading`
      ? ((n = () => {
          wo(e);
        }),
        t.addEventListener(`DOMContentLoaded`, n))
      : wo(e),
    () => To(e, n)
  );
}
typeof document < `u` && Eo();
function Do() {
  return lo !== `pointer`;
}
function Oo() {
  return lo;
}
function ko(e) {
  ((lo = e), go(e, null));
}
var Ao = new Set([`checkbox`, `radio`, `range`, `color`, `file`, `image`, `button`, `submit`, `reset`]);
function jo(e, t, n) {
  let r = n ? X(n) : void 0,
    i = K(r),
    a = q(r),
    o = a === void 0 ? HTMLInputElement : a.HTMLInputElement,
    s = a === void 0 ? HTMLTextAreaElement : a.HTMLTextAreaElement,
    c = a === void 0 ? HTMLElement : a.HTMLElement,
    l = a === void 0 ? KeyboardEvent : a.KeyboardEvent,
    u = Y(i);
  return (
    (e = e || (u instanceof o && !Ao.has(u.type)) || u instanceof s || (u instanceof c && u.isContentEditable)),
    !(e && t === `keyboard` && n instanceof l && !ho[n.key])
  );
}
function Mo(e, t, n) {
  (wo(),
    (0, o.useEffect)(() => {
      if (n?.enabled === !1) return;
      let t = (t, r) => {
        jo(!!n?.isTextInput, t, r) && e(Do());
      };
      return (
        uo.add(t),
        () => {
          uo.delete(t);
        }
      );
    }, t));
}
function No(e, t) {
  let n = q(t),
    r = K(t);
  if (r == null || n == null) return;
  let i,
    a = `meta[name="${CSS.escape(e)}"], meta[property="${CSS.escape(e)}"]`,
    o = r.querySelector(a);
  return (
    o &&
      o instanceof n.HTMLMetaElement &&
      (e === `csp-nonce` && o.nonce && (i ??= o.nonce || void 0), o.content && (i ??= o.content || void 0)),
    e === `csp-nonce` && (i ??= n.__webpack_nonce__ || globalThis.__webpack_nonce__ || void 0),
    i
  );
}
var Po = 100,
  Fo = 600,
  Z = {
    isOpen: !1,
    screenWidth: 0,
    screenHeight: 0,
    screenAngle: 0,
    screenTimeout: 0,
    startTimeStamp: 0,
    endTimeStamp: 0,
    resizeTimeStamp: 0,
    resizeTimeout: 0,
  },
  Io = new Set([`checkbox`, `radio`, `range`, `color`, `file`, `image`, `button`, `submit`, `reset`]);
function Lo() {
  let e = Number(window.visualViewport?.width ?? window.innerWidth),
    t = Number(window.visualViewport?.height ?? window.innerHeight),
    n = Number(window.visualViewport?.scale ?? 1);
  return { width: e * n, height: t * n, angle: window.screen.orientation?.angle ?? 0 };
}
function Ro(e) {
  Z.resizeTimeStamp <= e.timeStamp + 50 &&
    ((Z.resizeTimeStamp = e.timeStamp + 150), window.clearTimeout(Z.resizeTimeout), (Z.resizeTimeout = window.setTimeout(zo, 150)));
}
function zo() {
  let e = No(`viewport`);
  if (Qa() && e?.includes(`overlays-content`)) return;
  let t = performance.now(),
    n = Lo(),
    r = t - Z.startTimeStamp,
    i = Z.screenHeight - n.height,
    a = Z.screenAngle - n.angle;
  (Math.abs(a) % 180 &&
    Z.screenWidth - n.height < Po &&
    ((Z.screenWidth = n.width), (Z.screenHeight = n.height), (Z.screenAngle = n.angle), (i = 0)),
    r > Fo &&
      (window.clearTimeout(Z.screenTimeout),
      (Z.screenTimeout = window.setTimeout(() => {
        let e = Wo(document.hasFocus() ? Y() : null),
          t = Lo();
        Math.abs(Z.screenAngle - t.angle) % 180 ||
          (Z.isOpen && e) ||
          ((Z.screenWidth = t.width), (Z.screenHeight = t.height), (Z.screenAngle = t.angle), (Z.isOpen = !1));
      }, Fo))),
    r <= Fo && i >= Po && (Z.endTimeStamp = t),
    (Z.isOpen = i >= Po));
}
function Bo() {
  let e = Lo(),
    t = Z.screenAngle - e.angle;
  if (Math.abs(t) % 180 && !Z.isOpen) {
    let e = Z.screenWidth;
    ((Z.screenWidth = Z.screenHeight), (Z.screenHeight = e));
  }
  Z.isOpen || (Z.screenAngle = e.angle);
}
function Vo(e) {
  let t = Wo(X(e)),
    n = performance.now(),
    r = Lo(),
    i = Z.screenHeight - r.height;
  (i < Po && t && ((Z.screenWidth = r.width), (Z.screenHeight = r.height), (Z.screenAngle = r.angle), (Z.startTimeStamp = n)),
    t && window.clearTimeout(Z.screenTimeout),
    i >= Po && t && (Z.endTimeStamp = n));
}
function Ho() {
  let e = Lo();
  (ga(window.visualViewport, `resize`, Xa() ? zo : Ro),
    ga(window.screen.orientation, `change`, Bo),
    ga(window, `focus`, Vo, { capture: !0, passive: !0 }),
    (Z.screenWidth = e.width),
    (Z.screenHeight = e.height),
    (Z.screenAngle = e.angle));
}
typeof document < `u` && (document.readyState === `loading` ? ga(document, `DOMContentLoaded`, Ho) : Ho());
function Uo() {
  let e = No(`viewport`);
  return Qa() && e?.includes(`overlays-content`)
    ? !1
    : Z.isOpen
      ? !0
      : Z.startTimeStamp
        ? Z.endTimeStamp >= Z.startTimeStamp
          ? !0
          : performance.now() - Z.startTimeStamp <= Fo
            ? Z.endTimeStamp > 0 || window.navigator.maxTouchPoints > 0
            : !1
        : window.navigator.maxTouchPoints > 0;
}
function Wo(e) {
  if (!(e instanceof Element) || !Pa(e)) return !1;
  let t = e instanceof HTMLTextAreaElement,
    n = e instanceof HTMLElement && e.isContentEditable,
    r = e instanceof HTMLInputElement && !Io.has(e.type);
  return t || n || r;
}
function Go(e) {
  return Ga() ? e.metaKey : e.ctrlKey;
}
function Ko() {
  return Z.isOpen;
}
var qo = o.useInsertionEffect ?? W;
function Jo(e) {
  let t = (0, o.useRef)(null);
  return (
    qo(() => {
      t.current = e;
    }, [e]),
    (0, o.useCallback)((...e) => {
      let n = t.current;
      return n?.(...e);
    }, [])
  );
}
function Yo(e, t, n, r) {
  let i = Jo(n),
    a = n == null;
  (0, o.useEffect)(() => {
    if (!(a || e.current == null)) return ga(e.current, t, i, r);
  }, [e, t, r, a]);
}
function Xo(e, t) {
  let { id: n, "aria-label": r, "aria-labelledby": i } = e;
  return (
    (n = Wi(n)),
    i && r ? (i = [...new Set([n, ...i.trim().split(/\s+/)])].join(` `)) : (i &&= i.trim().split(/\s+/).join(` `)),
    !r && !i && t && (r = t),
    { id: n, "aria-label": r, "aria-labelledby": i }
  );
}
var Zo = new Set([`Arab`, `Syrc`, `Samr`, `Mand`, `Thaa`, `Mend`, `Nkoo`, `Adlm`, `Rohg`, `Hebr`]),
  Qo = new Set([`ae`, `ar`, `arc`, `bcc`, `bqi`, `ckb`, `dv`, `fa`, `glk`, `he`, `ku`, `mzn`, `nqo`, `pnb`, `ps`, `sd`, `ug`, `ur`, `yi`]);
function $o(e) {
  if (Intl.Locale) {
    let t = new Intl.Locale(e).maximize(),
      n = typeof t.getTextInfo == `function` ? t.getTextInfo() : t.textInfo;
    if (n) return n.direction === `rtl`;
    if (t.script) return Zo.has(t.script);
  }
  let t = e.split(`-`)[0];
  return Qo.has(t);
}
var es = Symbol.for(`react-aria.i18n.locale`);
function ts() {
  let e = (typeof window < `u` && window[es]) || (typeof navigator < `u` && (navigator.language || navigator.userLanguage)) || `en-US`;
  try {
    Intl.DateTimeFormat.supportedLocalesOf([e]);
  } catch {
    e = `en-US`;
  }
  return { locale: e, direction: $o(e) ? `rtl` : `ltr` };
}
var ns = ts(),
  rs = new Set();
function is() {
  ns = ts();
  for (let e of rs) e(ns);
}
function as() {
  let e = Ri(),
    [t, n] = (0, o.useState)(ns);
  return (
    (0, o.useEffect)(
      () => (
        rs.size === 0 && window.addEventListener(`languagechange`, is),
        rs.add(n),
        () => {
          (rs.delete(n), rs.size === 0 && window.removeEventListener(`languagechange`, is));
        }
      ),
      [],
    ),
    e ? { locale: (typeof window < `u` && window[es]) || `en-US`, direction: `ltr` } : t
  );
}
var os = o.createContext(null);
function ss(e) {
  let { locale: t, children: n } = e,
    r = o.useMemo(() => ({ locale: t, direction: $o(t) ? `rtl` : `ltr` }), [t]);
  return o.createElement(os.Provider, { value: r }, n);
}
function cs(e) {
  let { children: t } = e,
    n = as();
  return o.createElement(os.Provider, { value: n }, t);
}
function ls(e) {
  let { locale: t, children: n } = e;
  return t ? o.createElement(ss, { locale: t, children: n }) : o.createElement(cs, { children: n });
}
function us() {
  let e = as();
  return (0, o.useContext)(os) || e;
}
var ds = Symbol.for(`react-aria.i18n.locale`),
  fs = Symbol.for(`react-aria.i18n.strings`),
  ps = void 0,
  ms = class e {
    constructor(e, t = `en-US`) {
      ((this.strings = Object.fromEntries(Object.entries(e).filter(([, e]) => e))), (this.defaultLocale = t));
    }
    getStringForLocale(e, t) {
      let n = this.getStringsForLocale(t)[e];
      if (!n) throw Error(`Could not find intl message ${e} in ${t} locale`);
      return n;
    }
    getStringsForLocale(e) {
      let t = this.strings[e];
      return (t || ((t = hs(e, this.strings, this.defaultLocale)), (this.strings[e] = t)), t);
    }
    static getGlobalDictionaryForPackage(t) {
      if (typeof window > `u`) return null;
      let n = window[ds];
      if (ps === void 0) {
        let t = window[fs];
        if (!t) return null;
        ps = {};
        for (let r in t) ps[r] = new e({ [n]: t[r] }, n);
      }
      let r = ps?.[t];
      if (!r)
        throw Error(
          `Strings for package "${t}" were not included by LocalizedStringProvider. Please add it to the list passed to createLocalizedStringDictionary.`,
        );
      return r;
    }
  };
function hs(e, t, n = `en-US`) {
  if (t[e]) return t[e];
  let r = gs(e),
    i = _s(e);
  if (i && t[`${r}-${i}`]) return t[`${r}-${i}`];
  if (t[r]) return t[r];
  for (let e in t) if (e.startsWith(r + `-`)) return t[e];
  return t[n];
}
function gs(e) {
  return Intl.Locale ? new Intl.Locale(e).language : e.split(`-`)[0];
}
function _s(e) {
  if (Intl.Locale) return new Intl.Locale(e).script;
}
var vs = new Map(),
  ys = new Map(),
  bs = class {
    constructor(e, t) {
      ((this.locale = e), (this.strings = t));
    }
    format(e, t) {
      let n = this.strings.getStringForLocale(e, this.locale);
      return typeof n == `function` ? n(t, this) : n;
    }
    plural(e, t, n = `cardinal`) {
      let r = t[`=` + e];
      if (r) return typeof r == `function` ? r() : r;
      let i = this.locale + `:` + n,
        a = vs.get(i);
      return (
        a || ((a = new Intl.PluralRules(this.locale, { type: n })), vs.set(i, a)),
        (r = t[a.select(e)] || t.other),
        typeof r == `function` ? r() : r
      );
    }
    number(e) {
      let t = ys.get(this.locale);
      return (t || ((t = new Intl.NumberFormat(this.locale)), ys.set(this.locale, t)), t.format(e));
    }
    select(e, t) {
      let n = e[t] || e.other;
      return typeof n == `function` ? n() : n;
    }
  },
  xs = new WeakMap();
function Ss(e) {
  let t = xs.get(e);
  return (t || ((t = new ms(e)), xs.set(e, t)), t);
}
function Cs(e, t) {
  return (t && ms.getGlobalDictionaryForPackage(t)) || Ss(e);
}
function ws(e, t) {
  let { locale: n } = us(),
    r = Cs(e, t);
  return (0, o.useMemo)(() => new bs(n, r), [n, r]);
}
var Ts = o.useInsertionEffect ?? o.useLayoutEffect;
function Es(e, t, n) {
  let [r, i] = (0, o.useState)(e || t),
    a = (0, o.useRef)(r),
    s = (0, o.useRef)(e !== void 0),
    c = e !== void 0;
  (0, o.useEffect)(() => {
    (s.current, (s.current = c));
  }, [c]);
  let l = c ? e : r;
  Ts(() => {
    a.current = l;
  });
  let [, u] = (0, o.useReducer)(() => ({}), {});
  return [
    l,
    (0, o.useCallback)(
      (e, ...t) => {
        let r = typeof e == `function` ? e(a.current) : e;
        Object.is(a.current, r) || ((a.current = r), i(r), u(), n?.(r, ...t));
      },
      [n],
    ),
  ];
}
var Ds = (0, o.createContext)(null),
  Os = (0, o.createContext)(null),
  ks = class {
    constructor(e) {
      ((this.value = null),
        (this.level = 0),
        (this.hasChildNodes = !1),
        (this.rendered = null),
        (this.textValue = ``),
        (this[`aria-label`] = void 0),
        (this.index = 0),
        (this.parentKey = null),
        (this.prevKey = null),
        (this.nextKey = null),
        (this.firstChildKey = null),
        (this.lastChildKey = null),
        (this.props = {}),
        (this.colSpan = null),
        (this.colIndex = null),
        (this.type = this.constructor.type),
        (this.key = e));
    }
    get childNodes() {
      throw Error(`childNodes is not supported`);
    }
    clone() {
      let e = new this.constructor(this.key);
      return (
        (e.value = this.value),
        (e.level = this.level),
        (e.hasChildNodes = this.hasChildNodes),
        (e.rendered = this.rendered),
        (e.textValue = this.textValue),
        (e[`aria-label`] = this[`aria-label`]),
        (e.index = this.index),
        (e.parentKey = this.parentKey),
        (e.prevKey = this.prevKey),
        (e.nextKey = this.nextKey),
        (e.firstChildKey = this.firstChildKey),
        (e.lastChildKey = this.lastChildKey),
        (e.props = this.props),
        (e.render = this.render),
        (e.colSpan = this.colSpan),
        (e.colIndex = this.colIndex),
        e
      );
    }
    filter(e, t, n) {
      let r = this.clone();
      return (t.addDescendants(r, e), r);
    }
  },
  As = class extends ks {
    filter(e, t, n) {
      let [r, i] = Ps(e, t, this.firstChildKey, n),
        a = this.clone();
      return ((a.firstChildKey = r), (a.lastChildKey = i), a);
    }
  };
(class extends ks {
  static {
    this.type = `header`;
  }
});
var js = class extends ks {
    static {
      this.type = `loader`;
    }
  },
  Ms = class extends As {
    static {
      this.type = `item`;
    }
    filter(e, t, n) {
      if (n(this.textValue, this)) {
        let n = this.clone();
        return (t.addDescendants(n, e), n);
      }
      return null;
    }
  };
(class extends As {
  static {
    this.type = `section`;
  }
  filter(e, t, n) {
    let r = super.filter(e, t, n);
    if (r && r.lastChildKey !== null) {
      let t = e.getItem(r.lastChildKey);
      if (t && t.type !== `header`) return r;
    }
    return null;
  }
});
var Ns = class {
  get size() {
    return this.itemCount;
  }
  getKeys() {
    return this.keyMap.keys();
  }
  *[Symbol.iterator]() {
    let e = this.firstKey == null ? void 0 : this.keyMap.get(this.firstKey);
    for (; e;) (yield e, (e = e.nextKey == null ? void 0 : this.keyMap.get(e.nextKey)));
  }
  getChildren(e) {
    let t = this.keyMap;
    return {
      *[Symbol.iterator]() {
        let n = t.get(e),
          r = n?.firstChildKey == null ? null : t.get(n.firstChildKey);
        for (; r;) (yield r, (r = r.nextKey == null ? void 0 : t.get(r.nextKey)));
      },
    };
  }
  getKeyBefore(e) {
    let t = this.keyMap.get(e);
    if (!t) return null;
    if (t.prevKey != null) {
      for (t = this.keyMap.get(t.prevKey); t && t.type !== `item` && t.lastChildKey != null;) t = this.keyMap.get(t.lastChildKey);
      return t?.key ?? null;
    }
    return t.parentKey;
  }
  getKeyAfter(e) {
    let t = this.keyMap.get(e);
    if (!t) return null;
    if (t.type !== `item` && t.firstChildKey != null) return t.firstChildKey;
    for (; t;) {
      if (t.nextKey != null) return t.nextKey;
      if (t.parentKey != null) t = this.keyMap.get(t.parentKey);
      else return null;
    }
    return null;
  }
  getFirstKey() {
    return this.firstKey;
  }
  getLastKey() {
    let e = this.lastKey == null ? null : this.keyMap.get(this.lastKey);
    for (; e?.lastChildKey != null;) e = this.keyMap.get(e.lastChildKey);
    return e?.key ?? null;
  }
  getItem(e) {
    return this.keyMap.get(e) ?? null;
  }
  at() {
    throw Error(`Not implemented`);
  }
  clone() {
    let e = this.constructor,
      t = new e();
    return ((t.keyMap = new Map(this.keyMap)), (t.firstKey = this.firstKey), (t.lastKey = this.lastKey), (t.itemCount = this.itemCount), t);
  }
  addNode(e) {
    if (this.frozen) throw Error(`Cannot add a node to a frozen collection`);
    (e.type === `item` && this.keyMap.get(e.key) == null && this.itemCount++, this.keyMap.set(e.key, e));
  }
  addDescendants(e, t) {
    this.addNode(e);
    let n = t.getChildren(e.key);
    for (let e of n) this.addDescendants(e, t);
  }
  removeNode(e) {
    if (this.frozen) throw Error(`Cannot remove a node to a frozen collection`);
    let t = this.keyMap.get(e);
    (t != null && t.type === `item` && this.itemCount--, this.keyMap.delete(e));
  }
  commit(e, t, n = !1) {
    if (this.frozen) throw Error(`Cannot commit a frozen collection`);
    ((this.firstKey = e), (this.lastKey = t), (this.frozen = !n));
  }
  filter(e) {
    let t = new this.constructor(),
      [n, r] = Ps(this, t, this.firstKey, e);
    return (t?.commit(n, r), t);
  }
  constructor() {
    ((this.keyMap = new Map()), (this.firstKey = null), (this.lastKey = null), (this.frozen = !1), (this.itemCount = 0));
  }
};
function Ps(e, t, n, r) {
  if (n == null) return [null, null];
  let i = null,
    a = null,
    o = e.getItem(n);
  for (; o != null;) {
    let n = o.filter(e, t, r);
    (n != null && ((n.nextKey = null), a && ((n.prevKey = a.key), (a.nextKey = n.key)), (i ??= n), t.addNode(n), (a = n)),
      (o = o.nextKey == null ? null : e.getItem(o.nextKey)));
  }
  if (a && a.type === `separator`) {
    let e = a.prevKey;
    (t.removeNode(a.key), e == null ? (a = null) : ((a = t.getItem(e)), (a.nextKey = null)));
  }
  return [i?.key ?? null, a?.key ?? null];
}
var Fs = class {
    constructor(e) {
      ((this._firstChild = null),
        (this._lastChild = null),
        (this._previousSibling = null),
        (this._nextSibling = null),
        (this._parentNode = null),
        (this._minInvalidChildIndex = null),
        (this.ownerDocument = e));
    }
    *[Symbol.iterator]() {
      let e = this.firstChild;
      for (; e;) (yield e, (e = e.nextSibling));
    }
    get firstChild() {
      return this._firstChild;
    }
    set firstChild(e) {
      ((this._firstChild = e), this.ownerDocument.markDirty(this));
    }
    get lastChild() {
      return this._lastChild;
    }
    set lastChild(e) {
      ((this._lastChild = e), this.ownerDocument.markDirty(this));
    }
    get previousSibling() {
      return this._previousSibling;
    }
    set previousSibling(e) {
      ((this._previousSibling = e), this.ownerDocument.markDirty(this));
    }
    get nextSibling() {
      return this._nextSibling;
    }
    set nextSibling(e) {
      ((this._nextSibling = e), this.ownerDocument.markDirty(this));
    }
    get parentNode() {
      return this._parentNode;
    }
    set parentNode(e) {
      ((this._parentNode = e), this.ownerDocument.markDirty(this));
    }
    get isConnected() {
      return this.parentNode?.isConnected || !1;
    }
    invalidateChildIndices(e) {
      (this._minInvalidChildIndex == null || !this._minInvalidChildIndex.isConnected || e.index < this._minInvalidChildIndex.index) &&
        ((this._minInvalidChildIndex = e), this.ownerDocument.markDirty(this));
    }
    updateChildIndices() {
      let e = this._minInvalidChildIndex;
      for (; e;) ((e.index = e.previousSibling ? e.previousSibling.index + 1 : 0), (e = e.nextSibling));
      this._minInvalidChildIndex = null;
    }
    appendChild(e) {
      (e.parentNode && e.parentNode.removeChild(e),
        (this.firstChild ??= e),
        this.lastChild
          ? ((this.lastChild.nextSibling = e), (e.index = this.lastChild.index + 1), (e.previousSibling = this.lastChild))
          : ((e.previousSibling = null), (e.index = 0)),
        (e.parentNode = this),
        (e.nextSibling = null),
        (this.lastChild = e),
        this.ownerDocument.markDirty(this),
        this.isConnected && this.ownerDocument.queueUpdate());
    }
    insertBefore(e, t) {
      if (t == null) return this.appendChild(e);
      (e.parentNode && e.parentNode.removeChild(e),
        (e.nextSibling = t),
        (e.previousSibling = t.previousSibling),
        (e.index = t.index - 1),
        this.firstChild === t ? (this.firstChild = e) : t.previousSibling && (t.previousSibling.nextSibling = e),
        (t.previousSibling = e),
        (e.parentNode = t.parentNode),
        this.invalidateChildIndices(e),
        this.isConnected && this.ownerDocument.queueUpdate());
    }
    removeChild(e) {
      e.parentNode === this &&
        (this._minInvalidChildIndex === e && (this._minInvalidChildIndex = null),
        e.nextSibling && (this.invalidateChildIndices(e.nextSibling), (e.nextSibling.previousSibling = e.previousSibling)),
        e.previousSibling && (e.previousSibling.nextSibling = e.nextSibling),
        this.firstChild === e && (this.firstChild = e.nextSibling),
        this.lastChild === e && (this.lastChild = e.previousSibling),
        (e.parentNode = null),
        (e.nextSibling = null),
        (e.previousSibling = null),
        (e.index = 0),
        this.ownerDocument.markDirty(e),
        this.isConnected && this.ownerDocument.queueUpdate());
    }
    addEventListener() {}
    removeEventListener() {}
    get previousVisibleSibling() {
      let e = this.previousSibling;
      for (; e && e.isHidden;) e = e.previousSibling;
      return e;
    }
    get nextVisibleSibling() {
      let e = this.nextSibling;
      for (; e && e.isHidden;) e = e.nextSibling;
      return e;
    }
    get firstVisibleChild() {
      let e = this.firstChild;
      for (; e && e.isHidden;) e = e.nextSibling;
      return e;
    }
    get lastVisibleChild() {
      let e = this.lastChild;
      for (; e && e.isHidden;) e = e.previousSibling;
      return e;
    }
  },
  Is = class e extends Fs {
    constructor(e, t) {
      (super(t), (this.nodeType = 8), (this.isMutated = !0), (this._index = 0), (this.isHidden = !1), (this.node = null));
    }
    get index() {
      return this._index;
    }
    set index(e) {
      ((this._index = e), this.ownerDocument.markDirty(this));
    }
    get level() {
      return this.parentNode instanceof e ? this.parentNode.level + +(this.parentNode.node?.type === `item`) : 0;
    }
    getMutableNode() {
      return this.node == null
        ? null
        : ((this.isMutated ||= ((this.node = this.node.clone()), !0)), this.ownerDocument.markDirty(this), this.node);
    }
    updateNode() {
      let t = this.nextVisibleSibling,
        n = this.getMutableNode();
      if (
        n != null &&
        ((n.index = this.index),
        (n.level = this.level),
        (n.parentKey = this.parentNode instanceof e ? (this.parentNode.node?.key ?? null) : null),
        (n.prevKey = this.previousVisibleSibling?.node?.key ?? null),
        (n.nextKey = t?.node?.key ?? null),
        (n.hasChildNodes = !!this.firstChild),
        (n.firstChildKey = this.firstVisibleChild?.node?.key ?? null),
        (n.lastChildKey = this.lastVisibleChild?.node?.key ?? null),
        (n.colSpan != null || n.colIndex != null) && t)
      ) {
        let e = (n.colIndex ?? n.index) + (n.colSpan ?? 1);
        if (t.node != null && e !== t.node.colIndex) {
          let n = t.getMutableNode();
          n.colIndex = e;
        }
      }
    }
    setProps(e, t, n, r, i) {
      let a,
        { value: o, textValue: s, id: c, ...l } = e;
      if (
        (this.node == null ? ((a = new n(c ?? `react-aria-${++this.ownerDocument.nodeId}`)), (this.node = a)) : (a = this.getMutableNode()),
        (l.ref = t),
        (a.props = l),
        (a.rendered = r),
        (a.render = i),
        (a.value = o),
        e[`aria-label`] && (a[`aria-label`] = e[`aria-label`]),
        (a.textValue = s || (typeof l.children == `string` ? l.children : ``) || e[`aria-label`] || ``),
        c != null && c !== a.key)
      )
        throw Error(`Cannot change the id of an item`);
      (l.colSpan != null && (a.colSpan = l.colSpan), this.isConnected && this.ownerDocument.queueUpdate());
    }
    get style() {
      let e = this;
      return {
        get display() {
          return e.isHidden ? `none` : ``;
        },
        set display(t) {
          let n = t === `none`;
          if (e.isHidden !== n) {
            (e.parentNode?.firstVisibleChild === e || e.parentNode?.lastVisibleChild === e) && e.ownerDocument.markDirty(e.parentNode);
            let t = e.previousVisibleSibling,
              r = e.nextVisibleSibling;
            (t && e.ownerDocument.markDirty(t), r && e.ownerDocument.markDirty(r), (e.isHidden = n), e.ownerDocument.markDirty(e));
          }
        },
      };
    }
    hasAttribute() {}
    setAttribute() {}
    setAttributeNS() {}
    removeAttribute() {}
  },
  Ls = class extends Fs {
    constructor(e) {
      (super(null),
        (this.nodeType = 11),
        (this.ownerDocument = this),
        (this.dirtyNodes = new Set()),
        (this.isSSR = !1),
        (this.nodeId = 0),
        (this.nodesByProps = new WeakMap()),
        (this.keyOwners = new Map()),
        (this.nextCollection = null),
        (this.subscriptions = new Set()),
        (this.queuedRender = !1),
        (this.inSubscription = !1),
        (this.collection = e),
        (this.nextCollection = e));
    }
    get isConnected() {
      return !0;
    }
    createElement(e) {
      return new Is(e, this);
    }
    getMutableCollection() {
      return ((this.nextCollection ||= this.collection.clone()), this.nextCollection);
    }
    markDirty(e) {
      this.dirtyNodes.add(e);
    }
    addNode(e) {
      if (e.isHidden || e.node == null) return;
      let t = this.getMutableCollection();
      if (!t.getItem(e.node.key)) for (let t of e) this.addNode(t);
      t.addNode(e.node);
    }
    removeNode(e) {
      for (let t of e) this.removeNode(t);
      e.node && this.getMutableCollection().removeNode(e.node.key);
    }
    getCollection() {
      return (this.inSubscription || ((this.queuedRender = !1), this.updateCollection()), this.collection);
    }
    updateCollection() {
      for (let e of this.dirtyNodes) e instanceof Is && (!e.isConnected || e.isHidden) ? this.removeNode(e) : e.updateChildIndices();
      for (let e of this.dirtyNodes)
        e instanceof Is
          ? (e.isConnected && !e.isHidden && (e.updateNode(), this.addNode(e)), e.node && this.dirtyNodes.delete(e), (e.isMutated = !1))
          : this.dirtyNodes.delete(e);
      this.nextCollection &&
        (this.nextCollection.commit(this.firstVisibleChild?.node?.key ?? null, this.lastVisibleChild?.node?.key ?? null, this.isSSR),
        this.isSSR || ((this.collection = this.nextCollection), (this.nextCollection = null)));
    }
    queueUpdate() {
      if (!(this.dirtyNodes.size === 0 || this.queuedRender)) {
        ((this.queuedRender = !0), (this.inSubscription = !0), this.isSSR || (this.collection = this.collection.clone()));
        for (let e of this.subscriptions) e();
        this.inSubscription = !1;
      }
    }
    subscribe(e) {
      return (this.subscriptions.add(e), this.queuedRender && e(), () => this.subscriptions.delete(e));
    }
    resetAfterSSR() {
      this.isSSR && ((this.isSSR = !1), (this.firstChild = null), (this.lastChild = null), (this.nodeId = 0), this.keyOwners.clear());
    }
  };
function Rs(e) {
  let { children: t, items: n, idScope: r, addIdAndValue: i, dependencies: a = [] } = e,
    s = (0, o.useMemo)(() => void 0, [t]),
    c = (0, o.useMemo)(() => new WeakMap(), [...a, s]);
  return (0, o.useMemo)(() => {
    if (n && typeof t == `function`) {
      let e = [];
      for (let a of n) {
        let n = zs(a) ? a : null,
          s = n ? c.get(n) : null;
        if (!s) {
          s = t(a);
          let l = s.props.id ?? a?.key ?? a?.id;
          r != null && s.props.id == null && l != null && (l = r + `:` + l);
          let u = l ?? e.length;
          ((s = (0, o.cloneElement)(s, i ? { key: u, id: l, value: a } : { key: u })), n && c.set(n, s));
        }
        e.push(s);
      }
      return e;
    }
    if (typeof t != `function`) return t;
  }, [t, n, c, r, i]);
}
function zs(e) {
  switch (typeof e) {
    case `object`:
      return e != null;
    case `function`:
    case `symbol`:
      return !0;
    default:
      return !1;
  }
}
var Bs = new Map(),
  Vs = new Set();
function Hs(e) {
  return `propertyName` in e;
}
function Us(e) {
  let t = X(e);
  if (!Hs(e) || !t) return;
  let n = Bs.get(t);
  (n || ((n = new Set()), Bs.set(t, n), t.addEventListener(`transitioncancel`, Ws, { once: !0 })), n.add(e.propertyName));
}
function Ws(e) {
  let t = X(e);
  if (!Hs(e) || !t) return;
  let n = Bs.get(t);
  if (n && (n.delete(e.propertyName), n.size === 0 && (t.removeEventListener(`transitioncancel`, Ws), Bs.delete(t)), Bs.size === 0))
    for (let e of Vs) (e(!0), Vs.delete(e));
}
function Gs() {
  (ga(document, `transitionrun`, Us), ga(document, `transitionend`, Ws));
}
function Ks() {
  for (let [e] of Bs) `isConnected` in e && !e.isConnected && Bs.delete(e);
}
typeof document < `u` && (document.readyState === `loading` ? ga(document, `DOMContentLoaded`, Gs) : Gs());
function qs(e) {
  let t = window.requestAnimationFrame(() => {
    if ((Ks(), Bs.size === 0)) return e(!1);
    Vs.add(e);
  });
  return () => {
    (window.cancelAnimationFrame(t), Vs.delete(e));
  };
}
function Js(e) {
  if (!e.isConnected) return;
  let t = K(e);
  if (Oo() === `virtual`) {
    let n = Y(t);
    qs(() => {
      let r = Y(t);
      (r === n || r === t.body) && e.isConnected && Ea(e);
    });
  } else Ea(e);
}
function Ys(e) {
  let { isDisabled: t, onFocus: n, onBlur: r, onFocusChange: i } = e,
    a = (0, o.useCallback)(
      (e) => {
        if (X(e) === e.currentTarget) return (r && r(e), i && i(!1), !0);
      },
      [r, i],
    ),
    s = za(a),
    c = (0, o.useCallback)(
      (e) => {
        let t = X(e),
          r = K(t),
          a = r ? Y(r) : Y();
        t === e.currentTarget && t === a && (n && n(e), i && i(!0), s(e));
      },
      [i, n, s],
    );
  return { focusProps: { onFocus: !t && (n || i || r) ? c : void 0, onBlur: !t && (r || i) ? a : void 0 } };
}
function Xs(e) {
  if (e)
    return (t) => {
      let n = !0;
      (e({
        ...t,
        preventDefault() {
          t.preventDefault();
        },
        isDefaultPrevented() {
          return t.isDefaultPrevented();
        },
        stopPropagation() {
          n = !0;
        },
        continuePropagation() {
          ((n = !1), typeof t.continuePropagation == `function` && t.continuePropagation());
        },
        isPropagationStopped() {
          return n;
        },
      }),
        n && !(typeof t.isPropagationStopped == `function` && t.isPropagationStopped()) && t.stopPropagation());
    };
}
var Zs = new Set([`shift`, `alt`, `control`, `meta`, `mod`]),
  Qs = [`Alt`, `Control`, `Meta`, `Shift`];
function $s(e) {
  let t = new Set();
  return (
    e.alt && t.add(`Alt`),
    e.shift && t.add(`Shift`),
    e.ctrl && t.add(`Control`),
    e.meta && t.add(`Meta`),
    e.mod && t.add(Ga() ? `Meta` : `Control`),
    t
  );
}
function ec(e) {
  let t = new Set();
  return (e.altKey && t.add(`Alt`), e.ctrlKey && t.add(`Control`), e.metaKey && t.add(`Meta`), e.shiftKey && t.add(`Shift`), t);
}
function tc(e) {
  return Qs.filter((t) => e.has(t));
}
function nc(e) {
  let t = e.split(`+`).reduce(
    (e, t) => {
      let n = t.toLowerCase();
      return (
        Zs.has(n)
          ? n === `shift`
            ? (e.shift = !0)
            : n === `alt`
              ? (e.alt = !0)
              : n === `control`
                ? (e.ctrl = !0)
                : n === `meta`
                  ? (e.meta = !0)
                  : n === `mod` && (e.mod = !0)
          : (e.key = t),
        e
      );
    },
    { shift: !1, alt: !1, ctrl: !1, meta: !1, mod: !1, key: `` },
  );
  if (t.key === ``)
    throw Error(
      `Invalid keyboard shortcut: "${e}". Must include exactly one non-modifier key (e.g. "a", "Enter", "ArrowDown"). Combine any of Shift, Alt, Ctrl, Meta, and Mod.`,
    );
  return t;
}
function rc(e) {
  return e.toLowerCase();
}
var ic = {
  space: ` `,
  esc: `escape`,
  del: `delete`,
  ins: `insert`,
  left: `arrowleft`,
  right: `arrowright`,
  up: `arrowup`,
  down: `arrowdown`,
  pageup: `pageup`,
  pagedown: `pagedown`,
};
function ac(e) {
  let t = rc(e);
  return ic[t] ?? t;
}
function oc(e) {
  let t = tc($s(e)),
    n = ac(e.key);
  return t.length > 0 ? `${t.join(`+`)}+${n}` : n;
}
function sc(e) {
  let t = tc(ec(e)),
    n = rc(e.key);
  return (t.length > 0 ? `${t.join(`+`)}+` : ``) + n;
}
function cc(e) {
  let t = new Map();
  for (let [n, r] of Object.entries(e)) {
    let e = nc(n);
    t.set(oc(e), r);
  }
  return (e) => {
    let n = sc(e),
      r = t.get(n),
      i = r?.(e);
    (i === void 0 && r !== void 0
      ? (i = { shouldContinuePropagation: !1, shouldPreventDefault: !0 })
      : typeof i == `boolean` && (i = { shouldContinuePropagation: !i, shouldPreventDefault: i }),
      i?.shouldPreventDefault && e.preventDefault(),
      (!r || i?.shouldContinuePropagation) && e.continuePropagation());
  };
}
function lc(e) {
  let { shortcuts: t, allowRepeats: n = !1, allowComposing: r = !1 } = e,
    i,
    a;
  if (t) {
    let o = cc(t),
      s = Xs((e) => {
        J(e.currentTarget, X(e))
          ? (e.nativeEvent?.repeat && !n) || (e.nativeEvent?.isComposing && !r)
            ? e.continuePropagation()
            : o(e)
          : e.continuePropagation();
      }),
      c = Xs((e) => {
        (J(e.currentTarget, X(e)) && ((e.nativeEvent?.repeat && !n) || e.nativeEvent?.isComposing), e.continuePropagation());
      });
    ((i = e.onKeyDown ? Ei(e.onKeyDown, s) : s), (a = e.onKeyUp ? Ei(e.onKeyUp, c) : c));
  } else ((i = Xs(e.onKeyDown)), (a = Xs(e.onKeyUp)));
  return { keyboardProps: e.isDisabled ? {} : { onKeyDown: i, onKeyUp: a } };
}
function uc(e, t) {
  W(() => {
    if (e && e.ref && t)
      return (
        (e.ref.current = t.current),
        () => {
          e.ref && (e.ref.current = null);
        }
      );
  });
}
var dc = o.createContext(null);
function fc(e) {
  let t = (0, o.useContext)(dc) || {};
  uc(t, e);
  let { ref: n, ...r } = t;
  return r;
}
function pc(e, t) {
  let { focusProps: n } = Ys(e),
    { keyboardProps: r } = lc(e),
    i = G(n, r),
    a = fc(t),
    s = e.isDisabled ? {} : a,
    c = (0, o.useRef)(e.autoFocus);
  (0, o.useEffect)(() => {
    (c.current && t.current && Js(t.current), (c.current = !1));
  }, [t]);
  let l = e.excludeFromTabOrder ? -1 : 0;
  return (e.isDisabled && (l = void 0), { focusableProps: G({ ...i, tabIndex: l }, s) });
}
typeof HTMLTemplateElement < `u` &&
  (Object.defineProperty(HTMLTemplateElement.prototype, "firstChild", {
    configurable: !0,
    enumerable: !0,
    get: function () {
      return this.content.firstChild;
    },
  }),
  Object.defineProperty(HTMLTemplateElement.prototype, "appendChild", {
    configurable: !0,
    enumerable: !0,
    value: function (e) {
      return this.content.appendChild(e);
    },
  }),
  Object.defineProperty(HTMLTemplateElement.prototype, "removeChild", {
    configurable: !0,
    enumerable: !0,
    value: function (e) {
      return this.content.removeChild(e);
    },
  }),
  Object.defineProperty(HTMLTemplateElement.prototype, "insertBefore", {
    configurable: !0,
    enumerable: !0,
    value: function (e, t) {
      return this.content.insertBefore(e, t);
    },
  }));
var mc = (0, o.createContext)(!1);
function hc(e) {
  if ((0, o.useContext)(mc)) return o.createElement(o.Fragment, null, e.children);
  let t = o.createElement(mc.Provider, { value: !0 }, e.children);
  return o.createElement(`template`, null, t);
}
function gc(e) {
  let t = (t, n) => ((0, o.useContext)(mc) ? null : e(t, n));
  return ((t.displayName = e.displayName || e.name), (0, o.forwardRef)(t));
}
function _c() {
  return (0, o.useContext)(mc);
}
var vc = (0, o.createContext)(!1),
  yc = (0, o.createContext)(null);
function bc(e) {
  if ((0, o.useContext)(yc)) return e.content;
  let { collection: t, document: n } = wc(e.createCollection);
  return o.createElement(
    o.Fragment,
    null,
    o.createElement(hc, null, o.createElement(yc.Provider, { value: n }, e.content)),
    o.createElement(xc, { render: e.children, collection: t }),
  );
}
function xc({ collection: e, render: t }) {
  return t(e);
}
function Sc(e, t, n) {
  let r = Ri(),
    i = (0, o.useRef)(r);
  i.current = r;
  let a = (0, o.useCallback)(() => (i.current ? n() : t()), [t, n]);
  return (0, Qi.useSyncExternalStore)(e, a);
}
var Cc = typeof o.useSyncExternalStore == `function` ? o.useSyncExternalStore : Sc;
function wc(e) {
  let [t] = (0, o.useState)(() => new Ls(e?.() || new Ns()));
  return {
    collection: Cc(
      (0, o.useCallback)((e) => t.subscribe(e), [t]),
      (0, o.useCallback)(() => {
        let e = t.getCollection();
        return (t.isSSR && t.resetAfterSSR(), e);
      }, [t]),
      (0, o.useCallback)(() => ((t.isSSR = !0), t.getCollection()), [t]),
    ),
    document: t,
  };
}
var Tc = (0, o.createContext)(null);
function Ec(e) {
  return class extends ks {
    static {
      this.type = e;
    }
  };
}
function Dc(e, t, n, r, i, a) {
  typeof e == `string` && (e = Ec(e));
  let s = (0, o.useCallback)(
      (i) => {
        i?.setProps(t, n, e, r, a);
      },
      [t, n, r, a, e],
    ),
    c = (0, o.useContext)(Tc);
  if (c) {
    let s = c.ownerDocument.nodesByProps.get(t);
    return (
      s ||
        ((s = c.ownerDocument.createElement(e.type)),
        s.setProps(t, n, e, r, a),
        c.appendChild(s),
        c.ownerDocument.updateCollection(),
        c.ownerDocument.nodesByProps.set(t, s)),
      i ? o.createElement(Tc.Provider, { value: s }, i) : null
    );
  }
  return o.createElement(e.type, { ref: s }, i);
}
function Oc(e, t) {
  let n = ({ node: e }) => t(e.props, e.props.ref, e),
    r = (0, o.forwardRef)((r, i) => {
      let a = (0, o.useContext)(dc);
      if (!(0, o.useContext)(vc)) {
        if (t.length >= 3) throw Error(t.name + ` cannot be rendered outside a collection.`);
        return t(r, i);
      }
      return Dc(e, r, i, `children` in r ? r.children : null, null, (e) =>
        o.createElement(dc.Provider, { value: a }, o.createElement(n, { node: e })),
      );
    });
  return ((r.displayName = t.name), r);
}
function kc(e) {
  return Rs({ ...e, addIdAndValue: !0 });
}
var Ac = (0, o.createContext)(null);
function jc(e) {
  let t = (0, o.useContext)(Ac),
    n = (t?.dependencies || []).concat(e.dependencies),
    r = e.idScope ?? t?.idScope,
    i = kc({ ...e, idScope: r, dependencies: n });
  return (
    (0, o.useContext)(yc) && (i = o.createElement(Mc, null, i)),
    (t = (0, o.useMemo)(() => ({ dependencies: n, idScope: r }), [r, ...n])),
    o.createElement(Ac.Provider, { value: t }, i)
  );
}
function Mc({ children: e }) {
  let t = (0, o.useContext)(yc),
    n = (0, o.useMemo)(() => o.createElement(yc.Provider, { value: null }, o.createElement(vc.Provider, { value: !0 }, e)), [e]);
  return Ri() ? o.createElement(Tc.Provider, { value: t }, n) : (0, $i.createPortal)(n, t);
}
var Nc = (0, o.createContext)(null),
  Pc = {
    CollectionRoot({ collection: e, renderDropIndicator: t }) {
      return Fc(e, null, t);
    },
    CollectionBranch({ collection: e, parent: t, renderDropIndicator: n }) {
      return Fc(e, t, n);
    },
  };
function Fc(e, t, n) {
  return Rs({
    items: t ? e.getChildren(t.key) : e,
    dependencies: [n],
    children(t) {
      if (t.type === `content`) return o.createElement(o.Fragment, null);
      let r = t.render(t);
      return !n || t.type !== `item`
        ? r
        : o.createElement(o.Fragment, null, n({ type: `item`, key: t.key, dropPosition: `before` }), r, Ic(e, t, n));
    },
  });
}
function Ic(e, t, n) {
  let r = t.key,
    i = e.getKeyAfter(r),
    a = i == null ? null : e.getItem(i);
  for (; a != null && a.type !== `item`;) ((i = e.getKeyAfter(a.key)), (a = i == null ? null : e.getItem(i)));
  let s = t.nextKey == null ? null : e.getItem(t.nextKey);
  for (; s != null && s.type !== `item`;) s = s.nextKey == null ? null : e.getItem(s.nextKey);
  let c = [];
  if (s == null) {
    let r = t;
    for (; r?.type === `item` && (!a || (r.parentKey !== a.parentKey && a.level < r.level));) {
      let t = n({ type: `item`, key: r.key, dropPosition: `after` });
      ((0, o.isValidElement)(t) && c.push((0, o.cloneElement)(t, { key: `${r.key}-after` })),
        (r = r.parentKey == null ? null : e.getItem(r.parentKey)));
    }
  }
  return c;
}
var Lc = (0, o.createContext)(Pc);
function Rc(e) {
  return (0, o.useMemo)(() => (e == null ? null : new Set([e])), [e]);
}
var zc = new Set([`id`]),
  Bc = new Set([`aria-label`, `aria-labelledby`, `aria-describedby`, `aria-details`]),
  Vc = new Set([`href`, `hrefLang`, `target`, `rel`, `download`, `ping`, `referrerPolicy`]),
  Hc = new Set([`dir`, `lang`, `hidden`, `inert`, `translate`, `suppressHydrationWarning`]),
  Uc = new Set(
    `onClick.onAuxClick.onContextMenu.onDoubleClick.onMouseDown.onMouseEnter.onMouseLeave.onMouseMove.onMouseOut.onMouseOver.onMouseUp.onTouchCancel.onTouchEnd.onTouchMove.onTouchStart.onPointerDown.onPointerMove.onPointerUp.onPointerCancel.onPointerEnter.onPointerLeave.onPointerOver.onPointerOut.onGotPointerCapture.onLostPointerCapture.onScroll.onWheel.onAnimationStart.onAnimationEnd.onAnimationIteration.onTransitionCancel.onTransitionEnd.onTransitionRun.onTransitionStart`.split(
      `.`,
    ),
  ),
  Wc = /^(data-.*)$/;
function Gc(e, t = {}) {
  let { labelable: n, isLink: r, global: i, events: a = i, propNames: o } = t,
    s = {};
  for (let t in e)
    Object.prototype.hasOwnProperty.call(e, t) &&
      (zc.has(t) ||
        (n && Bc.has(t)) ||
        (r && Vc.has(t)) ||
        (i && Hc.has(t)) ||
        (a && (Uc.has(t) || (t.endsWith(`Capture`) && Uc.has(t.slice(0, -7))))) ||
        o?.has(t) ||
        Wc.test(t)) &&
      (s[t] = e[t]);
  return s;
}
var Kc = `default`,
  qc = ``,
  Jc = new WeakMap();
function Yc(e) {
  if (Ja() && Xa()) {
    if (Kc === "default") {
      let t = K(e);
      ((qc = t.documentElement.style.webkitUserSelect), (t.documentElement.style.webkitUserSelect = `none`));
    }
    Kc = `disabled`;
  } else if (e instanceof HTMLElement || e instanceof SVGElement) {
    let t = `userSelect` in e.style ? `userSelect` : `webkitUserSelect`;
    (Jc.set(e, e.style[t]), (e.style[t] = `none`));
  }
}
function Xc(e) {
  if (Ja() && Xa()) {
    if (Kc !== `disabled`) return;
    ((Kc = `restoring`),
      setTimeout(() => {
        qs(() => {
          if (Kc === `restoring`) {
            let t = K(e);
            (t.documentElement.style.webkitUserSelect === `none` && (t.documentElement.style.webkitUserSelect = qc || ``),
              (qc = ``),
              (Kc = `default`));
          }
        });
      }, 300));
  } else if ((e instanceof HTMLElement || e instanceof SVGElement) && e && Jc.has(e)) {
    let t = Jc.get(e),
      n = `userSelect` in e.style ? `userSelect` : `webkitUserSelect`;
    (e.style[n] === `none` && (e.style[n] = t), e.getAttribute(`style`) === `` && e.removeAttribute(`style`), Jc.delete(e));
  }
}
var Zc = new WeakMap();
function Qc(e) {
  let t = K(e),
    n = Zc.get(t);
  return ((n ??= No(`csp-nonce`, t)), n !== void 0 && Zc.set(t, n), n);
}
var $c = o.createContext({ register: () => {} });
$c.displayName = `PressResponderContext`;
function el() {
  let e = (0, o.useRef)(new Map()),
    t = (0, o.useCallback)((t, n, r, i) => {
      let a = i?.once
        ? (...t) => {
            (e.current.delete(r), r(...t));
          }
        : r;
      (e.current.set(r, { type: n, eventTarget: t, fn: a, options: i }), t.addEventListener(n, a, i));
    }, []),
    n = (0, o.useCallback)((t, n, r, i) => {
      let a = e.current.get(r)?.fn || r;
      (t.removeEventListener(n, a, i), e.current.delete(r));
    }, []),
    r = (0, o.useCallback)(() => {
      e.current.forEach((e, t) => {
        n(e.eventTarget, e.type, t, e.options);
      });
    }, [n]);
  return ((0, o.useEffect)(() => r, [r]), { addGlobalListener: t, removeGlobalListener: n, removeAllGlobalListeners: r });
}
function tl(e) {
  let t = (0, o.useContext)($c);
  if (t) {
    let { register: n, ref: r, ...i } = t;
    ((e = G(i, e)), n());
  }
  return (uc(t, e.ref), e);
}
var nl = class {
    #e;
    constructor(e, t, n, r) {
      this.#e = !0;
      let i = (r?.target ?? n.currentTarget)?.getBoundingClientRect(),
        a,
        o = 0,
        s,
        c = null;
      (n.clientX != null && n.clientY != null && ((s = n.clientX), (c = n.clientY)),
        i && (s != null && c != null ? ((a = s - i.left), (o = c - i.top)) : ((a = i.width / 2), (o = i.height / 2))),
        (this.type = e),
        (this.pointerType = t),
        (this.target = n.currentTarget),
        (this.shiftKey = n.shiftKey),
        (this.metaKey = n.metaKey),
        (this.ctrlKey = n.ctrlKey),
        (this.altKey = n.altKey),
        (this.x = a),
        (this.y = o),
        (this.key = n.key));
    }
    continuePropagation() {
      this.#e = !1;
    }
    get shouldStopPropagation() {
      return this.#e;
    }
  },
  rl = Symbol(`linkClicked`),
  il = `react-aria-pressable-style`,
  al = `data-react-aria-pressable`;
function ol(e) {
  let {
      onPress: t,
      onPressChange: n,
      onPressStart: r,
      onPressEnd: i,
      onPressUp: a,
      onClick: s,
      isDisabled: c,
      isPressed: l,
      preventFocusOnPress: u,
      shouldCancelOnPointerExit: d,
      allowTextSelectionOnPress: f,
      ref: p,
      ...m
    } = tl(e),
    [h, g] = (0, o.useState)(!1),
    _ = (0, o.useRef)({
      isPressed: !1,
      ignoreEmulatedMouseEvents: !1,
      didFirePressStart: !1,
      isTriggeringEvent: !1,
      activePointerId: null,
      target: null,
      isOverTarget: !1,
      pointerType: null,
      disposables: [],
    }),
    { addGlobalListener: v, removeAllGlobalListeners: y } = el(),
    b = (0, o.useCallback)(
      (e, t) => {
        let i = _.current;
        if (c || i.didFirePressStart) return !1;
        let a = !0;
        if (((i.isTriggeringEvent = !0), r)) {
          let n = new nl(`pressstart`, t, e);
          (r(n), (a = n.shouldStopPropagation));
        }
        return (n && n(!0), (i.isTriggeringEvent = !1), (i.didFirePressStart = !0), g(!0), a);
      },
      [c, r, n],
    ),
    x = (0, o.useCallback)(
      (e, r, a = !0) => {
        let o = _.current;
        if (!o.didFirePressStart) return !1;
        ((o.didFirePressStart = !1), (o.isTriggeringEvent = !0));
        let s = !0;
        if (i) {
          let t = new nl(`pressend`, r, e);
          (i(t), (s = t.shouldStopPropagation));
        }
        if ((n && n(!1), g(!1), t && a && !c)) {
          let n = new nl(`press`, r, e);
          (t(n), (s &&= n.shouldStopPropagation));
        }
        return ((o.isTriggeringEvent = !1), s);
      },
      [c, i, n, t],
    ),
    S = Jo(x),
    C = Jo(
      (0, o.useCallback)(
        (e, t) => {
          let n = _.current;
          if (c) return !1;
          if (a) {
            n.isTriggeringEvent = !0;
            let r = new nl(`pressup`, t, e);
            return (a(r), (n.isTriggeringEvent = !1), r.shouldStopPropagation);
          }
          return !0;
        },
        [c, a],
      ),
    ),
    w = (0, o.useCallback)(
      (e) => {
        let t = _.current;
        if (t.isPressed && t.target) {
          (t.didFirePressStart && t.pointerType != null && x(ll(t.target, e), t.pointerType, !1),
            (t.isPressed = !1),
            (t.isOverTarget = !1),
            (t.activePointerId = null),
            (t.pointerType = null),
            y(),
            f || Xc(t.target));
          for (let e of t.disposables) e();
          t.disposables = [];
        }
      },
      [f, y, x],
    ),
    T = Jo(w);
  (0, o.useEffect)(() => {
    c && _.current.isPressed && T({ currentTarget: _.current.target, shiftKey: !1, ctrlKey: !1, metaKey: !1, altKey: !1 });
  }, [c]);
  let E = (0, o.useCallback)(
      (e) => {
        d && w(e);
      },
      [d, w],
    ),
    D = (0, o.useCallback)(
      (e) => {
        c || s?.(e);
      },
      [c, s],
    ),
    O = (0, o.useCallback)(
      (e, t) => {
        if (!c && s) {
          let n = new MouseEvent(`click`, e);
          (Ra(n, t), s(La(n)));
        }
      },
      [c, s],
    ),
    k = (0, o.useMemo)(() => {
      let e = _.current,
        t = {
          onKeyDown(t) {
            if (cl(t.nativeEvent, t.currentTarget) && J(t.currentTarget, X(t))) {
              dl(X(t), t.key) && t.preventDefault();
              let r = !0;
              !e.isPressed &&
                !t.repeat &&
                ((e.target = t.currentTarget), (e.isPressed = !0), (e.pointerType = `keyboard`), (r = b(t, `keyboard`)));
              let i = t.currentTarget;
              (v(
                K(t.currentTarget),
                `keyup`,
                Ei((t) => {
                  cl(t, i) && !t.repeat && J(i, X(t)) && e.target && C(ll(e.target, t), `keyboard`);
                }, n),
                !0,
              ),
                r && t.stopPropagation(),
                t.metaKey && Ga() && e.metaKeyEvents?.set(t.key, t.nativeEvent));
            } else t.key === `Meta` && (e.metaKeyEvents = new Map());
          },
          onClick(t) {
            if ((!t || J(t.currentTarget, X(t))) && t && t.button === 0 && !e.isTriggeringEvent && !io.isOpening) {
              let n = !0;
              if (
                (c && t.preventDefault(),
                !e.ignoreEmulatedMouseEvents && !e.isPressed && (e.pointerType === `virtual` || $a(t.nativeEvent)))
              ) {
                let e = b(t, `virtual`),
                  r = C(t, `virtual`),
                  i = S(t, `virtual`);
                (D(t), (n = e && r && i));
              } else if (e.isPressed && e.pointerType !== `keyboard`) {
                let r = e.pointerType || t.nativeEvent.pointerType || `virtual`,
                  i = C(ll(t.currentTarget, t), r),
                  a = S(ll(t.currentTarget, t), r, !0);
                ((n = i && a), (e.isOverTarget = !1), D(t), T(t));
              }
              ((e.ignoreEmulatedMouseEvents = !1), n && t.stopPropagation());
            }
          },
        },
        n = (t) => {
          if (e.isPressed && e.target && cl(t, e.target)) {
            dl(X(t), t.key) && t.preventDefault();
            let n = X(t),
              r = J(e.target, n);
            (S(ll(e.target, t), `keyboard`, r),
              r && O(t, e.target),
              y(),
              t.key !== `Enter` && sl(e.target) && J(e.target, n) && !t[rl] && ((t[rl] = !0), io(e.target, t, !1)),
              (e.isPressed = !1),
              e.metaKeyEvents?.delete(t.key));
          } else if (t.key === `Meta` && e.metaKeyEvents?.size) {
            let t = e.metaKeyEvents;
            e.metaKeyEvents = void 0;
            for (let n of t.values()) e.target?.dispatchEvent(new KeyboardEvent(`keyup`, n));
          }
        };
      if (typeof PointerEvent < `u`) {
        ((t.onPointerDown = (t) => {
          if (t.button !== 0 || !J(t.currentTarget, X(t))) return;
          if (eo(t.nativeEvent)) {
            e.pointerType = `virtual`;
            return;
          }
          e.pointerType = t.pointerType;
          let i = !0;
          if (!e.isPressed) {
            ((e.isPressed = !0),
              (e.isOverTarget = !0),
              (e.activePointerId = t.pointerId),
              (e.target = t.currentTarget),
              f || Yc(e.target),
              (i = b(t, e.pointerType)));
            let a = X(t);
            (`releasePointerCapture` in a &&
              (`hasPointerCapture` in a
                ? a.hasPointerCapture(t.pointerId) && a.releasePointerCapture(t.pointerId)
                : a.releasePointerCapture(t.pointerId)),
              v(K(t.currentTarget), `pointerup`, n, !1),
              v(K(t.currentTarget), `pointercancel`, r, !1));
          }
          i && t.stopPropagation();
        }),
          (t.onMouseDown = (t) => {
            if (J(t.currentTarget, X(t)) && t.button === 0) {
              if (u) {
                let n = Va(t.target);
                n && e.disposables.push(n);
              }
              t.stopPropagation();
            }
          }),
          (t.onPointerUp = (t) => {
            J(t.currentTarget, X(t)) &&
              e.pointerType !== `virtual` &&
              t.button === 0 &&
              !e.isPressed &&
              C(t, e.pointerType || t.pointerType);
          }),
          (t.onPointerEnter = (t) => {
            t.pointerId === e.activePointerId &&
              e.target &&
              !e.isOverTarget &&
              e.pointerType != null &&
              ((e.isOverTarget = !0), b(ll(e.target, t), e.pointerType));
          }),
          (t.onPointerLeave = (t) => {
            t.pointerId === e.activePointerId &&
              e.target &&
              e.isOverTarget &&
              e.pointerType != null &&
              ((e.isOverTarget = !1), S(ll(e.target, t), e.pointerType, !1), E(t));
          }));
        let n = (t) => {
            if (t.pointerId === e.activePointerId && e.isPressed && t.button === 0 && e.target) {
              if (J(e.target, X(t)) && e.pointerType != null) {
                let n = !1,
                  r = setTimeout(() => {
                    e.isPressed && e.target instanceof HTMLElement && (n ? T(t) : (Ea(e.target), e.target.click()));
                  }, 80);
                (v(t.currentTarget, `click`, () => (n = !0), !0), e.disposables.push(() => clearTimeout(r)));
              } else T(t);
              e.isOverTarget = !1;
            }
          },
          r = (e) => {
            T(e);
          };
        t.onDragStart = (e) => {
          J(e.currentTarget, X(e)) && T(e);
        };
      }
      return t;
    }, [v, c, u, y, f, E, b, D, O]);
  return (
    (0, o.useEffect)(() => {
      if (!p) return;
      let e = K(p.current);
      if (!e || !e.head || e.getElementById(il)) return;
      let t = e.createElement(`style`);
      t.id = il;
      let n = Qc(e);
      (n && (t.nonce = n),
        (t.textContent = `
@layer {
  [${al}] {
    touch-action: pan-x pan-y pinch-zoom;
  }
}
    `.trim()),
        e.head.prepend(t));
    }, [p]),
    (0, o.useEffect)(() => {
      let e = _.current;
      return () => {
        f || Xc(e.target ?? void 0);
        for (let t of e.disposables) t();
        e.disposables = [];
      };
    }, [f]),
    { isPressed: l || h, pressProps: G(m, k, { [al]: !0 }) }
  );
}
function sl(e) {
  return e.tagName === `A` && e.hasAttribute(`href`);
}
function cl(e, t) {
  let { key: n, code: r } = e,
    i = t,
    a = i.getAttribute(`role`);
  return (
    (n === `Enter` || n === ` ` || n === `Spacebar` || r === `Space`) &&
    !((i instanceof q(i).HTMLInputElement && !pl(i, n)) || i instanceof q(i).HTMLTextAreaElement || i.isContentEditable) &&
    !((a === `link` || (!a && sl(i))) && n !== `Enter`)
  );
}
function ll(e, t) {
  let n = t.clientX,
    r = t.clientY;
  return {
    currentTarget: e,
    shiftKey: t.shiftKey,
    ctrlKey: t.ctrlKey,
    metaKey: t.metaKey,
    altKey: t.altKey,
    clientX: n,
    clientY: r,
    key: t.key,
  };
}
function ul(e) {
  return e instanceof HTMLInputElement ? !1 : e instanceof HTMLButtonElement ? e.type !== `submit` && e.type !== `reset` : !sl(e);
}
function dl(e, t) {
  return Ga() && t === `Enter`
    ? !1
    : e instanceof HTMLInputElement
      ? t === `Enter` && (e.type === `checkbox` || e.type === `radio`)
        ? !1
        : !pl(e, t)
      : ul(e);
}
var fl = new Set([`checkbox`, `radio`, `range`, `color`, `file`, `image`, `button`, `submit`, `reset`]);
function pl(e, t) {
  return e.type === `checkbox` || e.type === `radio` ? t === ` ` : fl.has(e.type);
}
function ml(e) {
  let { isDisabled: t, onBlurWithin: n, onFocusWithin: r, onFocusWithinChange: i } = e,
    a = (0, o.useRef)({ isFocusWithin: !1 }),
    { addGlobalListener: s, removeAllGlobalListeners: c } = el(),
    l = (0, o.useCallback)(
      (e) => {
        J(e.currentTarget, X(e)) &&
          a.current.isFocusWithin &&
          !J(e.currentTarget, e.relatedTarget) &&
          ((a.current.isFocusWithin = !1), c(), n && n(e), i && i(!1));
      },
      [n, i, a, c],
    ),
    u = za(l),
    d = (0, o.useCallback)(
      (e) => {
        if (!J(e.currentTarget, X(e))) return;
        let t = X(e),
          n = K(t),
          o = Y(n);
        if (!a.current.isFocusWithin && o === t) {
          (r && r(e), i && i(!0), (a.current.isFocusWithin = !0), u(e));
          let t = e.currentTarget;
          s(
            n,
            `focus`,
            (e) => {
              let r = X(e);
              if (a.current.isFocusWithin && !J(t, r)) {
                let e = new n.defaultView.FocusEvent(`blur`, { relatedTarget: r });
                Ra(e, t);
                let i = La(e);
                l(i);
              }
            },
            { capture: !0 },
          );
        }
      },
      [r, i, u, s, l],
    );
  return t ? { focusWithinProps: { onFocus: void 0, onBlur: void 0 } } : { focusWithinProps: { onFocus: d, onBlur: l } };
}
function hl(e = {}) {
  let { autoFocus: t = !1, isTextInput: n, within: r } = e,
    i = (0, o.useRef)({ isFocused: !1, isFocusVisible: t || Do() }),
    [a, s] = (0, o.useState)(!1),
    [c, l] = (0, o.useState)(() => i.current.isFocused && i.current.isFocusVisible),
    u = (0, o.useCallback)(() => l(i.current.isFocused && i.current.isFocusVisible), []),
    d = (0, o.useCallback)(
      (e) => {
        ((i.current.isFocused = e), (i.current.isFocusVisible = Do()), s(e), u());
      },
      [u],
    );
  Mo(
    (e) => {
      ((i.current.isFocusVisible = e), u());
    },
    [n, a],
    { enabled: a, isTextInput: n },
  );
  let { focusProps: f } = Ys({ isDisabled: r, onFocusChange: d }),
    { focusWithinProps: p } = ml({ isDisabled: !r, onFocusWithinChange: d });
  return { isFocused: a, isFocusVisible: c, focusProps: r ? p : f };
}
var gl = !1,
  _l = 0;
function vl() {
  ((gl = !0),
    setTimeout(() => {
      gl = !1;
    }, 500));
}
function yl(e) {
  e.pointerType === `touch` && vl();
}
function bl() {
  let e = K(null);
  if (e !== void 0)
    return (
      _l === 0 && typeof PointerEvent < `u` && e.addEventListener(`pointerup`, yl),
      _l++,
      () => {
        (_l--, _l > 0 || (typeof PointerEvent < `u` && e.removeEventListener(`pointerup`, yl)));
      }
    );
}
function xl(e) {
  let { onHoverStart: t, onHoverChange: n, onHoverEnd: r, isDisabled: i } = e,
    [a, s] = (0, o.useState)(!1),
    c = (0, o.useRef)({ isHovered: !1, ignoreEmulatedMouseEvents: !1, pointerType: ``, target: null }).current;
  (0, o.useEffect)(bl, []);
  let { addGlobalListener: l, removeAllGlobalListeners: u } = el(),
    { hoverProps: d, triggerHoverEnd: f } = (0, o.useMemo)(() => {
      let e = (e, r) => {
          if (((c.pointerType = r), i || r === `touch` || c.isHovered || !J(e.currentTarget, X(e)))) return;
          c.isHovered = !0;
          let o = e.currentTarget;
          ((c.target = o),
            l(
              K(X(e)),
              `pointerover`,
              (e) => {
                c.isHovered && c.target && !J(c.target, X(e)) && a(e, e.pointerType);
              },
              { capture: !0 },
            ),
            t && t({ type: `hoverstart`, target: o, pointerType: r }),
            n && n(!0),
            s(!0));
        },
        a = (e, t) => {
          let i = c.target;
          ((c.pointerType = ``),
            (c.target = null),
            t !== `touch` &&
              c.isHovered &&
              i &&
              ((c.isHovered = !1), u(), r && r({ type: `hoverend`, target: i, pointerType: t }), n && n(!1), s(!1)));
        },
        o = {};
      return (
        typeof PointerEvent < `u` &&
          ((o.onPointerEnter = (t) => {
            (gl && t.pointerType === `mouse`) || e(t, t.pointerType);
          }),
          (o.onPointerLeave = (e) => {
            !i && J(e.currentTarget, X(e)) && a(e, e.pointerType);
          })),
        { hoverProps: o, triggerHoverEnd: a }
      );
    }, [t, n, r, i, c, l, u]);
  return (
    (0, o.useEffect)(() => {
      i && f({ currentTarget: c.target }, c.pointerType);
    }, [i]),
    { hoverProps: d, isHovered: a }
  );
}
var Sl = (0, o.createContext)({}),
  Cl = gc(function (e, t) {
    [e, t] = ia(e, t, Sl);
    let { elementType: n = `label`, ...r } = e,
      i = la[n];
    return o.createElement(i, { className: `react-aria-Label`, ...r, ref: t });
  });
function wl(e, t = -1 / 0, n = 1 / 0) {
  return Math.min(Math.max(e, t), n);
}
var Tl = (0, o.createContext)(null),
  El = 7e3,
  Dl = null;
function Ol(e, t = `assertive`, n = El) {
  Dl
    ? Dl.announce(e, t, n)
    : ((Dl = new kl()),
      (typeof IS_REACT_ACT_ENVIRONMENT == `boolean` ? IS_REACT_ACT_ENVIRONMENT : typeof jest < `u`)
        ? Dl.announce(e, t, n)
        : setTimeout(() => {
            Dl?.isAttached() && Dl?.announce(e, t, n);
          }, 100));
}
var kl = class {
  constructor() {
    ((this.node = null),
      (this.assertiveLog = null),
      (this.politeLog = null),
      typeof document < `u` &&
        ((this.node = document.createElement(`div`)),
        (this.node.dataset.liveAnnouncer = `true`),
        Object.assign(this.node.style, {
          border: 0,
          clip: `rect(0 0 0 0)`,
          clipPath: `inset(50%)`,
          height: `1px`,
          margin: `-1px`,
          overflow: `hidden`,
          padding: 0,
          position: `absolute`,
          width: `1px`,
          whiteSpace: `nowrap`,
        }),
        (this.assertiveLog = this.createLog(`assertive`)),
        this.node.appendChild(this.assertiveLog),
        (this.politeLog = this.createLog(`polite`)),
        this.node.appendChild(this.politeLog),
        document.body.prepend(this.node)));
  }
  isAttached() {
    return this.node?.isConnected;
  }
  createLog(e) {
    let t = document.createElement(`div`);
    return (t.setAttribute(`role`, `log`), t.setAttribute(`aria-live`, e), t.setAttribute(`aria-relevant`, `additions`), t);
  }
  destroy() {
    this.node &&= (document.body.removeChild(this.node), null);
  }
  announce(e, t = `assertive`, n = El) {
    if (!this.node) return;
    let r = document.createElement(`div`);
    (typeof e == `object` ? (r.setAttribute(`role`, `img`), r.setAttribute(`aria-labelledby`, e[`aria-labelledby`])) : (r.textContent = e),
      t === `assertive` ? this.assertiveLog?.appendChild(r) : this.politeLog?.appendChild(r),
      e !== `` &&
        setTimeout(() => {
          r.remove();
        }, n));
  }
  clear(e) {
    this.node &&
      ((!e || e === `assertive`) && this.assertiveLog && (this.assertiveLog.innerHTML = ``),
      (!e || e === `polite`) && this.politeLog && (this.politeLog.innerHTML = ``));
  }
};
function Al(e, t) {
  let {
      elementType: n = `button`,
      isDisabled: r,
      onPress: i,
      onPressStart: a,
      onPressEnd: o,
      onPressUp: s,
      onPressChange: c,
      preventFocusOnPress: l,
      allowFocusWhenDisabled: u,
      onClick: d,
      href: f,
      target: p,
      rel: m,
      type: h = `button`,
    } = e,
    g;
  g =
    n === `button`
      ? {
          type: h,
          disabled: r,
          form: e.form,
          formAction: e.formAction,
          formEncType: e.formEncType,
          formMethod: e.formMethod,
          formNoValidate: e.formNoValidate,
          formTarget: e.formTarget,
          name: e.name,
          value: e.value,
        }
      : {
          role: `button`,
          href: n === `a` && !r ? f : void 0,
          target: n === `a` ? p : void 0,
          type: n === `input` ? h : void 0,
          disabled: n === `input` ? r : void 0,
          "aria-disabled": !r || n === `input` ? void 0 : r,
          rel: n === `a` ? m : void 0,
        };
  let { pressProps: _, isPressed: v } = ol({
      onPressStart: a,
      onPressEnd: o,
      onPressChange: c,
      onPress: i,
      onPressUp: s,
      onClick: d,
      isDisabled: r,
      preventFocusOnPress: l,
      ref: t,
    }),
    { focusableProps: y } = pc(e, t);
  u && (y.tabIndex = r ? -1 : y.tabIndex);
  let b = G(y, _, Gc(e, { labelable: !0 }));
  return {
    isPressed: v,
    buttonProps: G(g, b, {
      "aria-haspopup": e[`aria-haspopup`],
      "aria-expanded": e[`aria-expanded`],
      "aria-controls": e[`aria-controls`],
      "aria-pressed": e[`aria-pressed`],
      "aria-current": e[`aria-current`],
      "aria-disabled": e[`aria-disabled`],
    }),
  };
}
var jl = (0, o.createContext)({}),
  Ml = gc(function (e, t) {
    [e, t] = ia(e, t, jl);
    let n = e,
      { isPending: r } = n,
      { buttonProps: i, isPressed: a } = Al(e, t);
    i = Pl(i, r);
    let { focusProps: s, isFocused: c, isFocusVisible: l } = hl(e),
      { hoverProps: u, isHovered: d } = xl({ ...e, isDisabled: e.isDisabled || r }),
      f = {
        isHovered: d,
        isPressed: (n.isPressed || a) && !r,
        isFocused: c,
        isFocusVisible: l,
        isDisabled: e.isDisabled || !1,
        isPending: r ?? !1,
      },
      p = na({ ...e, values: f, defaultClassName: `react-aria-Button` }),
      m = Wi(i.id),
      h = Wi(),
      g = i[`aria-labelledby`];
    r && (g ? (g = `${g} ${h}`) : i[`aria-label`] && (g = `${m} ${h}`));
    let _ = (0, o.useRef)(r);
    (0, o.useEffect)(() => {
      let e = { "aria-labelledby": g || m };
      (((!_.current && c && r) || (_.current && c && !r)) && Ol(e, `assertive`), (_.current = r));
    }, [r, c, g, m]);
    let v = Gc(e, { global: !0 });
    return (
      delete v.onClick,
      o.createElement(
        la.button,
        {
          ...G(v, p, i, s, u),
          type: i.type === `submit` && r ? `button` : i.type,
          id: m,
          ref: t,
          "aria-labelledby": g,
          slot: e.slot || void 0,
          "aria-disabled": r ? `true` : i[`aria-disabled`],
          "data-disabled": e.isDisabled || void 0,
          "data-pressed": f.isPressed || void 0,
          "data-hovered": d || void 0,
          "data-focused": c || void 0,
          "data-pending": r || void 0,
          "data-focus-visible": l || void 0,
        },
        o.createElement(Tl.Provider, { value: { id: h } }, p.children),
      )
    );
  }),
  Nl = /Focus|Blur|Hover|Pointer(Enter|Leave|Over|Out)|Mouse(Enter|Leave|Over|Out)/;
function Pl(e, t) {
  if (t) {
    for (let t in e) t.startsWith(`on`) && !Nl.test(t) && (e[t] = void 0);
    ((e.href = void 0), (e.target = void 0));
  }
  return e;
}
var Fl = (0, o.createContext)({}),
  Il = (0, o.forwardRef)(function (e, t) {
    [e, t] = ia(e, t, Fl);
    let { children: n, level: r = 3, className: i, ...a } = e,
      s = la[`h${r}`];
    return o.createElement(s, { ...a, ref: t, className: i ?? `react-aria-Heading` }, n);
  }),
  Ll = (0, o.createContext)({});
function Rl(e, t) {
  if (!e) return !1;
  let n = window.getComputedStyle(e),
    r = document.scrollingElement || document.documentElement,
    i = /(auto|scroll)/.test(n.overflow + n.overflowX + n.overflowY);
  return (
    e === r && n.overflow !== `hidden` && (i = !0),
    i && t && (i = e.scrollHeight !== e.clientHeight || e.scrollWidth !== e.clientWidth),
    i
  );
}
function zl(e, t) {
  let n = e;
  for (Rl(n, t) && (n = n.parentElement); n && !Rl(n, t);) n = n.parentElement;
  return n || document.scrollingElement || document.documentElement;
}
function Bl(e, t) {
  let n = [],
    r = document.scrollingElement || document.documentElement;
  for (; e && (Rl(e, t) && n.push(e), e !== r);) e = e.parentElement;
  return n;
}
function Vl(e, t, n = {}) {
  e !== t && Hl(e, t, t.getBoundingClientRect(), n);
}
function Hl(e, t, n, r = {}) {
  let { block: i = `nearest`, inline: a = `nearest` } = r,
    o = e.scrollTop,
    s = e.scrollLeft,
    c = e.getBoundingClientRect(),
    l = window.getComputedStyle(t),
    u = window.getComputedStyle(e),
    d = document.scrollingElement || document.documentElement,
    f = e === d,
    p = e === d ? 0 : c.top,
    m = e === d ? e.clientHeight : c.bottom,
    h = e === d ? 0 : c.left,
    g = e === d ? e.clientWidth : c.right,
    _ = parseFloat(l.scrollMarginTop) || 0,
    v = parseFloat(l.scrollMarginBottom) || 0,
    y = parseFloat(l.scrollMarginLeft) || 0,
    b = parseFloat(l.scrollMarginRight) || 0,
    x = parseFloat(u.scrollPaddingTop) || 0,
    S = parseFloat(u.scrollPaddingBottom) || 0,
    C = parseFloat(u.scrollPaddingLeft) || 0,
    w = parseFloat(u.scrollPaddingRight) || 0,
    T = parseFloat(u.borderTopWidth) || 0,
    E = parseFloat(u.borderBottomWidth) || 0,
    D = parseFloat(u.borderLeftWidth) || 0,
    O = parseFloat(u.borderRightWidth) || 0,
    k = n.top - _,
    A = n.bottom + v,
    j = n.left - y,
    M = n.right + b,
    N = e === d ? 0 : D + O,
    P = e === d ? 0 : T + E,
    F = e === d ? 0 : e.offsetWidth - e.clientWidth - N,
    I = e === d ? 0 : e.offsetHeight - e.clientHeight - P,
    L = p + (f ? 0 : T) + x,
    R = m - (f ? 0 : E) - S - I,
    z = h + (f ? 0 : D) + C,
    ee = g - (f ? 0 : O) - w;
  (Ja() && Xa()) || u.direction === `ltr` ? (ee -= F) : u.direction === `rtl` && (z += F);
  let B = k < L || A > R,
    te = j < z || M > ee;
  if (B && i === `start`) o += k - L;
  else if (B && i === `center`) o += (k + A) / 2 - (L + R) / 2;
  else if (B && i === `end`) o += A - R;
  else if (B && i === `nearest`) {
    let e = k - L,
      t = A - R;
    o += Math.abs(e) <= Math.abs(t) ? e : t;
  }
  if (te && a === `start`) s += j - z;
  else if (te && a === `center`) s += (j + M) / 2 - (z + ee) / 2;
  else if (te && a === `end`) s += M - ee;
  else if (te && a === `nearest`) {
    let e = j - z,
      t = M - ee;
    s += Math.abs(e) <= Math.abs(t) ? e : t;
  }
  e.scrollTo({ left: s, top: o });
}
function Ul(e, t = {}) {
  let { containingElement: n } = t;
  if (e && e.isConnected) {
    let t = document.scrollingElement || document.documentElement;
    if (window.getComputedStyle(t).overflow !== `hidden`) {
      let { left: t, top: r } = e.getBoundingClientRect();
      e?.scrollIntoView?.({ block: `nearest` });
      let { left: i, top: a } = e.getBoundingClientRect();
      (Math.abs(t - i) > 1 || Math.abs(r - a) > 1) &&
        (n?.scrollIntoView?.({ block: `center`, inline: `center` }), e.scrollIntoView?.({ block: `nearest` }));
    } else {
      let { left: t, top: r } = e.getBoundingClientRect(),
        i = Bl(e, !0);
      for (let t of i) Vl(t, e);
      let { left: a, top: o } = e.getBoundingClientRect();
      if (Math.abs(t - a) > 1 || Math.abs(r - o) > 1) {
        i = n ? Bl(n, !0) : [];
        for (let e of i) Vl(e, n, { block: `center`, inline: `center` });
        for (let t of Bl(e, !0)) Vl(t, e);
      }
    }
  }
}
var Wl = 0,
  Gl = new Map();
function Kl(e) {
  let [t, n] = (0, o.useState)();
  return (
    W(() => {
      if (!e) return;
      let t = Gl.get(e);
      if (t) n(t.element.id);
      else {
        let r = `react-aria-description-${Wl++}`;
        n(r);
        let i = document.createElement(`div`);
        ((i.id = r),
          (i.style.display = `none`),
          (i.textContent = e),
          document.body.appendChild(i),
          (t = { refCount: 0, element: i }),
          Gl.set(e, t));
      }
      return (
        t.refCount++,
        () => {
          t && --t.refCount === 0 && (t.element.remove(), Gl.delete(e));
        }
      );
    }, [e]),
    { "aria-describedby": e ? t : void 0 }
  );
}
var ql = {
  border: 0,
  clip: `rect(0 0 0 0)`,
  clipPath: `inset(50%)`,
  height: `1px`,
  margin: `-1px`,
  overflow: `hidden`,
  padding: 0,
  position: `absolute`,
  width: `1px`,
  whiteSpace: `nowrap`,
};
function Jl(e = {}) {
  let { style: t, isFocusable: n } = e,
    [r, i] = (0, o.useState)(!1),
    { focusWithinProps: a } = ml({ isDisabled: !n, onFocusWithinChange: (e) => i(e) }),
    s = (0, o.useMemo)(() => (r ? t : t ? { ...ql, ...t } : ql), [r]);
  return { visuallyHiddenProps: { ...a, style: s } };
}
function Yl(e) {
  let { children: t, elementType: n = `div`, isFocusable: r, style: i, ...a } = e,
    { visuallyHiddenProps: s } = Jl(e);
  return o.createElement(n, G(a, s), t);
}
var Xl = (0, o.createContext)({}),
  Zl = (0, o.createContext)(null);
function Ql(e) {
  let t = (0, o.useRef)({});
  return o.createElement(Zl.Provider, { value: t }, e.children);
}
var $l = (0, o.createContext)({ isSelected: !1 }),
  eu = (0, o.createContext)({});
(class extends ks {
  static {
    this.type = `separator`;
  }
  filter(e, t) {
    let n = t.getItem(this.prevKey);
    if (n && n.type !== `separator`) {
      let n = this.clone();
      return (t.addDescendants(n, e), n);
    }
    return null;
  }
});
var tu = class {
  constructor(e, t, n, r) {
    ((this._walkerStack = []),
      (this._currentSetFor = new Set()),
      (this._acceptNode = (e) => {
        if (e.nodeType === Node.ELEMENT_NODE) {
          let t = e.shadowRoot;
          if (t) {
            let e = this._doc.createTreeWalker(t, this.whatToShow, { acceptNode: this._acceptNode });
            return (this._walkerStack.unshift(e), NodeFilter.FILTER_ACCEPT);
          }
          if (typeof this.filter == `function`) return this.filter(e);
          if (this.filter?.acceptNode) return this.filter.acceptNode(e);
          if (this.filter === null) return NodeFilter.FILTER_ACCEPT;
        }
        return NodeFilter.FILTER_SKIP;
      }),
      (this._doc = e),
      (this.root = t),
      (this.filter = r ?? null),
      (this.whatToShow = n ?? NodeFilter.SHOW_ALL),
      (this._currentNode = t),
      this._walkerStack.unshift(e.createTreeWalker(t, n, this._acceptNode)));
    let i = t.shadowRoot;
    if (i) {
      let e = this._doc.createTreeWalker(i, this.whatToShow, { acceptNode: this._acceptNode });
      this._walkerStack.unshift(e);
    }
  }
  get currentNode() {
    return this._currentNode;
  }
  set currentNode(e) {
    if (!J(this.root, e)) throw Error(`Cannot set currentNode to a node that is not contained by the root node.`);
    let t = [],
      n = e,
      r = e;
    for (this._currentNode = e; n && n !== this.root;)
      if (n.nodeType === Node.DOCUMENT_FRAGMENT_NODE) {
        let e = n,
          i = this._doc.createTreeWalker(e, this.whatToShow, { acceptNode: this._acceptNode });
        (t.push(i), (i.currentNode = r), this._currentSetFor.add(i), (n = r = e.host));
      } else n = n.parentNode;
    let i = this._doc.createTreeWalker(this.root, this.whatToShow, { acceptNode: this._acceptNode });
    (t.push(i), (i.currentNode = r), this._currentSetFor.add(i), (this._walkerStack = t));
  }
  get doc() {
    return this._doc;
  }
  firstChild() {
    let e = this.currentNode,
      t = this.nextNode();
    return J(e, t) ? (t && (this.currentNode = t), t) : ((this.currentNode = e), null);
  }
  lastChild() {
    let e = this._walkerStack[0].lastChild();
    return (e && (this.currentNode = e), e);
  }
  nextNode() {
    let e = this._walkerStack[0].nextNode();
    if (e) {
      if (e.shadowRoot) {
        let t;
        if (
          (typeof this.filter == `function` ? (t = this.filter(e)) : this.filter?.acceptNode && (t = this.filter.acceptNode(e)),
          t === NodeFilter.FILTER_ACCEPT)
        )
          return ((this.currentNode = e), e);
        let n = this.nextNode();
        return (n && (this.currentNode = n), n);
      }
      return (e && (this.currentNode = e), e);
    }
    if (this._walkerStack.length > 1) {
      this._walkerStack.shift();
      let e = this.nextNode();
      return (e && (this.currentNode = e), e);
    }
    return null;
  }
  previousNode() {
    let e = this._walkerStack[0];
    if (e.currentNode === e.root) {
      if (this._currentSetFor.has(e)) {
        if ((this._currentSetFor.delete(e), this._walkerStack.length > 1)) {
          this._walkerStack.shift();
          let e = this.previousNode();
          return (e && (this.currentNode = e), e);
        }
        return null;
      }
      return null;
    }
    let t = e.previousNode();
    if (t) {
      if (t.shadowRoot) {
        let e;
        if (
          (typeof this.filter == `function` ? (e = this.filter(t)) : this.filter?.acceptNode && (e = this.filter.acceptNode(t)),
          e === NodeFilter.FILTER_ACCEPT)
        )
          return (t && (this.currentNode = t), t);
        let n = this.lastChild();
        return (n && (this.currentNode = n), n);
      }
      return (t && (this.currentNode = t), t);
    }
    if (this._walkerStack.length > 1) {
      this._walkerStack.shift();
      let e = this.previousNode();
      return (e && (this.currentNode = e), e);
    }
    return null;
  }
  nextSibling() {
    return null;
  }
  previousSibling() {
    return null;
  }
  parentNode() {
    return null;
  }
};
function nu(e, t, n, r) {
  return ya() ? new tu(e, t, n, r) : e.createTreeWalker(t, n, r);
}
var ru = o.createContext(null),
  iu = `react-aria-focus-scope-restore`,
  Q = null;
function au(e) {
  let { children: t, contain: n, restoreFocus: r, autoFocus: i } = e,
    a = (0, o.useRef)(null),
    s = (0, o.useRef)(null),
    c = (0, o.useRef)([]),
    { parentNode: l } = (0, o.useContext)(ru) || {},
    u = (0, o.useMemo)(() => new Du({ scopeRef: c }), [c]);
  (W(() => {
    let e = l || $.root;
    if ($.getTreeNode(e.scopeRef) && Q && !gu(Q, e.scopeRef)) {
      let t = $.getTreeNode(Q);
      t && (e = t);
    }
    (e.addChild(u), $.addNode(u));
  }, [u, l]),
    W(() => {
      let e = $.getTreeNode(c);
      e && (e.contain = !!n);
    }, [n]),
    W(() => {
      let e = a.current?.nextSibling,
        t = [],
        n = (e) => e.stopPropagation();
      for (; e && e !== s.current;) (t.push(e), e.addEventListener(iu, n), (e = e.nextSibling));
      return (
        (c.current = t),
        () => {
          for (let e of t) e.removeEventListener(iu, n);
        }
      );
    }, [t]),
    xu(c, r, n),
    du(c, n),
    Cu(c, r, n),
    bu(c, i),
    (0, o.useEffect)(() => {
      let e = Y(K(c.current ? c.current[0] : void 0)),
        t = null;
      if (pu(e, c.current)) {
        for (let n of $.traverse()) n.scopeRef && pu(e, n.scopeRef.current) && (t = n);
        t === $.getTreeNode(c) && (Q = t.scopeRef);
      }
    }, [c]),
    W(
      () => () => {
        let e = $.getTreeNode(c)?.parent?.scopeRef ?? null;
        ((c !== Q && !gu(c, Q)) || (e && !$.getTreeNode(e)) || (Q = e), $.removeTreeNode(c));
      },
      [c],
    ));
  let d = (0, o.useMemo)(() => ou(c), []),
    f = (0, o.useMemo)(() => ({ focusManager: d, parentNode: u }), [u, d]);
  return o.createElement(
    ru.Provider,
    { value: f },
    o.createElement(`span`, { "data-focus-scope-start": !0, hidden: !0, ref: a }),
    t,
    o.createElement(`span`, { "data-focus-scope-end": !0, hidden: !0, ref: s }),
  );
}
function ou(e) {
  return {
    focusNext(t = {}) {
      let n = e.current,
        { from: r, tabbable: i, wrap: a, accept: o } = t,
        s = r || Y(K(n[0] ?? void 0)),
        c = n[0].previousElementSibling,
        l = Tu(su(n), { tabbable: i, accept: o }, n);
      l.currentNode = pu(s, n) ? s : c;
      let u = l.nextNode();
      return (!u && a && ((l.currentNode = c), (u = l.nextNode())), u && _u(u, !0), u);
    },
    focusPrevious(t = {}) {
      let n = e.current,
        { from: r, tabbable: i, wrap: a, accept: o } = t,
        s = r || Y(K(n[0] ?? void 0)),
        c = n[n.length - 1].nextElementSibling,
        l = Tu(su(n), { tabbable: i, accept: o }, n);
      l.currentNode = pu(s, n) ? s : c;
      let u = l.previousNode();
      return (!u && a && ((l.currentNode = c), (u = l.previousNode())), u && _u(u, !0), u);
    },
    focusFirst(t = {}) {
      let n = e.current,
        { tabbable: r, accept: i } = t,
        a = Tu(su(n), { tabbable: r, accept: i }, n);
      a.currentNode = n[0].previousElementSibling;
      let o = a.nextNode();
      return (o && _u(o, !0), o);
    },
    focusLast(t = {}) {
      let n = e.current,
        { tabbable: r, accept: i } = t,
        a = Tu(su(n), { tabbable: r, accept: i }, n);
      a.currentNode = n[n.length - 1].nextElementSibling;
      let o = a.previousNode();
      return (o && _u(o, !0), o);
    },
  };
}
function su(e) {
  return e[0].parentElement;
}
function cu(e) {
  let t = $.getTreeNode(Q);
  for (; t && t.scopeRef !== e;) {
    if (t.contain) return !1;
    t = t.parent;
  }
  return !0;
}
function lu(e) {
  if (!e.form) return Array.from(K(e).querySelectorAll(`input[type="radio"][name="${CSS.escape(e.name)}"]`)).filter((e) => !e.form);
  let t = e.form.elements.namedItem(e.name),
    n = q(e);
  return t instanceof n.RadioNodeList
    ? Array.from(t).filter((e) => e instanceof n.HTMLInputElement)
    : t instanceof n.HTMLInputElement
      ? [t]
      : [];
}
function uu(e) {
  if (e.checked) return !0;
  let t = lu(e);
  return t.length > 0 && !t.some((e) => e.checked);
}
function du(e, t) {
  let n = (0, o.useRef)(void 0),
    r = (0, o.useRef)(void 0);
  (W(() => {
    let i = e.current;
    if (!t) {
      r.current &&= (cancelAnimationFrame(r.current), void 0);
      return;
    }
    let a = K(i ? i[0] : void 0),
      o = (t) => {
        if (t.key !== `Tab` || t.altKey || t.ctrlKey || t.metaKey || !cu(e) || t.isComposing) return;
        let n = Y(a),
          r = e.current;
        if (!r || !pu(n, r)) return;
        let i = Tu(su(r), { tabbable: !0 }, r);
        if (!n) return;
        i.currentNode = n;
        let o = t.shiftKey ? i.previousNode() : i.nextNode();
        ((o ||=
          ((i.currentNode = t.shiftKey ? r[r.length - 1].nextElementSibling : r[0].previousElementSibling),
          t.shiftKey ? i.previousNode() : i.nextNode())),
          t.preventDefault(),
          o && (_u(o, !0), o instanceof q(o).HTMLInputElement && o.select()));
      },
      s = (t) => {
        (!Q || gu(Q, e)) && pu(X(t), e.current)
          ? ((Q = e), (n.current = X(t)))
          : cu(e) && !mu(X(t), e)
            ? n.current
              ? _u(n.current)
              : Q && Q.current && yu(Q.current)
            : cu(e) && (n.current = X(t));
      },
      c = (t) => {
        (r.current && cancelAnimationFrame(r.current),
          (r.current = requestAnimationFrame(() => {
            let r = Oo(),
              i = (r === `virtual` || r === null) && Qa() && Za(),
              o = Y(a);
            if (!i && o && cu(e) && !mu(o, e)) {
              Q = e;
              let r = X(t);
              r && r.isConnected ? ((n.current = r), _u(n.current)) : Q.current && yu(Q.current);
            }
          })));
      };
    return (
      a.addEventListener(`keydown`, o, !1),
      a.addEventListener(`focusin`, s, !1),
      i?.forEach((e) => e.addEventListener(`focusin`, s, !1)),
      i?.forEach((e) => e.addEventListener(`focusout`, c, !1)),
      () => {
        (a.removeEventListener(`keydown`, o, !1),
          a.removeEventListener(`focusin`, s, !1),
          i?.forEach((e) => e.removeEventListener(`focusin`, s, !1)),
          i?.forEach((e) => e.removeEventListener(`focusout`, c, !1)));
      }
    );
  }, [e, t]),
    W(
      () => () => {
        r.current && cancelAnimationFrame(r.current);
      },
      [r],
    ));
}
function fu(e) {
  return mu(e);
}
function pu(e, t) {
  return !e || !t ? !1 : t.some((t) => J(t, e));
}
function mu(e, t = null) {
  if (e instanceof Element && e.closest(`[data-react-aria-top-layer]`)) return !0;
  for (let { scopeRef: n } of $.traverse($.getTreeNode(t))) if (n && pu(e, n.current)) return !0;
  return !1;
}
function hu(e) {
  return mu(e, Q);
}
function gu(e, t) {
  let n = $.getTreeNode(t)?.parent;
  for (; n;) {
    if (n.scopeRef === e) return !0;
    n = n.parent;
  }
  return !1;
}
function _u(e, t = !1) {
  if (e != null && !t)
    try {
      Js(e);
    } catch {}
  else if (e != null)
    try {
      e.focus();
    } catch {}
}
function vu(e, t = !0) {
  let n = e[0].previousElementSibling,
    r = su(e),
    i = Tu(r, { tabbable: t }, e);
  i.currentNode = n;
  let a = i.nextNode();
  return (t && !a && ((r = su(e)), (i = Tu(r, { tabbable: !1 }, e)), (i.currentNode = n), (a = i.nextNode())), a);
}
function yu(e, t = !0) {
  _u(vu(e, t));
}
function bu(e, t) {
  let n = o.useRef(t);
  (0, o.useEffect)(() => {
    (n.current && ((Q = e), !pu(Y(K(e.current ? e.current[0] : void 0)), Q.current) && e.current && yu(e.current)), (n.current = !1));
  }, [e]);
}
function xu(e, t, n) {
  W(() => {
    if (t || n) return;
    let r = e.current,
      i = K(r ? r[0] : void 0),
      a = (t) => {
        let n = X(t);
        pu(n, e.current) ? (Q = e) : fu(n) || (Q = null);
      };
    return (
      i.addEventListener(`focusin`, a, !1),
      r?.forEach((e) => e.addEventListener(`focusin`, a, !1)),
      () => {
        (i.removeEventListener(`focusin`, a, !1), r?.forEach((e) => e.removeEventListener(`focusin`, a, !1)));
      }
    );
  }, [e, t, n]);
}
function Su(e) {
  let t = $.getTreeNode(Q);
  for (; t && t.scopeRef !== e;) {
    if (t.nodeToRestore) return !1;
    t = t.parent;
  }
  return t?.scopeRef === e;
}
function Cu(e, t, n) {
  let r = (0, o.useRef)(typeof document < `u` ? Y(K(e.current ? e.current[0] : void 0)) : null);
  (W(() => {
    let r = e.current,
      i = K(r ? r[0] : void 0);
    if (!t || n) return;
    let a = () => {
      (!Q || gu(Q, e)) && pu(Y(i), e.current) && (Q = e);
    };
    return (
      i.addEventListener(`focusin`, a, !1),
      r?.forEach((e) => e.addEventListener(`focusin`, a, !1)),
      () => {
        (i.removeEventListener(`focusin`, a, !1), r?.forEach((e) => e.removeEventListener(`focusin`, a, !1)));
      }
    );
  }, [e, n]),
    W(() => {
      let r = K(e.current ? e.current[0] : void 0);
      if (!t) return;
      let i = (t) => {
        if (t.key !== `Tab` || t.altKey || t.ctrlKey || t.metaKey || !cu(e) || t.isComposing) return;
        let n = r.activeElement;
        if (!mu(n, e) || !Su(e)) return;
        let i = $.getTreeNode(e);
        if (!i) return;
        let a = i.nodeToRestore,
          o = Tu(r.body, { tabbable: !0 });
        o.currentNode = n;
        let s = t.shiftKey ? o.previousNode() : o.nextNode();
        if (((a && a.isConnected && a !== r.body) || ((a = void 0), (i.nodeToRestore = void 0)), (!s || !mu(s, e)) && a)) {
          o.currentNode = a;
          do s = t.shiftKey ? o.previousNode() : o.nextNode();
          while (mu(s, e));
          (t.preventDefault(), t.stopPropagation(), s ? _u(s, !0) : fu(a) ? _u(a, !0) : n.blur());
        }
      };
      return (
        n || r.addEventListener(`keydown`, i, !0),
        () => {
          n || r.removeEventListener(`keydown`, i, !0);
        }
      );
    }, [e, t, n]),
    W(() => {
      let n = K(e.current ? e.current[0] : void 0);
      if (!t) return;
      let i = $.getTreeNode(e);
      if (i)
        return (
          (i.nodeToRestore = r.current ?? void 0),
          () => {
            let r = $.getTreeNode(e);
            if (!r) return;
            let i = r.nodeToRestore,
              a = Y(n);
            if (t && i && ((a && mu(a, e)) || (a === n.body && Su(e)))) {
              let t = $.clone();
              requestAnimationFrame(() => {
                if (n.activeElement === n.body) {
                  let n = t.getTreeNode(e);
                  for (; n;) {
                    if (n.nodeToRestore && n.nodeToRestore.isConnected) {
                      wu(n.nodeToRestore);
                      return;
                    }
                    n = n.parent;
                  }
                  for (n = t.getTreeNode(e); n;) {
                    if (n.scopeRef && n.scopeRef.current && $.getTreeNode(n.scopeRef)) {
                      let e = vu(n.scopeRef.current, !0);
                      if (e) {
                        wu(e);
                        return;
                      }
                    }
                    n = n.parent;
                  }
                }
              });
            }
          }
        );
    }, [e, t]));
}
function wu(e) {
  e.dispatchEvent(new CustomEvent(iu, { bubbles: !0, cancelable: !0 })) && _u(e);
}
function Tu(e, t, n) {
  let r = t?.tabbable ? Fa : Pa,
    i = K(e?.nodeType === Node.ELEMENT_NODE ? e : null),
    a = nu(i, e || i, NodeFilter.SHOW_ELEMENT, {
      acceptNode(e) {
        return J(t?.from, e) ||
          (t?.tabbable &&
            e.tagName === `INPUT` &&
            e.getAttribute(`type`) === `radio` &&
            (!uu(e) || (a.currentNode.tagName === `INPUT` && a.currentNode.type === `radio` && a.currentNode.name === e.name)))
          ? NodeFilter.FILTER_REJECT
          : r(e) && (!n || pu(e, n)) && (!t?.accept || t.accept(e))
            ? NodeFilter.FILTER_ACCEPT
            : NodeFilter.FILTER_SKIP;
      },
    });
  return (t?.from && (a.currentNode = t.from), a);
}
var Eu = class e {
    constructor() {
      ((this.fastMap = new Map()), (this.root = new Du({ scopeRef: null })), this.fastMap.set(null, this.root));
    }
    get size() {
      return this.fastMap.size;
    }
    getTreeNode(e) {
      return this.fastMap.get(e);
    }
    addTreeNode(e, t, n) {
      let r = this.fastMap.get(t ?? null);
      if (!r) return;
      let i = new Du({ scopeRef: e });
      (r.addChild(i), (i.parent = r), this.fastMap.set(e, i), n && (i.nodeToRestore = n));
    }
    addNode(e) {
      this.fastMap.set(e.scopeRef, e);
    }
    removeTreeNode(e) {
      if (e === null) return;
      let t = this.fastMap.get(e);
      if (!t) return;
      let n = t.parent;
      for (let e of this.traverse())
        e !== t &&
          t.nodeToRestore &&
          e.nodeToRestore &&
          t.scopeRef &&
          t.scopeRef.current &&
          pu(e.nodeToRestore, t.scopeRef.current) &&
          (e.nodeToRestore = t.nodeToRestore);
      let r = t.children;
      (n && (n.removeChild(t), r.size > 0 && r.forEach((e) => n && n.addChild(e))), this.fastMap.delete(t.scopeRef));
    }
    *traverse(e = this.root) {
      if ((e.scopeRef != null && (yield e), e.children.size > 0)) for (let t of e.children) yield* this.traverse(t);
    }
    clone() {
      let t = new e();
      for (let e of this.traverse()) t.addTreeNode(e.scopeRef, e.parent?.scopeRef ?? null, e.nodeToRestore);
      return t;
    }
  },
  Du = class {
    constructor(e) {
      ((this.children = new Set()), (this.contain = !1), (this.scopeRef = e.scopeRef));
    }
    addChild(e) {
      (this.children.add(e), (e.parent = this));
    }
    removeChild(e) {
      (this.children.delete(e), (e.parent = void 0));
    }
  },
  $ = new Eu();
function Ou(e) {
  return Ya() ? e.altKey : e.ctrlKey;
}
function ku(e, t) {
  let n = `[data-key="${CSS.escape(String(t))}"]`,
    r = e.current?.dataset.collection;
  return (r && (n = `[data-collection="${CSS.escape(r)}"]${n}`), e.current?.querySelector(n));
}
var Au = new WeakMap();
function ju(e) {
  let t = Wi();
  return (Au.set(e, t), t);
}
function Mu(e) {
  return Au.get(e);
}
var Nu = 1e3;
function Pu(e) {
  let { keyboardDelegate: t, selectionManager: n, onTypeSelect: r } = e,
    i = (0, o.useRef)({ search: ``, timeout: void 0 });
  return (
    (0, o.useEffect)(() => {
      let e = i.current.timeout;
      return () => {
        clearTimeout(e);
      };
    }, [i]),
    {
      typeSelectProps: {
        onKeyDownCapture: t.getKeyForSearch
          ? (e) => {
              if (i.current.search.length > 0 && e.key === ` `) {
                if (
                  (e.preventDefault(),
                  (!(`continuePropagation` in e) || (`continuePropagation` in e && !e.isPropagationStopped())) && e.stopPropagation(),
                  (i.current.search += ` `),
                  t.getKeyForSearch != null)
                ) {
                  let e = t.getKeyForSearch(i.current.search, n.focusedKey);
                  ((e ??= t.getKeyForSearch(i.current.search)), e != null && (n.setFocusedKey(e), r && r(e)));
                }
                (clearTimeout(i.current.timeout),
                  (i.current.timeout = setTimeout(() => {
                    i.current.search = ``;
                  }, Nu)));
              }
            }
          : void 0,
        onKeyDown: t.getKeyForSearch
          ? (e) => {
              let a = Fu(e.key);
              if (!(
                !a ||
                e.ctrlKey ||
                e.metaKey ||
                e.altKey ||
                !J(e.currentTarget, X(e)) ||
                (i.current.search.length === 0 && a === ` `)
              )) {
                if (((i.current.search += a), t.getKeyForSearch != null)) {
                  let a = t.getKeyForSearch(i.current.search, n.focusedKey);
                  if (((a ??= t.getKeyForSearch(i.current.search)), a != null))
                    (n.setFocusedKey(a), r && r(a), e.preventDefault(), `continuePropagation` in e || e.stopPropagation());
                  else {
                    ((i.current.search = ``), clearTimeout(i.current.timeout), (i.current.timeout = void 0));
                    return;
                  }
                }
                (clearTimeout(i.current.timeout),
                  (i.current.timeout = setTimeout(() => {
                    i.current.search = ``;
                  }, Nu)));
              }
            }
          : void 0,
      },
    }
  );
}
function Fu(e) {
  return e.length === 1 || !/^[A-Z]/i.test(e) ? e : ``;
}
function Iu(e, t) {
  let n = (0, o.useRef)(!0),
    r = (0, o.useRef)(null);
  (W(
    () => (
      (n.current = !0),
      () => {
        n.current = !1;
      }
    ),
    [],
  ),
    W(() => {
      (n.current ? (n.current = !1) : (!r.current || t.some((e, t) => !Object.is(e, r[t]))) && e(), (r.current = t));
    }, t));
}
function Lu(e) {
  let {
      selectionManager: t,
      keyboardDelegate: n,
      ref: r,
      autoFocus: i = !1,
      shouldFocusWrap: a = !1,
      disallowEmptySelection: s = !1,
      disallowSelectAll: c = !1,
      escapeKeyBehavior: l = `clearSelection`,
      selectOnFocus: u = t.selectionBehavior === `replace`,
      disallowTypeAhead: d = !1,
      shouldUseVirtualFocus: f,
      allowsTabNavigation: p = !1,
      scrollRef: m = r,
      linkBehavior: h = `action`,
      UNSTABLE_focusOnEntry: g,
    } = e,
    { direction: _ } = us(),
    v = no(),
    y = (e, n, i) => {
      if (n != null) {
        if (t.isLink(n) && h === `selection` && u && !Ou(e)) {
          (0, $i.flushSync)(() => {
            t.setFocusedKey(n, i);
          });
          let a = ku(r, n),
            o = t.getItemProps(n);
          if (a) {
            v.open(a, e, o.href, o.routerOptions);
            return;
          }
          return !1;
        }
        if ((t.setFocusedKey(n, i), t.isLink(n) && h === `override`)) return !1;
        if (e.shiftKey && t.selectionMode === `multiple`) {
          t.extendSelection(n);
          return;
        }
        if (u && !Ou(e)) {
          t.replaceSelection(n);
          return;
        }
      }
      return !1;
    },
    b = (e) => {
      if (n.getKeyBelow) {
        let r = t.focusedKey == null ? n.getFirstKey?.() : n.getKeyBelow?.(t.focusedKey);
        if ((r == null && a && (r = n.getFirstKey?.(t.focusedKey)), r != null)) {
          y(e, r);
          return;
        }
      }
      return !1;
    },
    x = (e) => {
      if (n.getKeyAbove) {
        let r = t.focusedKey == null ? n.getLastKey?.() : n.getKeyAbove?.(t.focusedKey);
        if ((r == null && a && (r = n.getLastKey?.(t.focusedKey)), r != null)) {
          y(e, r);
          return;
        }
      }
      return !1;
    },
    S = (e) => {
      if (n.getFirstKey) {
        if (t.focusedKey === null && e.shiftKey) return !1;
        let r = n.getFirstKey(t.focusedKey, Go(e));
        if ((t.setFocusedKey(r), r != null)) {
          if (Go(e) && e.shiftKey && t.selectionMode === `multiple`) {
            t.extendSelection(r);
            return;
          }
          if (u) {
            t.replaceSelection(r);
            return;
          }
        }
      }
      return !1;
    },
    C = (e) => {
      if (n.getKeyLeftOf) {
        let r = t.focusedKey == null ? n.getFirstKey?.() : n.getKeyLeftOf?.(t.focusedKey);
        if ((r == null && a && (r = _ === `rtl` ? n.getFirstKey?.(t.focusedKey) : n.getLastKey?.(t.focusedKey)), r != null)) {
          y(e, r, _ === `rtl` ? `first` : `last`);
          return;
        }
      }
      return !1;
    },
    w = (e) => {
      if (n.getKeyRightOf) {
        let r = t.focusedKey == null ? n.getFirstKey?.() : n.getKeyRightOf?.(t.focusedKey);
        if ((r == null && a && (r = _ === `rtl` ? n.getLastKey?.(t.focusedKey) : n.getFirstKey?.(t.focusedKey)), r != null)) {
          y(e, r, _ === `rtl` ? `last` : `first`);
          return;
        }
      }
      return !1;
    },
    T = (e) => {
      if (n.getLastKey) {
        if (t.focusedKey === null && e.shiftKey) return !1;
        let r = n.getLastKey(t.focusedKey, Go(e));
        if ((t.setFocusedKey(r), r != null)) {
          if (Go(e) && e.shiftKey && t.selectionMode === `multiple`) {
            t.extendSelection(r);
            return;
          }
          if (u) {
            t.replaceSelection(r);
            return;
          }
        }
      }
      return !1;
    },
    E = (e) => {
      if (n.getKeyPageBelow && t.focusedKey != null) {
        let r = n.getKeyPageBelow(t.focusedKey);
        if (r != null) return y(e, r);
      }
      return !1;
    },
    D = (e) => {
      if (n.getKeyPageAbove && t.focusedKey != null) {
        let r = n.getKeyPageAbove(t.focusedKey);
        if (r != null) return y(e, r);
      }
      return !1;
    },
    O = () => {
      if (t.selectionMode === `multiple` && c !== !0) t.selectAll();
      else return !1;
    },
    k = () => {
      if (l === `clearSelection` && !s && t.selectedKeys.size !== 0) t.clearSelection();
      else return !1;
    },
    A = () => {
      if (!p && r.current) {
        let e = Tu(r.current, { tabbable: !0 }),
          t,
          n;
        do ((n = e.lastChild()), n && (t = n));
        while (n);
        let i = Y();
        t && (!xa(t) || (i && !Fa(i))) && Ea(t);
      }
      return { shouldContinuePropagation: !0, shouldPreventDefault: !1 };
    },
    j = () => (!p && r.current && r.current.focus(), { shouldContinuePropagation: !0, shouldPreventDefault: !1 }),
    M = (e, t) => ({
      [Ga() ? e + `+Shift+Alt` : e + `+Shift+Control`]: t,
      [e + `+Shift`]: t,
      [Ga() ? e + `+Alt` : e + `+Control`]: t,
      [e]: t,
    }),
    { keyboardProps: N } = lc({
      shortcuts: {
        ...M(`ArrowDown`, b),
        ...M(`ArrowUp`, x),
        ...M(`ArrowLeft`, C),
        ...M(`ArrowRight`, w),
        ...M(`PageDown`, E),
        ...M(`PageUp`, D),
      },
      allowRepeats: !0,
    }),
    { keyboardProps: P } = lc({ shortcuts: { ...M(`Home`, S), ...M(`End`, T), "Mod+A": O, Escape: k, Tab: A, "Tab+Shift": j } }),
    F = (0, o.useRef)({ top: 0, left: 0 });
  Yo(m, `scroll`, () => {
    F.current = { top: m.current?.scrollTop ?? 0, left: m.current?.scrollLeft ?? 0 };
  });
  let I = (e) => {
      if (t.isFocused) {
        J(e.currentTarget, X(e)) || t.setFocused(!1);
        return;
      }
      if (!J(e.currentTarget, X(e))) return;
      let i = Oo();
      t.setFocused(!0);
      let a = (e) => {
        e != null && (t.setFocusedKey(e), u && !t.isSelected(e) && t.replaceSelection(e));
      };
      if (g && (i === `keyboard` || i === `virtual`)) a(g === `first` ? n.getFirstKey?.() : n.getLastKey?.());
      else if (t.focusedKey == null) {
        let r = e.relatedTarget;
        r && e.currentTarget.compareDocumentPosition(r) & Node.DOCUMENT_POSITION_FOLLOWING
          ? a(t.lastSelectedKey ?? n.getLastKey?.())
          : a(t.firstSelectedKey ?? n.getFirstKey?.());
      } else m.current && ((m.current.scrollTop = F.current.top), (m.current.scrollLeft = F.current.left));
      if (t.focusedKey != null && m.current) {
        let e = ku(r, t.focusedKey);
        e instanceof HTMLElement &&
          (!xa(e) && !f && Ea(e), (i === `keyboard` || (g && i === `virtual`)) && Ul(e, { containingElement: r.current }));
      }
    },
    L = (e) => {
      J(e.currentTarget, e.relatedTarget) || t.setFocused(!1);
    },
    R = (0, o.useRef)(!1);
  Yo(
    r,
    da,
    f
      ? (e) => {
          let { detail: n } = e;
          (e.stopPropagation(), t.setFocused(!0), n?.focusStrategy === `first` && (R.current = !0));
        }
      : void 0,
  );
  let z = n.getFirstKey?.() ?? null;
  (Iu(() => {
    if (R.current) {
      if (z == null) {
        let e = Y();
        (Sa(r.current), wa(e, null), t.collection.size > 0 && (R.current = !1));
      } else (t.setFocusedKey(z), (R.current = !1));
    }
  }, [z, t.collection.size]),
    Iu(() => {
      t.collection.size > 0 && (R.current = !1);
    }, [t.focusedKey]),
    Yo(
      r,
      ua,
      f
        ? (e) => {
            (e.stopPropagation(), t.setFocused(!1), e.detail?.clearFocusKey && t.setFocusedKey(null));
          }
        : void 0,
    ));
  let ee = (0, o.useRef)(i),
    B = (0, o.useRef)(!1);
  (0, o.useEffect)(() => {
    if (ee.current) {
      let e = null;
      (i === `first` && (e = n.getFirstKey?.() ?? null), i === `last` && (e = n.getLastKey?.() ?? null));
      let a = t.selectedKeys;
      if (a.size) {
        for (let n of a)
          if (t.canSelectItem(n)) {
            e = n;
            break;
          }
      }
      (t.setFocused(!0),
        t.setFocusedKey(e),
        e != null && u && !a.size && t.canSelectItem(e) && t.replaceSelection(e),
        e == null && !f && r.current && Js(r.current),
        t.collection.size > 0 && ((ee.current = !1), (B.current = !0)));
    }
  });
  let te = (0, o.useRef)(t.focusedKey),
    ne = (0, o.useRef)(null);
  ((0, o.useEffect)(() => {
    if (t.isFocused && t.focusedKey != null && (t.focusedKey !== te.current || B.current) && m.current && r.current) {
      let e = Oo(),
        n = ku(r, t.focusedKey);
      if (!(n instanceof HTMLElement)) return;
      (e === `keyboard` || B.current) &&
        (ne.current && cancelAnimationFrame(ne.current),
        (ne.current = requestAnimationFrame(() => {
          m.current && (Vl(m.current, n), e !== `virtual` && Ul(n, { containingElement: r.current }));
        })));
    }
    (!f && t.isFocused && t.focusedKey == null && te.current != null && r.current && Js(r.current),
      (te.current = t.focusedKey),
      (B.current = !1));
  }),
    (0, o.useEffect)(
      () => () => {
        ne.current && cancelAnimationFrame(ne.current);
      },
      [],
    ),
    Yo(r, `react-aria-focus-scope-restore`, (e) => {
      (e.preventDefault(), t.setFocused(!0));
    }));
  let re = {
      ...G(P, N),
      onFocus: I,
      onBlur: L,
      onMouseDown(e) {
        m.current === X(e) && e.preventDefault();
      },
    },
    { typeSelectProps: ie } = Pu({ keyboardDelegate: n, selectionManager: t });
  d || (re = G(ie, re));
  let ae;
  f || (ae = t.focusedKey == null ? 0 : -1);
  let V = ju(t.collection);
  return { collectionProps: G(re, { tabIndex: ae, "data-collection": V }) };
}
var Ru = class {
    constructor(e) {
      this.ref = e;
    }
    getItemRect(e) {
      let t = this.ref.current;
      if (!t) return null;
      let n = e == null ? null : ku(this.ref, e);
      if (!n) return null;
      let r = t.getBoundingClientRect(),
        i = n.getBoundingClientRect();
      return {
        x: i.left - r.left - t.clientLeft + t.scrollLeft,
        y: i.top - r.top - t.clientTop + t.scrollTop,
        width: i.width,
        height: i.height,
      };
    }
    getContentSize() {
      let e = this.ref.current;
      return { width: e?.scrollWidth ?? 0, height: e?.scrollHeight ?? 0 };
    }
    getVisibleRect() {
      let e = this.ref.current;
      return { x: e?.scrollLeft ?? 0, y: e?.scrollTop ?? 0, width: e?.clientWidth ?? 0, height: e?.clientHeight ?? 0 };
    }
  },
  zu = class {
    constructor(...e) {
      if (e.length === 1) {
        let t = e[0];
        ((this.collection = t.collection),
          (this.ref = t.ref),
          (this.collator = t.collator),
          (this.disabledKeys = t.disabledKeys || new Set()),
          (this.disabledBehavior = t.disabledBehavior || `all`),
          (this.orientation = t.orientation || `vertical`),
          (this.direction = t.direction),
          (this.layout = t.layout || `stack`),
          (this.layoutDelegate = t.layoutDelegate || new Ru(t.ref)));
      } else
        ((this.collection = e[0]),
          (this.disabledKeys = e[1]),
          (this.ref = e[2]),
          (this.collator = e[3]),
          (this.layout = `stack`),
          (this.orientation = `vertical`),
          (this.disabledBehavior = `all`),
          (this.layoutDelegate = new Ru(this.ref)));
      this.layout === `stack` && this.orientation === `vertical` && ((this.getKeyLeftOf = void 0), (this.getKeyRightOf = void 0));
    }
    isDisabled(e) {
      return (
        this.disabledBehavior === `all` &&
        (e.props?.isDisabled || this.disabledKeys.has(e.key)) &&
        e.props?.disabledBehavior !== `selection`
      );
    }
    findNextNonDisabled(e, t, n = !1) {
      let r = e;
      for (; r != null;) {
        let e = this.collection.getItem(r);
        if (e?.type === `item` && (n || !this.isDisabled(e))) return r;
        r = t(r);
      }
      return null;
    }
    getNextKey(e, t) {
      let n = e;
      return ((n = this.collection.getKeyAfter(n)), this.findNextNonDisabled(n, (e) => this.collection.getKeyAfter(e), t?.includeDisabled));
    }
    getPreviousKey(e, t) {
      let n = e;
      return (
        (n = this.collection.getKeyBefore(n)),
        this.findNextNonDisabled(n, (e) => this.collection.getKeyBefore(e), t?.includeDisabled)
      );
    }
    findKey(e, t, n) {
      let r = e,
        i = this.layoutDelegate.getItemRect(r);
      if (!i || r == null) return null;
      let a = i;
      do {
        if (((r = t(r)), r == null)) break;
        i = this.layoutDelegate.getItemRect(r);
      } while (i && n(a, i) && r != null);
      return r;
    }
    isSameRow(e, t) {
      return e.y === t.y || e.x !== t.x;
    }
    isSameColumn(e, t) {
      return e.x === t.x || e.y !== t.y;
    }
    isReversed(e) {
      let t = this.getNextKey(e),
        n = ku(this.ref, e);
      if (t != null) {
        let e = ku(this.ref, t);
        return !n || !e ? !1 : n.getBoundingClientRect().top > e.getBoundingClientRect().top;
      }
      let r = this.getPreviousKey(e);
      if (r != null) {
        let e = ku(this.ref, r);
        return !n || !e ? !1 : e.getBoundingClientRect().top > n.getBoundingClientRect().top;
      }
      return !1;
    }
    getKeyBelow(e, t) {
      return this.layout === `grid` && this.orientation === `vertical`
        ? this.findKey(e, (e) => this.getNextKey(e, t), this.isSameRow)
        : this.orientation === `vertical` && this.isReversed(e)
          ? this.getPreviousKey(e, t)
          : this.getNextKey(e, t);
    }
    getKeyAbove(e, t) {
      return this.layout === `grid` && this.orientation === `vertical`
        ? this.findKey(e, (e) => this.getPreviousKey(e, t), this.isSameRow)
        : this.orientation === `vertical` && this.isReversed(e)
          ? this.getNextKey(e, t)
          : this.getPreviousKey(e, t);
    }
    getNextColumn(e, t, n) {
      return t ? this.getPreviousKey(e, n) : this.getNextKey(e, n);
    }
    getKeyRightOf(e, t) {
      let n = this.direction === `ltr` ? `getKeyRightOf` : `getKeyLeftOf`;
      return this.layoutDelegate[n]
        ? ((e = this.layoutDelegate[n](e)), this.findNextNonDisabled(e, (e) => this.layoutDelegate[n](e), t?.includeDisabled))
        : this.layout === `grid`
          ? this.orientation === `vertical`
            ? this.getNextColumn(e, this.direction === `rtl`, t)
            : this.findKey(e, (e) => this.getNextColumn(e, this.direction === `rtl`, t), this.isSameColumn)
          : this.orientation === `horizontal`
            ? this.getNextColumn(e, this.direction === `rtl`, t)
            : null;
    }
    getKeyLeftOf(e, t) {
      let n = this.direction === `ltr` ? `getKeyLeftOf` : `getKeyRightOf`;
      return this.layoutDelegate[n]
        ? ((e = this.layoutDelegate[n](e)), this.findNextNonDisabled(e, (e) => this.layoutDelegate[n](e), t?.includeDisabled))
        : this.layout === `grid`
          ? this.orientation === `vertical`
            ? this.getNextColumn(e, this.direction === `ltr`, t)
            : this.findKey(e, (e) => this.getNextColumn(e, this.direction === `ltr`, t), this.isSameColumn)
          : this.orientation === `horizontal`
            ? this.getNextColumn(e, this.direction === `ltr`, t)
            : null;
    }
    getFirstKey() {
      let e = this.collection.getFirstKey();
      return this.findNextNonDisabled(e, (e) => this.collection.getKeyAfter(e));
    }
    getLastKey() {
      let e = this.collection.getLastKey();
      return this.findNextNonDisabled(e, (e) => this.collection.getKeyBefore(e));
    }
    getKeyPageAbove(e) {
      let t = this.ref.current,
        n = this.layoutDelegate.getItemRect(e);
      if (!n) return null;
      let r = this.isReversed(e);
      if (t && !Rl(t)) return this.getFirstKey();
      let i = e;
      if (this.orientation === `horizontal`) {
        let e = Math.max(0, n.x + n.width - this.layoutDelegate.getVisibleRect().width);
        for (; n && n.x > e && i != null;) ((i = this.getKeyAbove(i)), (n = i == null ? null : this.layoutDelegate.getItemRect(i)));
      } else {
        let e = this.layoutDelegate.getVisibleRect(),
          t = r ? n.y - e.height : Math.max(0, n.y + n.height - e.height);
        for (; n && n.y > t && i != null;) ((i = this.getKeyAbove(i)), (n = i == null ? null : this.layoutDelegate.getItemRect(i)));
      }
      return i ?? (r ? this.getLastKey() : this.getFirstKey());
    }
    getKeyPageBelow(e) {
      let t = this.ref.current,
        n = this.layoutDelegate.getItemRect(e);
      if (!n) return null;
      let r = this.isReversed(e);
      if (t && !Rl(t)) return this.getLastKey();
      let i = e;
      if (this.orientation === `horizontal`) {
        let e = Math.min(this.layoutDelegate.getContentSize().width, n.x - n.width + this.layoutDelegate.getVisibleRect().width);
        for (; n && n.x < e && i != null;) ((i = this.getKeyBelow(i)), (n = i == null ? null : this.layoutDelegate.getItemRect(i)));
      } else {
        let e = Math.min(this.layoutDelegate.getContentSize().height, n.y - n.height + this.layoutDelegate.getVisibleRect().height);
        for (; n && n.y < e && i != null;) ((i = this.getKeyBelow(i)), (n = i == null ? null : this.layoutDelegate.getItemRect(i)));
      }
      return i ?? (r ? this.getFirstKey() : this.getLastKey());
    }
    getKeyForSearch(e, t) {
      if (!this.collator) return null;
      let n = this.collection,
        r = t || this.getFirstKey();
      for (; r != null;) {
        let t = n.getItem(r);
        if (!t) return null;
        let i = t.textValue.slice(0, e.length);
        if (t.textValue && this.collator.compare(i, e) === 0) return r;
        r = this.getNextKey(r);
      }
      return null;
    }
  },
  Bu = new Map();
function Vu(e) {
  let { locale: t } = us(),
    n =
      t +
      (e
        ? Object.entries(e)
            .sort((e, t) => (e[0] < t[0] ? -1 : 1))
            .join()
        : ``);
  if (Bu.has(n)) return Bu.get(n);
  let r = new Intl.Collator(t, e);
  return (Bu.set(n, r), r);
}
function Hu(e) {
  let { selectionManager: t, collection: n, disabledKeys: r, ref: i, keyboardDelegate: a, layoutDelegate: s, orientation: c } = e,
    l = Vu({ usage: `search`, sensitivity: `base` }),
    u = t.disabledBehavior,
    d = (0, o.useMemo)(
      () => a || new zu({ collection: n, disabledKeys: r, disabledBehavior: u, ref: i, collator: l, layoutDelegate: s, orientation: c }),
      [a, s, n, r, i, l, u, c],
    ),
    { collectionProps: f } = Lu({ ...e, ref: i, selectionManager: t, keyboardDelegate: d });
  return { listProps: f };
}
var Uu = 500;
function Wu(e) {
  let {
      isDisabled: t,
      pointerType: n,
      onLongPressStart: r,
      onLongPressEnd: i,
      onLongPress: a,
      threshold: s = Uu,
      accessibilityDescription: c,
    } = e,
    l = (0, o.useRef)(void 0),
    { addGlobalListener: u, removeAllGlobalListeners: d } = el(),
    f = (e) => (n ? e.pointerType === n : e.pointerType === `mouse` || e.pointerType === `touch`),
    { pressProps: p } = ol({
      isDisabled: t,
      onPressStart(e) {
        if ((e.continuePropagation(), f(e))) {
          (r && r({ ...e, type: `longpressstart` }),
            (l.current = setTimeout(() => {
              (e.target.dispatchEvent(new PointerEvent(`pointercancel`, { bubbles: !0 })),
                u(e.target, `click`, (e) => e.preventDefault(), { once: !0 }),
                K(e.target).activeElement !== e.target && Ea(e.target),
                a && a({ ...e, type: `longpress` }),
                (l.current = void 0));
            }, s)),
            e.pointerType === `touch` && u(e.target, `contextmenu`, (e) => e.preventDefault(), { once: !0 }));
          let t = q(e.target);
          u(
            t,
            `pointerup`,
            () => {
              setTimeout(() => {
                d();
              }, 100);
            },
            { once: !0 },
          );
        }
      },
      onPressEnd(e) {
        (l.current && clearTimeout(l.current), i && f(e) && i({ ...e, type: `longpressend` }));
      },
    });
  return { longPressProps: G(p, Kl(a && !t ? c : void 0)) };
}
function Gu(e) {
  let {
      id: t,
      selectionManager: n,
      key: r,
      ref: i,
      shouldSelectOnPressUp: a,
      shouldUseVirtualFocus: s,
      focus: c,
      isDisabled: l,
      onAction: u,
      allowsDifferentPressOrigin: d,
      linkBehavior: f = `action`,
    } = e,
    p = no();
  t = Wi(t);
  let m = (e) => {
    if (e.pointerType === `keyboard` && Ou(e)) n.toggleSelection(r);
    else {
      if (n.selectionMode === `none`) return;
      if (n.isLink(r)) {
        if (f === `selection` && i.current) {
          let t = n.getItemProps(r);
          (p.open(i.current, e, t.href, t.routerOptions), n.setSelectedKeys(n.selectedKeys));
          return;
        }
        if (f === `override` || f === `none`) return;
      }
      n.selectionMode === `single`
        ? n.isSelected(r) && !n.disallowEmptySelection
          ? n.toggleSelection(r)
          : n.replaceSelection(r)
        : e && e.shiftKey
          ? n.extendSelection(r)
          : n.selectionBehavior === `toggle` || (e && (Go(e) || e.pointerType === `touch` || e.pointerType === `virtual`))
            ? n.toggleSelection(r)
            : n.replaceSelection(r);
    }
  };
  ((0, o.useEffect)(() => {
    r === n.focusedKey && n.isFocused && (s ? Sa(i.current) : c ? c() : Y() !== i.current && i.current && Js(i.current));
  }, [i, r, n.focusedKey, n.childFocusStrategy, n.isFocused, s]),
    (l ||= n.isDisabled(r)));
  let h = {};
  (!s && !l
    ? (h = {
        tabIndex: r === n.focusedKey ? 0 : -1,
        onFocus(e) {
          X(e) === i.current && n.setFocusedKey(r);
        },
      })
    : l &&
      (h.onMouseDown = (e) => {
        e.preventDefault();
      }),
    (0, o.useEffect)(() => {
      l && n.focusedKey === r && n.setFocusedKey(null);
    }, [n, l, r]));
  let g = n.isLink(r) && f === `override`,
    _ = u && e.UNSTABLE_itemBehavior === `action`,
    v = n.isLink(r) && f !== `selection` && f !== `none`,
    y = !l && n.canSelectItem(r) && !g && !_,
    b = (u || v) && !l,
    x = b && (n.selectionBehavior === `replace` ? !y : !y || n.isEmpty),
    S = b && y && n.selectionBehavior === `replace`,
    C = x || S,
    w = (0, o.useRef)(null),
    T = C && y,
    E = (0, o.useRef)(!1),
    D = (0, o.useRef)(!1),
    O = n.getItemProps(r),
    k = (e) => {
      (u && (u(), i.current?.dispatchEvent(new CustomEvent(`react-aria-item-action`, { bubbles: !0 }))),
        v && i.current && p.open(i.current, e, O.href, O.routerOptions));
    },
    A = { ref: i };
  a
    ? ((A.onPressStart = (e) => {
        ((w.current = e.pointerType), (E.current = T), e.pointerType === `keyboard` && (!C || qu(e.key)) && m(e));
      }),
      d
        ? ((A.onPressUp = x
            ? void 0
            : (e) => {
                e.pointerType === `mouse` && y && m(e);
              }),
          (A.onPress = x
            ? k
            : (e) => {
                e.pointerType !== `keyboard` && e.pointerType !== `mouse` && y && m(e);
              }))
        : (A.onPress = (e) => {
            if (x || (S && e.pointerType !== `mouse`)) {
              if (e.pointerType === `keyboard` && !Ku(e.key)) return;
              k(e);
            } else e.pointerType !== `keyboard` && y && m(e);
          }))
    : ((A.onPressStart = (e) => {
        ((w.current = e.pointerType),
          (E.current = T),
          (D.current = x),
          y && ((e.pointerType === `mouse` && !x) || (e.pointerType === `keyboard` && (!b || qu(e.key)))) && m(e));
      }),
      (A.onPress = (e) => {
        (e.pointerType === `touch` ||
          e.pointerType === `pen` ||
          e.pointerType === `virtual` ||
          (e.pointerType === `keyboard` && C && Ku(e.key)) ||
          (e.pointerType === `mouse` && D.current)) &&
          (C ? k(e) : y && m(e));
      }));
  let j = Mu(n.collection);
  if (
    ((h[`data-collection`] = j),
    (h[`data-key`] = r),
    (A.preventFocusOnPress = s),
    s &&
      (A = G(A, {
        onPressStart(e) {
          e.pointerType !== `touch` && (n.setFocused(!0), n.setFocusedKey(r));
        },
        onPress(e) {
          e.pointerType === `touch` && (n.setFocused(!0), n.setFocusedKey(r));
        },
      })),
    O)
  )
    for (let e of [`onPressStart`, `onPressEnd`, `onPressChange`, `onPress`, `onPressUp`, `onClick`]) O[e] && (A[e] = Ei(A[e], O[e]));
  let { pressProps: M, isPressed: N } = ol(A),
    P = S
      ? (e) => {
          w.current === `mouse` && (e.stopPropagation(), e.preventDefault(), k(e));
        }
      : void 0,
    { longPressProps: F } = Wu({
      isDisabled: !T,
      onLongPress(e) {
        e.pointerType === `touch` && (m(e), n.setSelectionBehavior(`toggle`));
      },
    }),
    I = (e) => {
      w.current === `touch` && E.current && e.preventDefault();
    },
    L =
      f !== `none` && n.isLink(r)
        ? (e) => {
            io.isOpening || e.preventDefault();
          }
        : void 0,
    R = G(
      h,
      y || x || (s && !l) ? M : {},
      T ? F : {},
      { onDoubleClick: P, onDragStartCapture: I, onClick: L, id: t },
      s ? { onMouseDown: (e) => e.preventDefault() } : void 0,
    ),
    z = (e) => {
      let t = e;
      for (; t && t !== i.current;) {
        let e = t.getAttribute(`data-collection`);
        if (e != null) return e !== j;
        t = t.parentElement;
      }
      return Fa(e);
    },
    ee = R.onPointerDown;
  R.onPointerDown = (e) => {
    let t = X(e);
    t && t !== i.current && z(t) ? e.stopPropagation() : ee?.(e);
  };
  let B = R.onMouseDown;
  return (
    (R.onMouseDown = (e) => {
      let t = X(e);
      t && t !== i.current && z(t) ? e.stopPropagation() : B?.(e);
    }),
    {
      itemProps: R,
      isPressed: N,
      isSelected: n.isSelected(r),
      isFocused: n.isFocused && n.focusedKey === r,
      isDisabled: l,
      allowsSelection: y,
      hasAction: C,
    }
  );
}
function Ku(e) {
  return e === `Enter`;
}
function qu(e) {
  return e === ` `;
}
function Ju(e, t) {
  return typeof t.getChildren == `function` ? t.getChildren(e.key) : e.childNodes;
}
function Yu(e) {
  return Xu(e, 0);
}
function Xu(e, t) {
  if (t < 0) return;
  let n = 0;
  for (let r of e) {
    if (n === t) return r;
    n++;
  }
}
function Zu(e, t, n) {
  if (t.parentKey === n.parentKey) return t.index - n.index;
  let r = [...Qu(e, t), t],
    i = [...Qu(e, n), n],
    a = r.slice(0, i.length).findIndex((e, t) => e !== i[t]);
  return a === -1
    ? r.findIndex((e) => e === n) >= 0
      ? 1
      : (i.findIndex((e) => e === t), -1)
    : ((t = r[a]), (n = i[a]), t.index - n.index);
}
function Qu(e, t) {
  let n = [],
    r = t;
  for (; r?.parentKey != null;) ((r = e.getItem(r.parentKey)), r && n.unshift(r));
  return n;
}
var $u = new WeakMap();
function ed(e) {
  let t = $u.get(e);
  if (t != null) return t;
  let n = 0,
    r = (t) => {
      for (let i of t) i.type === `section` ? r(Ju(i, e)) : i.type === `item` && n++;
    };
  return (r(e), $u.set(e, n), n);
}
function td(e) {
  let t = o.version.split(`.`);
  return parseInt(t[0], 10) >= 19 ? e : e ? `true` : void 0;
}
var nd = class e extends Set {
  constructor(t, n, r) {
    (super(t),
      t instanceof e
        ? ((this.anchorKey = n ?? t.anchorKey), (this.currentKey = r ?? t.currentKey))
        : ((this.anchorKey = n ?? null), (this.currentKey = r ?? null)));
  }
};
function rd(e, t) {
  if (e.size !== t.size) return !1;
  for (let n of e) if (!t.has(n)) return !1;
  return !0;
}
function id(e) {
  let {
      selectionMode: t = `none`,
      disallowEmptySelection: n = !1,
      allowDuplicateSelectionEvents: r,
      selectionBehavior: i = `toggle`,
      disabledBehavior: a = `all`,
    } = e,
    s = (0, o.useRef)(!1),
    [, c] = (0, o.useState)(!1),
    l = (0, o.useRef)(null),
    u = (0, o.useRef)(null),
    [, d] = (0, o.useState)(null),
    [f, p] = Es(
      (0, o.useMemo)(() => ad(e.selectedKeys), [e.selectedKeys]),
      (0, o.useMemo)(() => ad(e.defaultSelectedKeys, new nd()), [e.defaultSelectedKeys]),
      e.onSelectionChange,
    ),
    m = (0, o.useMemo)(() => (e.disabledKeys ? new Set(e.disabledKeys) : new Set()), [e.disabledKeys]),
    [h, g] = (0, o.useState)(i);
  i === `replace` && h === `toggle` && typeof f == `object` && f.size === 0 && g(`replace`);
  let _ = (0, o.useRef)(i);
  return (
    (0, o.useEffect)(() => {
      i !== _.current && (g(i), (_.current = i));
    }, [i]),
    {
      selectionMode: t,
      disallowEmptySelection: n,
      selectionBehavior: h,
      setSelectionBehavior: g,
      get isFocused() {
        return s.current;
      },
      setFocused(e) {
        ((s.current = e), c(e));
      },
      get focusedKey() {
        return l.current;
      },
      get childFocusStrategy() {
        return u.current;
      },
      setFocusedKey(e, t = `first`) {
        ((l.current = e), (u.current = t), d(e));
      },
      selectedKeys: f,
      setSelectedKeys(e) {
        (r || !rd(e, f)) && p(e);
      },
      disabledKeys: m,
      disabledBehavior: a,
    }
  );
}
function ad(e, t) {
  return e ? (e === `all` ? `all` : new nd(e)) : t;
}
var od = class e {
    constructor(e, t, n) {
      ((this.collection = e),
        (this.state = t),
        (this.allowsCellSelection = n?.allowsCellSelection ?? !1),
        (this._isSelectAll = null),
        (this.layoutDelegate = n?.layoutDelegate || null),
        (this.fullCollection = n?.fullCollection || null));
    }
    get selectionMode() {
      return this.state.selectionMode;
    }
    get disallowEmptySelection() {
      return this.state.disallowEmptySelection;
    }
    get selectionBehavior() {
      return this.state.selectionBehavior;
    }
    setSelectionBehavior(e) {
      this.state.setSelectionBehavior(e);
    }
    get isFocused() {
      return this.state.isFocused;
    }
    setFocused(e) {
      this.state.setFocused(e);
    }
    get focusedKey() {
      return this.state.focusedKey;
    }
    get childFocusStrategy() {
      return this.state.childFocusStrategy;
    }
    setFocusedKey(e, t) {
      (e == null || this.collection.getItem(e)) && this.state.setFocusedKey(e, t);
    }
    get selectedKeys() {
      return this.state.selectedKeys === `all` ? new Set(this.getSelectAllKeys()) : this.state.selectedKeys;
    }
    get rawSelection() {
      return this.state.selectedKeys;
    }
    isSelected(e) {
      if (this.state.selectionMode === `none`) return !1;
      let t = this.getKey(e);
      return t == null ? !1 : this.state.selectedKeys === `all` ? this.canSelectItem(t) : this.state.selectedKeys.has(t);
    }
    get isEmpty() {
      return this.state.selectedKeys !== `all` && this.state.selectedKeys.size === 0;
    }
    get isSelectAll() {
      if (this.isEmpty) return !1;
      if (this.state.selectedKeys === `all`) return !0;
      if (this._isSelectAll != null) return this._isSelectAll;
      let e = this.getSelectAllKeys(),
        t = this.state.selectedKeys;
      return ((this._isSelectAll = e.every((e) => t.has(e))), this._isSelectAll);
    }
    get firstSelectedKey() {
      let e = null;
      for (let t of this.state.selectedKeys) {
        let n = this.collection.getItem(t);
        (!e || (n && Zu(this.collection, n, e) < 0)) && (e = n);
      }
      return e?.key ?? null;
    }
    get lastSelectedKey() {
      let e = null;
      for (let t of this.state.selectedKeys) {
        let n = this.collection.getItem(t);
        (!e || (n && Zu(this.collection, n, e) > 0)) && (e = n);
      }
      return e?.key ?? null;
    }
    get disabledKeys() {
      return this.state.disabledKeys;
    }
    get disabledBehavior() {
      return this.state.disabledBehavior;
    }
    extendSelection(e) {
      if (this.selectionMode === `none`) return;
      if (this.selectionMode === `single`) {
        this.replaceSelection(e);
        return;
      }
      let t = this.getKey(e);
      if (t == null) return;
      let n;
      if (this.state.selectedKeys === `all`) n = new nd([t], t, t);
      else {
        let e = this.state.selectedKeys,
          r = e.anchorKey ?? t;
        n = new nd(e, r, t);
        for (let i of this.getKeyRange(r, e.currentKey ?? t)) n.delete(i);
        for (let e of this.getKeyRange(t, r)) this.canSelectItem(e) && n.add(e);
      }
      this.state.setSelectedKeys(n);
    }
    getKeyRange(e, t) {
      let n = this.collection.getItem(e),
        r = this.collection.getItem(t);
      return n && r ? (Zu(this.collection, n, r) <= 0 ? this.getKeyRangeInternal(e, t) : this.getKeyRangeInternal(t, e)) : [];
    }
    getKeyRangeInternal(e, t) {
      if (this.layoutDelegate?.getKeyRange) return this.layoutDelegate.getKeyRange(e, t);
      let n = [],
        r = e;
      for (; r != null;) {
        let e = this.collection.getItem(r);
        if ((e && (e.type === `item` || (e.type === `cell` && this.allowsCellSelection)) && n.push(r), r === t)) return n;
        r = this.collection.getKeyAfter(r);
      }
      return [];
    }
    getKey(e) {
      let t = this.collection.getItem(e);
      if (!t || (t.type === `cell` && this.allowsCellSelection)) return e;
      for (; t && t.type !== `item` && t.parentKey != null;) t = this.collection.getItem(t.parentKey);
      return !t || t.type !== `item` ? null : t.key;
    }
    toggleSelection(e) {
      if (this.selectionMode === `none`) return;
      if (this.selectionMode === `single` && !this.isSelected(e)) {
        this.replaceSelection(e);
        return;
      }
      let t = this.getKey(e);
      if (t == null) return;
      let n = new nd(this.state.selectedKeys === `all` ? this.getSelectAllKeys() : this.state.selectedKeys);
      (n.has(t) ? n.delete(t) : this.canSelectItem(t) && (n.add(t), (n.anchorKey = t), (n.currentKey = t)),
        (this.disallowEmptySelection && n.size === 0) || this.state.setSelectedKeys(n));
    }
    replaceSelection(e) {
      if (this.selectionMode === `none`) return;
      let t = this.getKey(e);
      if (t == null) return;
      let n = this.canSelectItem(t) ? new nd([t], t, t) : new nd();
      this.state.setSelectedKeys(n);
    }
    setSelectedKeys(e) {
      if (this.selectionMode === `none`) return;
      let t = new nd();
      for (let n of e) {
        let e = this.getKey(n);
        if (e != null && (t.add(e), this.selectionMode === `single`)) break;
      }
      this.state.setSelectedKeys(t);
    }
    getSelectAllKeys() {
      let e = this.fullCollection ?? this.collection,
        t = [],
        n = (r) => {
          for (; r != null;) {
            if (this.canSelectItemIn(r, e)) {
              let i = e.getItem(r);
              (i?.type === `item` && t.push(r),
                i?.hasChildNodes && (this.allowsCellSelection || i.type !== `item`) && n(Yu(Ju(i, e))?.key ?? null));
            }
            r = e.getKeyAfter(r);
          }
        };
      return (n(e.getFirstKey()), t);
    }
    selectAll() {
      !this.isSelectAll && this.selectionMode === `multiple` && this.state.setSelectedKeys(`all`);
    }
    clearSelection() {
      !this.disallowEmptySelection &&
        (this.state.selectedKeys === `all` || this.state.selectedKeys.size > 0) &&
        this.state.setSelectedKeys(new nd());
    }
    toggleSelectAll() {
      this.isSelectAll ? this.clearSelection() : this.selectAll();
    }
    select(e, t) {
      this.selectionMode !== `none` &&
        (this.selectionMode === `single`
          ? this.isSelected(e) && !this.disallowEmptySelection
            ? this.toggleSelection(e)
            : this.replaceSelection(e)
          : this.selectionBehavior === `toggle` || (t && (t.pointerType === `touch` || t.pointerType === `virtual`))
            ? this.toggleSelection(e)
            : this.replaceSelection(e));
    }
    isSelectionEqual(e) {
      if (e === this.state.selectedKeys) return !0;
      let t = this.selectedKeys;
      if (e.size !== t.size) return !1;
      for (let n of e) if (!t.has(n)) return !1;
      for (let n of t) if (!e.has(n)) return !1;
      return !0;
    }
    canSelectItem(e) {
      return this.canSelectItemIn(e, this.collection);
    }
    canSelectItemIn(e, t) {
      if (this.state.selectionMode === `none` || this.state.disabledKeys.has(e)) return !1;
      let n = t.getItem(e);
      return !(!n || n?.props?.isDisabled || (n.type === `cell` && !this.allowsCellSelection));
    }
    isDisabled(e) {
      let t = this.collection.getItem(e);
      return (
        this.state.disabledBehavior === `all` &&
        (this.state.disabledKeys.has(e) || !!t?.props?.isDisabled) &&
        t?.props?.disabledBehavior !== `selection`
      );
    }
    isLink(e) {
      return !!this.collection.getItem(e)?.props?.href;
    }
    getItemProps(e) {
      return this.collection.getItem(e)?.props;
    }
    withCollection(t) {
      return new e(t, this.state, {
        allowsCellSelection: this.allowsCellSelection,
        layoutDelegate: this.layoutDelegate || void 0,
        fullCollection: this.fullCollection ?? this.collection,
      });
    }
  },
  sd = class {
    build(e, t) {
      return ((this.context = t), cd(() => this.iterateCollection(e)));
    }
    *iterateCollection(e) {
      let { children: t, items: n } = e;
      if (o.isValidElement(t) && t.type === o.Fragment) yield* this.iterateCollection({ children: t.props.children, items: n });
      else if (typeof t == `function`) {
        if (!n) throw Error(`props.children was a function but props.items is missing`);
        let e = 0;
        for (let r of n) (yield* this.getFullNode({ value: r, index: e }, { renderer: t }), e++);
      } else {
        let e = [];
        o.Children.forEach(t, (t) => {
          t && e.push(t);
        });
        let n = 0;
        for (let t of e) {
          let e = this.getFullNode({ element: t, index: n }, {});
          for (let t of e) (n++, yield t);
        }
      }
    }
    getKey(e, t, n, r) {
      if (e.key != null) return e.key;
      if (t.type === `cell` && t.key != null) return `${r}${t.key}`;
      let i = t.value;
      if (i != null) {
        let e = i.key ?? i.id;
        if (e == null) throw Error(`No key found for item`);
        return e;
      }
      return r ? `${r}.${t.index}` : `$.${t.index}`;
    }
    getChildState(e, t) {
      return { renderer: t.renderer || e.renderer };
    }
    *getFullNode(e, t, n, r) {
      if (o.isValidElement(e.element) && e.element.type === o.Fragment) {
        let i = [];
        o.Children.forEach(e.element.props.children, (e) => {
          i.push(e);
        });
        let a = e.index ?? 0;
        for (let e of i) yield* this.getFullNode({ element: e, index: a++ }, t, n, r);
        return;
      }
      let i = e.element;
      if (!i && e.value && t && t.renderer) {
        let n = this.cache.get(e.value);
        if (n && (!n.shouldInvalidate || !n.shouldInvalidate(this.context))) {
          ((n.index = e.index), (n.parentKey = r ? r.key : null), yield n);
          return;
        }
        i = t.renderer(e.value);
      }
      if (o.isValidElement(i)) {
        let a = i.type;
        if (typeof a != `function` && typeof a.getCollectionNode != `function`) {
          let e = i.type;
          throw Error(`Unknown element <${e}> in collection.`);
        }
        let o = a.getCollectionNode(i.props, this.context),
          s = e.index ?? 0,
          c = o.next();
        for (; !c.done && c.value;) {
          let a = c.value;
          e.index = s;
          let l = a.key ?? null;
          l ??= a.element ? null : this.getKey(i, e, t, n);
          let u = [
            ...this.getFullNode(
              { ...a, key: l, index: s, wrapper: ld(e.wrapper, a.wrapper) },
              this.getChildState(t, a),
              n ? `${n}${i.key}` : i.key,
              r,
            ),
          ];
          for (let t of u) {
            if (((t.value = a.value ?? e.value ?? null), t.value && this.cache.set(t.value, t), e.type && t.type !== e.type))
              throw Error(
                `Unsupported type <${ud(t.type)}> in <${ud(r?.type ?? `unknown parent type`)}>. Only <${ud(e.type)}> is supported.`,
              );
            (s++, yield t);
          }
          c = o.next(u);
        }
        return;
      }
      if (e.key == null || e.type == null) return;
      let a = this,
        s = {
          type: e.type,
          props: e.props,
          key: e.key,
          parentKey: r ? r.key : null,
          value: e.value ?? null,
          level: (r?.level ?? 0) + +(r?.type === `item`),
          index: e.index,
          rendered: e.rendered,
          textValue: e.textValue ?? ``,
          "aria-label": e[`aria-label`],
          wrapper: e.wrapper,
          shouldInvalidate: e.shouldInvalidate,
          hasChildNodes: e.hasChildNodes || !1,
          childNodes: cd(function* () {
            if (!e.hasChildNodes || !e.childNodes) return;
            let n = 0;
            for (let r of e.childNodes()) {
              r.key != null && (r.key = `${s.key}${r.key}`);
              let e = a.getFullNode({ ...r, index: n }, a.getChildState(t, r), s.key, s);
              for (let t of e) (n++, yield t);
            }
          }),
        };
      yield s;
    }
    constructor() {
      this.cache = new WeakMap();
    }
  };
function cd(e) {
  let t = [],
    n = null;
  return {
    *[Symbol.iterator]() {
      for (let e of t) yield e;
      n ||= e();
      for (let e of n) (t.push(e), yield e);
    },
  };
}
function ld(e, t) {
  if (e && t) return (n) => e(t(n));
  if (e) return e;
  if (t) return t;
}
function ud(e) {
  return e[0].toUpperCase() + e.slice(1);
}
function dd(e, t, n) {
  let r = (0, o.useMemo)(() => new sd(), []),
    { children: i, items: a, collection: s } = e;
  return (0, o.useMemo)(() => s || t(r.build({ children: i, items: a }, n)), [r, i, a, s, n, t]);
}
function fd(e, t) {
  let { collection: n, onLoadMore: r, scrollOffset: i = 1, direction: a = `end` } = e,
    s = (0, o.useRef)(null),
    c = Jo((e) => {
      for (let t of e) t.isIntersecting && r && r();
    });
  W(() => {
    if (t.current) {
      let e = 100 * i,
        n = a === `start` ? `${e}% 0px 0px 0px` : `0px ${e}% ${e}% ${e}%`;
      ((s.current = new IntersectionObserver(c, { root: zl(t?.current), rootMargin: n })), s.current.observe(t.current));
    }
    return () => {
      s.current && s.current.disconnect();
    };
  }, [n, t, i, a]);
}
var pd = (0, o.createContext)({ placement: `bottom` }),
  md = typeof HTMLElement < `u` && `inert` in HTMLElement.prototype;
function hd(e) {
  return e.dataset.liveAnnouncer === `true` || e.dataset.reactAriaTopLayer !== void 0;
}
var gd = new WeakMap(),
  _d = [];
function vd(e, t) {
  let n = q(e?.[0]),
    r = t instanceof n.Element ? { root: t } : t,
    i = r?.root ?? document.body,
    a = r?.shouldUseInert && md,
    o = new Set(e),
    s = new Set(),
    c = (e) => (a && e instanceof n.HTMLElement ? e.inert : e.getAttribute(`aria-hidden`) === `true`),
    l = (e, t) => {
      a && e instanceof n.HTMLElement
        ? (e.inert = t)
        : t
          ? e.setAttribute(`aria-hidden`, `true`)
          : (e.removeAttribute(`aria-hidden`), e instanceof n.HTMLElement && (e.inert = !1));
    },
    u = new Set();
  if (ya()) {
    let t = i.getRootNode();
    for (let n of e) {
      let e = n.getRootNode();
      for (; ha(e) && e !== t;) (u.add(e), (e = e.host.getRootNode()));
    }
  }
  let d = (e) => {
      for (let t of e.querySelectorAll(`[data-live-announcer], [data-react-aria-top-layer]`)) o.add(t);
      let t = (e) => {
          if (s.has(e) || o.has(e) || (e.parentElement && s.has(e.parentElement) && e.parentElement.getAttribute(`role`) !== `row`))
            return NodeFilter.FILTER_REJECT;
          for (let t of o) if (J(e, t)) return NodeFilter.FILTER_SKIP;
          return NodeFilter.FILTER_ACCEPT;
        },
        n = nu(K(e), e, NodeFilter.SHOW_ELEMENT, { acceptNode: t }),
        r = t(e);
      if ((r === NodeFilter.FILTER_ACCEPT && f(e), r !== NodeFilter.FILTER_REJECT)) {
        let e = n.nextNode();
        for (; e != null;) (f(e), (e = n.nextNode()));
      }
    },
    f = (e) => {
      let t = gd.get(e) ?? 0;
      (c(e) && t === 0) || (t === 0 && l(e, !0), s.add(e), gd.set(e, t + 1));
    };
  (_d.length && _d[_d.length - 1].disconnect(), d(i));
  let p = new MutationObserver((e) => {
    for (let t of e)
      if (t.type === `childList`) {
        if (t.target.isConnected && ![...o, ...s].some((e) => J(e, t.target)))
          for (let e of t.addedNodes)
            (e instanceof HTMLElement || e instanceof SVGElement) && hd(e) ? o.add(e) : e instanceof Element && d(e);
        if (ya()) {
          for (let e of u)
            if (!e.isConnected) {
              p.disconnect();
              break;
            }
        }
      }
  });
  p.observe(i, { childList: !0, subtree: !0 });
  let m = new Set();
  if (ya())
    for (let e of u) {
      let t = new MutationObserver((e) => {
        for (let t of e)
          if (t.type === `childList`) {
            if (t.target.isConnected && ![...o, ...s].some((e) => J(e, t.target)))
              for (let e of t.addedNodes)
                (e instanceof HTMLElement || e instanceof SVGElement) && hd(e) ? o.add(e) : e instanceof Element && d(e);
            if (ya()) {
              for (let e of u)
                if (!e.isConnected) {
                  p.disconnect();
                  break;
                }
            }
          }
      });
      (t.observe(e, { childList: !0, subtree: !0 }), m.add(t));
    }
  let h = {
    visibleNodes: o,
    hiddenNodes: s,
    observe() {
      p.observe(i, { childList: !0, subtree: !0 });
    },
    disconnect() {
      p.disconnect();
    },
  };
  return (
    _d.push(h),
    () => {
      if ((p.disconnect(), ya())) for (let e of m) e.disconnect();
      for (let e of s) {
        let t = gd.get(e);
        t != null && (t === 1 ? (l(e, !1), gd.delete(e)) : gd.set(e, t - 1));
      }
      h === _d[_d.length - 1] ? (_d.pop(), _d.length && _d[_d.length - 1].observe()) : _d.splice(_d.indexOf(h), 1);
    }
  );
}
function yd(e) {
  let t = _d[_d.length - 1];
  if (t && !t.visibleNodes.has(e))
    return (
      t.visibleNodes.add(e),
      () => {
        t.visibleNodes.delete(e);
      }
    );
}
var bd = { top: `top`, bottom: `top`, left: `left`, right: `left` },
  xd = { top: `bottom`, bottom: `top`, left: `right`, right: `left` },
  Sd = { top: `left`, left: `top` },
  Cd = { top: `height`, left: `width` },
  wd = { width: `totalWidth`, height: `totalHeight` },
  Td = {},
  Ed = () => (typeof document < `u` ? window.visualViewport : null);
function Dd(e, t) {
  let n = 0,
    r = 0,
    i = 0,
    a = 0,
    o = 0,
    s = 0,
    c = {},
    l = (t?.scale ?? 1) > 1;
  if (e.tagName === `BODY` || e.tagName === `HTML`) {
    let l = document.documentElement;
    ((i = l.clientWidth),
      (a = l.clientHeight),
      (n = t?.width ?? i),
      (r = t?.height ?? a),
      (c.top = l.scrollTop || e.scrollTop),
      (c.left = l.scrollLeft || e.scrollLeft),
      t && ((o = Math.max(0, t.pageTop - (c.top ?? 0))), (s = Math.max(0, t.pageLeft - (c.left ?? 0)))));
  } else (({ width: n, height: r, top: o, left: s } = Rd(e, !1)), (c.top = e.scrollTop), (c.left = e.scrollLeft), (i = n), (a = r));
  return (
    Xa() &&
      (e.tagName === `BODY` || e.tagName === `HTML`) &&
      l &&
      ((c.top = 0), (c.left = 0), (o = t?.pageTop ?? 0), (s = t?.pageLeft ?? 0)),
    { width: n, height: r, totalWidth: i, totalHeight: a, scroll: c, top: o, left: s }
  );
}
function Od(e) {
  return { top: e.scrollTop, left: e.scrollLeft, width: e.scrollWidth, height: e.scrollHeight };
}
function kd(e, t, n, r, i, a, o) {
  let s = i.scroll[e] ?? 0,
    c = r[Cd[e]],
    l = o[e] + r.scroll[bd[e]] + a,
    u = o[e] + r.scroll[bd[e]] + c - a,
    d = t - s + r.scroll[bd[e]] + o[e] - r[bd[e]],
    f = t - s + n + r.scroll[bd[e]] + o[e] - r[bd[e]];
  return d < l ? l - d : f > u ? Math.max(u - f, l - d) : 0;
}
function Ad(e) {
  let t = window.getComputedStyle(e);
  return {
    top: parseInt(t.marginTop, 10) || 0,
    bottom: parseInt(t.marginBottom, 10) || 0,
    left: parseInt(t.marginLeft, 10) || 0,
    right: parseInt(t.marginRight, 10) || 0,
  };
}
function jd(e) {
  if (Td[e]) return Td[e];
  let [t, n] = e.split(` `),
    r = bd[t] || `right`,
    i = Sd[r];
  bd[n] || (n = `center`);
  let a = Cd[r],
    o = Cd[i];
  return ((Td[e] = { placement: t, crossPlacement: n, axis: r, crossAxis: i, size: a, crossSize: o }), Td[e]);
}
function Md(e, t, n, r, i, a, o, s, c, l, u) {
  let { placement: d, crossPlacement: f, axis: p, crossAxis: m, size: h, crossSize: g } = r,
    _ = {};
  ((_[m] = e[m] ?? 0),
    f === `center` ? (_[m] += ((e[g] ?? 0) - (n[g] ?? 0)) / 2) : f !== m && (_[m] += (e[g] ?? 0) - (n[g] ?? 0)),
    (_[m] += a));
  let v = e[m] - n[g] + c + l,
    y = e[m] + e[g] - c - l;
  if (((_[m] = wl(_[m], v, y)), d === p)) {
    let t = s ? u[h] : u[wd[h]];
    _[xd[p]] = Math.floor(t - e[p] + i);
  } else _[p] = Math.floor(e[p] + e[h] + i);
  return _;
}
function Nd(e, t, n, r, i, a, o, s, c, l, u) {
  let d = (e.top == null ? c[wd.height] - (e.bottom ?? 0) - o : e.top) - (c.scroll.top ?? 0),
    f = l ? n.top : 0,
    p = {
      top: Math.max(t.top + f, (u?.offsetTop ?? t.top) + f),
      bottom: Math.min(t.top + t.height + f, (u?.offsetTop ?? 0) + (u?.height ?? 0)),
    };
  return s === `top`
    ? Math.max(0, d + o - p.top - ((i.top ?? 0) + (i.bottom ?? 0) + a))
    : Math.max(0, p.bottom - d - ((i.top ?? 0) + (i.bottom ?? 0) + a));
}
function Pd(e, t, n, r, i, a, o, s) {
  let { placement: c, axis: l, size: u } = a;
  return c === l
    ? Math.max(0, n[l] - (o.scroll[l] ?? 0) - (e[l] + (s ? t[l] : 0)) - (r[l] ?? 0) - r[xd[l]] - i)
    : Math.max(0, e[u] + e[l] + (s ? t[l] : 0) - n[l] - n[u] + (o.scroll[l] ?? 0) - (r[l] ?? 0) - r[xd[l]] - i);
}
function Fd(e, t, n, r, i, a, o, s, c, l, u, d, f, p, m, h, g, _) {
  let v = jd(e),
    { size: y, crossAxis: b, crossSize: x, placement: S, crossPlacement: C } = v,
    w = Md(t, s, n, v, u, d, l, f, m, h, c),
    T = u,
    E = Pd(s, l, t, i, a + u, v, c, g);
  if (o && n[y] > E) {
    let e = jd(`${xd[S]} ${C}`),
      r = Md(t, s, n, e, u, d, l, f, m, h, c);
    Pd(s, l, t, i, a + u, e, c, g) > E && ((v = e), (w = r), (T = u));
  }
  let D = `bottom`;
  v.axis === `top`
    ? v.placement === `top`
      ? (D = `top`)
      : v.placement === `bottom` && (D = `bottom`)
    : v.crossAxis === `top` && (v.crossPlacement === `top` ? (D = `bottom`) : v.crossPlacement === `bottom` && (D = `top`));
  let O = kd(b, w[b], n[x], s, c, a, l);
  w[b] += O;
  let k = Nd(w, s, l, f, i, a, n.height, D, c, g, _);
  (p && p < k && (k = p),
    (n.height = Math.min(n.height, k)),
    (w = Md(t, s, n, v, T, d, l, f, m, h, c)),
    (O = kd(b, w[b], n[x], s, c, a, l)),
    (w[b] += O));
  let A = {},
    j = t[b] - w[b] - i[bd[b]],
    M = j + 0.5 * t[x],
    N = m / 2 + h,
    P = bd[b] === `left` ? (i.left ?? 0) + (i.right ?? 0) : (i.top ?? 0) + (i.bottom ?? 0),
    F = n[x] - P - m / 2 - h;
  ((A[b] = wl(wl(M, t[b] + m / 2 - (w[b] + i[bd[b]]), t[b] + t[x] - m / 2 - (w[b] + i[bd[b]])), N, F)),
    ({ placement: S, crossPlacement: C } = v),
    m ? (j = A[b]) : C === `right` ? (j += t[x]) : C === `center` && (j += t[x] / 2));
  let I = S === `left` || S === `top` ? n[y] : 0,
    L = { x: S === `top` || S === `bottom` ? j : I, y: S === `left` || S === `right` ? j : I };
  return { position: w, maxHeight: k, arrowOffsetLeft: A.left, arrowOffsetTop: A.top, placement: S, triggerAnchorPoint: L };
}
function Id(e) {
  let {
      placement: t,
      targetNode: n,
      overlayNode: r,
      scrollNode: i,
      padding: a,
      shouldFlip: o,
      boundaryElement: s,
      offset: c,
      crossOffset: l,
      maxHeight: u,
      arrowSize: d = 0,
      arrowBoundaryOffset: f = 0,
      targetRect: p,
    } = e,
    m = Ed(),
    h = r instanceof HTMLElement ? Bd(r) : document.documentElement,
    g = h === document.documentElement,
    _ = window.getComputedStyle(h).position,
    v = !!_ && _ !== `static`,
    y = g ? Rd(n, !1, p) : zd(n, h, !1, p);
  if (!g) {
    let { marginTop: e, marginLeft: t } = window.getComputedStyle(n);
    ((y.top += parseInt(e, 10) || 0), (y.left += parseInt(t, 10) || 0));
  }
  let b = Rd(r, !0),
    x = Ad(r);
  ((b.width += (x.left ?? 0) + (x.right ?? 0)), (b.height += (x.top ?? 0) + (x.bottom ?? 0)));
  let S = Od(i),
    C = Dd(s, m),
    w = Dd(h, m),
    T;
  if ((s.tagName === `BODY` || s.tagName === `HTML`) && !g) {
    let e = Ld(h, !1);
    T = { top: -(e.top - C.top), left: -(e.left - C.left), width: 0, height: 0 };
  } else T = (s.tagName === `BODY` || s.tagName === `HTML`) && g ? { top: 0, left: 0, width: 0, height: 0 } : zd(s, h, !1);
  let E = J(s, h);
  return Fd(t, y, b, S, x, a, o, C, w, T, c, l, v, u, d, f, E, m);
}
function Ld(e, t) {
  let { top: n, left: r, width: i, height: a } = e.getBoundingClientRect();
  return (
    t && e instanceof e.ownerDocument.defaultView.HTMLElement && ((i = e.offsetWidth), (a = e.offsetHeight)),
    { top: n, left: r, width: i, height: a }
  );
}
function Rd(e, t, n) {
  let { top: r, left: i, width: a, height: o } = n || Ld(e, t),
    { scrollTop: s, scrollLeft: c, clientTop: l, clientLeft: u } = document.documentElement;
  return { top: r + s - l, left: i + c - u, width: a, height: o };
}
function zd(e, t, n, r) {
  let i = window.getComputedStyle(e),
    a;
  if (i.position === `fixed`) a = r || Ld(e, n);
  else {
    a = Rd(e, n, r);
    let i = Rd(t, n),
      o = window.getComputedStyle(t);
    ((i.top += (parseInt(o.borderTopWidth, 10) || 0) - t.scrollTop),
      (i.left += (parseInt(o.borderLeftWidth, 10) || 0) - t.scrollLeft),
      (a.top -= i.top),
      (a.left -= i.left));
  }
  return ((a.top -= parseInt(i.marginTop, 10) || 0), (a.left -= parseInt(i.marginLeft, 10) || 0), a);
}
function Bd(e) {
  let t = e.offsetParent;
  if ((t && t === document.body && window.getComputedStyle(t).position === `static` && !Vd(t) && (t = document.documentElement), t == null))
    for (t = e.parentElement; t && !Vd(t);) t = t.parentElement;
  return t || document.documentElement;
}
function Vd(e) {
  let t = window.getComputedStyle(e);
  return (
    t.transform !== `none` ||
    /transform|perspective/.test(t.willChange) ||
    t.filter !== `none` ||
    t.contain === `paint` ||
    (`backdropFilter` in t && t.backdropFilter !== `none`) ||
    (`WebkitBackdropFilter` in t && t.WebkitBackdropFilter !== `none`)
  );
}
var Hd = new WeakMap();
function Ud(e) {
  let { triggerRef: t, isOpen: n, onClose: r } = e;
  (0, o.useEffect)(
    () =>
      !n || r === null
        ? void 0
        : ga(
            ba(t.current),
            `scroll`,
            (e) => {
              let n = X(e);
              if (
                !t.current ||
                (n instanceof Node && !J(n, t.current)) ||
                n instanceof HTMLInputElement ||
                n instanceof HTMLTextAreaElement
              )
                return;
              let i = r || Hd.get(t.current);
              i && i();
            },
            !0,
          ),
    [n, r, t],
  );
}
function Wd() {
  return window.ResizeObserver !== void 0;
}
function Gd(e) {
  let { ref: t, box: n, onResize: r } = e,
    i = Jo(r);
  (0, o.useEffect)(() => {
    let e = t?.current;
    if (e) {
      if (Wd()) {
        let t = new window.ResizeObserver((e) => {
          e.length && i();
        });
        return (
          t.observe(e, { box: n }),
          () => {
            e && t.unobserve(e);
          }
        );
      }
      return (
        window.addEventListener(`resize`, i, !1),
        () => {
          window.removeEventListener(`resize`, i, !1);
        }
      );
    }
  }, [t, n]);
}
var Kd = typeof document < `u` ? window.visualViewport : null;
function qd(e) {
  let { direction: t } = us(),
    {
      arrowSize: n,
      targetRef: r,
      overlayRef: i,
      arrowRef: a,
      scrollRef: s = i,
      placement: c = `bottom`,
      containerPadding: l = 12,
      shouldFlip: u = !0,
      boundaryElement: d = typeof document < `u` ? document.body : null,
      offset: f = 0,
      crossOffset: p = 0,
      shouldUpdatePosition: m = !0,
      isOpen: h = !0,
      onClose: g,
      maxHeight: _,
      arrowBoundaryOffset: v = 0,
      getTargetRect: y,
    } = e,
    [b, x] = (0, o.useState)(null),
    S = [m, c, i.current, r.current, a?.current, s.current, l, u, d, f, p, h, t, _, v, n],
    C = (0, o.useRef)(Kd?.scale);
  (0, o.useEffect)(() => {
    h && (C.current = Kd?.scale);
  }, [h]);
  let w = (0, o.useCallback)(() => {
    if (m === !1 || !h || !i.current || !r.current || !d || Kd?.scale !== C.current) return;
    let e = null;
    if (s.current && xa(s.current)) {
      let t = Y()?.getBoundingClientRect(),
        n = s.current.getBoundingClientRect();
      ((e = { type: `top`, offset: (t?.top ?? 0) - n.top }),
        e.offset > n.height / 2 && ((e.type = `bottom`), (e.offset = (t?.bottom ?? 0) - n.bottom)));
    }
    let o = i.current;
    !_ &&
      i.current &&
      ((o.style.top = `0px`), (o.style.bottom = ``), (o.style.maxHeight = (window.visualViewport?.height ?? window.innerHeight) + `px`));
    let g = Id({
      placement: Yd(c, t),
      overlayNode: i.current,
      targetNode: r.current,
      scrollNode: s.current || i.current,
      padding: l,
      shouldFlip: u,
      boundaryElement: d,
      offset: f,
      crossOffset: p,
      maxHeight: _,
      arrowSize: n ?? (a?.current ? Ld(a.current, !0).width : 0),
      arrowBoundaryOffset: v,
      targetRect: y?.(r.current),
    });
    if (!g.position) return;
    ((o.style.top = ``),
      (o.style.bottom = ``),
      (o.style.left = ``),
      (o.style.right = ``),
      Object.keys(g.position).forEach((e) => (o.style[e] = g.position[e] + `px`)),
      (o.style.maxHeight = g.maxHeight == null ? `` : g.maxHeight + `px`));
    let b = Y();
    if (e && b && s.current) {
      let t = b.getBoundingClientRect(),
        n = s.current.getBoundingClientRect(),
        r = t[e.type] - n[e.type];
      s.current.scrollTop += r - e.offset;
    }
    x(g);
  }, S);
  (W(w, S), Jd(w), Gd({ ref: i, onResize: w }), Gd({ ref: r, onResize: w }));
  let T = (0, o.useRef)(!1);
  W(() => {
    let e,
      t = () => {
        ((T.current = !0),
          clearTimeout(e),
          (e = setTimeout(() => {
            T.current = !1;
          }, 500)),
          w());
      },
      n = () => {
        T.current && t();
      };
    (Kd?.addEventListener(`resize`, t), Kd?.addEventListener(`scroll`, n));
    let r = ga(ba(window), `scroll`, n);
    return () => {
      (Kd?.removeEventListener(`resize`, t), Kd?.removeEventListener(`scroll`, n), r());
    };
  }, [w]);
  let E = (0, o.useCallback)(() => {
    T.current || g?.();
  }, [g, T]);
  return (
    Ud({ triggerRef: r, isOpen: h, onClose: g && E }),
    {
      overlayProps: {
        style: {
          position: b ? `absolute` : `fixed`,
          top: b ? void 0 : 0,
          left: b ? void 0 : 0,
          zIndex: 1e5,
          ...b?.position,
          maxHeight: b?.maxHeight ?? `100vh`,
        },
      },
      placement: b?.placement ?? null,
      triggerAnchorPoint: b?.triggerAnchorPoint ?? null,
      arrowProps: { "aria-hidden": `true`, role: `presentation`, style: { left: b?.arrowOffsetLeft, top: b?.arrowOffsetTop } },
      updatePosition: w,
    }
  );
}
function Jd(e) {
  W(
    () => (
      window.addEventListener(`resize`, e, !1),
      () => {
        window.removeEventListener(`resize`, e, !1);
      }
    ),
    [e],
  );
}
function Yd(e, t) {
  return t === `rtl` ? e.replace(`start`, `right`).replace(`end`, `left`) : e.replace(`start`, `left`).replace(`end`, `right`);
}
function Xd(e) {
  let { ref: t, onInteractOutside: n, isDisabled: r, onInteractOutsideStart: i } = e,
    a = (0, o.useRef)({ isPointerDown: !1, ignoreEmulatedMouseEvents: !1 }),
    s = Jo((e) => {
      n && Zd(e, t) && (i && i(e), (a.current.isPointerDown = !0));
    }),
    c = Jo((e) => {
      n && n(e);
    });
  (0, o.useEffect)(() => {
    let e = a.current;
    if (r) return;
    let n = t.current,
      i = K(n);
    if (typeof PointerEvent < `u`) {
      let n = (n) => {
        (e.isPointerDown && Zd(n, t) && c(n), (e.isPointerDown = !1));
      };
      return (
        i.addEventListener(`pointerdown`, s, !0),
        i.addEventListener(`click`, n, !0),
        () => {
          (i.removeEventListener(`pointerdown`, s, !0), i.removeEventListener(`click`, n, !0));
        }
      );
    }
  }, [t, r]);
}
function Zd(e, t) {
  if (e.button > 0) return !1;
  let n = X(e);
  if (n) {
    let e = n.ownerDocument;
    if (!e || !J(e.documentElement, n) || n.closest(`[data-react-aria-top-layer]`)) return !1;
  }
  return t.current ? !e.composedPath().includes(t.current) : !1;
}
var Qd = [];
function $d(e, t) {
  let {
      onClose: n,
      shouldCloseOnBlur: r,
      isOpen: i,
      isDismissable: a = !1,
      isKeyboardDismissDisabled: s = !1,
      shouldCloseOnInteractOutside: c,
    } = e,
    l = (0, o.useRef)(void 0);
  (0, o.useEffect)(() => {
    if (i && !Qd.includes(t))
      return (
        Qd.push(t),
        () => {
          let e = Qd.indexOf(t);
          e >= 0 && Qd.splice(e, 1);
        }
      );
  }, [i, t]);
  let u = () => {
      Qd[Qd.length - 1] === t && n && n();
    },
    d = (e) => {
      let n = Qd[Qd.length - 1];
      ((l.current = n), (!c || c(X(e))) && n === t && e.stopPropagation());
    },
    f = (e) => {
      ((!c || c(X(e))) && (Qd[Qd.length - 1] === t && e.stopPropagation(), l.current === t && u()), (l.current = void 0));
    },
    { keyboardProps: p } = lc({
      shortcuts: {
        Escape: () => {
          if (!s) u();
          else return !1;
        },
      },
    });
  Xd({ ref: t, onInteractOutside: a && i ? f : void 0, onInteractOutsideStart: d });
  let { focusWithinProps: m } = ml({
    isDisabled: !r,
    onBlurWithin: (e) => {
      e.relatedTarget && !hu(e.relatedTarget) && (!c || c(e.relatedTarget)) && n?.();
    },
  });
  return { overlayProps: { ...p, ...m }, underlayProps: {} };
}
var ef = 200,
  tf = 50,
  nf = 600,
  rf = new WeakMap(),
  af = new Set(),
  of = new Set();
function sf(e, t) {
  let n = Ko();
  if (e !== n || t.aborted) for (let e of of) (e(n), of.delete(e));
  if (!e && n && Xa() && !t.aborted) (window.clearInterval(rf.get(window)), rf.set(window, cf(ef)));
  else {
    if (e !== n || t.aborted) for (let e of af) (e(n), af.delete(e));
    (of.size + af.size <= 0 || t.aborted) && (window.clearInterval(rf.get(window)), rf.delete(window));
  }
}
function cf(e = nf) {
  return window.setInterval(sf, tf, Ko(), AbortSignal.timeout(e));
}
function lf(e) {
  if (!Uo()) return (e(!1), () => {});
  let t = window.requestAnimationFrame(() => {
    t = window.requestAnimationFrame(() => {
      let t = Wo(document.hasFocus() ? Y() : null);
      if (Ko() === t || (Ko() && !t)) return e(t);
      (of.add(e), rf.has(window) || rf.set(window, cf()));
    });
  });
  return () => {
    (window.cancelAnimationFrame(t), of.delete(e));
  };
}
function uf(e) {
  if (!Uo()) return (e(!1), () => {});
  let t = window.requestAnimationFrame(() => {
    t = window.requestAnimationFrame(() => {
      let t = Wo(document.hasFocus() ? Y() : null);
      if (Ko() === t) return e(t);
      (af.add(e), rf.has(window) || rf.set(window, cf()));
    });
  });
  return () => {
    (window.cancelAnimationFrame(t), af.delete(e));
  };
}
var df = typeof document < `u` && window.visualViewport,
  ff = 0,
  pf;
function mf(e = {}) {
  let { isDisabled: t, UNSTABLE_overrideFocus: n } = e;
  W(() => {
    if (!t)
      return (
        ff++,
        ff === 1 && (pf = Ja() && Xa() ? gf() : hf(n)),
        () => {
          (ff--, ff === 0 && pf());
        }
      );
  }, [t, n]);
}
function hf(e) {
  let t = window.innerWidth - document.documentElement.clientWidth;
  return Ei(
    t > 0 &&
      (`scrollbarGutter` in document.documentElement.style
        ? _a(document.documentElement, `scrollbar-gutter`, `stable`)
        : _a(document.documentElement, `padding-right`, `${t}px`)),
    _a(document.documentElement, `overflow`, `hidden`),
    e && vf(),
    e && Uo() && _f(),
  );
}
function gf() {
  let e = _a(document.documentElement, `overflow`, `hidden`),
    t,
    n = !1,
    r = (e) => {
      let r = X(e);
      ((t = Rl(r, !0) ? r : zl(r, !0)), (n = !1));
      let i = r.ownerDocument.defaultView.getSelection();
      (i && !i.isCollapsed && i.containsNode(r, !0) && (n = !0),
        e.composedPath().some((e) => e instanceof HTMLInputElement && e.type === `range`) && (n = !0),
        `selectionStart` in r &&
          `selectionEnd` in r &&
          r.selectionStart < r.selectionEnd &&
          r.ownerDocument.activeElement === r &&
          (n = !0));
    },
    i = document.createElement(`style`),
    a = Qc();
  (a && (i.nonce = a),
    (i.textContent = `@layer {
  * {
    overscroll-behavior: contain;
  }
}`),
    document.head.prepend(i));
  let o = (e) => {
      e.touches.length === 2 ||
        n ||
        ((!t ||
          t === document.documentElement ||
          t === document.body ||
          (t.scrollHeight === t.clientHeight && t.scrollWidth === t.clientWidth)) &&
          e.preventDefault());
    },
    s = vf(),
    c = Ei(ga(document, `touchstart`, r, { passive: !1, capture: !0 }), ga(document, `touchmove`, o, { passive: !1, capture: !0 }), _f());
  return () => {
    (e(), c(), i.remove(), s());
  };
}
function _f() {
  return ga(
    document,
    `blur`,
    (e) => {
      let t = X(e),
        n = e.relatedTarget;
      n && Wo(n) ? n.focus() : n || t.parentElement?.closest(`[tabindex]`)?.focus({ preventScroll: !0 });
    },
    !0,
  );
}
function vf() {
  let e = HTMLElement.prototype.focus;
  return (
    Reflect.defineProperty(HTMLElement.prototype, "focus", {
      configurable: !0,
      writable: !0,
      value: function (t) {
        if ((e.call(this, { ...t, preventScroll: !0 }), !t || !t.preventScroll)) {
          let e = () => {
            Y() === this && yf(this);
          };
          lf((t) => (t ? e() : uf(() => e())));
        }
      },
    }),
    () => {
      Reflect.defineProperty(HTMLElement.prototype, "focus", { configurable: !0, writable: !0, value: e });
    }
  );
}
function yf(e) {
  let t = document.scrollingElement || document.documentElement,
    n = e;
  for (; n && n !== t && n.isConnected;) {
    let e = zl(n);
    if (e !== document.documentElement && e !== document.body && e !== n) {
      let t = e.getBoundingClientRect(),
        r = n.getBoundingClientRect();
      if (r.top < t.top || r.bottom > t.top + n.clientHeight) {
        let n = t.bottom;
        df && (n = Math.min(n, df.offsetTop + df.height));
        let i = r.top - t.top - ((n - t.top) / 2 - r.height / 2);
        e.scrollTo({ top: Math.max(0, Math.min(e.scrollHeight - e.clientHeight, e.scrollTop + i)), behavior: `smooth` });
      }
    }
    n = e.parentElement;
  }
}
function bf(e, t) {
  let { triggerRef: n, popoverRef: r, groupRef: i, isNonModal: a, isKeyboardDismissDisabled: s, shouldCloseOnInteractOutside: c, ...l } = e,
    u = l.trigger === `SubmenuTrigger`,
    { overlayProps: d, underlayProps: f } = $d(
      {
        isOpen: t.isOpen,
        onClose: t.close,
        shouldCloseOnBlur: !0,
        isDismissable: !a || u,
        isKeyboardDismissDisabled: s,
        shouldCloseOnInteractOutside: c,
      },
      i ?? r,
    ),
    {
      overlayProps: p,
      arrowProps: m,
      placement: h,
      triggerAnchorPoint: g,
    } = qd({
      ...l,
      targetRef: n,
      overlayRef: r,
      isOpen: t.isOpen,
      onClose: a && !u ? t.close : null,
      getTargetRect: l.getTargetRect ?? (t.point ? () => new DOMRect(t.point.x, t.point.y, 0, 0) : void 0),
    });
  (mf({ isDisabled: a || !t.isOpen }),
    (0, o.useEffect)(() => {
      if (t.isOpen && r.current) return a ? yd(i?.current ?? r.current) : vd([i?.current ?? r.current], { shouldUseInert: !0 });
    }, [a, t.isOpen, r, i]));
  let { focusWithinProps: _ } = ml(e);
  return { popoverProps: G(d, p, _), arrowProps: m, underlayProps: f, placement: h, triggerAnchorPoint: g };
}
var xf = {};
xf = { dismiss: `تجاهل` };
var Sf = {};
Sf = { dismiss: `Отхвърляне` };
var Cf = {};
Cf = { dismiss: `Odstranit` };
var wf = {};
wf = { dismiss: `Luk` };
var Tf = {};
Tf = { dismiss: `Schließen` };
var Ef = {};
Ef = { dismiss: `Απόρριψη` };
var Df = {};
Df = { dismiss: `Dismiss` };
var Of = {};
Of = { dismiss: `Descartar` };
var kf = {};
kf = { dismiss: `Lõpeta` };
var Af = {};
Af = { dismiss: `Hylkää` };
var jf = {};
jf = { dismiss: `Rejeter` };
var Mf = {};
Mf = { dismiss: `התעלם` };
var Nf = {};
Nf = { dismiss: `Odbaci` };
var Pf = {};
Pf = { dismiss: `Elutasítás` };
var Ff = {};
Ff = { dismiss: `Ignora` };
var If = {};
If = { dismiss: `閉じる` };
var Lf = {};
Lf = { dismiss: `무시` };
var Rf = {};
Rf = { dismiss: `Atmesti` };
var zf = {};
zf = { dismiss: `Nerādīt` };
var Bf = {};
Bf = { dismiss: `Lukk` };
var Vf = {};
Vf = { dismiss: `Negeren` };
var Hf = {};
Hf = { dismiss: `Zignoruj` };
var Uf = {};
Uf = { dismiss: `Descartar` };
var Wf = {};
Wf = { dismiss: `Dispensar` };
var Gf = {};
Gf = { dismiss: `Revocare` };
var Kf = {};
Kf = { dismiss: `Пропустить` };
var qf = {};
qf = { dismiss: `Zrušiť` };
var Jf = {};
Jf = { dismiss: `Opusti` };
var Yf = {};
Yf = { dismiss: `Odbaci` };
var Xf = {};
Xf = { dismiss: `Avvisa` };
var Zf = {};
Zf = { dismiss: `Kapat` };
var Qf = {};
Qf = { dismiss: `Скасувати` };
var $f = {};
$f = { dismiss: `取消` };
var ep = {};
ep = { dismiss: `關閉` };
var tp = {};
tp = {
  "ar-AE": xf,
  "bg-BG": Sf,
  "cs-CZ": Cf,
  "da-DK": wf,
  "de-DE": Tf,
  "el-GR": Ef,
  "en-US": Df,
  "es-ES": Of,
  "et-EE": kf,
  "fi-FI": Af,
  "fr-FR": jf,
  "he-IL": Mf,
  "hr-HR": Nf,
  "hu-HU": Pf,
  "it-IT": Ff,
  "ja-JP": If,
  "ko-KR": Lf,
  "lt-LT": Rf,
  "lv-LV": zf,
  "nb-NO": Bf,
  "nl-NL": Vf,
  "pl-PL": Hf,
  "pt-BR": Uf,
  "pt-PT": Wf,
  "ro-RO": Gf,
  "ru-RU": Kf,
  "sk-SK": qf,
  "sl-SI": Jf,
  "sr-SP": Yf,
  "sv-SE": Xf,
  "tr-TR": Zf,
  "uk-UA": Qf,
  "zh-CN": $f,
  "zh-TW": ep,
};
function np(e) {
  return e && e.__esModule ? e.default : e;
}
function rp(e) {
  let { onDismiss: t, ...n } = e,
    r = Xo(n, ws(np(tp), `@react-aria/overlays`).format(`dismiss`)),
    i = () => {
      t && t();
    };
  return o.createElement(Yl, null, o.createElement(`button`, { ...r, tabIndex: -1, onClick: i, style: { width: 1, height: 1 } }));
}
var ip = o.forwardRef(({ children: e, ...t }, n) => {
  let r = (0, o.useRef)(!1),
    i = (0, o.useContext)($c),
    a = G(i || {}, {
      ...t,
      register() {
        ((r.current = !0), i && i.register());
      },
    });
  return (
    (a.ref = Zi(n || i?.ref)),
    uc(i, a.ref),
    (0, o.useEffect)(() => {
      r.current ||= !0;
    }, []),
    o.createElement($c.Provider, { value: a }, e)
  );
});
function ap({ children: e }) {
  let t = (0, o.useMemo)(() => ({ register: () => {} }), []);
  return o.createElement($c.Provider, { value: t }, e);
}
var op = (0, o.createContext)({});
function sp() {
  return (0, o.useContext)(op) ?? {};
}
var cp = o.createContext(null);
function lp(e) {
  let t = Ri(),
    { portalContainer: n = t ? null : document.body, isExiting: r } = e,
    [i, a] = (0, o.useState)(!1),
    s = (0, o.useMemo)(() => ({ contain: i, setContain: a }), [i, a]),
    { getContainer: c } = sp();
  if ((!e.portalContainer && c && (n = c()), !n)) return null;
  let l = e.children;
  return (
    e.disableFocusManagement || (l = o.createElement(au, { restoreFocus: !0, contain: (e.shouldContainFocus || i) && !r }, l)),
    (l = o.createElement(cp.Provider, { value: s }, o.createElement(ap, null, o.createElement(dc.Provider, { value: null }, l)))),
    $i.createPortal(l, n)
  );
}
function up() {
  let e = (0, o.useContext)(cp)?.setContain;
  W(() => {
    e?.(!0);
  }, [e]);
}
function dp(e) {
  let [t, n] = Es(e.isOpen, e.defaultOpen || !1, e.onOpenChange),
    [r, i] = (0, o.useState)(null);
  return {
    isOpen: t,
    setOpen: n,
    open: (0, o.useCallback)(() => {
      n(!0);
    }, [n]),
    close: (0, o.useCallback)(() => {
      n(!1);
    }, [n]),
    toggle: (0, o.useCallback)(() => {
      n(!t);
    }, [n, t]),
    point: r,
    setPoint: i,
  };
}
function fp(e, t = !0, n) {
  let [r, i] = (0, o.useState)(!0),
    a = r && t;
  return (
    W(() => {
      if (!t && e.current)
        return Ei(
          _a(e.current, `opacity`, `0`),
          _a(e.current, `clip`, `rect(0 0 0 0)`),
          _a(e.current, `clip-path`, `inset(50%)`),
          _a(e.current, `mask-image`, `linear-gradient(#0000, #0000)`),
        );
    }, [e, t]),
    W(() => {
      if (a && e.current && `getAnimations` in e.current) for (let t of e.current.getAnimations()) t instanceof CSSTransition && t.cancel();
    }, [e, a]),
    mp(
      e,
      a,
      n,
      (0, o.useCallback)(() => i(!1), []),
    ),
    a
  );
}
function pp(e, t, n) {
  let [r, i] = (0, o.useState)(t ? `open` : `closed`);
  switch (r) {
    case `open`:
      t || i(`exiting`);
      break;
    case `closed`:
    case `exiting`:
      t && i(`open`);
  }
  let a = r === `exiting`;
  return (
    mp(
      e,
      a,
      n,
      (0, o.useCallback)(() => {
        i((e) => (e === `exiting` ? `closed` : e));
      }, []),
    ),
    a
  );
}
function mp(e, t, n, r) {
  let i = (0, o.useRef)(null),
    a = Jo(n);
  W(() => {
    if (t && e.current && i.current !== t) {
      if (((i.current = t), !(`getAnimations` in e.current))) {
        r();
        return;
      }
      let n = a?.(e.current),
        o = e.current
          .getAnimations()
          .filter((e) => (typeof DocumentTimeline > `u` || e.timeline instanceof DocumentTimeline) && e.playState === `running`);
      if (o.length === 0 && !n) {
        r();
        return;
      }
      Promise.all([n, ...o.map((e) => e.finished)])
        .then(() => {
          (0, $i.flushSync)(() => {
            r();
          });
        })
        .catch(() => {});
    }
    i.current = t;
  }, [e, t, r]);
}
var hp = (0, o.createContext)(null),
  gp = (0, o.createContext)(null),
  _p = (0, o.forwardRef)(function (e, t) {
    [e, t] = ia(e, t, hp);
    let n = (0, o.useContext)(Dm),
      r = dp(e),
      i = e.isOpen != null || e.defaultOpen != null || !n ? r : n,
      a = pp(t, i.isOpen),
      s = e.isExiting || (!e.shouldSkipAnimation && a) || !1,
      c = _c(),
      { direction: l } = us();
    if (c) {
      let t = e.children;
      return (
        typeof t == `function` &&
          (t = t({ trigger: e.trigger || null, placement: `bottom`, isEntering: !1, isExiting: !1, defaultChildren: null })),
        o.createElement(o.Fragment, null, t)
      );
    }
    return i && !i.isOpen && !s
      ? null
      : o.createElement(vp, { ...e, triggerRef: e.triggerRef, state: i, popoverRef: t, isExiting: s, dir: l });
  });
function vp({ state: e, isExiting: t, UNSTABLE_portalContainer: n, clearContexts: r, ...i }) {
  let a = (0, o.useRef)(null),
    s = (0, o.useRef)(null),
    c = (0, o.useContext)(gp),
    l = c && i.trigger === `SubmenuTrigger`,
    [u, d] = (0, o.useState)(!1),
    {
      popoverProps: f,
      underlayProps: p,
      arrowProps: m,
      placement: h,
      triggerAnchorPoint: g,
    } = bf({ ...i, offset: i.offset ?? 8, arrowRef: a, groupRef: l ? c : s }, e),
    _ = i.popoverRef,
    v = fp(_, !!h && u),
    y = i.isEntering || (!i.shouldSkipAnimation && v) || !1,
    b = na({
      ...i,
      defaultClassName: `react-aria-Popover`,
      values: { trigger: i.trigger || null, placement: h, isEntering: y, isExiting: t },
    }),
    x = !i.isNonModal || i.trigger === `SubmenuTrigger` || i.trigger === `PreviewTrigger`,
    [S, C] = (0, o.useState)(i.trigger === `PreviewTrigger`);
  (W(() => {
    _.current && C(x && !_.current.querySelector(`[role=dialog]`));
  }, [_, x]),
    (0, o.useEffect)(() => {
      S &&
        i.trigger !== `PreviewTrigger` &&
        (i.trigger !== `SubmenuTrigger` || Oo() !== `pointer`) &&
        _.current &&
        !xa(_.current) &&
        Js(_.current);
    }, [S, _, i.trigger]));
  let w = (0, o.useMemo)(() => {
      let e = b.children;
      for (let t of [hp, ...(r ?? [])]) e = o.createElement(t.Provider, { value: null }, e);
      return e;
    }, [b.children, r]),
    [T, E] = (0, o.useState)(null),
    D = (0, o.useCallback)(() => {
      i.triggerRef.current && E(i.triggerRef.current.getBoundingClientRect().width + `px`);
    }, [i.triggerRef]);
  (W(D, [D]), Gd({ ref: b.style?.[`--trigger-width`] ? void 0 : i.triggerRef, onResize: D }));
  let O = {
    ...f.style,
    "--trigger-anchor-point": g ? `${g.x}px ${g.y}px` : void 0,
    ...b.style,
    "--trigger-width": b.style?.[`--trigger-width`] || T,
  };
  W(() => lf(() => d(!0)), []);
  let k = o.createElement(
    la.div,
    {
      ...G(Gc(i, { global: !0 }), f),
      ...b,
      id: S ? i.id : void 0,
      role: S ? `dialog` : void 0,
      tabIndex: S ? -1 : void 0,
      "aria-label": i[`aria-label`],
      "aria-labelledby": i[`aria-labelledby`],
      ref: _,
      slot: i.slot || void 0,
      style: O,
      dir: i.dir,
      "data-trigger": i.trigger,
      "data-placement": h,
      "data-entering": y || void 0,
      "data-exiting": t || void 0,
    },
    !i.isNonModal && o.createElement(rp, { onDismiss: e.close }),
    o.createElement(pd.Provider, { value: { ...m, placement: h, ref: a } }, w),
    o.createElement(rp, { onDismiss: e.close }),
  );
  return l
    ? o.createElement(
        lp,
        { ...i, shouldContainFocus: S && i.trigger !== `PreviewTrigger`, isExiting: t, portalContainer: n ?? c?.current ?? void 0 },
        k,
      )
    : o.createElement(
        lp,
        { ...i, shouldContainFocus: S && i.trigger !== `PreviewTrigger`, isExiting: t, portalContainer: n },
        !i.isNonModal && e.isOpen && o.createElement(`div`, { "data-testid": `underlay`, ...p, style: { position: `fixed`, inset: 0 } }),
        o.createElement(`div`, { ref: s, style: { display: `contents` } }, o.createElement(gp.Provider, { value: s }, k)),
      );
}
var yp = (0, o.createContext)({}),
  bp = {};
bp = { longPressMessage: `اضغط مطولاً أو اضغط على Alt + السهم لأسفل لفتح القائمة` };
var xp = {};
xp = { longPressMessage: `Натиснете продължително или натиснете Alt+ стрелка надолу, за да отворите менюто` };
var Sp = {};
Sp = { longPressMessage: `Dlouhým stiskem nebo stisknutím kláves Alt + šipka dolů otevřete nabídku` };
var Cp = {};
Cp = { longPressMessage: `Langt tryk eller tryk på Alt + pil ned for at åbne menuen` };
var wp = {};
wp = { longPressMessage: `Drücken Sie lange oder drücken Sie Alt + Nach-unten, um das Menü zu öffnen` };
var Tp = {};
Tp = { longPressMessage: `Πιέστε παρατεταμένα ή πατήστε Alt + κάτω βέλος για να ανοίξετε το μενού` };
var Ep = {};
Ep = { longPressMessage: `Long press or press Alt + ArrowDown to open menu` };
var Dp = {};
Dp = { longPressMessage: `Mantenga pulsado o pulse Alt + flecha abajo para abrir el menú` };
var Op = {};
Op = { longPressMessage: `Menüü avamiseks vajutage pikalt või vajutage klahve Alt + allanool` };
var kp = {};
kp = { longPressMessage: `Avaa valikko painamalla pohjassa tai näppäinyhdistelmällä Alt + Alanuoli` };
var Ap = {};
Ap = { longPressMessage: `Appuyez de manière prolongée ou appuyez sur Alt\xA0+\xA0Flèche vers le bas pour ouvrir le menu.` };
var jp = {};
jp = { longPressMessage: `לחץ לחיצה ארוכה או הקש Alt + ArrowDown כדי לפתוח את התפריט` };
var Mp = {};
Mp = { longPressMessage: `Dugo pritisnite ili pritisnite Alt + strelicu prema dolje za otvaranje izbornika` };
var Np = {};
Np = { longPressMessage: `Nyomja meg hosszan, vagy nyomja meg az Alt + lefele nyíl gombot a menü megnyitásához` };
var Pp = {};
Pp = { longPressMessage: `Premi a lungo o premi Alt + Freccia giù per aprire il menu` };
var Fp = {};
Fp = { longPressMessage: `長押しまたは Alt+下矢印キーでメニューを開く` };
var Ip = {};
Ip = { longPressMessage: `길게 누르거나 Alt + 아래쪽 화살표를 눌러 메뉴 열기` };
var Lp = {};
Lp = { longPressMessage: `Norėdami atidaryti meniu, nuspaudę palaikykite arba paspauskite „Alt + ArrowDown“.` };
var Rp = {};
Rp = { longPressMessage: `Lai atvērtu izvēlni, turiet nospiestu vai nospiediet taustiņu kombināciju Alt + lejupvērstā bultiņa` };
var zp = {};
zp = { longPressMessage: `Langt trykk eller trykk Alt + PilNed for å åpne menyen` };
var Bp = {};
Bp = { longPressMessage: `Druk lang op Alt + pijl-omlaag of druk op Alt om het menu te openen` };
var Vp = {};
Vp = { longPressMessage: `Naciśnij i przytrzymaj lub naciśnij klawisze Alt + Strzałka w dół, aby otworzyć menu` };
var Hp = {};
Hp = { longPressMessage: `Pressione e segure ou pressione Alt + Seta para baixo para abrir o menu` };
var Up = {};
Up = { longPressMessage: `Prima continuamente ou prima Alt + Seta Para Baixo para abrir o menu` };
var Wp = {};
Wp = { longPressMessage: `Apăsați lung sau apăsați pe Alt + săgeată în jos pentru a deschide meniul` };
var Gp = {};
Gp = { longPressMessage: `Нажмите и удерживайте или нажмите Alt + Стрелка вниз, чтобы открыть меню` };
var Kp = {};
Kp = { longPressMessage: `Ponuku otvoríte dlhým stlačením alebo stlačením klávesu Alt + klávesu so šípkou nadol` };
var qp = {};
qp = { longPressMessage: `Za odprtje menija pritisnite in držite gumb ali pritisnite Alt+puščica navzdol` };
var Jp = {};
Jp = { longPressMessage: `Dugo pritisnite ili pritisnite Alt + strelicu prema dole da otvorite meni` };
var Yp = {};
Yp = { longPressMessage: `Håll nedtryckt eller tryck på Alt + pil nedåt för att öppna menyn` };
var Xp = {};
Xp = { longPressMessage: `Menüyü açmak için uzun basın veya Alt + Aşağı Ok tuşuna basın` };
var Zp = {};
Zp = { longPressMessage: `Довго або звичайно натисніть комбінацію клавіш Alt і стрілка вниз, щоб відкрити меню` };
var Qp = {};
Qp = { longPressMessage: `长按或按 Alt + 向下方向键以打开菜单` };
var $p = {};
$p = { longPressMessage: `長按或按 Alt+向下鍵以開啟功能表` };
var em = {};
em = {
  "ar-AE": bp,
  "bg-BG": xp,
  "cs-CZ": Sp,
  "da-DK": Cp,
  "de-DE": wp,
  "el-GR": Tp,
  "en-US": Ep,
  "es-ES": Dp,
  "et-EE": Op,
  "fi-FI": kp,
  "fr-FR": Ap,
  "he-IL": jp,
  "hr-HR": Mp,
  "hu-HU": Np,
  "it-IT": Pp,
  "ja-JP": Fp,
  "ko-KR": Ip,
  "lt-LT": Lp,
  "lv-LV": Rp,
  "nb-NO": zp,
  "nl-NL": Bp,
  "pl-PL": Vp,
  "pt-BR": Hp,
  "pt-PT": Up,
  "ro-RO": Wp,
  "ru-RU": Gp,
  "sk-SK": Kp,
  "sl-SI": qp,
  "sr-SP": Jp,
  "sv-SE": Yp,
  "tr-TR": Xp,
  "uk-UA": Zp,
  "zh-CN": Qp,
  "zh-TW": $p,
};
function tm(e) {
  let { onContextMenu: t } = e,
    n = (0, o.useRef)(!1),
    { longPressProps: r } = Wu({
      onLongPressStart() {
        n.current = !1;
      },
      onLongPress(e) {
        n.current ? (n.current = !1) : t?.({ target: e.target, x: e.x, y: e.y });
      },
    });
  return t
    ? {
        contextMenuProps: G(Ja() ? r : {}, {
          onContextMenu(e) {
            (e.stopPropagation(), e.preventDefault(), (n.current = !0));
            let r = e.currentTarget.getBoundingClientRect();
            t({ target: e.currentTarget, x: e.clientX - r.x, y: e.clientY - r.y });
          },
          onKeyDown(e) {
            if (Ga() && e.ctrlKey && e.key === `Enter`) {
              n.current = !1;
              let r = e.currentTarget;
              (e.stopPropagation(),
                setTimeout(() => {
                  if (n.current) n.current = !1;
                  else {
                    let e = r.getBoundingClientRect();
                    t({ target: r, x: e.width / 2, y: e.height / 2 });
                  }
                }, 10));
            }
          },
        }),
      }
    : { contextMenuProps: {} };
}
function nm(e, t, n) {
  let { type: r } = e,
    { isOpen: i } = t;
  (0, o.useEffect)(() => {
    n && n.current && Hd.set(n.current, t.close);
  });
  let a;
  r === `menu` ? (a = !0) : r === `listbox` && (a = `listbox`);
  let s = Wi();
  return {
    triggerProps: { "aria-haspopup": a, "aria-expanded": i, "aria-controls": i ? s : void 0, onPress: t.toggle },
    overlayProps: { id: s },
  };
}
function rm(e) {
  return e && e.__esModule ? e.default : e;
}
function im(e, t, n) {
  let { type: r = `menu`, isDisabled: i, trigger: a = `press` } = e,
    s = Wi(),
    { triggerProps: c, overlayProps: l } = nm({ type: r }, t, n),
    u = (e, n, r = `first`) => {
      if (!e || n.isDefaultPrevented()) return !1;
      t.toggle(r);
    },
    { keyboardProps: d } = lc({
      isDisabled: i,
      shortcuts: {
        Enter: (e) => u(a !== `longPress`, e, `first`),
        " ": (e) => u(a !== `longPress`, e, `first`),
        ArrowDown: (e) => u(a !== `longPress`, e, `first`),
        ArrowUp: (e) => u(a !== `longPress`, e, `last`),
        "Alt+Enter": (e) => u(a === `longPress`, e, `first`),
        "Alt+ ": (e) => u(a === `longPress`, e, `first`),
        "Alt+ArrowDown": (e) => u(!0, e, `first`),
        "Alt+ArrowUp": (e) => u(!0, e, `last`),
      },
    }),
    f = ws(rm(em), `@react-aria/menu`),
    { longPressProps: p } = Wu({
      isDisabled: i || a !== `longPress`,
      accessibilityDescription: f.format(`longPressMessage`),
      onLongPressStart() {
        t.close();
      },
      onLongPress() {
        t.open(`first`);
      },
    }),
    m = {
      preventFocusOnPress: !0,
      onPressStart(e) {
        e.pointerType !== `touch` &&
          e.pointerType !== `keyboard` &&
          !i &&
          (Ea(e.target), t.open(e.pointerType === `virtual` ? `first` : null));
      },
      onPress(e) {
        e.pointerType === `touch` && !i && (Ea(e.target), t.toggle());
      },
    };
  delete c.onPress;
  let { contextMenuProps: h } = tm({
    onContextMenu(e) {
      let n = e.target.getBoundingClientRect();
      (t.setPoint({ x: n.x + e.x, y: n.y + e.y }), t.open());
    },
  });
  (0, o.useEffect)(() => {
    if (t.isOpen && a === `contextMenu`) {
      let e = (e) => {
        (e.button === 2 || (e.button === 0 && e.ctrlKey === !0)) && X(e) === document.body && t.close();
      };
      return (document.addEventListener(`mousedown`, e), () => document.removeEventListener(`mousedown`, e));
    }
  }, [t, a]);
  let g;
  if (a === `press`) g = { ...m, ...d };
  else if (a === `longPress`) g = { ...p, ...d };
  else if (a === `contextMenu`) {
    g = h;
    let { "aria-haspopup": e, "aria-expanded": t, "aria-controls": n, ...r } = c;
    c = r;
  }
  return {
    menuTriggerProps: { ...c, ...g, id: s },
    menuProps: { ...l, "aria-labelledby": s, autoFocus: t.focusStrategy || !0, onClose: t.close },
  };
}
var am = new WeakMap();
function om(e, t, n) {
  let { shouldFocusWrap: r = !0, onKeyDown: i, onKeyUp: a, ...o } = e;
  !e[`aria-label`] && e[`aria-labelledby`];
  let s = Gc(e, { labelable: !0 }),
    { listProps: c } = Hu({
      ...o,
      ref: n,
      selectionManager: t.selectionManager,
      collection: t.collection,
      disabledKeys: t.disabledKeys,
      shouldFocusWrap: r,
      linkBehavior: `override`,
    });
  return (
    am.set(t, { onClose: e.onClose, onAction: e.onAction, shouldUseVirtualFocus: e.shouldUseVirtualFocus }),
    {
      menuProps: G(
        s,
        { onKeyDown: i, onKeyUp: a },
        {
          role: `menu`,
          ...c,
          onKeyDown: (t) => {
            (t.key !== `Escape` || e.shouldUseVirtualFocus) && c.onKeyDown?.(t);
          },
        },
      ),
    }
  );
}
function sm(e, t, n) {
  let {
      id: r,
      key: i,
      closeOnSelect: a,
      shouldCloseOnSelect: s,
      isVirtualized: c,
      "aria-haspopup": l,
      onPressStart: u,
      onPressUp: d,
      onPress: f,
      onPressChange: p,
      onPressEnd: m,
      onClick: h,
      onHoverStart: g,
      onHoverChange: _,
      onHoverEnd: v,
      onKeyDown: y,
      onKeyUp: b,
      onFocus: x,
      onFocusChange: S,
      onBlur: C,
      selectionManager: w = t.selectionManager,
    } = e,
    T = !!l,
    E = T && e[`aria-expanded`] === `true`,
    D = e.isDisabled ?? w.isDisabled(i),
    O = e.isSelected ?? w.isSelected(i),
    k = am.get(t),
    A = t.collection.getItem(i),
    j = e.onClose || k.onClose,
    M = no(),
    N = () => {
      if (!T && (A?.props?.onAction ? A.props.onAction() : e.onAction && e.onAction(i), k.onAction)) {
        let e = k.onAction;
        e(i, A?.value);
      }
    },
    P = `menuitem`;
  T || (w.selectionMode === `single` ? (P = `menuitemradio`) : w.selectionMode === `multiple` && (P = `menuitemcheckbox`));
  let F = Ki(),
    I = Ki(),
    L = Ki(),
    R = {
      id: r,
      "aria-disabled": D || void 0,
      role: P,
      "aria-label": e[`aria-label`],
      "aria-labelledby": F,
      "aria-describedby": [e[`aria-describedby`], I, L].filter(Boolean).join(` `) || void 0,
      "aria-controls": e[`aria-controls`],
      "aria-haspopup": l,
      "aria-expanded": e[`aria-expanded`],
    };
  if ((w.selectionMode !== `none` && !T && (R[`aria-checked`] = O), c)) {
    let e = Number(A?.index);
    ((R[`aria-posinset`] = Number.isNaN(e) ? void 0 : e + 1), (R[`aria-setsize`] = ed(t.collection)));
  }
  let z = (0, o.useRef)(!1),
    ee = (e) => {
      (p?.(e), (z.current = e));
    },
    B = (0, o.useRef)(null),
    te = (e) => {
      (e.pointerType !== `keyboard` && (B.current = { pointerType: e.pointerType }),
        e.pointerType === `mouse` && (z.current || e.target.click()),
        d?.(e));
    },
    ne = (e) => {
      (h?.(e), N(), co(e, M, A.props.href, A?.props.routerOptions));
      let t =
        B.current?.pointerType === `keyboard`
          ? B.current?.key === `Enter` || w.selectionMode === `none` || w.isLink(i)
          : w.selectionMode !== `multiple` || w.isLink(i);
      ((t = s ?? a ?? t), j && !T && t && j(), (B.current = null));
    },
    { itemProps: re, isFocused: ie } = Gu({
      id: r,
      selectionManager: w,
      key: i,
      ref: n,
      shouldSelectOnPressUp: !0,
      allowsDifferentPressOrigin: !0,
      linkBehavior: `none`,
      shouldUseVirtualFocus: k.shouldUseVirtualFocus,
    }),
    { pressProps: ae, isPressed: V } = ol({ onPressStart: u, onPress: f, onPressUp: te, onPressChange: ee, onPressEnd: m, isDisabled: D }),
    { hoverProps: oe } = xl({
      isDisabled: D,
      onHoverStart(e) {
        (!Do() && !(E && l) && (w.setFocused(!0), w.setFocusedKey(i)), g?.(e));
      },
      onHoverChange: _,
      onHoverEnd: v,
    }),
    { keyboardProps: se } = lc({
      shortcuts: {
        " ": (e) => {
          ((B.current = { pointerType: `keyboard`, key: ` ` }), X(e).click(), ko(`keyboard`));
        },
        Enter: (e) => {
          B.current = { pointerType: `keyboard`, key: `Enter` };
          let t = X(e);
          if (t.tagName !== `A`) (t.click(), ko(`keyboard`));
          else return (ko(`keyboard`), { shouldPreventDefault: !1, shouldContinuePropagation: !1 });
        },
      },
      onKeyDown: y,
      onKeyUp: b,
    }),
    { focusableProps: ce } = pc({ onBlur: C, onFocus: x, onFocusChange: S }, n),
    le = Gc(A?.props);
  delete le.id;
  let ue = so(A?.props);
  return {
    menuItemProps: {
      ...R,
      ...G(
        le,
        ue,
        T ? { onFocus: re.onFocus, "data-collection": re[`data-collection`], "data-key": re[`data-key`] } : re,
        ae,
        oe,
        se,
        ce,
        k.shouldUseVirtualFocus || T ? { onMouseDown: (e) => e.preventDefault() } : void 0,
        D ? void 0 : { onClick: ne },
      ),
      tabIndex: re.tabIndex != null && E && !k.shouldUseVirtualFocus ? -1 : re.tabIndex,
    },
    labelProps: { id: F },
    descriptionProps: { id: I },
    keyboardShortcutProps: { id: L },
    isFocused: ie,
    isFocusVisible: ie && w.isFocused && Do() && !E,
    isSelected: O,
    isPressed: V,
    isDisabled: D,
  };
}
function cm(e) {
  let { heading: t, "aria-label": n } = e,
    r = Wi();
  return {
    itemProps: { role: `presentation` },
    headingProps: t ? { id: r, role: `presentation` } : {},
    groupProps: { role: `group`, "aria-label": n, "aria-labelledby": t ? r : void 0 },
  };
}
function lm(e) {
  let t = dp(e),
    [n, r] = (0, o.useState)(null),
    [i, a] = (0, o.useState)([]),
    s = () => {
      (a([]), t.close());
    },
    c = (e, t) => {
      a((n) => (t > n.length ? n : [...n.slice(0, t), e]));
    },
    l = (e, t) => {
      a((n) => (n[t] === e ? n.slice(0, t) : n));
    };
  return {
    focusStrategy: n,
    ...t,
    open(e = null) {
      (r(e), t.open());
    },
    toggle(e = null) {
      (r(e), t.toggle());
    },
    close() {
      s();
    },
    expandedKeysStack: i,
    openSubmenu: c,
    closeSubmenu: l,
  };
}
var um = class {
  constructor(e, { expandedKeys: t } = {}) {
    ((this.keyMap = new Map()), (this.firstKey = null), (this.lastKey = null), (this.iterable = e), (t ||= new Set()));
    let n = (e) => {
      if ((this.keyMap.set(e.key, e), e.childNodes && (e.type === `section` || t.has(e.key)))) for (let t of e.childNodes) n(t);
    };
    for (let t of e) n(t);
    let r = null,
      i = 0;
    for (let [e, t] of this.keyMap)
      (r ? ((r.nextKey = e), (t.prevKey = r.key)) : ((this.firstKey = e), (t.prevKey = void 0)),
        t.type === `item` && (t.index = i++),
        (r = t),
        (r.nextKey = void 0));
    this.lastKey = r?.key ?? null;
  }
  *[Symbol.iterator]() {
    yield* this.iterable;
  }
  get size() {
    return this.keyMap.size;
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
};
function dm(e) {
  let { onExpandedChange: t } = e,
    [n, r] = Es(e.expandedKeys ? new Set(e.expandedKeys) : void 0, e.defaultExpandedKeys ? new Set(e.defaultExpandedKeys) : new Set(), t),
    i = id(e),
    a = (0, o.useMemo)(() => (e.disabledKeys ? new Set(e.disabledKeys) : new Set()), [e.disabledKeys]),
    s = dd(
      e,
      (0, o.useCallback)((e) => new um(e, { expandedKeys: n }), [n]),
      null,
    );
  return (
    (0, o.useEffect)(() => {
      i.focusedKey != null && !s.getItem(i.focusedKey) && i.setFocusedKey(null);
    }, [s, i.focusedKey]),
    {
      collection: s,
      expandedKeys: n,
      disabledKeys: a,
      toggleKey: (e) => {
        r(fm(n, e));
      },
      setExpandedKeys: r,
      selectionManager: new od(s, i),
    }
  );
}
function fm(e, t) {
  let n = new Set(e);
  return (n.has(t) ? n.delete(t) : n.add(t), n);
}
var pm = (0, o.createContext)(null),
  mm = (0, o.createContext)(null),
  hm = (0, o.createContext)(null),
  gm = (0, o.createContext)(null);
function _m(e) {
  let t = lm(e),
    n = (0, o.useRef)(null),
    { menuTriggerProps: r, menuProps: i } = im({ ...e, type: `menu` }, t, n),
    a = (0, o.useRef)(null);
  return _c()
    ? null
    : o.createElement(
        ta,
        {
          values: [
            [pm, { ...i, ref: a }],
            [Dm, t],
            [hm, t],
            [
              hp,
              {
                trigger: `MenuTrigger`,
                triggerRef: n,
                scrollRef: a,
                placement: `bottom start`,
                "aria-labelledby": i[`aria-labelledby`],
                offset: e.trigger === `contextMenu` ? 0 : void 0,
              },
            ],
          ],
        },
        o.createElement(ip, { ...r, ref: n, isPressed: t.isOpen }, e.children),
      );
}
var vm = (0, o.createContext)(null);
(class extends ks {
  static {
    this.type = `submenutrigger`;
  }
  filter(e, t, n) {
    let r = e.getItem(this.firstChildKey);
    if (r && n(r.textValue, this)) {
      let n = this.clone();
      return (t.addDescendants(n, e), n);
    }
    return null;
  }
});
var ym = (0, o.forwardRef)(function (e, t) {
  return (
    ([e, t] = ia(e, t, pm)),
    o.createElement(bc, { content: o.createElement(jc, e) }, (n) => o.createElement(bm, { props: e, collection: n, menuRef: t }))
  );
});
function bm({ props: e, collection: t, menuRef: n }) {
  [e, n] = ia(e, n, Ds);
  let { filter: r, ...i } = e,
    a = (0, o.useMemo)(() => (r ? t.filter(r) : t), [t, r]),
    s = dm({ ...e, collection: a, children: void 0 }),
    c = (0, o.useContext)(hm),
    { isVirtualized: l, CollectionRoot: u } = (0, o.useContext)(Lc),
    { menuProps: d } = om({ ...e, isVirtualized: l, onClose: e.onClose || c?.close }, s, n),
    f = na({ ...e, children: void 0, defaultClassName: `react-aria-Menu`, values: { isEmpty: s.collection.size === 0 } }),
    p = null;
  s.collection.size === 0 &&
    e.renderEmptyState &&
    (p = o.createElement(`div`, { role: `menuitem`, style: { display: `contents` } }, e.renderEmptyState()));
  let m = Gc(e, { global: !0 });
  return o.createElement(
    au,
    null,
    o.createElement(
      la.div,
      { ...G(m, f, d), ref: n, slot: e.slot || void 0, "data-empty": s.collection.size === 0 || void 0, onScroll: e.onScroll },
      o.createElement(
        ta,
        {
          values: [
            [mm, s],
            [eu, { elementType: `div` }],
            [Nc, { name: `MenuSection`, render: Sm }],
            [vm, { parentMenuRef: n, shouldUseVirtualFocus: i?.shouldUseVirtualFocus }],
            [Cm, { shouldCloseOnSelect: e.shouldCloseOnSelect }],
            [Ds, null],
            [Os, null],
            [gm, s.selectionManager],
            [hm, c ?? lm({})],
          ],
        },
        o.createElement(
          Ql,
          null,
          o.createElement(u, { collection: s.collection, persistedKeys: Rc(s.selectionManager.focusedKey), scrollRef: n }),
        ),
      ),
      p,
    ),
  );
}
var xm = class extends od {
  constructor(e, t) {
    (super(e.collection, t), (this.parent = e));
  }
  get focusedKey() {
    return this.parent.focusedKey;
  }
  get isFocused() {
    return this.parent.isFocused;
  }
  setFocusedKey(e, t) {
    return this.parent.setFocusedKey(e, t);
  }
  setFocused(e) {
    this.parent.setFocused(e);
  }
  get childFocusStrategy() {
    return this.parent.childFocusStrategy;
  }
};
function Sm(e, t, n, r = `react-aria-MenuSection`) {
  let i = (0, o.useContext)(mm),
    { CollectionBranch: a } = (0, o.useContext)(Lc),
    [s, c] = aa(),
    { headingProps: l, groupProps: u } = cm({ heading: c, "aria-label": n.props[`aria-label`] ?? void 0 }),
    d = na({
      ...e,
      id: void 0,
      children: void 0,
      defaultClassName: r,
      className: n.props?.className,
      style: n.props?.style,
      values: void 0,
    }),
    f = (0, o.useContext)(gm),
    p = id(e),
    m = e.selectionMode == null ? f : new xm(f, p),
    h = ra(Cm)?.shouldCloseOnSelect,
    g = Gc(e, { global: !0 });
  return (
    delete g.id,
    o.createElement(
      la.section,
      { ...G(g, d, u), ref: t },
      o.createElement(
        ta,
        {
          values: [
            [Xl, { ...l, ref: s }],
            [gm, m],
            [Cm, { shouldCloseOnSelect: e.shouldCloseOnSelect ?? h }],
          ],
        },
        o.createElement(a, { collection: i.collection, parent: n }),
      ),
    )
  );
}
var Cm = (0, o.createContext)(null),
  wm = Oc(Ms, function (e, t, n) {
    [e, t] = ia(e, t, Cm);
    let r = ra(Cm)?.id,
      i = (0, o.useContext)(mm),
      a = Zi(t),
      s = (0, o.useContext)(gm),
      { isVirtualized: c } = (0, o.useContext)(Lc),
      {
        menuItemProps: l,
        labelProps: u,
        descriptionProps: d,
        keyboardShortcutProps: f,
        ...p
      } = sm({ ...e, id: r, key: n.key, selectionManager: s, isVirtualized: c }, i, a),
      { hoverProps: m, isHovered: h } = xl({ isDisabled: p.isDisabled }),
      g = na({
        ...e,
        id: void 0,
        children: n.rendered,
        defaultClassName: `react-aria-MenuItem`,
        values: {
          ...p,
          isHovered: h,
          isFocusVisible: p.isFocusVisible,
          selectionMode: s.selectionMode,
          selectionBehavior: s.selectionBehavior,
          hasSubmenu: !!e[`aria-haspopup`],
          isOpen: e[`aria-expanded`] === `true`,
        },
      }),
      _ = e.href ? la.a : la.div,
      v = Gc(e, { global: !0 });
    return (
      delete v.id,
      delete v.onClick,
      o.createElement(
        _,
        {
          ...G(v, g, l, m),
          ref: a,
          "data-disabled": p.isDisabled || void 0,
          "data-hovered": h || void 0,
          "data-focused": p.isFocused || void 0,
          "data-focus-visible": p.isFocusVisible || void 0,
          "data-pressed": p.isPressed || void 0,
          "data-selected": p.isSelected || void 0,
          "data-selection-mode": s.selectionMode === `none` ? void 0 : s.selectionMode,
          "data-has-submenu": !!e[`aria-haspopup`] || void 0,
          "data-open": e[`aria-expanded`] === `true` || void 0,
        },
        o.createElement(
          ta,
          {
            values: [
              [Ll, { slots: { [ea]: u, label: u, description: d } }],
              [yp, f],
              [$l, { isSelected: p.isSelected }],
            ],
          },
          g.children,
        ),
      )
    );
  });
Oc(js, function (e, t, n) {
  let r = (0, o.useContext)(mm),
    { isLoading: i, onLoadMore: a, scrollOffset: s, ...c } = e,
    l = (0, o.useRef)(null);
  fd(
    (0, o.useMemo)(() => ({ onLoadMore: a, collection: r?.collection, sentinelRef: l, scrollOffset: s }), [a, s, r?.collection]),
    l,
  );
  let u = na({ ...c, id: void 0, children: n.rendered, defaultClassName: `react-aria-MenuLoadingIndicator`, values: void 0 });
  return o.createElement(
    o.Fragment,
    null,
    o.createElement(
      `div`,
      { style: { position: `relative`, width: 0, height: 0 }, inert: td(!0) },
      o.createElement(`div`, { "data-testid": `loadMoreSentinel`, ref: l, style: { position: `absolute`, height: 1, width: 1 } }),
    ),
    i &&
      u.children &&
      o.createElement(
        o.Fragment,
        null,
        o.createElement(la.div, { ...G(Gc(e, { global: !0 }), { tabIndex: -1 }), ...u, role: `menuitem`, ref: t }, u.children),
      ),
  );
});
function Tm(e, t) {
  let { role: n = `dialog`, isEntering: r } = e,
    i = Ki();
  i = e[`aria-label`] ? void 0 : i;
  let a = Ki();
  a = n === `alertdialog` && !e[`aria-describedby`] ? a : void 0;
  let s = (0, o.useRef)(!1);
  ((0, o.useEffect)(() => {
    if (!r && t.current && !xa(t.current)) {
      Js(t.current);
      let e = setTimeout(() => {
        (Y() === t.current || Y() === document.body) &&
          ((s.current = !0), t.current && (t.current.blur(), Js(t.current)), (s.current = !1));
      }, 500);
      return () => {
        clearTimeout(e);
      };
    }
  }, [t, r]),
    up(),
    (0, o.useRef)(!1),
    (0, o.useEffect)(() => {}));
  let c = e[`aria-describedby`] ?? a;
  return {
    dialogProps: {
      ...Gc(e, { labelable: !0 }),
      role: n,
      tabIndex: -1,
      "aria-labelledby": e[`aria-labelledby`] ?? i,
      "aria-describedby": c,
      onBlur: (e) => {
        s.current && e.stopPropagation();
      },
    },
    titleProps: { id: i },
    contentProps: { id: a },
  };
}
var Em = (0, o.createContext)(null),
  Dm = (0, o.createContext)(null),
  Om = (0, o.forwardRef)(function (e, t) {
    let n = e[`aria-labelledby`];
    [e, t] = ia(e, t, Em);
    let { dialogProps: r, titleProps: i, contentProps: a } = Tm({ ...e, "aria-labelledby": n }, t),
      s = (0, o.useContext)(Dm);
    !r[`aria-label`] && !r[`aria-labelledby`] && e[`aria-labelledby`] && (r[`aria-labelledby`] = e[`aria-labelledby`]);
    let c = na({
        defaultClassName: `react-aria-Dialog`,
        className: e.className,
        style: e.style,
        children: e.children,
        values: { close: s?.close || (() => {}) },
      }),
      l = Gc(e, { global: !0 });
    return o.createElement(
      la.section,
      { ...G(l, c, r), render: e.render, ref: t, slot: e.slot || void 0 },
      o.createElement(
        ta,
        {
          values: [
            [Fl, { slots: { [ea]: {}, title: { ...i, level: 2 } } }],
            [Ll, { slots: { [ea]: {}, description: a } }],
            [jl, { slots: { [ea]: {}, close: { onPress: () => s?.close() } } }],
          ],
        },
        c.children,
      ),
    );
  });
function km(e, t, n) {
  let { overlayProps: r, underlayProps: i } = $d({ ...e, isOpen: t.isOpen, onClose: t.close }, n);
  (mf({ isDisabled: !t.isOpen, UNSTABLE_overrideFocus: e.UNSTABLE_overrideFocus }), up());
  let { isEntering: a } = e;
  return (
    (0, o.useEffect)(() => {
      if (t.isOpen && n.current) return a ? yd(n.current) : vd([n.current], { shouldUseInert: !0 });
    }, [t.isOpen, a, n]),
    { modalProps: G(r), underlayProps: i }
  );
}
var Am = typeof document < `u` && window.visualViewport;
function jm() {
  let e = Ri(),
    t = (0, o.useRef)(null),
    [n, r] = (0, o.useState)(() => (e ? { width: 0, height: 0 } : Mm()));
  return (
    (0, o.useEffect)(() => {
      let e = (e) => {
          r((t) => (e.width === t.width && e.height === t.height ? t : e));
        },
        n = () => {
          (Am && Am.scale > 1) || e(Mm());
        },
        i = (n) => {
          (Am && Am.scale > 1) ||
            (Wo(X(n)) &&
              (t.current = lf((t) => {
                t || e({ width: document.documentElement.clientWidth, height: document.documentElement.clientHeight });
              })));
        };
      return (
        e(Mm()),
        Ja() && Xa() && window.addEventListener(`blur`, i, !0),
        Am ? Am.addEventListener(`resize`, n) : window.addEventListener(`resize`, n),
        () => {
          (t.current?.(),
            Ja() && Xa() && window.removeEventListener(`blur`, i, !0),
            Am ? Am.removeEventListener(`resize`, n) : window.removeEventListener(`resize`, n));
        }
      );
    }, []),
    n
  );
}
function Mm() {
  return {
    width: Am ? Math.min(Am.width * Am.scale, document.documentElement.clientWidth) : document.documentElement.clientWidth,
    height: Am ? Am.height * Am.scale : document.documentElement.clientHeight,
  };
}
var Nm = (0, o.createContext)(null),
  Pm = (0, o.createContext)(null),
  Fm = (0, o.forwardRef)(function (e, t) {
    if ((0, o.useContext)(Pm)) return o.createElement(Bm, { ...e, modalRef: t }, e.children);
    let {
      isDismissable: n,
      isKeyboardDismissDisabled: r,
      isOpen: i,
      defaultOpen: a,
      onOpenChange: s,
      children: c,
      isEntering: l,
      isExiting: u,
      UNSTABLE_portalContainer: d,
      shouldCloseOnInteractOutside: f,
      ...p
    } = e;
    return o.createElement(
      Lm,
      {
        isDismissable: n,
        isKeyboardDismissDisabled: r,
        isOpen: i,
        defaultOpen: a,
        onOpenChange: s,
        isEntering: l,
        isExiting: u,
        UNSTABLE_portalContainer: d,
        shouldCloseOnInteractOutside: f,
      },
      o.createElement(Bm, { ...p, modalRef: t }, c),
    );
  });
function Im(e, t) {
  [e, t] = ia(e, t, Nm);
  let n = (0, o.useContext)(Dm),
    r = dp(e),
    i = e.isOpen != null || e.defaultOpen != null || !n ? r : n,
    a = Zi(t),
    s = (0, o.useRef)(null),
    c = pp(a, i.isOpen, e.onExit),
    l = (0, o.useRef)(null),
    u = pp(s, i.isOpen, (e) => l.current?.(e)),
    d = c || u || e.isExiting || !1,
    f = Ri();
  return (!i.isOpen && !d) || f ? null : o.createElement(Rm, { ...e, state: i, isExiting: d, overlayRef: a, modalRef: s, onExitRef: l });
}
var Lm = (0, o.forwardRef)(Im);
function Rm({ UNSTABLE_portalContainer: e, UNSTABLE_deferUntilEntered: t, ...n }) {
  let r = n.modalRef,
    { state: i } = n,
    [a, s] = (0, o.useState)(!1),
    c = fp(n.overlayRef, a, n.onEnter) || n.isEntering || !1,
    l = !!t && (!a || c),
    { modalProps: u, underlayProps: d } = km({ ...n, isEntering: l }, i, r),
    f = (0, o.useContext)(Em),
    p = t ? zm(f, { isEntering: l }) : f,
    m = na({ ...n, defaultClassName: `react-aria-ModalOverlay`, values: { isEntering: c, isExiting: n.isExiting, state: i } }),
    h = jm(),
    g,
    _;
  if (typeof document < `u`) {
    let e = Rl(document.body) ? document.body : document.scrollingElement || document.documentElement,
      t = e.getBoundingClientRect().width % 1,
      n = e.getBoundingClientRect().height % 1;
    ((g = e.scrollWidth - t), (_ = e.scrollHeight - n));
  }
  let v = {
    ...m.style,
    "--visual-viewport-width": h.width + `px`,
    "--visual-viewport-height": h.height + `px`,
    "--page-width": g === void 0 ? void 0 : g + `px`,
    "--page-height": _ === void 0 ? void 0 : _ + `px`,
  };
  return (
    W(() => lf(() => s(!0)), []),
    o.createElement(
      lp,
      { isExiting: n.isExiting, portalContainer: e },
      o.createElement(
        la.div,
        {
          ...G(Gc(n, { global: !0 }), d),
          ...m,
          style: v,
          ref: n.overlayRef,
          "data-entering": c || void 0,
          "data-exiting": n.isExiting || void 0,
        },
        o.createElement(
          ta,
          {
            values: [
              [
                Pm,
                { modalProps: u, modalRef: r, isExiting: n.isExiting, onExitRef: n.onExitRef, isOpen: a, isDismissable: n.isDismissable },
              ],
              [Dm, i],
              [Em, p],
            ],
          },
          m.children,
        ),
      ),
    )
  );
}
function zm(e, t) {
  if (e && `slots` in e && e.slots) {
    let n = {};
    for (let r in e.slots) n[r] = { ...e.slots[r], ...t };
    return { ...e, slots: n };
  }
  return { ...e, ...t };
}
function Bm(e) {
  let { modalProps: t, modalRef: n, isExiting: r, onExitRef: i, isDismissable: a, isOpen: s } = (0, o.useContext)(Pm),
    c = (0, o.useContext)(Dm),
    l = Zi((0, o.useMemo)(() => qi(e.modalRef, n), [e.modalRef, n])),
    u = fp(l, s, e.onEnter),
    d = na({ ...e, defaultClassName: `react-aria-Modal`, values: { isEntering: u, isExiting: r, state: c } });
  return (
    W(() => {
      i && (i.current = e.onExit);
    }),
    o.createElement(
      la.div,
      { ...G(Gc(e, { global: !0 }), t), ...d, ref: l, "data-entering": u || void 0, "data-exiting": r || void 0 },
      a && o.createElement(rp, { onDismiss: c.close }),
      d.children,
    )
  );
}
var Vm = /\{[^{}]+\}/g,
  Hm = () => typeof process == `object` && Number.parseInt(process?.versions?.node?.substring(0, 2)) >= 18 && process.versions.undici;
function Um() {
  return Math.random().toString(36).slice(2, 11);
}
function Wm(e) {
  let {
    baseUrl: t = ``,
    Request: n = globalThis.Request,
    fetch: r = globalThis.fetch,
    querySerializer: i,
    bodySerializer: a,
    pathSerializer: o,
    headers: s,
    requestInitExt: c = void 0,
    ...l
  } = { ...e };
  ((c = Hm() ? c : void 0), (t = $m(t)));
  let u = [];
  async function d(e, d) {
    let {
        baseUrl: f,
        fetch: p = r,
        Request: m = n,
        headers: h,
        params: g = {},
        parseAs: _ = `json`,
        querySerializer: v,
        bodySerializer: y = a ?? Xm,
        pathSerializer: b,
        body: x,
        middleware: S = [],
        ...C
      } = d || {},
      w = t;
    f && (w = $m(f) ?? t);
    let T = typeof i == `function` ? i : Jm(i);
    v && (T = typeof v == `function` ? v : Jm({ ...(typeof i == `object` ? i : {}), ...v }));
    let E = b || o || Ym,
      D = x === void 0 ? void 0 : y(x, Qm(s, h, g.header)),
      O = Qm(D === void 0 || D instanceof FormData ? {} : { "Content-Type": `application/json` }, s, h, g.header),
      k = [...u, ...S],
      A = { redirect: `follow`, ...l, ...C, body: D, headers: O },
      j,
      M,
      N = new m(Zm(e, { baseUrl: w, params: g, querySerializer: T, pathSerializer: E }), A),
      P;
    for (let e in C) e in N || (N[e] = C[e]);
    if (k.length) {
      ((j = Um()), (M = Object.freeze({ baseUrl: w, fetch: p, parseAs: _, querySerializer: T, bodySerializer: y, pathSerializer: E })));
      for (let t of k)
        if (t && typeof t == `object` && typeof t.onRequest == `function`) {
          let n = await t.onRequest({ request: N, schemaPath: e, params: g, options: M, id: j });
          if (n) {
            if (n instanceof m) N = n;
            else if (n instanceof Response) {
              P = n;
              break;
            } else throw Error(`onRequest: must return new Request() or Response() when modifying the request`);
          }
        }
    }
    if (!P) {
      try {
        P = await p(N, c);
      } catch (t) {
        let n = t;
        if (k.length)
          for (let t = k.length - 1; t >= 0; t--) {
            let r = k[t];
            if (r && typeof r == `object` && typeof r.onError == `function`) {
              let t = await r.onError({ request: N, error: n, schemaPath: e, params: g, options: M, id: j });
              if (t) {
                if (t instanceof Response) {
                  ((n = void 0), (P = t));
                  break;
                }
                if (t instanceof Error) {
                  n = t;
                  continue;
                }
                throw Error(`onError: must return new Response() or instance of Error`);
              }
            }
          }
        if (n) throw n;
      }
      if (k.length)
        for (let t = k.length - 1; t >= 0; t--) {
          let n = k[t];
          if (n && typeof n == `object` && typeof n.onResponse == `function`) {
            let t = await n.onResponse({ request: N, response: P, schemaPath: e, params: g, options: M, id: j });
            if (t) {
              if (!(t instanceof Response)) throw Error(`onResponse: must return new Response() when modifying the response`);
              P = t;
            }
          }
        }
    }
    let F = P.headers.get(`Content-Length`);
    if (P.status === 204 || N.method === `HEAD` || (F === `0` && !P.headers.get(`Transfer-Encoding`)?.includes(`chunked`)))
      return P.ok ? { data: void 0, response: P } : { error: void 0, response: P };
    if (P.ok)
      return {
        data: await (async () => {
          if (_ === `stream`) return P.body;
          if (_ === `json` && !F) {
            let e = await P.text();
            return e ? JSON.parse(e) : void 0;
          }
          return await P[_]();
        })(),
        response: P,
      };
    let I = await P.text();
    try {
      I = JSON.parse(I);
    } catch {}
    return { error: I, response: P };
  }
  return {
    request(e, t, n) {
      return d(t, { ...n, method: e.toUpperCase() });
    },
    GET(e, t) {
      return d(e, { ...t, method: `GET` });
    },
    PUT(e, t) {
      return d(e, { ...t, method: `PUT` });
    },
    POST(e, t) {
      return d(e, { ...t, method: `POST` });
    },
    DELETE(e, t) {
      return d(e, { ...t, method: `DELETE` });
    },
    OPTIONS(e, t) {
      return d(e, { ...t, method: `OPTIONS` });
    },
    HEAD(e, t) {
      return d(e, { ...t, method: `HEAD` });
    },
    PATCH(e, t) {
      return d(e, { ...t, method: `PATCH` });
    },
    TRACE(e, t) {
      return d(e, { ...t, method: `TRACE` });
    },
    use(...e) {
      for (let t of e)
        if (t) {
          if (typeof t != `object` || !(`onRequest` in t || `onResponse` in t || `onError` in t))
            throw Error("Middleware must be an object with one of `onRequest()`, `onResponse() or `onError()`");
          u.push(t);
        }
    },
    eject(...e) {
      for (let t of e) {
        let e = u.indexOf(t);
        e !== -1 && u.splice(e, 1);
      }
    },
  };
}
function Gm(e, t, n) {
  if (t == null) return ``;
  if (typeof t == `object`)
    throw Error("Deeply-nested arrays/objects aren’t supported. Provide your own `querySerializer()` to handle these.");
  return `${e}=${n?.allowReserved === !0 ? t : encodeURIComponent(t)}`;
}
function Km(e, t, n) {
  if (!t || typeof t != `object`) return ``;
  let r = [],
    i = { simple: `,`, label: `.`, matrix: `;` }[n.style] || `&`;
  if (n.style !== `deepObject` && n.explode === !1) {
    for (let e in t) r.push(e, n.allowReserved === !0 ? t[e] : encodeURIComponent(t[e]));
    let i = r.join(`,`);
    switch (n.style) {
      case `form`:
        return `${e}=${i}`;
      case `label`:
        return `.${i}`;
      case `matrix`:
        return `;${e}=${i}`;
      default:
        return i;
    }
  }
  for (let i in t) {
    let a = n.style === `deepObject` ? `${e}[${i}]` : i;
    r.push(Gm(a, t[i], n));
  }
  let a = r.join(i);
  return n.style === `label` || n.style === `matrix` ? `${i}${a}` : a;
}
function qm(e, t, n) {
  if (!Array.isArray(t)) return ``;
  if (n.explode === !1) {
    let r = { form: `,`, spaceDelimited: `%20`, pipeDelimited: `|` }[n.style] || `,`,
      i = (n.allowReserved === !0 ? t : t.map((e) => encodeURIComponent(e))).join(r);
    switch (n.style) {
      case `simple`:
        return i;
      case `label`:
        return `.${i}`;
      case `matrix`:
        return `;${e}=${i}`;
      default:
        return `${e}=${i}`;
    }
  }
  let r = { simple: `,`, label: `.`, matrix: `;` }[n.style] || `&`,
    i = [];
  for (let r of t)
    n.style === `simple` || n.style === `label` ? i.push(n.allowReserved === !0 ? r : encodeURIComponent(r)) : i.push(Gm(e, r, n));
  return n.style === `label` || n.style === `matrix` ? `${r}${i.join(r)}` : i.join(r);
}
function Jm(e) {
  return function (t) {
    let n = [];
    if (t && typeof t == `object`)
      for (let r in t) {
        let i = t[r];
        if (i != null) {
          if (Array.isArray(i)) {
            if (i.length === 0) continue;
            n.push(qm(r, i, { style: `form`, explode: !0, ...e?.array, allowReserved: e?.allowReserved || !1 }));
          } else
            typeof i == `object`
              ? n.push(Km(r, i, { style: `deepObject`, explode: !0, ...e?.object, allowReserved: e?.allowReserved || !1 }))
              : n.push(Gm(r, i, e));
        }
      }
    return n.join(`&`);
  };
}
function Ym(e, t) {
  let n = e;
  for (let r of e.match(Vm) ?? []) {
    let e = r.substring(1, r.length - 1),
      i = !1,
      a = `simple`;
    if (
      (e.endsWith(`*`) && ((i = !0), (e = e.substring(0, e.length - 1))),
      e.startsWith(`.`) ? ((a = `label`), (e = e.substring(1))) : e.startsWith(`;`) && ((a = `matrix`), (e = e.substring(1))),
      !t || t[e] === void 0 || t[e] === null)
    )
      continue;
    let o = t[e];
    n = Array.isArray(o)
      ? n.replace(r, qm(e, o, { style: a, explode: i }))
      : typeof o == `object`
        ? n.replace(r, Km(e, o, { style: a, explode: i }))
        : a === `matrix`
          ? n.replace(r, `;${Gm(e, o)}`)
          : n.replace(r, a === `label` ? `.${encodeURIComponent(o)}` : encodeURIComponent(o));
  }
  return n;
}
function Xm(e, t) {
  return e instanceof FormData
    ? e
    : t &&
        (t.get instanceof Function ? (t.get(`Content-Type`) ?? t.get(`content-type`)) : (t[`Content-Type`] ?? t[`content-type`])) ===
          `application/x-www-form-urlencoded`
      ? new URLSearchParams(e).toString()
      : JSON.stringify(e);
}
function Zm(e, t) {
  let n = `${t.baseUrl}${e}`;
  t.params?.path && (n = t.pathSerializer(n, t.params.path));
  let r = t.querySerializer(t.params.query ?? {});
  return (r.startsWith(`?`) && (r = r.substring(1)), r && (n += `?${r}`), n);
}
function Qm(...e) {
  let t = new Headers();
  for (let n of e) {
    if (!n || typeof n != `object`) continue;
    let e = n instanceof Headers ? n.entries() : Object.entries(n);
    for (let [n, r] of e)
      if (r === null) t.delete(n);
      else if (Array.isArray(r)) for (let e of r) t.append(n, e);
      else r !== void 0 && t.set(n, r);
  }
  return t;
}
function $m(e) {
  return e.endsWith(`/`) ? e.substring(0, e.length - 1) : e;
}
export {
  Ms as $,
  at as $t,
  Ql as A,
  Wi as At,
  hl as B,
  Jr as Bt,
  Hu as C,
  u as Cn,
  ea as Ct,
  au as D,
  Zi as Dt,
  Lu as E,
  r as En,
  ra as Et,
  Ml as F,
  ci as Ft,
  Oc as G,
  Xt as Gt,
  Gc as H,
  Vn as Ht,
  Ol as I,
  si as It,
  gc as J,
  _t as Jt,
  bc as K,
  Yt as Kt,
  Sl as L,
  ii as Lt,
  Ll as M,
  Ei as Mt,
  Il as N,
  Ti as Nt,
  eu as O,
  G as Ot,
  jl as P,
  Si as Pt,
  js as Q,
  $e as Qt,
  Cl as R,
  Zr as Rt,
  Gu as S,
  D as Sn,
  aa as St,
  zu as T,
  a as Tn,
  oa as Tt,
  Lc as U,
  wn as Ut,
  ml as V,
  Gn as Vt,
  Nc as W,
  Tn as Wt,
  lc as X,
  yt as Xt,
  pc as Y,
  vt as Yt,
  Ys as Z,
  gt as Zt,
  od as _,
  V as _n,
  X as _t,
  Dm as a,
  Ue as an,
  ls as at,
  ed as b,
  h as bn,
  ia as bt,
  ym as c,
  ze as cn,
  Jo as ct,
  hp as d,
  Re as dn,
  so as dt,
  Ye as en,
  Os as et,
  dp as f,
  Fe as fn,
  no as ft,
  dd as g,
  he as gn,
  Y as gt,
  fd as h,
  me as hn,
  J as ht,
  Om as i,
  He as in,
  us as it,
  Xl as j,
  W as jt,
  $l as k,
  Ki as kt,
  im as l,
  Ve as ln,
  ko as lt,
  vd as m,
  xe as mn,
  wa as mt,
  Fm as n,
  qe as nn,
  Es as nt,
  _m as o,
  Ge as on,
  Xo as ot,
  Gd as p,
  Ne as pn,
  Ya as pt,
  jc as q,
  Dt as qt,
  Lm as r,
  Ke as rn,
  ws as rt,
  wm as s,
  We as sn,
  Yo as st,
  Wm as t,
  Je as tn,
  Ds as tt,
  _p as u,
  Be as un,
  Do as ut,
  id as v,
  ne as vn,
  K as vt,
  Vu as w,
  l as wn,
  la as wt,
  Ju as x,
  E as xn,
  na as xt,
  td as y,
  N as yn,
  ta as yt,
  xl as z,
  Yr as zt,
};
