import { n as e } from "./rolldown-runtime-WkwZ5CU-.js";
import { En as t, Ft as n, Pt as r, R as i, Tn as a, nn as o, tn as s, u as c, yn as l } from "./vendor-HYK3zHZn.js";
import {
  B as u,
  C as d,
  Ct as f,
  Et as p,
  I as m,
  L as h,
  Ot as g,
  Q as _,
  S as v,
  St as y,
  T as b,
  Tt as x,
  _ as S,
  b as ee,
  bt as te,
  g as ne,
  rt as C,
  tt as re,
  v as w,
  wt as ie,
  xt as ae,
  y as oe,
  z as se,
} from "./shared-Bn3naHN8.js";
import { g as ce, h as le, l as ue } from "./index-IMPo5J9l.js";
import {
  A as de,
  B as T,
  C as E,
  H as D,
  M as O,
  N as fe,
  P as pe,
  Q as k,
  R as me,
  S as he,
  T as A,
  W as j,
  X as ge,
  Y as _e,
  Z as ve,
  c as ye,
  et as M,
  f as be,
  ft as N,
  g as xe,
  h as P,
  i as Se,
  it as Ce,
  k as we,
  l as Te,
  lt as F,
  nt as Ee,
  o as De,
  p as Oe,
  pt as ke,
  st as Ae,
  t as I,
  tt as je,
  x as Me,
  y as Ne,
  z as Pe,
} from "./base-DGB2782h.js";
var Fe = () => `Add to quote`,
  Ie = () => `Ajouter au devis`,
  Le = (e = {}, t = {}) => ((t.locale ?? N()) === `fr` ? Ie(e) : Fe(e)),
  Re = () => `Create quote`,
  ze = () => `Créer le devis`,
  Be = (e = {}, t = {}) => ((t.locale ?? N()) === `fr` ? ze(e) : Re(e)),
  Ve = () => `New quote`,
  He = () => `Nouveau devis`,
  Ue = (e = {}, t = {}) => ((t.locale ?? N()) === `fr` ? He(e) : Ve(e)),
  We = () => `Add to a quote`,
  Ge = () => `Ajouter à un devis`,
  Ke = (e = {}, t = {}) => ((t.locale ?? N()) === `fr` ? Ge(e) : We(e)),
  qe = () => `Add to the draft`,
  Je = () => `Ajouter au brouillon`,
  Ye = (e = {}, t = {}) => ((t.locale ?? N()) === `fr` ? Je(e) : qe(e)),
  Xe = () => `Quote`,
  Ze = () => `Devis`,
  Qe = (e = {}, t = {}) => ((t.locale ?? N()) === `fr` ? Ze(e) : Xe(e)),
  $e = (e) => `Add: ${e?.name}`,
  et = (e) => `Ajouter : ${e?.name}`,
  tt = (e, t = {}) => ((t.locale ?? N()) === `fr` ? et(e) : $e(e)),
  nt = (e) => `Copy: ${e?.name}`,
  rt = (e) => `Copier : ${e?.name}`,
  it = (e, t = {}) => ((t.locale ?? N()) === `fr` ? rt(e) : nt(e)),
  at = (e) => (k(`en`, e?.count, {}), `${e?.count} of at most ${e?.most}`),
  ot = (e) => (k(`fr`, e?.count, {}), `${e?.count} sur ${e?.most} au plus`),
  st = (e, t = {}) => ((t.locale ?? N()) === `fr` ? ot(e) : at(e)),
  ct = (e) => `No ${e?.name} yet.`,
  lt = (e) => `Aucun élément « ${e?.name} » pour l’instant.`,
  ut = (e, t = {}) => ((t.locale ?? N()) === `fr` ? lt(e) : ct(e)),
  dt = (e) => `Remove: ${e?.name}`,
  ft = (e) => `Retirer : ${e?.name}`,
  pt = (e, t = {}) => ((t.locale ?? N()) === `fr` ? ft(e) : dt(e)),
  mt = () => `Choose anyway…`,
  ht = () => `Choisir quand même…`,
  gt = (e = {}, t = {}) => ((t.locale ?? N()) === `fr` ? ht(e) : mt(e)),
  _t = (e) => `Choose anyway: ${e?.value}`,
  vt = (e) => `Choisir quand même : ${e?.value}`,
  yt = (e, t = {}) => ((t.locale ?? N()) === `fr` ? vt(e) : _t(e)),
  bt = () => `To do`,
  xt = () => `À faire`,
  St = (e = {}, t = {}) => ((t.locale ?? N()) === `fr` ? xt(e) : bt(e)),
  Ct = () => `Changed by rules`,
  wt = () => `Modifié par les règles`,
  Tt = (e = {}, t = {}) => ((t.locale ?? N()) === `fr` ? wt(e) : Ct(e)),
  Et = (e) => `Choose: ${e?.name}`,
  Dt = (e) => `Choisir : ${e?.name}`,
  Ot = (e, t = {}) => ((t.locale ?? N()) === `fr` ? Dt(e) : Et(e)),
  kt = () => `Clear my choice`,
  At = () => `Effacer mon choix`,
  jt = (e = {}, t = {}) => ((t.locale ?? N()) === `fr` ? At(e) : kt(e)),
  Mt = (e) => `Clear my choice: ${e?.name}`,
  Nt = (e) => `Effacer mon choix : ${e?.name}`,
  Pt = (e, t = {}) => ((t.locale ?? N()) === `fr` ? Nt(e) : Mt(e)),
  Ft = () => `Complete`,
  It = () => `Complet`,
  Lt = (e = {}, t = {}) => ((t.locale ?? N()) === `fr` ? It(e) : Ft(e)),
  Rt = () => `Contradicts a newer choice`,
  zt = () => `Contredit un choix plus récent`,
  L = (e = {}, t = {}) => ((t.locale ?? N()) === `fr` ? zt(e) : Rt(e)),
  Bt = (e) => `Contradicts ${e?.what}`,
  Vt = (e) => `Contredit ${e?.what}`,
  Ht = (e, t = {}) => ((t.locale ?? N()) === `fr` ? Vt(e) : Bt(e)),
  Ut = () => `Default`,
  Wt = () => `Par défaut`,
  Gt = (e = {}, t = {}) => ((t.locale ?? N()) === `fr` ? Wt(e) : Ut(e)),
  Kt = (e) => `${e?.name}: no longer part of it`,
  qt = (e) => `${e?.name} : n’en fait plus partie`,
  Jt = (e, t = {}) => ((t.locale ?? N()) === `fr` ? qt(e) : Kt(e)),
  Yt = () => `included`,
  Xt = () => `inclus`,
  Zt = (e = {}, t = {}) => ((t.locale ?? N()) === `fr` ? Xt(e) : Yt(e)),
  Qt = (e) => `${e?.outer}: ${e?.inner}`,
  $t = (e) => `${e?.outer} : ${e?.inner}`,
  en = (e, t = {}) => ((t.locale ?? N()) === `fr` ? $t(e) : Qt(e)),
  tn = (e) => (k(`en`, e?.count, {}) === `one` ? `${e?.count} conflict` : `${e?.count} conflicts`),
  nn = (e) => (k(`fr`, e?.count, {}) === `one` ? `${e?.count} conflit` : `${e?.count} conflits`),
  rn = (e, t = {}) => ((t.locale ?? N()) === `fr` ? nn(e) : tn(e)),
  an = (e) => `Less: ${e?.name}`,
  on = (e) => `Moins : ${e?.name}`,
  sn = (e, t = {}) => ((t.locale ?? N()) === `fr` ? on(e) : an(e)),
  cn = (e) => `More: ${e?.name}`,
  ln = (e) => `Plus : ${e?.name}`,
  un = (e, t = {}) => ((t.locale ?? N()) === `fr` ? ln(e) : cn(e)),
  dn = () => `Needs approval.`,
  fn = () => `Nécessite une validation.`,
  pn = (e = {}, t = {}) => ((t.locale ?? N()) === `fr` ? fn(e) : dn(e)),
  mn = () => `Not possible in this product`,
  hn = () => `Impossible sur ce produit`,
  gn = (e = {}, t = {}) => ((t.locale ?? N()) === `fr` ? hn(e) : mn(e)),
  _n = (e) => `Next: ${e?.name}`,
  vn = (e) => `Suite : ${e?.name}`,
  yn = (e, t = {}) => ((t.locale ?? N()) === `fr` ? vn(e) : _n(e)),
  bn = () => `None`,
  xn = () => `Aucun`,
  Sn = (e = {}, t = {}) => ((t.locale ?? N()) === `fr` ? xn(e) : bn(e)),
  Cn = (e) => `Not with ${e?.what}`,
  wn = (e) => `Incompatible avec ${e?.what}`,
  Tn = (e, t = {}) => ((t.locale ?? N()) === `fr` ? wn(e) : Cn(e)),
  En = () => `Nothing chosen yet.`,
  Dn = () => `Rien de choisi pour l’instant.`,
  On = (e = {}, t = {}) => ((t.locale ?? N()) === `fr` ? Dn(e) : En(e)),
  kn = (e) => `At least ${e?.value}.`,
  An = (e) => `Au moins ${e?.value}.`,
  jn = (e, t = {}) => ((t.locale ?? N()) === `fr` ? An(e) : kn(e)),
  Mn = (e) => `At most ${e?.value}.`,
  Nn = (e) => `Au plus ${e?.value}.`,
  Pn = (e, t = {}) => ((t.locale ?? N()) === `fr` ? Nn(e) : Mn(e)),
  Fn = () => `Not possible with the present choices.`,
  In = () => `Impossible avec les choix actuels.`,
  Ln = (e = {}, t = {}) => ((t.locale ?? N()) === `fr` ? In(e) : Fn(e)),
  Rn = (e) => `In steps of ${e?.step} only.`,
  zn = (e) => `Par pas de ${e?.step} uniquement.`,
  Bn = (e, t = {}) => ((t.locale ?? N()) === `fr` ? zn(e) : Rn(e)),
  Vn = () => `Enter a number.`,
  Hn = () => `Saisissez un nombre.`,
  Un = (e = {}, t = {}) => ((t.locale ?? N()) === `fr` ? Hn(e) : Vn(e)),
  Wn = () => `The only value that fits`,
  Gn = () => `Seule valeur possible`,
  Kn = (e = {}, t = {}) => ((t.locale ?? N()) === `fr` ? Gn(e) : Wn(e)),
  qn = (e) => (k(`en`, e?.count, {}) === `one` ? `${e?.count} decision open` : `${e?.count} decisions open`),
  Jn = (e) => (k(`fr`, e?.count, {}) === `one` ? `${e?.count} choix ouvert` : `${e?.count} choix ouverts`),
  Yn = (e, t = {}) => ((t.locale ?? N()) === `fr` ? Jn(e) : qn(e)),
  Xn = (e) => `${e?.name}: ${e?.value}`,
  Zn = (e) => `${e?.name} : ${e?.value}`,
  Qn = (e, t = {}) => ((t.locale ?? N()) === `fr` ? Zn(e) : Xn(e)),
  $n = (e) => `${e?.amount} / month`,
  er = (e) => `${e?.amount} / mois`,
  tr = (e, t = {}) => ((t.locale ?? N()) === `fr` ? er(e) : $n(e)),
  nr = (e) => `${e?.amount} / year`,
  rr = (e) => `${e?.amount} / an`,
  ir = (e, t = {}) => ((t.locale ?? N()) === `fr` ? rr(e) : nr(e)),
  ar = (e) => `Possible now: ${e?.ranges}.`,
  or = (e) => `Possible actuellement : ${e?.ranges}.`,
  sr = (e, t = {}) => ((t.locale ?? N()) === `fr` ? or(e) : ar(e)),
  cr = (e) => `${e?.done} of ${e?.total} decided`,
  lr = (e) => `${e?.done} choix sur ${e?.total}`,
  ur = (e, t = {}) => ((t.locale ?? N()) === `fr` ? lr(e) : cr(e)),
  dr = (e) => `${e?.min} to ${e?.max}`,
  fr = (e) => `${e?.min} à ${e?.max}`,
  pr = (e, t = {}) => ((t.locale ?? N()) === `fr` ? fr(e) : dr(e)),
  mr = (e) => `Required by ${e?.what}`,
  hr = (e) => `Imposé par ${e?.what}`,
  gr = (e, t = {}) => ((t.locale ?? N()) === `fr` ? hr(e) : mr(e)),
  _r = () => `Resolve…`,
  vr = () => `Résoudre…`,
  yr = (e = {}, t = {}) => ((t.locale ?? N()) === `fr` ? vr(e) : _r(e)),
  br = (e) => `Resolve: ${e?.value}`,
  xr = (e) => `Résoudre : ${e?.value}`,
  Sr = (e, t = {}) => ((t.locale ?? N()) === `fr` ? xr(e) : br(e)),
  Cr = () => `Start over`,
  wr = () => `Recommencer`,
  Tr = (e = {}, t = {}) => ((t.locale ?? N()) === `fr` ? wr(e) : Cr(e)),
  Er = (e) => `Your work from ${e?.when} is back.`,
  Dr = (e) => `Votre travail (${e?.when}) est de retour.`,
  Or = (e, t = {}) => ((t.locale ?? N()) === `fr` ? Dr(e) : Er(e)),
  kr = () => `Search this product`,
  Ar = () => `Rechercher dans ce produit`,
  jr = (e = {}, t = {}) => ((t.locale ?? N()) === `fr` ? Ar(e) : kr(e)),
  Mr = () => `Excluded options are found too.`,
  Nr = () => `Les options incompatibles sont trouvées aussi.`,
  Pr = (e = {}, t = {}) => ((t.locale ?? N()) === `fr` ? Nr(e) : Mr(e)),
  Fr = () => `Words, code or synonym`,
  Ir = () => `Mots, code ou synonyme`,
  Lr = (e = {}, t = {}) => ((t.locale ?? N()) === `fr` ? Ir(e) : Fr(e)),
  Rr = () => `Summary`,
  zr = () => `Résumé`,
  Br = (e = {}, t = {}) => ((t.locale ?? N()) === `fr` ? zr(e) : Rr(e)),
  Vr = () => `so far`,
  Hr = () => `à ce stade`,
  Ur = (e = {}, t = {}) => ((t.locale ?? N()) === `fr` ? Hr(e) : Vr(e)),
  Wr = () => `Chosen`,
  Gr = () => `Choisi`,
  Kr = (e = {}, t = {}) => ((t.locale ?? N()) === `fr` ? Gr(e) : Wr(e)),
  qr = () => `Excluded`,
  Jr = () => `Incompatible`,
  Yr = (e = {}, t = {}) => ((t.locale ?? N()) === `fr` ? Jr(e) : qr(e)),
  Xr = () => `Required`,
  Zr = () => `Imposé`,
  Qr = (e = {}, t = {}) => ((t.locale ?? N()) === `fr` ? Zr(e) : Xr(e)),
  $r = () => `General`,
  ei = () => `Général`,
  ti = (e = {}, t = {}) => ((t.locale ?? N()) === `fr` ? ei(e) : $r(e)),
  ni = () => `Steps`,
  ri = () => `Étapes`,
  ii = (e = {}, t = {}) => ((t.locale ?? N()) === `fr` ? ri(e) : ni(e)),
  ai = (e) => `in steps of ${e?.step}`,
  oi = (e) => `par pas de ${e?.step}`,
  si = (e, t = {}) => ((t.locale ?? N()) === `fr` ? oi(e) : ai(e)),
  ci = () => `Some decisions are still open. You can add it to a quote all the same.`,
  li = () => `Des choix restent ouverts. Vous pouvez tout de même l’ajouter à un devis.`,
  ui = (e = {}, t = {}) => ((t.locale ?? N()) === `fr` ? li(e) : ci(e)),
  di = () => `Your configuration`,
  fi = () => `Votre configuration`,
  pi = (e = {}, t = {}) => ((t.locale ?? N()) === `fr` ? fi(e) : di(e)),
  mi = (e) => `Take ${e?.value}`,
  hi = (e) => `Prendre ${e?.value}`,
  gi = (e, t = {}) => ((t.locale ?? N()) === `fr` ? hi(e) : mi(e)),
  _i = () => `to choose`,
  vi = () => `à choisir`,
  yi = (e = {}, t = {}) => ((t.locale ?? N()) === `fr` ? vi(e) : _i(e)),
  bi = () => `Tools`,
  xi = () => `Outils`,
  Si = (e = {}, t = {}) => ((t.locale ?? N()) === `fr` ? xi(e) : bi(e)),
  Ci = () => `Price excl. VAT`,
  wi = () => `Prix HT`,
  Ti = (e = {}, t = {}) => ((t.locale ?? N()) === `fr` ? wi(e) : Ci(e)),
  Ei = () => `Why?`,
  Di = () => `Pourquoi ?`,
  Oi = (e = {}, t = {}) => ((t.locale ?? N()) === `fr` ? Di(e) : Ei(e)),
  ki = (e) => `Why ${e?.value}?`,
  Ai = (e) => `Pourquoi ${e?.value} ?`,
  ji = (e, t = {}) => ((t.locale ?? N()) === `fr` ? Ai(e) : ki(e)),
  Mi = () => `Copy`,
  Ni = () => `Copier`,
  Pi = (e = {}, t = {}) => ((t.locale ?? N()) === `fr` ? Ni(e) : Mi(e)),
  Fi = () => `Choose a customer or enter a name.`,
  Ii = () => `Choisissez un client ou saisissez un nom.`,
  Li = (e = {}, t = {}) => ((t.locale ?? N()) === `fr` ? Ii(e) : Fi(e)),
  Ri = () => `New prospect`,
  zi = () => `Nouveau prospect`,
  Bi = (e = {}, t = {}) => ((t.locale ?? N()) === `fr` ? zi(e) : Ri(e)),
  Vi = () => `Search or enter a name`,
  Hi = () => `Rechercher ou saisir un nom`,
  Ui = (e = {}, t = {}) => ((t.locale ?? N()) === `fr` ? Hi(e) : Vi(e)),
  Wi = () => `Next`,
  Gi = () => `Suite`,
  Ki = (e = {}, t = {}) => ((t.locale ?? N()) === `fr` ? Gi(e) : Wi(e)),
  qi = () => `no`,
  Ji = () => `non`,
  Yi = (e = {}, t = {}) => ((t.locale ?? N()) === `fr` ? Ji(e) : qi(e)),
  Xi = () => `No`,
  Zi = () => `Non`,
  Qi = (e = {}, t = {}) => ((t.locale ?? N()) === `fr` ? Zi(e) : Xi(e)),
  $i = () => `Enter a quantity above zero.`,
  ea = () => `Saisissez une quantité supérieure à zéro.`,
  ta = (e = {}, t = {}) => ((t.locale ?? N()) === `fr` ? ea(e) : $i(e)),
  na = () => `Redo`,
  ra = () => `Rétablir`,
  ia = (e = {}, t = {}) => ((t.locale ?? N()) === `fr` ? ra(e) : na(e)),
  aa = () => `Remove`,
  oa = () => `Retirer`,
  sa = (e = {}, t = {}) => ((t.locale ?? N()) === `fr` ? oa(e) : aa(e)),
  ca = () => `Apply`,
  la = () => `Appliquer`,
  ua = (e = {}, t = {}) => ((t.locale ?? N()) === `fr` ? la(e) : ca(e)),
  da = (e) => `${e?.what} chosen.`,
  fa = (e) => `${e?.what} choisi.`,
  pa = (e, t = {}) => ((t.locale ?? N()) === `fr` ? fa(e) : da(e)),
  ma = (e) => `Gives up ${e?.what}`,
  ha = (e) => `Abandonne ${e?.what}`,
  ga = (e, t = {}) => ((t.locale ?? N()) === `fr` ? ha(e) : ma(e)),
  _a = () => `This product cannot have it, whatever you choose.`,
  va = () => `Ce produit ne peut pas l’avoir, quels que soient vos choix.`,
  ya = (e = {}, t = {}) => ((t.locale ?? N()) === `fr` ? va(e) : _a(e)),
  ba = (e) => `becomes ${e?.what}`,
  xa = (e) => `devient ${e?.what}`,
  Sa = (e, t = {}) => ((t.locale ?? N()) === `fr` ? xa(e) : ba(e)),
  Ca = () => `Keep current`,
  wa = () => `Garder l’actuel`,
  Ta = (e = {}, t = {}) => ((t.locale ?? N()) === `fr` ? wa(e) : Ca(e)),
  Ea = (e) => `Then required: ${e?.what}`,
  Da = (e) => `Alors imposé : ${e?.what}`,
  Oa = (e, t = {}) => ((t.locale ?? N()) === `fr` ? Da(e) : Ea(e)),
  ka = () => `No way was found in the time available.`,
  Aa = () => `Aucune solution trouvée dans le temps imparti.`,
  ja = (e = {}, t = {}) => ((t.locale ?? N()) === `fr` ? Aa(e) : ka(e)),
  Ma = () => `Nothing else changes`,
  Na = () => `Rien d’autre ne change`,
  Pa = (e = {}, t = {}) => ((t.locale ?? N()) === `fr` ? Na(e) : Ma(e)),
  Fa = (e) => `To get ${e?.what}`,
  Ia = (e) => `Pour obtenir ${e?.what}`,
  La = (e, t = {}) => ((t.locale ?? N()) === `fr` ? Ia(e) : Fa(e)),
  Ra = (e) => `${e?.amount} in total`,
  za = (e) => `${e?.amount} au total`,
  Ba = (e, t = {}) => ((t.locale ?? N()) === `fr` ? za(e) : Ra(e)),
  Va = (e) => `What has to change for ${e?.what}`,
  Ha = (e) => `Ce qui doit changer pour ${e?.what}`,
  Ua = (e, t = {}) => ((t.locale ?? N()) === `fr` ? Ha(e) : Va(e)),
  Wa = (e) => `Then without ${e?.what}`,
  Ga = (e) => `Alors sans ${e?.what}`,
  Ka = (e, t = {}) => ((t.locale ?? N()) === `fr` ? Ga(e) : Wa(e)),
  qa = (e) => (k(`en`, e?.count, {}) === `one` ? `${e?.count} result` : `${e?.count} results`),
  Ja = (e) => (k(`fr`, e?.count, {}) === `one` ? `${e?.count} résultat` : `${e?.count} résultats`),
  Ya = (e, t = {}) => ((t.locale ?? N()) === `fr` ? Ja(e) : qa(e)),
  Xa = () => `Save the line`,
  Za = () => `Enregistrer la ligne`,
  Qa = (e = {}, t = {}) => ((t.locale ?? N()) === `fr` ? Za(e) : Xa(e)),
  $a = () => `Share`,
  eo = () => `Partager`,
  to = (e = {}, t = {}) => ((t.locale ?? N()) === `fr` ? eo(e) : $a(e)),
  no = () => `Link copied.`,
  ro = () => `Lien copié.`,
  io = (e = {}, t = {}) => ((t.locale ?? N()) === `fr` ? ro(e) : no(e)),
  ao = () => `Copy the link`,
  oo = () => `Copier le lien`,
  so = (e = {}, t = {}) => ((t.locale ?? N()) === `fr` ? oo(e) : ao(e)),
  co = () => `Whoever opens it gets a copy of these choices, with their own prices.`,
  lo = () => `Qui l’ouvre obtient une copie de ces choix, avec ses propres prix.`,
  uo = (e = {}, t = {}) => ((t.locale ?? N()) === `fr` ? lo(e) : co(e)),
  fo = () => `Link`,
  po = () => `Lien`,
  mo = (e = {}, t = {}) => ((t.locale ?? N()) === `fr` ? po(e) : fo(e)),
  ho = () => `Share this configuration`,
  go = () => `Partager cette configuration`,
  _o = (e = {}, t = {}) => ((t.locale ?? N()) === `fr` ? go(e) : ho(e)),
  vo = () => `Undo`,
  yo = () => `Annuler`,
  bo = (e = {}, t = {}) => ((t.locale ?? N()) === `fr` ? yo(e) : vo(e)),
  xo = (e) => `${e?.name} is not part of this configuration`,
  So = (e) => `${e?.name} ne fait pas partie de cette configuration`,
  Co = (e, t = {}) => ((t.locale ?? N()) === `fr` ? So(e) : xo(e)),
  wo = (e) => `Outside the bounds of ${e?.name}`,
  To = (e) => `Hors des limites de ${e?.name}`,
  Eo = (e, t = {}) => ((t.locale ?? N()) === `fr` ? To(e) : wo(e)),
  Do = (e) => `The number of ${e?.name} is limited`,
  Oo = (e) => `Le nombre de ${e?.name} est limité`,
  ko = (e, t = {}) => ((t.locale ?? N()) === `fr` ? Oo(e) : Do(e)),
  Ao = (e) => `Given: ${e?.what}`,
  jo = (e) => `Donné : ${e?.what}`,
  Mo = (e, t = {}) => ((t.locale ?? N()) === `fr` ? jo(e) : Ao(e)),
  No = (e) => `${e?.name} is not offered on this date`,
  Po = (e) => `${e?.name} n’est pas proposé à cette date`,
  Fo = (e, t = {}) => ((t.locale ?? N()) === `fr` ? Po(e) : No(e)),
  Io = (e) => `${e?.name} takes one value only`,
  Lo = (e) => `${e?.name} n’accepte qu’une seule valeur`,
  Ro = (e, t = {}) => ((t.locale ?? N()) === `fr` ? Lo(e) : Io(e)),
  zo = (e) => `You chose ${e?.what}`,
  Bo = (e) => `Vous avez choisi ${e?.what}`,
  Vo = (e, t = {}) => ((t.locale ?? N()) === `fr` ? Bo(e) : zo(e)),
  Ho = (e) => `${e?.name} must have a value`,
  Uo = (e) => `${e?.name} doit avoir une valeur`,
  Wo = (e, t = {}) => ((t.locale ?? N()) === `fr` ? Uo(e) : Ho(e)),
  Go = (e) => `Rule: ${e?.name}`,
  Ko = (e) => `Règle : ${e?.name}`,
  qo = (e, t = {}) => ((t.locale ?? N()) === `fr` ? Ko(e) : Go(e)),
  Jo = (e) => `Not on the steps of ${e?.name}`,
  Yo = (e) => `Hors des pas de ${e?.name}`,
  Xo = (e, t = {}) => ((t.locale ?? N()) === `fr` ? Yo(e) : Jo(e)),
  Zo = (e) => `Why ${e?.what}`,
  Qo = (e) => `Pourquoi ${e?.what}`,
  $o = (e, t = {}) => ((t.locale ?? N()) === `fr` ? Qo(e) : Zo(e)),
  es = () => `yes`,
  ts = () => `oui`,
  ns = (e = {}, t = {}) => ((t.locale ?? N()) === `fr` ? ts(e) : es(e)),
  rs = () => `Yes`,
  is = () => `Oui`,
  as = (e = {}, t = {}) => ((t.locale ?? N()) === `fr` ? is(e) : rs(e)),
  R = e(t(), 1),
  os = (e) =>
    s({
      queryKey: [`customers`, e],
      queryFn: async ({ signal: t }) =>
        (await Ce(M.GET(`/v1/customers`, { params: { query: { q: e || void 0, limit: 20 } }, signal: t }))).items,
    }),
  z = a(),
  ss = `new`;
function cs({ onChoose: e, error: t }) {
  let [n, r] = (0, R.useState)(``),
    a = (0, R.useDeferredValue)(n.trim()),
    s = o({ ...os(a), placeholderData: (e) => e }).data ?? [],
    l = s.some((e) => e.name.toLowerCase() === n.trim().toLowerCase()),
    u = [
      ...s.map((e) => ({ key: e.id, name: e.name, detail: e.addresses?.[0]?.city ?? `` })),
      ...(n.trim() && !l ? [{ key: ss, name: n.trim(), detail: Bi() }] : []),
    ];
  return (0, z.jsxs)(f, {
    className: xe.field ?? ``,
    inputValue: n,
    onInputChange: (t) => {
      (r(t), e(t.trim() ? { name: t.trim() } : null));
    },
    onSelectionChange: (t) => {
      let n = u.find((e) => e.key === t);
      n && (r(n.name), e(n.key === ss ? { name: n.name } : { id: n.key, name: n.name }));
    },
    items: u,
    allowsCustomValue: !0,
    allowsEmptyCollection: !0,
    menuTrigger: `focus`,
    isInvalid: !!t,
    children: [
      (0, z.jsx)(i, { className: xe.label ?? ``, children: ge() }),
      (0, z.jsx)(p, { className: xe.control ?? ``, placeholder: Ui() }),
      t && (0, z.jsxs)(`p`, { className: xe.error, children: [(0, z.jsx)(D, { name: `alert`, size: 14 }), t] }),
      (0, z.jsx)(c, {
        className: h.popover,
        children: (0, z.jsx)(ie, {
          className: h.menu,
          renderEmptyState: () => (0, z.jsx)(`div`, { className: h.heading, children: C() }),
          children: (e) =>
            (0, z.jsxs)(
              x,
              {
                id: e.key,
                className: h.item ?? ``,
                textValue: e.name,
                children: [
                  (0, z.jsx)(D, { name: e.key === ss ? `plus` : `user`, size: 16 }),
                  (0, z.jsxs)(`span`, { children: [e.name, e.detail && (0, z.jsx)(`span`, { className: h.detail, children: e.detail })] }),
                ],
              },
              e.key,
            ),
        }),
      }),
    ],
  });
}
var ls = { form: `_form_1onma_2` },
  B = `new`;
function us({ configuration: e, onClose: t, onAdded: n }) {
  let r = le(),
    i = ye(),
    a = Te(),
    [s] = (0, R.useState)(je),
    [c, l] = (0, R.useState)(B),
    [d, f] = (0, R.useState)(null),
    [p, m] = (0, R.useState)(`1`),
    [h, g] = (0, R.useState)(!1),
    _ = o({ queryKey: [`quotes`, `own-drafts`], queryFn: async () => (await Se({ state: [`draft`], owner: `me` }, void 0, 20)).items }),
    v = ee(p, Ae()),
    b = c === B && !d,
    x = i.isPending || a.isPending,
    S = i.error ?? a.error;
  async function te() {
    if ((g(!0), v === null || v === `0` || b)) return;
    let t = { ...e, quantity: v },
      i = c === B ? await ne(t) : await C(c, t);
    (n(), await r({ to: `/quotes/$id`, params: { id: i.quote.id }, search: { revision: void 0 } }));
  }
  async function ne(e) {
    let t = d && `id` in d ? { customer_id: d.id } : { customer: { name: d?.name ?? `` } };
    return i.mutateAsync({ quote: { ...t, lines: [e] }, key: s });
  }
  async function C(e, t) {
    let n = await ke.fetchQuery({ ...De(e), staleTime: 0 });
    return a.mutateAsync({ id: e, version: n.version, edits: { add: [t] } });
  }
  return (0, z.jsx)(O, {
    title: Ke(),
    open: !0,
    onClose: t,
    foot: (0, z.jsxs)(z.Fragment, {
      children: [
        (0, z.jsx)(T, { onPress: t, children: y() }),
        (0, z.jsx)(T, { look: `primary`, isPending: x, onPress: () => void te().catch(() => void 0), children: c === B ? Be() : Ye() }),
      ],
    }),
    children: (0, z.jsxs)(`div`, {
      className: ls.form,
      children: [
        S && (0, z.jsx)(pe, { tone: `danger`, role: `alert`, children: u(S) }),
        (_.data?.length ?? 0) > 0 &&
          (0, z.jsxs)(Oe, {
            label: Qe(),
            value: c,
            onChange: (e) => l(e.currentTarget.value),
            children: [
              (0, z.jsx)(`option`, { value: B, children: Ue() }),
              _.data?.map((e) => (0, z.jsxs)(`option`, { value: e.revision_id, children: [e.number, ` · `, e.customer.name] }, e.id)),
            ],
          }),
        c === B && (0, z.jsx)(cs, { onChoose: f, error: h && b ? Li() : void 0 }),
        (0, z.jsx)(be, {
          label: re(),
          value: p,
          onChange: (e) => m(e.currentTarget.value),
          error: h && (v === null || v === `0`) ? ta() : void 0,
        }),
      ],
    }),
  });
}
var ds = (0, R.createContext)(null),
  fs = ds.Provider;
function V() {
  let e = (0, R.useContext)(ds);
  if (!e) throw Error(`used outside of the configurator`);
  return e;
}
function ps(e = []) {
  return { past: [], present: e, future: [] };
}
function ms(e, t) {
  return xs(e.present, t) ? e : { past: [...e.past, e.present], present: t, future: [] };
}
function hs({ past: e, present: t, future: n }) {
  let r = e.at(-1);
  return r ? { past: e.slice(0, -1), present: r, future: [t, ...n] } : { past: e, present: t, future: n };
}
function gs({ past: e, present: t, future: n }) {
  let [r, ...i] = n;
  return r ? { past: [...e, t], present: r, future: i } : { past: e, present: t, future: n };
}
function _s(e, t, n) {
  return [...e.filter((e) => e.path !== t), { path: t, op: `set`, value: n }];
}
function vs(e, t, n, r) {
  return [...e.filter((e) => e.path !== t || e.value !== n), { path: t, op: r ? `set` : `exclude`, value: n }];
}
function ys(e, t, n) {
  return e.filter((e) => e.path !== t || (n !== void 0 && e.value !== n));
}
function bs(e, t) {
  return e.filter((e) => e.path !== t && !e.path.startsWith(t + `/`));
}
function xs(e, t) {
  return e.length === t.length && e.every((e, n) => e.path === t[n]?.path && e.op === t[n]?.op && e.value === t[n]?.value);
}
function Ss(e, t) {
  let n = [e, ...t.map((e) => [e.path, e.value, ...(e.op === `exclude` ? [1] : [])])],
    r = new TextEncoder().encode(JSON.stringify(n));
  return btoa(String.fromCharCode(...r))
    .replaceAll(`+`, `-`)
    .replaceAll(`/`, `_`)
    .replace(/=+$/, ``);
}
function Cs(e) {
  try {
    let t = atob(e.trim().replaceAll(`-`, `+`).replaceAll(`_`, `/`)),
      n = JSON.parse(new TextDecoder(`utf-8`, { fatal: !0 }).decode(Uint8Array.from(t, (e) => e.charCodeAt(0))));
    if (!Array.isArray(n) || typeof n[0] != `string`) return null;
    let r = n.slice(1).map(ws);
    return r.every((e) => e !== null) ? { model: n[0], picks: r } : null;
  } catch {
    return null;
  }
}
function ws(e) {
  if (!Array.isArray(e)) return null;
  let [t, n, r] = e;
  return typeof t != `string` || typeof n != `string` ? null : { path: t, op: r === 1 ? `exclude` : `set`, value: n };
}
var Ts = `quotient.draft.`;
function Es(e) {
  try {
    let t = JSON.parse(localStorage.getItem(Ts + e) ?? `null`);
    return t && Array.isArray(t.picks) ? t : void 0;
  } catch {
    return;
  }
}
function Ds(e, t) {
  try {
    t.length === 0
      ? localStorage.removeItem(Ts + e)
      : localStorage.setItem(Ts + e, JSON.stringify({ picks: t, at: new Date().toISOString() }));
  } catch {}
}
function Os(e) {
  Ds(e, []);
}
function H(e) {
  return e == null ? `` : String(e);
}
function ks(e, t) {
  let n = t.split(`/`);
  if (n[0] === `needs`) {
    let t = e.needs.find((e) => e.code === n[1]);
    return t && { kind: `attribute`, attribute: { ...t, type: `choice`, required: !1, options: t.answers } };
  }
  let r = e;
  for (let e = 0; e < n.length;) {
    let t = r.attributes.find((t) => t.code === n[e]);
    if (t) return e === n.length - 1 ? { kind: `attribute`, attribute: t } : void 0;
    let i = r.components.find((t) => t.code === n[e]);
    if (!i) break;
    if (e === n.length - 1) return { kind: `component`, component: i };
    if (e === n.length - 2) return { kind: `component`, component: i, instance: n[e + 1] };
    ((r = i), (e += 2));
  }
  let i = e.context.find((e) => e.code === t);
  return i && { kind: `attribute`, attribute: i };
}
function U(e, t) {
  let n = ks(e, t);
  if (!n) return t;
  let r = n.kind === `attribute` ? F(n.attribute.label) || n.attribute.code : As(n.component, n.instance),
    i = t
      .split(`/`)
      .slice(0, n.kind === `attribute` ? -1 : -2)
      .join(`/`);
  return i && i !== `needs` ? en({ outer: U(e, i), inner: r }) : r;
}
function As(e, t) {
  let n = F(e.label) || e.code;
  return t ? `${n} ${t.replace(/^\D+/, ``) || t}` : n;
}
function W(e, t) {
  let n = H(t);
  if (n === ``) return Sn();
  switch (e?.type) {
    case `choice`:
    case `multi`: {
      let t = e.options.find((e) => e.code === n);
      return t ? F(t.label) || t.code : n;
    }
    case `bool`:
      return n === `true` ? ns() : Yi();
    case `integer`:
    case `decimal`:
      return G(n, e.unit);
    case `date`:
      return Me(n);
    default:
      return n;
  }
}
function G(e, t) {
  let n = /^-?\d+(\.\d+)?$/.test(e) ? he(e) : e;
  return t ? `${n}\u00a0${t}` : n;
}
function K(e, t, n) {
  let r = ks(e, t);
  return r?.kind === `component`
    ? r.instance
      ? U(e, t)
      : Qn({ name: U(e, t), value: H(n) })
    : Qn({ name: U(e, t), value: W(r?.attribute, n) });
}
function q(e, t, n) {
  let r = ks(e, t);
  return r?.kind === `attribute` && (r.attribute.type === `choice` || r.attribute.type === `multi`) && H(n) !== ``
    ? W(r.attribute, n)
    : r?.kind === `attribute` && r.attribute.type === `bool` && H(n) === `true`
      ? U(e, t)
      : K(e, t, n);
}
function js(e, t) {
  let n = e.rules.find((e) => e.name === t);
  return F(n?.message) || F(n?.label) || t;
}
function Ms(e, t) {
  let n = e.rules.find((e) => e.name === t);
  return F(n?.label) || F(n?.message) || t;
}
function Ns(e, t, n) {
  let r = (n.because ?? []).map((n) => q(e, n, Ps(t.get(n))));
  return r.length > 0 ? Tn({ what: E([...new Set(r)]) }) : n.by?.[0] ? js(e, n.by[0]) : gn();
}
function Ps(e) {
  return e?.selected?.[0] ?? e?.value;
}
var Fs = `-`;
function Is(e) {
  let t = new Set(e.groups.map((e) => e.code)),
    n = e.attributes.filter((e) => !e.computed),
    r = (r) => ({
      attributes: n.filter((e) => (e.group && t.has(e.group) ? e.group : Fs) === r),
      components: e.components.filter((e) => (e.group && t.has(e.group) ? e.group : Fs) === r),
    }),
    i = e.groups.map((e) => ({ code: e.code, label: F(e.label) || e.code, help: F(e.help), ...r(e.code) })),
    a = { code: Fs, label: ti(), help: ``, ...r(Fs) };
  return (e.groups.length > 0 ? [...i, a] : [a]).filter((e) => e.attributes.length + e.components.length > 0);
}
function Ls(e, t) {
  let n = new Set([...e.attributes.map((e) => e.code), ...e.components.map((e) => e.code)]),
    r = t.attributes.filter((e) => e.active && e.visible && n.has(e.path.split(`/`)[0] ?? ``)),
    i = new Set(t.progress.open ?? []);
  return {
    done: r.filter((e) => e.required && !i.has(e.path)).length,
    open: r.filter((e) => i.has(e.path)).length,
    issues: (t.conflicts ?? []).filter((e) => n.has(e.path.split(`/`)[0] ?? ``)).length,
  };
}
function Rs(e, t, n) {
  let r = new Map(e.attributes.map((e) => [e.path, e]));
  return t.attributes.flatMap((e) => {
    let t = r.get(e.path);
    if (!t || n.has(e.path) || !e.visible || !e.active || e.type === `text`) return [];
    let [i, a] = [zs(t), zs(e)];
    return i === a ? [] : [{ path: e.path, before: i, after: a }];
  });
}
function zs(e) {
  return e.type === `multi` ? (e.selected ?? []).join(`, `) : H(e.value);
}
var J = {
  reasons: `_reasons_mjthm_2`,
  reason: `_reason_mjthm_2`,
  what: `_what_mjthm_19`,
  title: `_title_mjthm_25`,
  repairs: `_repairs_mjthm_30`,
  repair: `_repair_mjthm_30`,
  changes: `_changes_mjthm_50`,
  change: `_change_mjthm_50`,
  drop: `_drop_mjthm_66`,
  add: `_add_mjthm_70`,
  yours: `_yours_mjthm_74`,
  price: `_price_mjthm_79`,
  difference: `_difference_mjthm_83`,
  total: `_total_mjthm_88`,
  apply: `_apply_mjthm_94`,
};
function Bs(e) {
  let { model: t, question: n, onClose: r } = e,
    i = q(t, n.path, n.value);
  return (0, z.jsxs)(O, {
    title: La({ what: i }),
    open: !0,
    onClose: r,
    kind: `wide`,
    foot: (0, z.jsx)(T, { onPress: r, children: Ta() }),
    children: [(0, z.jsx)(Us, { ...e }), (0, z.jsx)(qs, { ...e })],
  });
}
function Vs(e) {
  let t = q(e.model, e.question.path, e.question.value);
  return (0, z.jsx)(O, {
    title: $o({ what: t }),
    open: !0,
    onClose: e.onClose,
    foot: (0, z.jsx)(T, { onPress: e.onClose, children: ve() }),
    children: (0, z.jsx)(Us, { ...e }),
  });
}
function Hs({ version: e, picks: t, pricing: n, question: r }) {
  return { version: e, picks: [...t], path: r.path, value: r.value, price: n };
}
function Us(e) {
  let { model: t, question: n, picks: r } = e,
    i = o({
      queryKey: [`explain`, t.code, n, r],
      queryFn: ({ signal: n }) => Ee(M.POST(`/v1/models/{code}/explain`, { params: { path: { code: t.code } }, body: Hs(e), signal: n })),
      staleTime: 1 / 0,
    });
  return i.isPending
    ? (0, z.jsx)(fe, { lines: 2 })
    : i.isError
      ? (0, z.jsx)(se, { error: i.error, retry: () => void i.refetch() })
      : (0, z.jsx)(`ul`, {
          className: J.reasons,
          children: i.data.reasons.map((e, n) =>
            (0, z.jsxs)(
              `li`,
              { className: J.reason, children: [(0, z.jsx)(D, { name: Ws[e.kind], size: 16 }), (0, z.jsx)(Gs, { model: t, reason: e })] },
              n,
            ),
          ),
        });
}
var Ws = { pick: `user`, context: `info`, rule: `lock`, structure: `grid` };
function Gs({ model: e, reason: t }) {
  switch (t.kind) {
    case `rule`:
      return (0, z.jsxs)(`span`, {
        children: [
          F(t.message) || F(t.label) || js(e, t.rule ?? ``),
          F(t.message) && F(t.label) && (0, z.jsx)(`span`, { className: J.what, children: qo({ name: F(t.label) }) }),
        ],
      });
    case `pick`:
      return (0, z.jsx)(`span`, { children: Vo({ what: K(e, t.path ?? ``, t.value) }) });
    case `context`:
      return (0, z.jsx)(`span`, { children: Mo({ what: K(e, t.path ?? ``, t.value) }) });
    case `structure`:
      return (0, z.jsx)(`span`, { children: Ks(e, t) });
  }
}
function Ks(e, t) {
  let n = t.path ? U(e, t.path) : ``;
  switch (t.rule) {
    case `one-of`:
      return Ro({ name: n });
    case `bounds`:
      return Eo({ name: n });
    case `step`:
      return Xo({ name: n });
    case `cardinality`:
      return ko({ name: n });
    case `active`:
      return Co({ name: n });
    case `required`:
      return Wo({ name: n });
    case `effectivity`:
      return Fo({ name: n });
    default:
      return F(t.message) || n;
  }
}
function qs(e) {
  let { model: t, question: n, picks: r, pricing: i } = e,
    a = o({
      queryKey: [`repair`, t.code, n, r, i],
      queryFn: ({ signal: n }) =>
        Ee(M.POST(`/v1/models/{code}/repair`, { params: { path: { code: t.code } }, body: { ...Hs(e), limit: 3 }, signal: n })),
      staleTime: 1 / 0,
    });
  return a.isPending
    ? (0, z.jsx)(fe, { lines: 4 })
    : a.isError
      ? (0, z.jsx)(se, { error: a.error, retry: () => void a.refetch() })
      : a.data.repairs.length === 0
        ? (0, z.jsx)(pe, { icon: `ban`, children: a.data.possible ? ja() : ya() })
        : (0, z.jsxs)(z.Fragment, {
            children: [
              (0, z.jsx)(`h3`, { className: J.title, children: Ua({ what: q(t, n.path, n.value) }) }),
              (0, z.jsx)(`ol`, {
                className: J.repairs,
                children: a.data.repairs.map((t, n) => (0, z.jsx)(Js, { ...e, repair: t, first: n === 0 }, n)),
              }),
            ],
          });
}
function Js({ model: e, picks: t, pricing: n, question: r, repair: i, first: a, onApply: o }) {
  let s = i.drop.map((e) => t[e]).filter((e) => e !== void 0),
    c = new Set([r.path, ...s.map((e) => e.path)]),
    l = i.changes.filter((e) => !c.has(e.path)),
    u = new Map(i.changes.map((e) => [e.path, e.after]));
  return (0, z.jsxs)(`li`, {
    className: J.repair,
    children: [
      (0, z.jsxs)(`ul`, {
        className: J.changes,
        children: [
          s.map((t) =>
            (0, z.jsxs)(
              `li`,
              {
                className: j(J.change, J.drop),
                children: [
                  (0, z.jsx)(D, { name: `minus`, size: 15 }),
                  (0, z.jsxs)(`span`, {
                    children: [
                      ga({ what: K(e, t.path, t.value) }),
                      ` `,
                      t.path !== r.path &&
                        H(u.get(t.path)) !== `` &&
                        (0, z.jsx)(`span`, { className: J.yours, children: Sa({ what: q(e, t.path, u.get(t.path)) }) }),
                    ],
                  }),
                ],
              },
              t.path + t.value,
            ),
          ),
          l.map((t) =>
            (0, z.jsxs)(
              `li`,
              {
                className: j(J.change, J.add),
                children: [
                  (0, z.jsx)(D, { name: `lock`, size: 15 }),
                  (0, z.jsx)(`span`, {
                    children: H(t.after) === `` ? Ka({ what: q(e, t.path, t.before) }) : Oa({ what: K(e, t.path, t.after) }),
                  }),
                ],
              },
              t.path,
            ),
          ),
          s.length + l.length === 0 && (0, z.jsx)(`li`, { className: J.change, children: Pa() }),
        ],
      }),
      i.price &&
        i.delta &&
        (0, z.jsx)(`p`, {
          className: j(J.price, `num`),
          children: (0, z.jsx)(Xs, { price: i.price, delta: i.delta, currency: n.currency ?? `EUR` }),
        }),
      (0, z.jsx)(`div`, {
        className: J.apply,
        children: (0, z.jsx)(T, { look: a ? `primary` : `secondary`, size: `small`, onPress: () => o(i.picks.map(Ys), i), children: ua() }),
      }),
    ],
  });
}
function Ys(e) {
  return { path: e.path, op: e.op ?? `set`, value: H(e.value) };
}
function Xs({ price: e, delta: t, currency: n }) {
  return e.on_request
    ? ae()
    : (0, z.jsxs)(z.Fragment, {
        children: [
          (0, z.jsx)(`span`, { className: J.difference, children: de(t.one_off, n) }),
          !w(t.month) && (0, z.jsx)(`span`, { className: J.total, children: tr({ amount: de(t.month, n) }) }),
          !w(t.year) && (0, z.jsx)(`span`, { className: J.total, children: ir({ amount: de(t.year, n) }) }),
          (0, z.jsx)(`span`, { className: J.total, children: Ba({ amount: A(e.one_off, n) }) }),
        ],
      });
}
var Zs = 30;
function Qs(e, t, n) {
  let r = ec(n).split(/\s+/).filter(Boolean);
  if (r.length === 0) return [];
  let i = [];
  for (let n of t.values()) {
    if (!n.active || !n.visible) continue;
    let t = ks(e, n.path);
    if (t?.kind !== `attribute` || t.attribute.computed) continue;
    let a = U(e, n.path),
      o = $s(r, a, [t.attribute.code, F(t.attribute.help)]);
    o >= 0 && i.push({ path: n.path, label: a, where: F(t.attribute.help), rank: o });
    for (let e of n.values ?? []) {
      let o = t.attribute.options.find((t) => t.code === H(e.value));
      if (!o) continue;
      let s = W(t.attribute, e.value),
        c = $s(r, s, [o.code, F(o.help), ...(o.synonyms ?? [])]);
      c >= 0 && i.push({ path: n.path, value: o.code, label: s, where: a, status: e.status, rank: c });
    }
  }
  return i.sort((e, t) => e.rank - t.rank).slice(0, Zs);
}
function $s(e, t, n) {
  let r = ec(t),
    i = ec([t, ...n].join(` `));
  return e.every((e) => i.includes(e)) ? (r.startsWith(e.join(` `)) ? 0 : e.every((e) => r.includes(e)) ? 1 : 2) : -1;
}
function ec(e) {
  return e.normalize(`NFD`).replace(/\p{M}/gu, ``).toLowerCase().trim();
}
var tc = { results: `_results_b5ixs_2`, result: `_result_b5ixs_2`, name: `_name_b5ixs_29`, where: `_where_b5ixs_33` };
function nc({ onClose: e, onJump: t }) {
  let { model: n, states: r, choose: i, resolve: a } = V(),
    [o, s] = (0, R.useState)(``),
    c = (0, R.useDeferredValue)(o),
    l = (0, R.useMemo)(() => Qs(n, r, c), [n, r, c]),
    u = (0, R.useRef)(null);
  function d(e) {
    (t(e.path),
      e.value !== void 0 &&
        (e.status === `excluded` || e.status === `conflict`
          ? a(e.path, e.value)
          : (e.status === `available` || e.status === `unknown`) && i(e.path, e.value, !0)));
  }
  function f(e) {
    let t = [...(u.current?.querySelectorAll(`button`) ?? [])],
      n = t.indexOf(document.activeElement),
      r = e.key === `ArrowDown` ? n + 1 : e.key === `ArrowUp` ? n - 1 : void 0;
    r !== void 0 && t[r] ? (e.preventDefault(), t[r].focus()) : e.key === `Enter` && n < 0 && l[0] && (e.preventDefault(), d(l[0]));
  }
  return (0, z.jsx)(O, {
    title: jr(),
    open: !0,
    onClose: e,
    kind: `wide`,
    children: (0, z.jsxs)(`div`, {
      onKeyDown: f,
      children: [
        (0, z.jsx)(P, { label: Lr(), hint: Pr(), type: `search`, autoFocus: !0, value: o, onChange: (e) => s(e.currentTarget.value) }),
        (0, z.jsx)(`p`, { role: `status`, className: `visually-hidden`, children: c && Ya({ count: l.length }) }),
        (0, z.jsxs)(`div`, {
          className: tc.results,
          ref: u,
          children: [
            c && l.length === 0 && (0, z.jsx)(`p`, { children: C() }),
            l.map((e) =>
              (0, z.jsxs)(
                `button`,
                {
                  type: `button`,
                  className: tc.result,
                  onClick: () => d(e),
                  children: [
                    (0, z.jsxs)(`span`, {
                      className: tc.name,
                      children: [e.label, (0, z.jsx)(`span`, { className: tc.where, children: e.where })],
                    }),
                    e.status && (0, z.jsx)(ic, { status: e.status }),
                  ],
                },
                e.path + `=` + (e.value ?? ``),
              ),
            ),
          ],
        }),
      ],
    }),
  });
}
var rc = {
  excluded: [`neutral`, `ban`, Yr],
  conflict: [`danger`, `alert`, te],
  "selected-user": [`accent`, `check`, Kr],
  "selected-default": [`outline`, void 0, Gt],
  "selected-rule": [`rule`, `lock`, Qr],
};
function ic({ status: e }) {
  let [t, n, r] = rc[e] ?? [];
  return r ? (0, z.jsx)(I, { tone: t, icon: n, children: r() }) : null;
}
function ac({ code: e, picks: t, onClose: n }) {
  let r = `${location.origin}/configure/${encodeURIComponent(e)}?share=${Ss(e, t)}`;
  async function i() {
    (await navigator.clipboard.writeText(r), m({ text: io() }), n());
  }
  return (0, z.jsx)(O, {
    title: _o(),
    open: !0,
    onClose: n,
    foot: (0, z.jsx)(T, { look: `primary`, icon: `copy`, onPress: () => void i().catch(() => void 0), children: so() }),
    children: (0, z.jsx)(P, { label: mo(), hint: uo(), readOnly: !0, value: r, onFocus: (e) => e.currentTarget.select() }),
  });
}
var Y = {
    grid: `_grid_p666c_2`,
    option: `_option_p666c_8`,
    label: `_label_p666c_20`,
    input: `_input_p666c_35`,
    name: `_name_p666c_87`,
    help: `_help_p666c_91`,
    delta: `_delta_p666c_99`,
    note: `_note_p666c_106`,
    reason: `_reason_p666c_115`,
    action: `_action_p666c_129`,
    fresh: `_fresh_p666c_196`,
  },
  oc = (0, R.memo)(function (e) {
    let t = (0, R.useId)(),
      n = (0, R.useRef)(!1),
      r = e.status === `excluded`,
      i = e.status === `selected-rule`;
    function a(t) {
      let a = n.current;
      if (((n.current = !1), !i)) {
        if (!r) return e.onChoose(e.path, e.value, t);
        a || e.onResolve(e.path, e.value);
      }
    }
    return (0, z.jsxs)(`div`, {
      className: j(Y.option, e.fresh && Y.fresh),
      "data-status": e.status,
      "data-path": e.path,
      "data-value": e.value,
      children: [
        (0, z.jsxs)(`label`, {
          className: Y.label,
          children: [
            (0, z.jsx)(`input`, {
              type: e.kind,
              className: Y.input,
              name: e.name,
              value: e.value,
              checked: e.checked,
              "aria-disabled": r || i || void 0,
              "aria-describedby": e.reason || e.status === `selected-default` ? t : void 0,
              onKeyDown: (e) => {
                n.current = e.key.startsWith(`Arrow`);
              },
              onChange: (e) => a(e.currentTarget.checked),
            }),
            (0, z.jsxs)(`span`, {
              children: [
                (0, z.jsx)(`span`, { className: Y.name, children: e.label }),
                e.help && (0, z.jsx)(`span`, { className: Y.help, children: e.help }),
              ],
            }),
            (0, z.jsx)(`span`, { className: j(Y.delta, `num`), children: e.delta }),
          ],
        }),
        (0, z.jsx)(sc, { ...e, id: t }),
      ],
    });
  });
function sc({ id: e, status: t, label: n, path: r, value: i, reason: a, onResolve: o, onWhy: s }) {
  switch (t) {
    case `selected-default`:
      return (0, z.jsx)(`div`, { className: Y.note, id: e, children: (0, z.jsx)(I, { tone: `outline`, children: Gt() }) });
    case `selected-rule`:
      return (0, z.jsxs)(`div`, {
        className: Y.note,
        children: [
          (0, z.jsxs)(`span`, { className: Y.reason, id: e, children: [(0, z.jsx)(D, { name: `lock`, size: 14 }), a || Kn()] }),
          (0, z.jsx)(`button`, {
            type: `button`,
            className: Y.action,
            "aria-label": ji({ value: n }),
            onClick: () => s(r, i),
            children: Oi(),
          }),
        ],
      });
    case `excluded`:
      return (0, z.jsxs)(`div`, {
        className: Y.note,
        children: [
          (0, z.jsxs)(`span`, { className: Y.reason, id: e, children: [(0, z.jsx)(D, { name: `ban`, size: 14 }), a] }),
          (0, z.jsx)(`button`, {
            type: `button`,
            className: Y.action,
            "aria-label": yt({ value: n }),
            onClick: () => o(r, i),
            children: gt(),
          }),
        ],
      });
    case `conflict`:
      return (0, z.jsxs)(`div`, {
        className: Y.note,
        children: [
          (0, z.jsxs)(`span`, { className: Y.reason, id: e, children: [(0, z.jsx)(D, { name: `alert`, size: 14 }), a || L()] }),
          (0, z.jsx)(`button`, {
            type: `button`,
            className: Y.action,
            "aria-label": Sr({ value: n }),
            onClick: () => o(r, i),
            children: yr(),
          }),
        ],
      });
    default:
      return null;
  }
}
function cc(e, t) {
  return `${e}=${t}`;
}
function lc({ code: e, version: t, pricing: n, draftKey: r, initial: i, deltasFor: a }) {
  let [s] = (0, R.useState)(() => (i ? void 0 : Es(r))),
    [c, u] = (0, R.useState)(() => ps(i ?? s?.picks ?? [])),
    d = c.present;
  (0, R.useEffect)(() => Ds(r, d), [r, d]);
  let f = o({
      queryKey: [`configure`, e, t, d, n],
      queryFn: async ({ signal: r }) => {
        let i = { picks: [...d], version: t, reasons: !0, price: n };
        return { ...(await Ee(M.POST(`/v1/models/{code}/configure`, { params: { path: { code: e } }, body: i, signal: r }))), picks: d };
      },
      placeholderData: l,
      staleTime: 1 / 0,
    }),
    p = f.isPlaceholderData || f.isPending,
    m = o({
      queryKey: [`deltas`, e, t, d, n, a],
      queryFn: async ({ signal: r }) => {
        let i = { picks: [...d], version: t, price: { ...n, deltas: [...a] } },
          { deltas: o = [] } = await Ee(M.POST(`/v1/models/{code}/configure`, { params: { path: { code: e } }, body: i, signal: r }));
        return new Map(o.map((e) => [cc(e.path, e.value === null ? `` : String(e.value)), e]));
      },
      enabled: !p && a.length > 0,
      staleTime: 1 / 0,
    }),
    h = fc(f.data, p),
    g = (0, R.useMemo)(() => new Map(f.data?.state.attributes.map((e) => [e.path, e])), [f.data]),
    _ = (0, R.useCallback)((e) => u((t) => ms(t, e)), []);
  return {
    picks: d,
    state: f.data?.state,
    states: g,
    price: f.data?.price,
    deltas: m.data ?? uc,
    waiting: p,
    failure: f.error,
    retry: () => void f.refetch(),
    forced: h,
    decide: _,
    undo: c.past.length > 0 ? () => u(hs) : void 0,
    redo: c.future.length > 0 ? () => u(gs) : void 0,
    restart: () => u((e) => ms(e, [])),
    resumed: s && s.picks.length > 0 ? s.at : void 0,
  };
}
var uc = new Map(),
  dc = [];
function fc(e, t) {
  let n = (0, R.useRef)(void 0),
    [r, i] = (0, R.useState)(dc);
  return (
    (0, R.useEffect)(() => {
      if (t || !e) return;
      let r = n.current;
      ((n.current = e), r && !xs(r.picks, e.picks) && i(Rs(r.state, e.state, pc(r.picks, e.picks))));
    }, [e, t]),
    r
  );
}
function pc(e, t) {
  let n = (e) => JSON.stringify([e.path, e.op, e.value]),
    [r, i] = [new Set(e.map(n)), new Set(t.map(n))];
  return new Set([...e.filter((e) => !i.has(n(e))), ...t.filter((e) => !r.has(n(e)))].map((e) => e.path));
}
function mc({ path: e, attribute: t, state: n }) {
  let r = V(),
    i = hc(t, n),
    a = new Map(n.values?.map((e) => [H(e.value), e]));
  return (0, z.jsx)(`div`, {
    className: Y.grid,
    children: i.map(({ value: n, label: i, help: o }) => {
      let s = a.get(n),
        c = gc(r, e, t.type === `multi`, n, s?.status);
      return (0, z.jsx)(
        oc,
        {
          kind: t.type === `multi` ? `checkbox` : `radio`,
          name: e,
          path: e,
          value: n,
          label: i,
          help: o,
          status: c,
          checked: c.startsWith(`selected`) || c === `conflict`,
          reason: _c(r, e, n, c, s),
          delta: yc(r, e, n, c),
          fresh: !1,
          onChoose: r.choose,
          onResolve: r.resolve,
          onWhy: r.why,
        },
        n,
      );
    }),
  });
}
function hc(e, t) {
  let n = t.values?.some((e) => e.value === null) ? [{ value: ``, label: Sn(), help: `` }] : [];
  return e.type === `bool`
    ? [
        { value: `true`, label: as(), help: `` },
        { value: `false`, label: Qi(), help: `` },
      ]
    : [...e.options.map((e) => ({ value: e.code, label: F(e.label) || e.code, help: F(e.help) })), ...n];
}
function gc({ picks: e, waiting: t }, n, r, i, a) {
  let o = a ?? `available`;
  if (!t) return o === `unknown` ? `available` : o;
  let s = e.filter((e) => e.path === n && (!r || e.value === i)).at(-1);
  return s
    ? s.op === `set` && s.value === i
      ? o === `selected-rule`
        ? o
        : `selected-user`
      : o.startsWith(`selected`)
        ? `available`
        : o
    : o === `unknown`
      ? `available`
      : o;
}
function _c(e, t, n, r, i) {
  switch (r) {
    case `excluded`:
      return Ns(e.model, e.states, i ?? {});
    case `selected-rule`: {
      let n = i?.because?.map((t) => q(e.model, t, e.states.get(t)?.value)) ?? [],
        r = i?.by?.map((t) => Ms(e.model, t)) ?? e.states.get(t)?.by?.map((t) => Ms(e.model, t)) ?? [],
        a = n.length > 0 ? n : r;
      return a.length > 0 ? gr({ what: E([...new Set(a)]) }) : ``;
    }
    case `conflict`:
      return vc(e, t, n);
    default:
      return ``;
  }
}
function vc(e, t, n) {
  let r = (e.conflicts.find((e) => e.path === t && H(e.value) === n)?.with ?? []).map((t) => q(e.model, t, e.states.get(t)?.value));
  return r.length > 0 ? Ht({ what: E(r) }) : L();
}
function yc({ deltas: e, currency: t }, n, r, i) {
  if (i.startsWith(`selected`) || i === `excluded`) return ``;
  let a = e.get(cc(n, r));
  return a ? bc(a, t) : ``;
}
function bc(e, t) {
  return e.on_request
    ? ae()
    : [
        w(e.one_off) ? `` : Ne(e.one_off, t),
        w(e.month) ? `` : tr({ amount: Ne(e.month, t) }),
        w(e.year) ? `` : ir({ amount: Ne(e.year, t) }),
      ]
        .filter(Boolean)
        .join(` `) || Zt();
}
var X = {
  field: `_field_z9eu8_2`,
  head: `_head_z9eu8_10`,
  legend: `_legend_z9eu8_19`,
  aside: `_aside_z9eu8_25`,
  open: `_open_z9eu8_30`,
  clear: `_clear_z9eu8_35`,
  help: `_help_z9eu8_54`,
  numbers: `_numbers_z9eu8_60`,
  number: `_number_z9eu8_60`,
  stepper: `_stepper_z9eu8_76`,
  state: `_state_z9eu8_83`,
  suggestions: `_suggestions_z9eu8_93`,
  scale: `_scale_z9eu8_100`,
  span: `_span_z9eu8_110`,
  mark: `_mark_z9eu8_116`,
  fresh: `_fresh_z9eu8_125`,
};
function xc({ path: e, attribute: t, state: n }) {
  let { picks: r, decide: i, resolve: a } = V(),
    o = r.find((t) => t.path === e)?.value ?? H(n.value),
    [s, c] = (0, R.useState)(null),
    [l, u] = (0, R.useState)(null),
    d = s ?? (t.type === `date` ? o : Ac(o));
  function f(a) {
    let o = a.trim();
    if ((c(null), u(null), o === ``)) return i(ys(r, e));
    let s = t.type === `date` ? o : ee(o, Ae());
    if (s === null) return p(a, { text: Un() });
    if (H(n.value) === s && n.status !== `selected-default`) return;
    let l = Sc(t, n, s);
    if (l) return p(a, l);
    i(_s(r, e, s));
  }
  function p(e, t) {
    (c(e), u(t));
  }
  function m(t) {
    (c(null), u(null), i(_s(r, e, t)));
  }
  function h(e) {
    (e.key === `Enter` && f(e.currentTarget.value), e.key === `Escape` && (c(null), u(null)));
    let r = e.key === `ArrowUp` ? 1 : e.key === `ArrowDown` ? -1 : 0;
    if (r && t.type !== `date`) {
      e.preventDefault();
      let i = Tc(t, o, r);
      i !== null && !Sc(t, n, i) && m(i);
    }
  }
  let g = {
    label: F(t.label) || t.code,
    hideLabel: !0,
    value: d,
    hint: Oc(t, n),
    error: l?.text,
    onChange: (e) => c(e.currentTarget.value),
    onBlur: (e) => s !== null && l === null && f(e.currentTarget.value),
    onKeyDown: h,
  };
  return (0, z.jsxs)(z.Fragment, {
    children: [
      (0, z.jsxs)(`div`, {
        className: X.numbers,
        children: [
          t.type === `date`
            ? (0, z.jsx)(P, { ...g, type: `date`, className: X.number })
            : (0, z.jsxs)(z.Fragment, {
                children: [
                  (0, z.jsx)(be, { ...g, unit: t.unit, className: X.number }),
                  (0, z.jsx)(Ec, { attribute: t, state: n, present: o, take: m }),
                ],
              }),
          (0, z.jsx)(Dc, { path: e, state: n }),
        ],
      }),
      l?.nearest &&
        (0, z.jsx)(`div`, {
          className: X.suggestions,
          children: l.nearest.map((e) => (0, z.jsx)(T, { size: `small`, onPress: () => m(e), children: gi({ value: G(e, t.unit) }) }, e)),
        }),
      l?.wanted &&
        (0, z.jsx)(`div`, {
          className: X.suggestions,
          children: (0, z.jsx)(T, { size: `small`, onPress: () => a(e, l.wanted), children: gt() }),
        }),
      t.type !== `date` && (0, z.jsx)(kc, { attribute: t, state: n, present: o }),
    ],
  });
}
function Sc(e, t, n) {
  let [r, i, a] = [e.min, e.max, e.step].map(H);
  if (e.type === `date`) return wc(t, n, (e, t) => (e < t ? -1 : +(e > t))) ? null : Cc(n);
  if (r !== `` && S(n, r) < 0) return { text: jn({ value: G(r, e.unit) }), nearest: [r] };
  if (i !== `` && S(n, i) > 0) return { text: Pn({ value: G(i, e.unit) }), nearest: [i] };
  if (a !== ``) {
    let t = oe(n, r || `0`, a);
    if (t[0] !== t[1]) {
      let n = t.filter((e) => i === `` || S(e, i) <= 0);
      return { text: Bn({ step: G(a, e.unit) }), nearest: n };
    }
  }
  return wc(t, n, S) ? null : Cc(n);
}
function Cc(e) {
  return { text: Ln(), wanted: e };
}
function wc({ intervals: e, unresolved: t = [] }, n, r) {
  return !e || [...e, ...t].some((e) => r(H(e.min), n) <= 0 && r(n, H(e.max)) <= 0);
}
function Tc(e, t, n) {
  let r = H(e.step) || `1`,
    i = H(e.min) || `0`;
  if (t === ``) return i;
  let a = n > 0 ? ne(t, r) : ne(t, `-${r}`),
    [o, s] = oe(a, i, r);
  return n > 0 ? o : s;
}
function Ec({ attribute: e, state: t, present: n, take: r }) {
  let i = [-1, 1].map((r) => {
    let i = Tc(e, n, r);
    return { direction: r, next: i, fits: i !== null && Sc(e, t, i) === null };
  });
  return (0, z.jsx)(`div`, {
    className: X.stepper,
    children: i.map(({ direction: t, next: n, fits: i }) =>
      (0, z.jsx)(
        T,
        {
          icon: t < 0 ? `minus` : `plus`,
          iconOnly: !0,
          isDisabled: !i,
          onPress: () => n !== null && r(n),
          children: t < 0 ? sn({ name: F(e.label) }) : un({ name: F(e.label) }),
        },
        t,
      ),
    ),
  });
}
function Dc({ path: e, state: t }) {
  let { model: n, resolve: r, why: i } = V(),
    a = H(t.value);
  switch (t.status) {
    case `selected-default`:
      return (0, z.jsx)(`span`, { className: X.state, children: (0, z.jsx)(I, { tone: `outline`, children: Gt() }) });
    case `selected-rule`:
      return (0, z.jsxs)(`span`, {
        className: X.state,
        children: [
          (0, z.jsx)(I, { tone: `rule`, icon: `lock`, children: t.by?.[0] ? gr({ what: Ms(n, t.by[0]) }) : Kn() }),
          (0, z.jsx)(T, { size: `small`, look: `quiet`, onPress: () => i(e, a), children: Oi() }),
        ],
      });
    case `conflict`:
      return (0, z.jsxs)(`span`, {
        className: X.state,
        children: [
          (0, z.jsx)(I, { tone: `danger`, icon: `alert`, children: L() }),
          (0, z.jsx)(T, { size: `small`, onPress: () => r(e, a), children: yr() }),
        ],
      });
    default:
      return null;
  }
}
function Oc(e, t) {
  let n = (t) => (e.type === `date` ? Me(H(t)) : G(H(t), e.unit)),
    r = pr({ min: n(e.min), max: n(e.max) }),
    i = H(e.step),
    a = i && e.type !== `date` ? si({ step: G(i, e.unit) }) : ``,
    o = (t.intervals ?? []).map((e) => (H(e.min) === H(e.max) ? n(e.min) : pr({ min: n(e.min), max: n(e.max) }))),
    s = o.length === 1 && o[0] === r,
    c = o.length === 0 || s ? `` : sr({ ranges: E(o) });
  return [[r, a].filter(Boolean).join(`, `) + `.`, c].filter(Boolean).join(` `);
}
function kc({ attribute: e, state: t, present: n }) {
  let r = Number(H(e.min)),
    i = Number(H(e.max));
  if (H(e.min) === `` || H(e.max) === `` || i <= r) return null;
  let a = (e) => `${(100 * (Number(e) - r)) / (i - r)}%`,
    o = t.intervals ?? [];
  return (0, z.jsxs)(`div`, {
    className: X.scale,
    "aria-hidden": `true`,
    children: [
      o.map((e) =>
        (0, z.jsx)(
          `span`,
          {
            className: X.span,
            style: { insetInlineStart: a(H(e.min)), inlineSize: `max(4px, ${(100 * (Number(H(e.max)) - Number(H(e.min)))) / (i - r)}%)` },
          },
          H(e.min),
        ),
      ),
      n !== `` && (0, z.jsx)(`span`, { className: X.mark, style: { insetInlineStart: a(n) } }),
    ],
  });
}
function Ac(e) {
  return Ae() === `fr` ? e.replace(`.`, `,`) : e;
}
var jc = (0, R.memo)(function (e) {
  let { fresh: t } = V();
  return !e.state.active || !e.state.visible
    ? null
    : (0, z.jsxs)(`fieldset`, {
        className: j(X.field, t.has(e.path) && X.fresh),
        "data-attribute": e.path,
        children: [(0, z.jsx)(Mc, { ...e }), (0, z.jsx)(Nc, { ...e })],
      });
});
function Mc({ path: e, attribute: t, state: n }) {
  let { picks: r, decide: i } = V(),
    a = n.required && !n.decided,
    o = r.some((t) => t.path === e),
    s = F(t.help);
  return (0, z.jsxs)(z.Fragment, {
    children: [
      (0, z.jsxs)(`legend`, {
        className: X.head,
        children: [
          (0, z.jsx)(`span`, { className: X.legend, children: F(t.label) || t.code }),
          (0, z.jsx)(`span`, { className: j(X.aside, a && X.open), children: a ? yi() : !n.required && _e() }),
        ],
      }),
      s && (0, z.jsx)(`p`, { className: X.help, children: s }),
      o &&
        (0, z.jsx)(`button`, {
          type: `button`,
          className: X.clear,
          "aria-label": Pt({ name: F(t.label) || t.code }),
          onClick: () => i(ys(r, e)),
          children: jt(),
        }),
    ],
  });
}
function Nc(e) {
  switch (e.attribute.type) {
    case `choice`:
    case `multi`:
    case `bool`:
      return (0, z.jsx)(mc, { ...e });
    case `integer`:
    case `decimal`:
    case `date`:
      return (0, z.jsx)(xc, { ...e });
    case `text`:
      return (0, z.jsx)(Pc, { ...e });
  }
}
function Pc({ path: e, attribute: t, state: n }) {
  let { picks: r, decide: i } = V(),
    a = r.find((t) => t.path === e)?.value ?? H(n.value);
  return (0, z.jsx)(
    P,
    {
      label: F(t.label),
      hideLabel: !0,
      defaultValue: a,
      pattern: t.pattern,
      maxLength: 500,
      onBlur: (t) => {
        let n = t.currentTarget.value.trim();
        i(n === `` ? ys(r, e) : _s(r, e, n));
      },
    },
    a,
  );
}
function Fc(e, t) {
  let n = new Set();
  for (let r of e.keys()) {
    if (!r.startsWith(t + `/`)) continue;
    let e = r.slice(t.length + 1).split(`/`)[0];
    e && n.add(e);
  }
  return [...n];
}
function Ic(e, t, n) {
  let r = e.split(`/`).at(-1)?.charAt(0) ?? `i`,
    i = new Set(t);
  for (let t of n) t.path.startsWith(e + `/`) && i.add(t.path.slice(e.length + 1).split(`/`)[0] ?? ``);
  let a = 1;
  for (; i.has(`${r}${a}`);) a++;
  return `${r}${a}`;
}
function Lc(e, t, n) {
  return [...e, { path: `${t}/${n}`, op: `set`, value: `true` }];
}
function Rc(e, t, n, r) {
  let i = `${t}/${n}`,
    a = e.filter((e) => e.path.startsWith(i + `/`)).map((e) => ({ ...e, path: `${t}/${r}${e.path.slice(i.length)}` }));
  return [...Lc(e, t, r), ...a];
}
var Z = {
  group: `_group_1u181_2`,
  head: `_head_1u181_10`,
  title: `_title_1u181_19`,
  count: `_count_1u181_23`,
  instance: `_instance_1u181_30`,
  instanceHead: `_instanceHead_1u181_40`,
  instanceTools: `_instanceTools_1u181_53`,
  empty: `_empty_1u181_58`,
};
function zc({ path: e, component: t }) {
  let { picks: n, states: r, decide: i } = V(),
    a = r.get(e);
  if (a && (!a.active || !a.visible)) return null;
  let o = Fc(r, e),
    s = Number(H(a?.intervals?.at(-1)?.max)) || t.max,
    c = F(t.label) || t.code,
    l = (t) => i(t(Ic(e, o, n)));
  return (0, z.jsxs)(`section`, {
    className: Z.group,
    "aria-label": c,
    "data-component": e,
    children: [
      (0, z.jsxs)(`div`, {
        className: Z.head,
        children: [
          (0, z.jsxs)(`h3`, {
            className: Z.title,
            children: [c, (0, z.jsx)(`span`, { className: Z.count, children: st({ count: o.length, most: s }) })],
          }),
          (0, z.jsx)(T, {
            size: `small`,
            icon: `plus`,
            isDisabled: o.length >= s,
            onPress: () => l((t) => Lc(n, e, t)),
            children: tt({ name: c }),
          }),
        ],
      }),
      F(t.help) && (0, z.jsx)(`p`, { children: F(t.help) }),
      o.length === 0 && (0, z.jsx)(`p`, { className: Z.empty, children: ut({ name: c }) }),
      o.map((r) =>
        (0, z.jsx)(
          Bc,
          {
            path: `${e}/${r}`,
            component: t,
            onCopy: o.length < s ? () => l((t) => Rc(n, e, r, t)) : void 0,
            onRemove: () => i(bs(n, `${e}/${r}`)),
          },
          r,
        ),
      ),
    ],
  });
}
function Bc({ path: e, component: t, onCopy: n, onRemove: r }) {
  let { model: i, states: a, picks: o } = V(),
    s = U(i, e),
    c = o.some((t) => t.path === e || t.path.startsWith(e + `/`));
  return (0, z.jsxs)(`div`, {
    className: Z.instance,
    role: `group`,
    "aria-label": s,
    children: [
      (0, z.jsxs)(`div`, {
        className: Z.instanceHead,
        children: [
          (0, z.jsx)(`h4`, { children: s }),
          (0, z.jsxs)(`div`, {
            className: Z.instanceTools,
            children: [
              n && (0, z.jsx)(T, { size: `small`, look: `quiet`, icon: `copy`, onPress: n, "aria-label": it({ name: s }), children: Pi() }),
              c &&
                (0, z.jsx)(T, { size: `small`, look: `quiet`, icon: `trash`, onPress: r, "aria-label": pt({ name: s }), children: sa() }),
            ],
          }),
        ],
      }),
      t.attributes
        .filter((e) => !e.computed)
        .map((t) => {
          let n = `${e}/${t.code}`,
            r = a.get(n);
          return r && (0, z.jsx)(jc, { path: n, attribute: t, state: r }, n);
        }),
      t.components.map((t) => (0, z.jsx)(zc, { path: `${e}/${t.code}`, component: t }, t.code)),
    ],
  });
}
var Q = {
  screen: `_screen_fkisq_2`,
  bar: `_bar_fkisq_9`,
  titles: `_titles_fkisq_17`,
  progress: `_progress_fkisq_22`,
  meter: `_meter_fkisq_31`,
  tools: `_tools_fkisq_46`,
  layout: `_layout_fkisq_52`,
  steps: `_steps_fkisq_60`,
  stepList: `_stepList_fkisq_65`,
  step: `_step_fkisq_60`,
  stepName: `_stepName_fkisq_98`,
  stepState: `_stepState_fkisq_102`,
  dot: `_dot_fkisq_113`,
  options: `_options_fkisq_137`,
  stepHead: `_stepHead_fkisq_146`,
  stepHelp: `_stepHelp_fkisq_154`,
  stepFoot: `_stepFoot_fkisq_158`,
  side: `_side_fkisq_167`,
  bottom: `_bottom_fkisq_177`,
  bottomTotal: `_bottomTotal_fkisq_237`,
  bottomAction: `_bottomAction_fkisq_252`,
  nextStep: `_nextStep_fkisq_261`,
  wideOnly: `_wideOnly_fkisq_278`,
};
function Vc({ step: e, previous: t, next: n, onGo: r }) {
  let { states: i } = V();
  return (0, z.jsxs)(`section`, {
    className: Q.options,
    "aria-labelledby": `step-title`,
    children: [
      (0, z.jsxs)(`div`, {
        className: Q.stepHead,
        children: [
          (0, z.jsx)(`h2`, { id: `step-title`, tabIndex: -1, children: e.label }),
          e.help && (0, z.jsx)(`p`, { className: Q.stepHelp, children: e.help }),
        ],
      }),
      e.attributes.map((e) => {
        let t = i.get(e.code);
        return t && (0, z.jsx)(jc, { path: e.code, attribute: e, state: t }, e.code);
      }),
      e.components.map((e) => (0, z.jsx)(zc, { path: e.code, component: e }, e.code)),
      (0, z.jsxs)(`div`, {
        className: Q.stepFoot,
        children: [
          t ? (0, z.jsx)(T, { look: `quiet`, icon: `arrowLeft`, onPress: () => r(t), children: t.label }) : (0, z.jsx)(`span`, {}),
          n &&
            (0, z.jsx)(`span`, {
              className: Q.nextStep,
              children: (0, z.jsx)(T, { look: `primary`, onPress: () => r(n), children: yn({ name: n.label }) }),
            }),
        ],
      }),
    ],
  });
}
function Hc({ steps: e, at: t, state: n, onGo: r }) {
  return (0, z.jsx)(`nav`, {
    className: Q.steps,
    "aria-label": ii(),
    children: (0, z.jsx)(`ol`, {
      className: Q.stepList,
      children: e.map((e, i) =>
        (0, z.jsx)(`li`, { children: (0, z.jsx)(Uc, { step: e, number: i + 1, current: i === t, state: n, onGo: r }) }, e.code),
      ),
    }),
  });
}
function Uc({ step: e, number: t, current: n, state: r, onGo: i }) {
  let { open: a, issues: o } = Ls(e, r),
    s = o > 0 ? rn({ count: o }) : a > 0 ? Yn({ count: a }) : Lt();
  return (0, z.jsxs)(`button`, {
    type: `button`,
    className: Q.step,
    "aria-current": n ? `step` : void 0,
    onClick: () => i(e),
    children: [
      (0, z.jsx)(`span`, {
        className: Q.dot,
        "data-done": a + o === 0 || void 0,
        "data-issues": o > 0 || void 0,
        "aria-hidden": `true`,
        children: o > 0 ? `!` : a === 0 ? (0, z.jsx)(D, { name: `check`, size: 13 }) : t,
      }),
      (0, z.jsx)(`span`, { className: Q.stepName, children: e.label }),
      (0, z.jsx)(`span`, { className: Q.stepState, "data-issues": o > 0 || void 0, children: s }),
    ],
  });
}
var $ = {
  card: `_card_1ojsx_2`,
  picture: `_picture_1ojsx_9`,
  price: `_price_1ojsx_17`,
  caption: `_caption_1ojsx_23`,
  total: `_total_1ojsx_32`,
  waiting: `_waiting_1ojsx_40`,
  recurring: `_recurring_1ojsx_44`,
  action: `_action_1ojsx_48`,
  why: `_why_1ojsx_52`,
  section: `_section_1ojsx_59`,
  heading: `_heading_1ojsx_64`,
  issues: `_issues_1ojsx_69`,
  issue: `_issue_1ojsx_69`,
  jump: `_jump_1ojsx_94`,
  rows: `_rows_1ojsx_106`,
  group: `_group_1ojsx_136`,
  bar: `_bar_1ojsx_147`,
  barTotal: `_barTotal_1ojsx_152`,
  barNote: `_barNote_1ojsx_157`,
};
function Wc({ configuration: e, action: t, onJump: n }) {
  let { state: r, price: i, waiting: a } = e,
    { model: o } = V();
  return r
    ? (0, z.jsxs)(`div`, {
        className: $.card,
        children: [
          (0, z.jsx)(`div`, { className: $.picture, children: (0, z.jsx)(v, { code: o.code }) }),
          (0, z.jsx)(Gc, { state: r, price: i, waiting: a }),
          (0, z.jsxs)(`div`, {
            className: $.action,
            children: [t, !(r.complete && r.valid) && (0, z.jsx)(`p`, { className: $.why, children: ui() })],
          }),
          (0, z.jsx)(Yc, { configuration: e, onJump: n }),
          (0, z.jsx)(Zc, { configuration: e, onJump: n }),
          (0, z.jsx)(Qc, { state: r }),
        ],
      })
    : null;
}
function Gc({ state: e, price: t, waiting: n }) {
  return (0, z.jsxs)(`div`, {
    className: $.price,
    children: [
      (0, z.jsxs)(`p`, { className: $.caption, children: [Ti(), !e.complete && (0, z.jsx)(I, { children: Ur() })] }),
      t && (0, z.jsx)(qc, { price: t, waiting: n }),
    ],
  });
}
function Kc(e) {
  return e.lines.some((e) => e.on_request);
}
function qc({ price: e, waiting: t }) {
  let { one_off: n, month: r, year: i } = e.totals;
  return (0, z.jsxs)(z.Fragment, {
    children: [
      (0, z.jsx)(`p`, {
        className: j($.total, `num`, t && $.waiting),
        "data-testid": `total`,
        children: Kc(e) ? ae() : A(n.net, e.currency),
      }),
      !w(r.net) && (0, z.jsx)(`p`, { className: j($.recurring, `num`), children: tr({ amount: A(r.net, e.currency) }) }),
      !w(i.net) && (0, z.jsx)(`p`, { className: j($.recurring, `num`), children: ir({ amount: A(i.net, e.currency) }) }),
    ],
  });
}
function Jc({ configuration: { state: e, price: t, waiting: n } }) {
  if (!e) return null;
  let r = (e.conflicts ?? []).length,
    i = (e.progress.open ?? []).length,
    a = r > 0 ? rn({ count: r }) : i > 0 ? Yn({ count: i }) : Lt();
  return (0, z.jsxs)(`span`, {
    className: $.bar,
    children: [
      (0, z.jsx)(`span`, {
        className: j($.barTotal, `num`, n && $.waiting),
        children: t ? (Kc(t) ? ae() : A(t.totals.one_off.net, t.currency)) : ``,
      }),
      (0, z.jsx)(`span`, { className: $.barNote, children: a }),
    ],
  });
}
function Yc({ configuration: { state: e, picks: t }, onJump: n }) {
  let { model: r, resolve: i } = V(),
    a = e?.conflicts ?? [],
    o = e?.findings ?? [],
    s = e?.progress.open ?? [];
  return a.length + o.length + s.length === 0
    ? null
    : (0, z.jsxs)(`div`, {
        className: $.section,
        children: [
          (0, z.jsx)(`h3`, { className: $.heading, children: St() }),
          (0, z.jsxs)(`ul`, {
            className: $.issues,
            children: [
              a.map((e) =>
                (0, z.jsxs)(
                  `li`,
                  {
                    className: $.issue,
                    "data-tone": `danger`,
                    children: [
                      (0, z.jsx)(D, { name: `alert`, size: 15 }),
                      (0, z.jsxs)(`span`, {
                        children: [
                          K(r, e.path, e.value),
                          `: `,
                          e.rules?.[0] ? js(r, e.rules[0]) : L(),
                          ` `,
                          (0, z.jsx)(`button`, {
                            type: `button`,
                            className: $.jump,
                            onClick: () => i(e.path, H(t[e.index]?.value ?? e.value)),
                            children: yr(),
                          }),
                        ],
                      }),
                    ],
                  },
                  e.index,
                ),
              ),
              o.map((e) =>
                (0, z.jsxs)(
                  `li`,
                  {
                    className: $.issue,
                    "data-tone": `rule`,
                    children: [
                      (0, z.jsx)(D, { name: `info`, size: 15 }),
                      (0, z.jsxs)(`span`, {
                        children: [
                          F(e.message) || js(r, e.rule),
                          e.severity === `approval` && (0, z.jsxs)(z.Fragment, { children: [` `, pn()] }),
                        ],
                      }),
                    ],
                  },
                  e.rule + (e.path ?? ``),
                ),
              ),
              s
                .slice(0, 6)
                .map((e) =>
                  (0, z.jsxs)(
                    `li`,
                    {
                      className: $.issue,
                      children: [
                        (0, z.jsx)(D, { name: `arrowRight`, size: 15 }),
                        (0, z.jsx)(`button`, { type: `button`, className: $.jump, onClick: () => n(e), children: Ot({ name: U(r, e) }) }),
                      ],
                    },
                    e,
                  ),
                ),
            ],
          }),
        ],
      });
}
function Xc(e, t) {
  return t.after === `` ? Jt({ name: U(e, t.path) }) : K(e, t.path, t.after);
}
function Zc({ configuration: { forced: e }, onJump: t }) {
  let { model: n } = V();
  return e.length === 0
    ? null
    : (0, z.jsxs)(`div`, {
        className: $.section,
        children: [
          (0, z.jsx)(`h3`, { className: $.heading, children: Tt() }),
          (0, z.jsx)(`ul`, {
            className: $.issues,
            children: e.map((e) =>
              (0, z.jsxs)(
                `li`,
                {
                  className: $.issue,
                  "data-tone": `rule`,
                  children: [
                    (0, z.jsx)(D, { name: `swap`, size: 15 }),
                    (0, z.jsx)(`button`, { type: `button`, className: $.jump, onClick: () => t(e.path), children: Xc(n, e) }),
                  ],
                },
                e.path,
              ),
            ),
          }),
        ],
      });
}
function Qc({ state: e }) {
  let { model: t, states: n } = V(),
    r = Is(t).map((e) => ({ step: e, rows: $c(e, n) })),
    i = t.attributes.filter((e) => e.computed && n.get(e.code)?.active && H(n.get(e.code)?.value) !== ``);
  return (0, z.jsxs)(`div`, {
    className: $.section,
    children: [
      (0, z.jsx)(`h3`, { className: $.heading, children: pi() }),
      (0, z.jsxs)(`dl`, {
        className: $.rows,
        children: [
          r.map(({ step: e, rows: t }) =>
            t.map(({ path: t, label: n, value: r, status: i }) =>
              (0, z.jsxs)(
                `div`,
                {
                  "data-step": e.code,
                  children: [
                    (0, z.jsx)(`dt`, { children: n }),
                    (0, z.jsxs)(`dd`, { children: [i === `selected-rule` && (0, z.jsx)(D, { name: `lock`, size: 13 }), r] }),
                  ],
                },
                t,
              ),
            ),
          ),
          i.map((e) =>
            (0, z.jsxs)(
              `div`,
              {
                children: [
                  (0, z.jsx)(`dt`, { children: F(e.label) }),
                  (0, z.jsx)(`dd`, { className: `num`, children: W(e, n.get(e.code)?.value) }),
                ],
              },
              e.code,
            ),
          ),
        ],
      }),
      e.attributes.length === 0 && (0, z.jsx)(`p`, { children: On() }),
    ],
  });
}
function $c(e, t) {
  return e.attributes.flatMap((e) => {
    let n = t.get(e.code);
    if (!n?.active || !n.visible) return [];
    let r = n.selected ?? [],
      i = e.type === `multi` ? E(r.map((t) => W(e, t))) : H(n.value) === `` ? `` : W(e, n.value);
    return i && (e.type !== `bool` || H(n.value) !== `false`)
      ? [{ path: e.code, label: F(e.label) || e.code, value: i, status: n.status }]
      : [];
  });
}
function el() {
  let { code: e } = ce({ from: `/inside/configure/$code` }),
    { share: t, revision: r, line: i } = n({ from: `/inside/configure/$code` }),
    a = g(b).data,
    s = o({ ...De(r ?? ``), enabled: r !== void 0 });
  if (r && s.isPending) return (0, z.jsx)(fe, {});
  let c = s.data?.lines?.find((e) => e.id === i);
  return (0, z.jsx)(
    nl,
    {
      code: e,
      version: c ? s.data?.pins.models?.[e] : void 0,
      pricing: { currency: s.data?.currency ?? a.base_currency, customer_id: s.data?.quote.customer.id, quantity: c?.quantity },
      initial: c ? (c.picks ?? []).map(tl) : t ? Cs(t)?.picks : void 0,
      revision: s.data,
      line: c,
    },
    `${e} ${r} ${i}`,
  );
}
function tl(e) {
  return { path: e.path, op: e.op ?? `set`, value: H(e.value) };
}
function nl({ code: e, version: t, pricing: r, initial: i, revision: a, line: o }) {
  let s = g(d(e, t)).data,
    c = le(),
    { step: l } = n({ from: `/inside/configure/$code` }),
    u = (0, R.useMemo)(() => Is(s), [s]),
    f = Math.max(
      0,
      u.findIndex((e) => e.code === l),
    ),
    p = u[f],
    h = (0, R.useMemo)(() => p?.attributes.filter((e) => e.type !== `text`).map((e) => e.code) ?? [], [p]),
    _ = (0, R.useMemo)(() => r, [r.currency, r.customer_id, r.quantity]),
    v = o ? `${a?.id}.${o.id}` : e,
    y = lc({ code: e, version: t, pricing: _, draftKey: v, initial: i, deltasFor: h }),
    [b, x] = (0, R.useState)(null),
    S = rl(y, s, r.currency ?? `EUR`, x),
    ee = Pe(F(s.label)),
    [te, ne] = (0, R.useState)(``);
  (cl(y, () => x({ kind: `search` })), ol(y, s, ne), sl(y));
  let C = (0, R.useCallback)(
      (e, t) => {
        c({ to: `.`, search: (t) => ({ ...t, step: e }), replace: !0, resetScroll: t === void 0 }).then(() => ll(t));
      },
      [c],
    ),
    re = (e) => {
      x(null);
      let t = e.split(`/`)[0],
        n = u.find((e) => e.attributes.some((e) => e.code === t) || e.components.some((e) => e.code === t));
      n && C(n.code, e);
    },
    w = (0, z.jsx)(pl, { code: e, version: t, picks: y.picks, revision: a, line: o, draftKey: v, onAdd: () => x({ kind: `add` }) });
  return (0, z.jsxs)(fs, {
    value: S,
    children: [
      (0, z.jsxs)(`div`, {
        className: Q.screen,
        children: [
          (0, z.jsxs)(`div`, {
            className: Q.bar,
            children: [
              (0, z.jsxs)(`div`, {
                className: Q.titles,
                children: [
                  (0, z.jsx)(ul, { revision: a }),
                  (0, z.jsx)(`h1`, { ref: ee, tabIndex: -1, children: F(s.label) }),
                  y.state && (0, z.jsx)(dl, { done: y.state.progress.done, total: y.state.progress.total }),
                ],
              }),
              (0, z.jsx)(fl, { configuration: y, onSearch: () => x({ kind: `search` }), onShare: () => x({ kind: `share` }) }),
            ],
          }),
          (0, z.jsx)(`div`, { role: `status`, className: `visually-hidden`, children: te }),
          y.failure && !y.state
            ? (0, z.jsx)(se, { error: y.failure, retry: y.retry })
            : !y.state || !p
              ? (0, z.jsx)(fe, { lines: 10 })
              : (0, z.jsxs)(z.Fragment, {
                  children: [
                    (0, z.jsxs)(`div`, {
                      className: Q.layout,
                      children: [
                        (0, z.jsx)(Hc, { steps: u, at: f, state: y.state, onGo: (e) => C(e.code) }),
                        (0, z.jsx)(Vc, { step: p, previous: u[f - 1], next: u[f + 1], onGo: (e) => C(e.code) }),
                        (0, z.jsx)(`aside`, {
                          className: Q.side,
                          "aria-label": pi(),
                          children: (0, z.jsx)(Wc, { configuration: y, action: w, onJump: re }),
                        }),
                      ],
                    }),
                    (0, z.jsxs)(`div`, {
                      className: Q.bottom,
                      children: [
                        (0, z.jsxs)(`button`, {
                          type: `button`,
                          className: Q.bottomTotal,
                          "aria-label": Br(),
                          onClick: () => x({ kind: `summary` }),
                          children: [(0, z.jsx)(Jc, { configuration: y }), (0, z.jsx)(D, { name: `chevronUp`, size: 18 })],
                        }),
                        (0, z.jsx)(`div`, {
                          className: Q.bottomAction,
                          children: u[f + 1]
                            ? (0, z.jsx)(T, { look: `primary`, block: !0, onPress: () => C(u[f + 1].code), children: Ki() })
                            : w,
                        }),
                      ],
                    }),
                  ],
                }),
        ],
      }),
      b?.kind === `resolve` &&
        (0, z.jsx)(Bs, {
          model: s,
          version: t,
          picks: y.picks,
          pricing: _,
          question: b,
          onClose: () => x(null),
          onApply: (e) => {
            (y.decide(e), x(null), m({ text: pa({ what: q(s, b.path, b.value) }) }));
          },
        }),
      b?.kind === `why` && (0, z.jsx)(Vs, { model: s, version: t, picks: y.picks, pricing: _, question: b, onClose: () => x(null) }),
      b?.kind === `search` && (0, z.jsx)(nc, { onClose: () => x(null), onJump: re }),
      b?.kind === `share` && (0, z.jsx)(ac, { code: e, picks: y.picks, onClose: () => x(null) }),
      b?.kind === `summary` &&
        (0, z.jsx)(O, {
          title: pi(),
          kind: `drawer`,
          open: !0,
          onClose: () => x(null),
          children: (0, z.jsx)(Wc, { configuration: y, action: w, onJump: re }),
        }),
      b?.kind === `add` &&
        (0, z.jsx)(us, { configuration: { model: e, picks: [...y.picks] }, onClose: () => x(null), onAdded: () => Os(v) }),
    ],
  });
}
function rl(e, t, n, r) {
  let i = (0, R.useRef)(e);
  (0, R.useEffect)(() => {
    i.current = e;
  });
  let a = al(e),
    o = (0, R.useCallback)((e, t, n) => {
      let { picks: r, decide: a, states: o } = i.current;
      a(o.get(e)?.type === `multi` ? vs(r, e, t, n) : _s(r, e, t));
    }, []),
    s = (0, R.useCallback)((e, t) => r({ kind: `resolve`, path: e, value: t }), [r]),
    c = (0, R.useCallback)((e, t) => r({ kind: `why`, path: e, value: t }), [r]);
  return {
    model: t,
    picks: e.picks,
    states: e.states,
    deltas: e.deltas,
    conflicts: e.state?.conflicts ?? [],
    currency: n,
    waiting: e.waiting,
    fresh: a,
    decide: e.decide,
    choose: o,
    resolve: s,
    why: c,
  };
}
var il = 2e3;
function al(e) {
  let [t, n] = (0, R.useState)(new Set());
  return (
    (0, R.useEffect)(() => {
      n(new Set(e.forced.map((e) => e.path)));
      let t = setTimeout(() => n(new Set()), il);
      return () => clearTimeout(t);
    }, [e.forced]),
    t
  );
}
function ol(e, t, n) {
  (0, R.useEffect)(() => {
    if (e.forced.length === 0) return n(``);
    let r = e.forced.slice(0, 3).map((e) => Xc(t, e)),
      i = e.forced.length - r.length,
      a = `${Tt()} – ${r.join(`; `)}${i > 0 ? ` +${i}` : ``}`;
    (n(a), m({ text: a, action: e.undo && { label: bo(), run: e.undo } }));
  }, [e.forced]);
}
function sl(e) {
  (0, R.useEffect)(() => {
    e.resumed && m({ text: Or({ when: we(e.resumed) }), action: { label: Tr(), run: e.restart } });
  }, []);
}
function cl(e, t) {
  (0, R.useEffect)(() => {
    let n = (n) => {
      let r = n.target instanceof HTMLElement && n.target.matches(`input:not([type=radio], [type=checkbox]), textarea, select`);
      if (document.querySelector(`[role=dialog], [role=alertdialog]`)) return;
      let i = n.ctrlKey || n.metaKey;
      n.key === `/` && !r && !i
        ? (n.preventDefault(), t())
        : i && !r && n.key.toLowerCase() === `z`
          ? (n.preventDefault(), (n.shiftKey ? e.redo : e.undo)?.())
          : i && !r && n.key.toLowerCase() === `y` && (n.preventDefault(), e.redo?.());
    };
    return (document.addEventListener(`keydown`, n), () => document.removeEventListener(`keydown`, n));
  });
}
function ll(e) {
  if (!e) return void document.getElementById(`step-title`)?.focus();
  requestAnimationFrame(() => {
    let t = document.querySelector(`[data-attribute="${CSS.escape(e)}"], [data-component="${CSS.escape(e)}"]`);
    (t?.scrollIntoView({ block: `center`, behavior: `smooth` }), t?.querySelector(`input, button`)?.focus({ preventScroll: !0 }));
  });
}
function ul({ revision: e }) {
  return e
    ? (0, z.jsxs)(r, {
        to: `/quotes/$id`,
        params: { id: e.quote.id },
        search: { revision: e.id },
        className: me,
        children: [(0, z.jsx)(D, { name: `arrowLeft`, size: 15 }), e.quote.number],
      })
    : (0, z.jsxs)(r, { to: `/catalogue`, className: me, children: [(0, z.jsx)(D, { name: `arrowLeft`, size: 15 }), ue()] });
}
function dl({ done: e, total: t }) {
  return (0, z.jsxs)(`p`, {
    className: Q.progress,
    children: [
      (0, z.jsx)(`span`, {
        className: Q.meter,
        "aria-hidden": `true`,
        children: (0, z.jsx)(`span`, { style: { inlineSize: `${t === 0 ? 100 : (100 * e) / t}%` } }),
      }),
      ur({ done: e, total: t }),
    ],
  });
}
function fl({ configuration: e, onSearch: t, onShare: n }) {
  return (0, z.jsxs)(`div`, {
    className: Q.tools,
    role: `toolbar`,
    "aria-label": Si(),
    children: [
      (0, z.jsx)(T, { look: `quiet`, icon: `undo`, iconOnly: !0, isDisabled: !e.undo, onPress: () => e.undo?.(), children: bo() }),
      (0, z.jsx)(T, { look: `quiet`, icon: `redo`, iconOnly: !0, isDisabled: !e.redo, onPress: () => e.redo?.(), children: ia() }),
      (0, z.jsx)(T, {
        look: `quiet`,
        icon: `search`,
        onPress: t,
        "aria-label": jr(),
        "aria-keyshortcuts": `/`,
        children: (0, z.jsx)(`span`, { className: Q.wideOnly, children: _() }),
      }),
      (0, z.jsx)(T, {
        look: `quiet`,
        icon: `copy`,
        onPress: n,
        "aria-label": _o(),
        children: (0, z.jsx)(`span`, { className: Q.wideOnly, children: to() }),
      }),
    ],
  });
}
function pl({ code: e, picks: t, revision: n, line: r, draftKey: i, onAdd: a }) {
  let o = Te(),
    s = le();
  if (!n) return (0, z.jsx)(T, { look: `primary`, block: !0, onPress: a, children: Le() });
  let c = { model: e, picks: [...t] },
    l = r ? { change: [{ id: r.id, picks: c.picks }] } : { add: [{ ...c, quantity: `1` }] };
  async function d(e) {
    try {
      (await o.mutateAsync({ id: e.id, version: e.version, edits: l }),
        Os(i),
        await s({ to: `/quotes/$id`, params: { id: e.quote.id }, search: { revision: e.id } }));
    } catch (e) {
      m({ text: u(e), tone: `failed` });
    }
  }
  return (0, z.jsx)(T, { look: `primary`, block: !0, isPending: o.isPending, onPress: () => void d(n), children: r ? Qa() : Le() });
}
export { el as default };
