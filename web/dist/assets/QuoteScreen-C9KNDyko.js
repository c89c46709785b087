import { n as e } from "./rolldown-runtime-WkwZ5CU-.js";
import { En as t, Ft as n, Nt as r, Pt as i, R as a, Tn as o, en as s, nn as c, u as l, wn as u } from "./vendor-HYK3zHZn.js";
import {
  B as d,
  Ct as f,
  D as p,
  E as m,
  Et as h,
  H as g,
  I as _,
  L as v,
  Ot as y,
  St as ee,
  T as te,
  Tt as ne,
  U as b,
  a as re,
  b as ie,
  bt as x,
  c as ae,
  g as oe,
  ht as se,
  i as ce,
  k as le,
  lt as ue,
  mt as de,
  o as fe,
  pt as pe,
  r as S,
  rt as me,
  t as he,
  tt as ge,
  ut as _e,
  v as ve,
  vt as ye,
  wt as be,
  x as xe,
  xt as Se,
  yt as Ce,
  z as we,
} from "./shared-Bn3naHN8.js";
import { a as Te, f as Ee, g as De, h as Oe, i as ke, m as Ae } from "./index-IMPo5J9l.js";
import {
  A as je,
  B as C,
  C as Me,
  D as Ne,
  F as Pe,
  H as w,
  I as T,
  J as Fe,
  L as Ie,
  M as Le,
  N as Re,
  P as E,
  Q as D,
  R as ze,
  S as Be,
  T as Ve,
  V as He,
  W as O,
  X as Ue,
  Z as We,
  a as Ge,
  d as Ke,
  et as k,
  ft as A,
  g as qe,
  h as j,
  it as Je,
  k as Ye,
  l as Xe,
  lt as M,
  m as Ze,
  mt as N,
  n as Qe,
  nt as P,
  o as F,
  p as $e,
  q as et,
  r as tt,
  rt as nt,
  s as rt,
  st as I,
  t as L,
  tt as it,
  v as at,
  w as R,
  x as z,
} from "./base-DGB2782h.js";
var ot = () => `Record acceptance`,
  st = () => `Enregistrer l’accord`,
  ct = (e = {}, t = {}) => ((t.locale ?? A()) === `fr` ? st(e) : ot(e)),
  lt = () => `The customer has said yes: enter the order number or who signed.`,
  ut = () => `Le client a dit oui : saisissez le numéro de commande ou le signataire.`,
  dt = (e = {}, t = {}) => ((t.locale ?? A()) === `fr` ? ut(e) : lt(e)),
  ft = () => `Acceptance recorded.`,
  pt = () => `Accord enregistré.`,
  mt = (e = {}, t = {}) => ((t.locale ?? A()) === `fr` ? pt(e) : ft(e)),
  ht = () => `Approve`,
  gt = () => `Valider`,
  _t = (e = {}, t = {}) => ((t.locale ?? A()) === `fr` ? gt(e) : ht(e)),
  vt = () => `Approved.`,
  yt = () => `Validé.`,
  bt = (e = {}, t = {}) => ((t.locale ?? A()) === `fr` ? yt(e) : vt(e)),
  xt = () => `Cancel acceptance`,
  St = () => `Annuler l’accord`,
  Ct = (e = {}, t = {}) => ((t.locale ?? A()) === `fr` ? St(e) : xt(e)),
  wt = () => `Acceptance cancelled.`,
  Tt = () => `Accord annulé.`,
  Et = (e = {}, t = {}) => ((t.locale ?? A()) === `fr` ? Tt(e) : wt(e)),
  Dt = () => `Close what remains`,
  Ot = () => `Solder le reste`,
  kt = (e = {}, t = {}) => ((t.locale ?? A()) === `fr` ? Ot(e) : Dt(e)),
  At = () => `Closed.`,
  jt = () => `Soldé.`,
  Mt = (e = {}, t = {}) => ((t.locale ?? A()) === `fr` ? jt(e) : At(e)),
  Nt = () => `Discard`,
  Pt = () => `Abandonner`,
  Ft = (e = {}, t = {}) => ((t.locale ?? A()) === `fr` ? Pt(e) : Nt(e)),
  It = () => `The draft is put away; its row stays in the history.`,
  Lt = () => `Le brouillon est écarté ; il reste dans l’historique.`,
  Rt = (e = {}, t = {}) => ((t.locale ?? A()) === `fr` ? Lt(e) : It(e)),
  zt = () => `Discarded.`,
  Bt = () => `Abandonné.`,
  Vt = (e = {}, t = {}) => ((t.locale ?? A()) === `fr` ? Bt(e) : zt(e)),
  Ht = () => `Order`,
  Ut = () => `Commander`,
  Wt = (e = {}, t = {}) => ((t.locale ?? A()) === `fr` ? Ut(e) : Ht(e)),
  Gt = () => `Everything that has not been ordered yet goes into one order.`,
  Kt = () => `Tout ce qui reste à commander part dans une commande.`,
  qt = (e = {}, t = {}) => ((t.locale ?? A()) === `fr` ? Kt(e) : Gt(e)),
  Jt = () => `Ordered.`,
  Yt = () => `Commandé.`,
  Xt = (e = {}, t = {}) => ((t.locale ?? A()) === `fr` ? Yt(e) : Jt(e)),
  Zt = () => `Take back`,
  Qt = () => `Reprendre`,
  $t = (e = {}, t = {}) => ((t.locale ?? A()) === `fr` ? Qt(e) : Zt(e)),
  en = () => `Back to draft.`,
  tn = () => `De retour en brouillon.`,
  nn = (e = {}, t = {}) => ((t.locale ?? A()) === `fr` ? tn(e) : en(e)),
  rn = () => `Record refusal`,
  an = () => `Enregistrer le refus`,
  on = (e = {}, t = {}) => ((t.locale ?? A()) === `fr` ? an(e) : rn(e)),
  sn = () => `Refusal recorded.`,
  cn = () => `Refus enregistré.`,
  ln = (e = {}, t = {}) => ((t.locale ?? A()) === `fr` ? cn(e) : sn(e)),
  un = () => `Return to author`,
  dn = () => `Renvoyer à l’auteur`,
  fn = (e = {}, t = {}) => ((t.locale ?? A()) === `fr` ? dn(e) : un(e)),
  pn = () => `Returned.`,
  mn = () => `Renvoyé.`,
  hn = (e = {}, t = {}) => ((t.locale ?? A()) === `fr` ? mn(e) : pn(e)),
  gn = () => `Revise`,
  _n = () => `Réviser`,
  vn = (e = {}, t = {}) => ((t.locale ?? A()) === `fr` ? _n(e) : gn(e)),
  yn = () => `A new draft is made from this version; this one stays until the new one is sent.`,
  bn = () => `Un nouveau brouillon part de cette version ; celle-ci reste jusqu’à l’envoi de la nouvelle.`,
  xn = (e = {}, t = {}) => ((t.locale ?? A()) === `fr` ? bn(e) : yn(e)),
  Sn = () => `New draft ready.`,
  Cn = () => `Nouveau brouillon prêt.`,
  wn = (e = {}, t = {}) => ((t.locale ?? A()) === `fr` ? Cn(e) : Sn(e)),
  Tn = () => `Send`,
  En = () => `Envoyer`,
  Dn = (e = {}, t = {}) => ((t.locale ?? A()) === `fr` ? En(e) : Tn(e)),
  On = () => `The content is frozen, numbered and stored as a PDF.`,
  kn = () => `Le contenu est figé, numéroté et conservé en PDF.`,
  An = (e = {}, t = {}) => ((t.locale ?? A()) === `fr` ? kn(e) : On(e)),
  jn = () => `Sent.`,
  Mn = () => `Envoyé.`,
  Nn = (e = {}, t = {}) => ((t.locale ?? A()) === `fr` ? Mn(e) : jn(e)),
  Pn = () => `Submit`,
  Fn = () => `Soumettre`,
  In = (e = {}, t = {}) => ((t.locale ?? A()) === `fr` ? Fn(e) : Pn(e)),
  Ln = () => `Approval is asked for where a rule needs it; otherwise the quote is approved at once.`,
  Rn = () => `Une validation est demandée si une règle l’exige ; sinon le devis est validé aussitôt.`,
  zn = (e = {}, t = {}) => ((t.locale ?? A()) === `fr` ? Rn(e) : Ln(e)),
  Bn = () => `Submitted.`,
  Vn = () => `Soumis.`,
  Hn = (e = {}, t = {}) => ((t.locale ?? A()) === `fr` ? Vn(e) : Bn(e)),
  Un = () => `Withdraw`,
  Wn = () => `Retirer l’offre`,
  Gn = (e = {}, t = {}) => ((t.locale ?? A()) === `fr` ? Wn(e) : Un(e)),
  Kn = () => `The customer can no longer accept it.`,
  qn = () => `Le client ne pourra plus l’accepter.`,
  Jn = (e = {}, t = {}) => ((t.locale ?? A()) === `fr` ? qn(e) : Kn(e)),
  Yn = () => `Withdrawn.`,
  Xn = () => `Offre retirée.`,
  Zn = (e = {}, t = {}) => ((t.locale ?? A()) === `fr` ? Xn(e) : Yn(e)),
  Qn = () => `More actions`,
  $n = () => `Autres actions`,
  er = (e = {}, t = {}) => ((t.locale ?? A()) === `fr` ? $n(e) : Qn(e)),
  tr = () => `Connected system`,
  nr = () => `Système connecté`,
  rr = (e = {}, t = {}) => ((t.locale ?? A()) === `fr` ? nr(e) : tr(e)),
  ir = () => `Customer`,
  ar = () => `Client`,
  or = (e = {}, t = {}) => ((t.locale ?? A()) === `fr` ? ar(e) : ir(e)),
  sr = () => `Quotient`,
  cr = () => `Quotient`,
  lr = (e = {}, t = {}) => ((t.locale ?? A()) === `fr` ? cr(e) : sr(e)),
  ur = () => `Somebody`,
  dr = () => `Quelqu’un`,
  fr = (e = {}, t = {}) => ((t.locale ?? A()) === `fr` ? dr(e) : ur(e)),
  pr = () => `Approval`,
  mr = () => `Validation`,
  hr = (e = {}, t = {}) => ((t.locale ?? A()) === `fr` ? mr(e) : pr(e)),
  gr = () => `Prices as of`,
  _r = () => `Prix au`,
  vr = (e = {}, t = {}) => ((t.locale ?? A()) === `fr` ? _r(e) : gr(e)),
  yr = (e) => (D(`en`, e?.count, {}) === `one` ? `${e?.count} line selected` : `${e?.count} lines selected`),
  br = (e) => (D(`fr`, e?.count, {}) === `one` ? `${e?.count} ligne sélectionnée` : `${e?.count} lignes sélectionnées`),
  xr = (e, t = {}) => ((t.locale ?? A()) === `fr` ? br(e) : yr(e)),
  Sr = () => `Apply discount`,
  Cr = () => `Appliquer la remise`,
  wr = (e = {}, t = {}) => ((t.locale ?? A()) === `fr` ? Cr(e) : Sr(e)),
  Tr = () => `Selected lines`,
  Er = () => `Lignes sélectionnées`,
  Dr = (e = {}, t = {}) => ((t.locale ?? A()) === `fr` ? Er(e) : Tr(e)),
  Or = () => `Choose…`,
  kr = () => `Choisir…`,
  Ar = (e = {}, t = {}) => ((t.locale ?? A()) === `fr` ? kr(e) : Or(e)),
  jr = () => `Delivery terms`,
  Mr = () => `Conditions de livraison`,
  Nr = (e = {}, t = {}) => ((t.locale ?? A()) === `fr` ? Mr(e) : jr(e)),
  Pr = () => `Details`,
  Fr = () => `Détails`,
  Ir = (e = {}, t = {}) => ((t.locale ?? A()) === `fr` ? Fr(e) : Pr(e)),
  Lr = () => `PDF`,
  Rr = () => `PDF`,
  zr = (e = {}, t = {}) => ((t.locale ?? A()) === `fr` ? Rr(e) : Lr(e)),
  Br = (e) =>
    `Somebody else has changed line ${e?.lines} meanwhile. The present state is shown; enter your change again if it still holds.`,
  Vr = (e) =>
    `Quelqu’un d’autre a modifié la ligne ${e?.lines} entre-temps. L’état actuel est affiché ; ressaisissez votre modification si elle vaut toujours.`,
  Hr = (e, t = {}) => ((t.locale ?? A()) === `fr` ? Vr(e) : Br(e)),
  Ur = () => `Saved together with a colleague’s changes.`,
  Wr = () => `Enregistré avec les modifications d’un collègue.`,
  Gr = (e = {}, t = {}) => ((t.locale ?? A()) === `fr` ? Wr(e) : Ur(e)),
  Kr = () => `currency`,
  qr = () => `devise`,
  Jr = (e = {}, t = {}) => ((t.locale ?? A()) === `fr` ? qr(e) : Kr(e)),
  Yr = () => `customer`,
  Xr = () => `client`,
  Zr = (e = {}, t = {}) => ((t.locale ?? A()) === `fr` ? Xr(e) : Yr(e)),
  Qr = () => `discount`,
  $r = () => `remise`,
  ei = (e = {}, t = {}) => ((t.locale ?? A()) === `fr` ? $r(e) : Qr(e)),
  ti = () => `language`,
  ni = () => `langue`,
  ri = (e = {}, t = {}) => ((t.locale ?? A()) === `fr` ? ni(e) : ti(e)),
  ii = () => `lines`,
  ai = () => `lignes`,
  oi = (e = {}, t = {}) => ((t.locale ?? A()) === `fr` ? ai(e) : ii(e)),
  si = () => `terms`,
  ci = () => `conditions`,
  li = (e = {}, t = {}) => ((t.locale ?? A()) === `fr` ? ci(e) : si(e)),
  ui = () => `texts`,
  di = () => `textes`,
  fi = (e = {}, t = {}) => ((t.locale ?? A()) === `fr` ? di(e) : ui(e)),
  pi = () => `validity`,
  mi = () => `validité`,
  hi = (e = {}, t = {}) => ((t.locale ?? A()) === `fr` ? mi(e) : pi(e)),
  gi = () => `Acceptance cancelled`,
  _i = () => `Accord annulé`,
  vi = (e = {}, t = {}) => ((t.locale ?? A()) === `fr` ? _i(e) : gi(e)),
  yi = () => `Accepted`,
  bi = () => `Accepté`,
  xi = (e = {}, t = {}) => ((t.locale ?? A()) === `fr` ? bi(e) : yi(e)),
  Si = () => `Approval stands after the edit`,
  Ci = () => `Validation maintenue après modification`,
  wi = (e = {}, t = {}) => ((t.locale ?? A()) === `fr` ? Ci(e) : Si(e)),
  Ti = () => `Approved`,
  Ei = () => `Validé`,
  Di = (e = {}, t = {}) => ((t.locale ?? A()) === `fr` ? Ei(e) : Ti(e)),
  Oi = () => `Created`,
  ki = () => `Créé`,
  Ai = (e = {}, t = {}) => ((t.locale ?? A()) === `fr` ? ki(e) : Oi(e)),
  ji = () => `Discarded`,
  Mi = () => `Abandonné`,
  Ni = (e = {}, t = {}) => ((t.locale ?? A()) === `fr` ? Mi(e) : ji(e)),
  Pi = () => `Edited`,
  Fi = () => `Modifié`,
  Ii = (e = {}, t = {}) => ((t.locale ?? A()) === `fr` ? Fi(e) : Pi(e)),
  Li = () => `Expired`,
  Ri = () => `Expiré`,
  zi = (e = {}, t = {}) => ((t.locale ?? A()) === `fr` ? Ri(e) : Li(e)),
  Bi = () => `Imported`,
  Vi = () => `Importé`,
  Hi = (e = {}, t = {}) => ((t.locale ?? A()) === `fr` ? Vi(e) : Bi(e)),
  Ui = () => `Order cancelled`,
  Wi = () => `Commande annulée`,
  Gi = (e = {}, t = {}) => ((t.locale ?? A()) === `fr` ? Wi(e) : Ui(e)),
  Ki = () => `Order completed`,
  qi = () => `Commande terminée`,
  Ji = (e = {}, t = {}) => ((t.locale ?? A()) === `fr` ? qi(e) : Ki(e)),
  Yi = () => `Order updated`,
  Xi = () => `Commande mise à jour`,
  Zi = (e = {}, t = {}) => ((t.locale ?? A()) === `fr` ? Xi(e) : Yi(e)),
  Qi = () => `Ordered`,
  $i = () => `Commandé`,
  ea = (e = {}, t = {}) => ((t.locale ?? A()) === `fr` ? $i(e) : Qi(e)),
  ta = () => `New owner`,
  na = () => `Nouveau responsable`,
  ra = (e = {}, t = {}) => ((t.locale ?? A()) === `fr` ? na(e) : ta(e)),
  ia = () => `Taken back`,
  aa = () => `Repris`,
  oa = (e = {}, t = {}) => ((t.locale ?? A()) === `fr` ? aa(e) : ia(e)),
  sa = () => `Declined`,
  ca = () => `Refusé`,
  la = (e = {}, t = {}) => ((t.locale ?? A()) === `fr` ? ca(e) : sa(e)),
  ua = () => `Remaining quantity closed`,
  da = () => `Reliquat soldé`,
  fa = (e = {}, t = {}) => ((t.locale ?? A()) === `fr` ? da(e) : ua(e)),
  pa = () => `Returned to the author`,
  ma = () => `Renvoyé à l’auteur`,
  ha = (e = {}, t = {}) => ((t.locale ?? A()) === `fr` ? ma(e) : pa(e)),
  ga = () => `New version started`,
  _a = () => `Nouvelle version commencée`,
  va = (e = {}, t = {}) => ((t.locale ?? A()) === `fr` ? _a(e) : ga(e)),
  ya = () => `Sending was given up`,
  ba = () => `Envoi abandonné`,
  xa = (e = {}, t = {}) => ((t.locale ?? A()) === `fr` ? ba(e) : ya(e)),
  Sa = () => `Frozen and numbered`,
  Ca = () => `Figé et numéroté`,
  wa = (e = {}, t = {}) => ((t.locale ?? A()) === `fr` ? Ca(e) : Sa(e)),
  Ta = () => `Sent`,
  Ea = () => `Envoyé`,
  Da = (e = {}, t = {}) => ((t.locale ?? A()) === `fr` ? Ea(e) : Ta(e)),
  Oa = () => `Approval given`,
  ka = () => `Validation donnée`,
  Aa = (e = {}, t = {}) => ((t.locale ?? A()) === `fr` ? ka(e) : Oa(e)),
  ja = () => `Submitted`,
  Ma = () => `Soumis`,
  Na = (e = {}, t = {}) => ((t.locale ?? A()) === `fr` ? Ma(e) : ja(e)),
  Pa = () => `Replaced by a newer version`,
  Fa = () => `Remplacé par une version plus récente`,
  Ia = (e = {}, t = {}) => ((t.locale ?? A()) === `fr` ? Fa(e) : Pa(e)),
  La = () => `Details changed`,
  Ra = () => `Détails modifiés`,
  za = (e = {}, t = {}) => ((t.locale ?? A()) === `fr` ? Ra(e) : La(e)),
  Ba = () => `Viewed by the customer`,
  Va = () => `Consulté par le client`,
  Ha = (e = {}, t = {}) => ((t.locale ?? A()) === `fr` ? Va(e) : Ba(e)),
  Ua = () => `Withdrawn`,
  Wa = () => `Retiré`,
  Ga = (e = {}, t = {}) => ((t.locale ?? A()) === `fr` ? Wa(e) : Ua(e)),
  Ka = () => `Comment`,
  qa = () => `Commentaire`,
  Ja = (e = {}, t = {}) => ((t.locale ?? A()) === `fr` ? qa(e) : Ka(e)),
  Ya = () => `Competitor`,
  Xa = () => `Concurrent`,
  Za = (e = {}, t = {}) => ((t.locale ?? A()) === `fr` ? Xa(e) : Ya(e)),
  Qa = () => `Accept it although the offer has ended`,
  $a = () => `Accepter bien que l’offre soit échue`,
  eo = (e = {}, t = {}) => ((t.locale ?? A()) === `fr` ? $a(e) : Qa(e)),
  to = () => `Reason of purchase`,
  no = () => `Motif d’achat`,
  ro = (e = {}, t = {}) => ((t.locale ?? A()) === `fr` ? no(e) : to(e)),
  io = () => `Received on`,
  ao = () => `Reçu le`,
  oo = (e = {}, t = {}) => ((t.locale ?? A()) === `fr` ? ao(e) : io(e)),
  so = () => `Signed by`,
  co = () => `Signé par`,
  lo = (e = {}, t = {}) => ((t.locale ?? A()) === `fr` ? co(e) : so(e)),
  uo = () => `Follow-up`,
  fo = () => `Relance`,
  po = (e = {}, t = {}) => ((t.locale ?? A()) === `fr` ? fo(e) : uo(e)),
  mo = (e) => `Actions of line ${e?.number}`,
  ho = (e) => `Actions de la ligne ${e?.number}`,
  go = (e, t = {}) => ((t.locale ?? A()) === `fr` ? ho(e) : mo(e)),
  _o = () => `Configured product`,
  vo = () => `Produit configuré`,
  yo = (e = {}, t = {}) => ((t.locale ?? A()) === `fr` ? vo(e) : _o(e)),
  bo = () => `Add an item: name or SKU`,
  xo = () => `Ajouter un article : nom ou référence`,
  So = (e = {}, t = {}) => ((t.locale ?? A()) === `fr` ? xo(e) : bo(e)),
  Co = () => `Alternative`,
  wo = () => `Variante`,
  To = (e = {}, t = {}) => ((t.locale ?? A()) === `fr` ? wo(e) : Co(e)),
  Eo = () => `Below floor`,
  Do = () => `Sous le plancher`,
  Oo = (e = {}, t = {}) => ((t.locale ?? A()) === `fr` ? Do(e) : Eo(e)),
  ko = () => `Configure`,
  Ao = () => `Configurer`,
  jo = (e = {}, t = {}) => ((t.locale ?? A()) === `fr` ? Ao(e) : ko(e)),
  Mo = () => `Discount`,
  No = () => `Remise`,
  Po = (e = {}, t = {}) => ((t.locale ?? A()) === `fr` ? No(e) : Mo(e)),
  Fo = () => `Move down`,
  Io = () => `Descendre`,
  Lo = (e = {}, t = {}) => ((t.locale ?? A()) === `fr` ? Io(e) : Fo(e)),
  Ro = () => `Duplicate`,
  zo = () => `Dupliquer`,
  Bo = (e = {}, t = {}) => ((t.locale ?? A()) === `fr` ? zo(e) : Ro(e)),
  Vo = (e) => `${e?.amount}: how this price comes about`,
  Ho = (e) => `${e?.amount} : comment ce prix se forme`,
  Uo = (e, t = {}) => ((t.locale ?? A()) === `fr` ? Ho(e) : Vo(e)),
  Wo = () => `Incomplete`,
  Go = () => `Incomplet`,
  Ko = (e = {}, t = {}) => ((t.locale ?? A()) === `fr` ? Go(e) : Wo(e)),
  qo = () => `Item`,
  Jo = () => `Article`,
  Yo = (e = {}, t = {}) => ((t.locale ?? A()) === `fr` ? Jo(e) : qo(e)),
  Xo = () => `List`,
  Zo = () => `Tarif`,
  Qo = (e = {}, t = {}) => ((t.locale ?? A()) === `fr` ? Zo(e) : Xo(e)),
  $o = () => `Make firm`,
  es = () => `Rendre ferme`,
  ts = (e = {}, t = {}) => ((t.locale ?? A()) === `fr` ? es(e) : $o(e)),
  ns = () => `Make optional`,
  rs = () => `Proposer en option`,
  is = (e = {}, t = {}) => ((t.locale ?? A()) === `fr` ? rs(e) : ns(e)),
  as = () => `Net total`,
  os = () => `Total net HT`,
  ss = (e = {}, t = {}) => ((t.locale ?? A()) === `fr` ? os(e) : as(e)),
  cs = () => `No.`,
  ls = () => `N°`,
  us = (e = {}, t = {}) => ((t.locale ?? A()) === `fr` ? ls(e) : cs(e)),
  ds = (e) => `line ${e?.number}`,
  fs = (e) => `ligne ${e?.number}`,
  ps = (e, t = {}) => ((t.locale ?? A()) === `fr` ? fs(e) : ds(e)),
  ms = () => `Optional`,
  hs = () => `En option`,
  gs = (e = {}, t = {}) => ((t.locale ?? A()) === `fr` ? hs(e) : ms(e)),
  _s = (e) => (D(`en`, e?.count, {}) === `one` ? `${e?.count} option` : `${e?.count} options`),
  vs = (e) => (D(`fr`, e?.count, {}) === `one` ? `${e?.count} option` : `${e?.count} options`),
  ys = (e, t = {}) => ((t.locale ?? A()) === `fr` ? vs(e) : _s(e)),
  bs = () => `Proposed`,
  xs = () => `Proposée`,
  Ss = (e = {}, t = {}) => ((t.locale ?? A()) === `fr` ? xs(e) : bs(e)),
  Cs = () => `Remove`,
  ws = () => `Supprimer`,
  Ts = (e = {}, t = {}) => ((t.locale ?? A()) === `fr` ? ws(e) : Cs(e)),
  Es = () => `Selection`,
  Ds = () => `Sélection`,
  Os = (e = {}, t = {}) => ((t.locale ?? A()) === `fr` ? Ds(e) : Es(e)),
  ks = () => `Select all lines`,
  As = () => `Sélectionner toutes les lignes`,
  js = (e = {}, t = {}) => ((t.locale ?? A()) === `fr` ? As(e) : ks(e)),
  Ms = (e) => `Select line ${e?.number}`,
  Ns = (e) => `Sélectionner la ligne ${e?.number}`,
  Ps = (e, t = {}) => ((t.locale ?? A()) === `fr` ? Ns(e) : Ms(e)),
  Fs = () => `Options`,
  Is = () => `Options`,
  Ls = (e = {}, t = {}) => ((t.locale ?? A()) === `fr` ? Is(e) : Fs(e)),
  Rs = () => `Special request`,
  zs = () => `Demande spéciale`,
  Bs = (e = {}, t = {}) => ((t.locale ?? A()) === `fr` ? zs(e) : Rs(e)),
  Vs = () => `Unit net`,
  Hs = () => `PU net`,
  Us = (e = {}, t = {}) => ((t.locale ?? A()) === `fr` ? Hs(e) : Vs(e)),
  Ws = () => `Move up`,
  Gs = () => `Monter`,
  Ks = (e = {}, t = {}) => ((t.locale ?? A()) === `fr` ? Gs(e) : Ws(e)),
  qs = () => `No lines yet`,
  Js = () => `Aucune ligne pour l’instant`,
  Ys = (e = {}, t = {}) => ((t.locale ?? A()) === `fr` ? Js(e) : qs(e)),
  Xs = () => `Add a configured product or an item.`,
  Zs = () => `Ajoutez un produit configuré ou un article.`,
  Qs = (e = {}, t = {}) => ((t.locale ?? A()) === `fr` ? Zs(e) : Xs(e)),
  $s = () => `Internal notes`,
  ec = () => `Notes internes`,
  tc = (e = {}, t = {}) => ((t.locale ?? A()) === `fr` ? ec(e) : $s(e)),
  nc = (e) =>
    D(`en`, e?.count, {}) === `one`
      ? `${e?.count} point stands in the way of submitting`
      : `${e?.count} points stand in the way of submitting`,
  rc = (e) => (D(`fr`, e?.count, {}) === `one` ? `${e?.count} point empêche la soumission` : `${e?.count} points empêchent la soumission`),
  ic = (e, t = {}) => ((t.locale ?? A()) === `fr` ? rc(e) : nc(e)),
  ac = () => `The catalogue has moved on: newer prices exist.`,
  oc = () => `Le catalogue a évolué : de nouveaux prix existent.`,
  sc = (e = {}, t = {}) => ((t.locale ?? A()) === `fr` ? oc(e) : ac(e)),
  cc = () => `The quote is being sent: its content is frozen, the document is being made.`,
  lc = () => `Envoi en cours : le contenu est figé, le document se prépare.`,
  uc = (e = {}, t = {}) => ((t.locale ?? A()) === `fr` ? lc(e) : cc(e)),
  dc = () => `Payment terms`,
  fc = () => `Conditions de paiement`,
  pc = (e = {}, t = {}) => ((t.locale ?? A()) === `fr` ? fc(e) : dc(e)),
  mc = () => `Progress of the quote`,
  hc = () => `Avancement du devis`,
  gc = (e = {}, t = {}) => ((t.locale ?? A()) === `fr` ? hc(e) : mc(e)),
  _c = () => `A reason is needed.`,
  vc = () => `Un motif est nécessaire.`,
  yc = (e = {}, t = {}) => ((t.locale ?? A()) === `fr` ? vc(e) : _c(e)),
  bc = () => `Take today’s prices`,
  xc = () => `Prendre les prix du jour`,
  Sc = (e = {}, t = {}) => ((t.locale ?? A()) === `fr` ? xc(e) : bc(e)),
  Cc = () => `Today’s prices taken.`,
  wc = () => `Prix du jour appliqués.`,
  Tc = (e = {}, t = {}) => ((t.locale ?? A()) === `fr` ? wc(e) : Cc(e)),
  Ec = () => `Administrator`,
  Dc = () => `Administrateur`,
  Oc = (e = {}, t = {}) => ((t.locale ?? A()) === `fr` ? Dc(e) : Ec(e)),
  kc = () => `Approver`,
  Ac = () => `Valideur`,
  jc = (e = {}, t = {}) => ((t.locale ?? A()) === `fr` ? Ac(e) : kc(e)),
  Mc = () => `Sales manager`,
  Nc = () => `Responsable des ventes`,
  Pc = (e = {}, t = {}) => ((t.locale ?? A()) === `fr` ? Nc(e) : Mc(e)),
  Fc = () => `Modeller`,
  Ic = () => `Modélisateur`,
  Lc = (e = {}, t = {}) => ((t.locale ?? A()) === `fr` ? Ic(e) : Fc(e)),
  Rc = () => `Order desk`,
  zc = () => `Administration des ventes`,
  Bc = (e = {}, t = {}) => ((t.locale ?? A()) === `fr` ? zc(e) : Rc(e)),
  Vc = () => `Pricing`,
  Hc = () => `Tarification`,
  Uc = (e = {}, t = {}) => ((t.locale ?? A()) === `fr` ? Hc(e) : Vc(e)),
  Wc = () => `Sales rep`,
  Gc = () => `Commercial`,
  Kc = (e = {}, t = {}) => ((t.locale ?? A()) === `fr` ? Gc(e) : Wc(e)),
  qc = () => `Saving…`,
  Jc = () => `Enregistrement…`,
  Yc = (e = {}, t = {}) => ((t.locale ?? A()) === `fr` ? Jc(e) : qc(e)),
  Xc = () => `Source`,
  Zc = () => `Origine`,
  Qc = (e = {}, t = {}) => ((t.locale ?? A()) === `fr` ? Zc(e) : Xc(e)),
  $c = () => `Approved`,
  el = () => `Validé`,
  tl = (e = {}, t = {}) => ((t.locale ?? A()) === `fr` ? el(e) : $c(e)),
  nl = () => `Approval stands`,
  rl = () => `Validation maintenue`,
  il = (e = {}, t = {}) => ((t.locale ?? A()) === `fr` ? rl(e) : nl(e)),
  al = () => `Waiting`,
  ol = () => `En attente`,
  sl = (e = {}, t = {}) => ((t.locale ?? A()) === `fr` ? ol(e) : al(e)),
  cl = () => `Returned`,
  ll = () => `Renvoyé`,
  ul = (e = {}, t = {}) => ((t.locale ?? A()) === `fr` ? ll(e) : cl(e)),
  dl = () => `History`,
  fl = () => `Historique`,
  pl = (e = {}, t = {}) => ((t.locale ?? A()) === `fr` ? fl(e) : dl(e)),
  ml = (e) => `valid until ${e?.date}`,
  hl = (e) => `valable jusqu’au ${e?.date}`,
  gl = (e, t = {}) => ((t.locale ?? A()) === `fr` ? hl(e) : ml(e)),
  _l = (e) => `Version ${e?.variant}-R${e?.number}`,
  vl = (e) => `Version ${e?.variant}-R${e?.number}`,
  yl = (e, t = {}) => ((t.locale ?? A()) === `fr` ? vl(e) : _l(e)),
  bl = () => `Versions`,
  xl = () => `Versions`,
  Sl = (e = {}, t = {}) => ((t.locale ?? A()) === `fr` ? xl(e) : bl(e)),
  Cl = () => `Viewed by the customer`,
  wl = () => `Consulté par le client`,
  Tl = (e = {}, t = {}) => ((t.locale ?? A()) === `fr` ? wl(e) : Cl(e)),
  El = () => `Then`,
  Dl = () => `Ensuite`,
  Ol = (e = {}, t = {}) => ((t.locale ?? A()) === `fr` ? Dl(e) : El(e)),
  kl = (e) => `Price of ${e?.name}`,
  Al = (e) => `Prix de ${e?.name}`,
  jl = (e, t = {}) => ((t.locale ?? A()) === `fr` ? Al(e) : kl(e)),
  Ml = () => `Change`,
  Nl = () => `Variation`,
  Pl = (e = {}, t = {}) => ((t.locale ?? A()) === `fr` ? Nl(e) : Ml(e)),
  Fl = () => `Step`,
  Il = () => `Étape`,
  Ll = (e = {}, t = {}) => ((t.locale ?? A()) === `fr` ? Il(e) : Fl(e)),
  Rl = () => `How this price comes about`,
  zl = () => `Comment ce prix se forme`,
  Bl = (e = {}, t = {}) => ((t.locale ?? A()) === `fr` ? zl(e) : Rl(e)),
  B = e(t(), 1),
  V = (e) => ({ path: { revision_id: e.id }, header: { "If-Match": nt(e.version) } }),
  Vl = (e, t) => ({ ...V(e), header: { ...V(e).header, "Idempotency-Key": t } });
function H(e) {
  return Object.fromEntries(Object.entries(e).filter(([, e]) => e !== void 0 && e !== ``));
}
var U = {
  submit: {
    label: In,
    icon: `arrowRight`,
    look: `primary`,
    fields: [],
    about: zn,
    done: Hn,
    run: (e) => P(k.POST(`/v1/revisions/{revision_id}/submit`, { params: V(e) })),
  },
  approve: {
    label: _t,
    icon: `check`,
    look: `primary`,
    fields: [`comment`],
    done: bt,
    run: (e, t) => P(k.POST(`/v1/revisions/{revision_id}/approve`, { params: V(e), body: H({ comment: t.comment }) })),
  },
  return: {
    label: fn,
    icon: `undo`,
    look: `secondary`,
    fields: [`reason`],
    done: hn,
    run: (e, t) => P(k.POST(`/v1/revisions/{revision_id}/return`, { params: V(e), body: { comment: t.reason ?? `` } })),
  },
  send: {
    label: Dn,
    icon: `send`,
    look: `primary`,
    fields: [],
    about: An,
    done: Nn,
    run: (e) => P(k.POST(`/v1/revisions/{revision_id}/send`, { params: V(e) })),
  },
  record_acceptance: {
    label: ct,
    icon: `check`,
    look: `primary`,
    fields: [`po_number`, `signer`, `received`, `purchase_reason`],
    about: dt,
    done: mt,
    run: (e, t, n) =>
      P(
        k.POST(`/v1/revisions/{revision_id}/record_acceptance`, {
          params: Vl(e, n),
          body: H({
            po_number: t.po_number,
            signer: t.signer,
            received: t.received,
            purchase_reason: t.purchase_reason,
            confirm_late: t.confirm_late === `true` || void 0,
          }),
        }),
      ),
  },
  order: {
    label: Wt,
    icon: `truck`,
    look: `primary`,
    fields: [`po_number`],
    about: qt,
    done: Xt,
    run: (e, t, n) => P(k.POST(`/v1/revisions/{revision_id}/order`, { params: Vl(e, n), body: H({ po_number: t.po_number }) })),
  },
  revise: {
    label: vn,
    icon: `pencil`,
    look: `secondary`,
    fields: [`reason_revision`],
    about: xn,
    done: wn,
    run: (e, t, n) => P(k.POST(`/v1/revisions/{revision_id}/revise`, { params: Vl(e, n), body: { reason: t.reason_revision ?? `` } })),
  },
  recall: {
    label: $t,
    icon: `undo`,
    look: `secondary`,
    fields: [],
    done: nn,
    run: (e) => P(k.POST(`/v1/revisions/{revision_id}/recall`, { params: V(e) })),
  },
  reject: {
    label: on,
    icon: `close`,
    look: `secondary`,
    fields: [`reason_loss`, `competitor`, `comment`],
    done: ln,
    run: (e, t) =>
      P(
        k.POST(`/v1/revisions/{revision_id}/reject`, {
          params: V(e),
          body: H({ reason: t.reason_loss ?? ``, competitor: t.competitor, text: t.comment }),
        }),
      ),
  },
  withdraw: {
    label: Gn,
    icon: `undo`,
    look: `danger`,
    fields: [`reason`],
    about: Jn,
    done: Zn,
    run: (e, t) => P(k.POST(`/v1/revisions/{revision_id}/withdraw`, { params: V(e), body: { reason: t.reason ?? `` } })),
  },
  close_remaining: {
    label: kt,
    icon: `close`,
    look: `secondary`,
    fields: [`reason`],
    done: Mt,
    run: (e, t) => P(k.POST(`/v1/revisions/{revision_id}/close_remaining`, { params: V(e), body: { reason: t.reason ?? `` } })),
  },
  cancel_acceptance: {
    label: Ct,
    icon: `undo`,
    look: `danger`,
    fields: [`reason`],
    done: Et,
    run: (e, t) => P(k.POST(`/v1/revisions/{revision_id}/cancel_acceptance`, { params: V(e), body: { reason: t.reason ?? `` } })),
  },
  discard: {
    label: Ft,
    icon: `trash`,
    look: `danger`,
    fields: [`comment`],
    about: Rt,
    done: Vt,
    run: (e, t) => P(k.POST(`/v1/revisions/{revision_id}/discard`, { params: V(e), body: H({ reason: t.comment }) })),
  },
};
function Hl(e) {
  let t = new Set(e.map((e) => e.action));
  return Object.keys(U).filter((e) => t.has(e));
}
function Ul(e, t) {
  return e.filter((e) => e.startsWith(`reason`) && !t[e]?.trim());
}
var W = o();
function Wl({ name: e, revision: t, onClose: n }) {
  let r = U[e],
    i = u(),
    a = rt(),
    o = Oe(),
    [c, l] = (0, B.useState)({}),
    [d, f] = (0, B.useState)(!1),
    [p] = (0, B.useState)(it),
    m = Ul(r.fields, c),
    h = s({
      mutationFn: () => r.run(t, c, p),
      onSuccess: async (e) => {
        let s = e;
        (s?.quote && s.id
          ? (a(s), s.id !== t.id && (await o({ to: `/quotes/$id`, params: { id: t.quote.id }, search: { revision: s.id } })))
          : a(t),
          await i.invalidateQueries({ queryKey: F(t.id).queryKey }),
          _({ text: r.done() }),
          n());
      },
      onError: (e) => {
        e instanceof N && (e.stale || e.status === 409) && i.invalidateQueries({ queryKey: F(t.id).queryKey });
      },
    }),
    g = h.error instanceof N && h.error.kind.includes(`late`);
  return (0, W.jsx)(Le, {
    title: r.label(),
    open: !0,
    onClose: n,
    foot: (0, W.jsxs)(W.Fragment, {
      children: [
        (0, W.jsx)(C, { onPress: n, children: ee() }),
        (0, W.jsx)(C, {
          look: r.look === `danger` ? `danger` : `primary`,
          isPending: h.isPending,
          onPress: () => {
            (f(!0), m.length === 0 && h.mutate());
          },
          children: r.label(),
        }),
      ],
    }),
    children: (0, W.jsxs)(`div`, {
      className: S.form,
      children: [
        r.about && (0, W.jsx)(`p`, { children: r.about() }),
        h.error && (0, W.jsx)(Gl, { error: h.error }),
        [...r.fields, ...(g ? [`confirm_late`] : [])].map((e) =>
          (0, W.jsx)(
            Kl,
            { name: e, value: c[e] ?? ``, error: d && m.includes(e) ? yc() : void 0, onChange: (t) => l((n) => ({ ...n, [e]: t })) },
            e,
          ),
        ),
      ],
    }),
  });
}
function Gl({ error: e }) {
  let t = e instanceof N ? e.issues : [];
  return (0, W.jsxs)(E, {
    tone: `danger`,
    role: `alert`,
    children: [
      (0, W.jsx)(`p`, { children: d(e) }),
      t.length > 0 && (0, W.jsx)(`ul`, { children: t.map((e, t) => (0, W.jsx)(`li`, { children: e.message }, t)) }),
    ],
  });
}
function Kl({ name: e, value: t, error: n, onChange: r }) {
  let i = y(te).data,
    a = { value: t, error: n, onChange: (e) => r(e.currentTarget.value) };
  switch (e) {
    case `comment`:
      return (0, W.jsx)(Ze, { ...a, label: Ja(), optional: !0, maxLength: 2e3 });
    case `reason`:
      return (0, W.jsx)(j, { ...a, label: de(), maxLength: 64 });
    case `reason_loss`:
      return (0, W.jsx)(ql, { ...a, label: de(), reasons: i.loss_reasons });
    case `reason_revision`:
      return (0, W.jsx)(ql, { ...a, label: de(), reasons: i.revision_reasons });
    case `purchase_reason`:
      return (0, W.jsx)(ql, { ...a, label: ro(), reasons: i.purchase_reasons, optional: !0 });
    case `competitor`:
      return (0, W.jsx)(j, { ...a, label: Za(), optional: !0, maxLength: 200 });
    case `po_number`:
      return (0, W.jsx)(j, { ...a, label: se(), optional: !0, maxLength: 100 });
    case `signer`:
      return (0, W.jsx)(j, { ...a, label: lo(), optional: !0, maxLength: 200 });
    case `received`:
      return (0, W.jsx)(j, { ...a, type: `date`, label: oo(), optional: !0 });
    case `confirm_late`:
      return (0, W.jsx)(Ke, { label: eo(), checked: t === `true`, onChange: (e) => r(String(e.currentTarget.checked)) });
  }
}
function ql({ reasons: e, ...t }) {
  return (0, W.jsxs)($e, {
    ...t,
    children: [
      (0, W.jsx)(`option`, { value: ``, children: Ar() }),
      e.map((e) => (0, W.jsx)(`option`, { value: e.code, children: M(e.label) }, e.code)),
    ],
  });
}
function Jl({ revision: e }) {
  let [t, n] = (0, B.useState)(null),
    r = Hl(e.actions),
    i = r.filter((e) => U[e].look === `primary`).slice(0, 2),
    a = r.filter((e) => !i.includes(e));
  return (0, W.jsxs)(W.Fragment, {
    children: [
      e.document_hash &&
        (0, W.jsxs)(`a`, {
          className: He({}),
          href: `/v1/revisions/${e.id}/document`,
          target: `_blank`,
          rel: `noreferrer`,
          children: [(0, W.jsx)(w, { name: `file`, size: 18 }), zr()],
        }),
      a.length > 0 &&
        (0, W.jsx)(ke, {
          label: er(),
          trigger: (0, W.jsx)(C, { icon: `more`, iconOnly: !0, children: er() }),
          actions: a.map((e) => {
            let t = U[e];
            return { id: e, label: t.label(), icon: t.icon, danger: t.look === `danger`, run: () => n(e) };
          }),
        }),
      [...i].reverse().map((e) => {
        let t = U[e];
        return (0, W.jsx)(C, { look: e === i[0] ? `primary` : `secondary`, icon: t.icon, onPress: () => n(e), children: t.label() }, e);
      }),
      t && (0, W.jsx)(Wl, { name: t, revision: e, onClose: () => n(null) }, t),
    ],
  });
}
function Yl({ editor: e }) {
  let [t, n] = (0, B.useState)(``),
    r = (0, B.useDeferredValue)(t.trim()),
    i = c({
      queryKey: [`items`, r],
      queryFn: async ({ signal: e }) => (await Je(k.GET(`/v1/items`, { params: { query: { q: r, limit: 12 } }, signal: e }))).items,
      enabled: r.length > 0,
      placeholderData: (e) => e,
      staleTime: 6e4,
    }),
    o = r ? (i.data ?? []) : [];
  return (0, W.jsx)(`div`, {
    className: S.add,
    children: (0, W.jsxs)(f, {
      className: qe.field ?? ``,
      inputValue: t,
      onInputChange: n,
      selectedKey: null,
      onSelectionChange: (t) => {
        t !== null && (n(``), e.run({ add: [{ item: String(t), quantity: `1` }] }));
      },
      items: o.map((e) => ({ id: e.sku, name: M(e.name), sku: e.sku })),
      allowsEmptyCollection: r.length > 0,
      children: [
        (0, W.jsx)(a, { className: `visually-hidden`, children: So() }),
        (0, W.jsx)(h, { className: qe.control ?? ``, placeholder: So() }),
        (0, W.jsx)(l, {
          className: v.popover,
          children: (0, W.jsx)(be, {
            className: v.menu,
            renderEmptyState: () => (0, W.jsx)(`div`, { className: v.heading, children: i.isFetching ? Fe() : me() }),
            children: (e) =>
              (0, W.jsxs)(ne, {
                id: e.id,
                className: v.item ?? ``,
                textValue: e.name,
                children: [
                  (0, W.jsx)(w, { name: `box`, size: 16 }),
                  (0, W.jsxs)(`span`, { children: [e.name, (0, W.jsx)(`span`, { className: v.detail, children: e.sku })] }),
                ],
              }),
          }),
        }),
      ],
    }),
  });
}
var Xl = { open: [`clock`, sl], approved: [`check`, tl], returned: [`undo`, ul], carried: [`check`, il] };
function Zl({ revision: e }) {
  let t = e.approvals ?? [];
  return t.length === 0
    ? null
    : (0, W.jsx)(T, {
        title: hr(),
        children: (0, W.jsx)(`ul`, {
          className: S.steps,
          children: t.map((e) => {
            let [t, n] = Xl[e.state];
            return (0, W.jsxs)(
              `li`,
              {
                className: S.step,
                "data-state": e.state,
                children: [
                  (0, W.jsx)(w, { name: t, size: 18 }),
                  (0, W.jsxs)(`div`, {
                    children: [
                      M(e.message) || e.rule,
                      (0, W.jsx)(`span`, {
                        className: S.when,
                        children: [n(), e.role && $l(e.role), e.decided_at ? R(e.decided_at) : e.asked_at && R(e.asked_at)]
                          .filter(Boolean)
                          .join(` · `),
                      }),
                      e.comment && (0, W.jsxs)(`span`, { className: S.when, children: [`“`, e.comment, `”`] }),
                    ],
                  }),
                ],
              },
              e.id,
            );
          }),
        }),
      });
}
var Ql = { rep: Kc, manager: Pc, approver: jc, order_desk: Bc, modeller: Lc, pricing_admin: Uc, admin: Oc };
function $l(e) {
  return Ql[e]();
}
function eu({ editor: e, lines: t, onDone: n }) {
  let [r, i] = (0, B.useState)(``),
    [a, o] = (0, B.useState)(!1),
    s = t.map((e) => e.id);
  async function c() {
    let t = fe(r, I());
    if (t === void 0) return o(!0);
    (await e.run({ change: s.map((e) => ({ id: e, manual: t })) })) && n();
  }
  return (0, W.jsxs)(`div`, {
    className: S.bulk,
    role: `toolbar`,
    "aria-label": Dr(),
    children: [
      (0, W.jsx)(`strong`, { children: xr({ count: t.length }) }),
      (0, W.jsx)(j, {
        className: S.bulkField,
        label: Po(),
        hideLabel: !0,
        placeholder: Po(),
        size: `small`,
        value: r,
        error: a ? ye() : void 0,
        onChange: (e) => {
          (i(e.currentTarget.value), o(!1));
        },
        onKeyDown: (e) => e.key === `Enter` && void c(),
      }),
      (0, W.jsx)(C, { size: `small`, look: `primary`, onPress: () => void c(), children: wr() }),
      (0, W.jsx)(C, {
        size: `small`,
        onPress: () => void e.run({ change: s.map((e) => ({ id: e, optional: !0 })) }).then((e) => e && n()),
        children: is(),
      }),
      (0, W.jsx)(C, {
        size: `small`,
        look: `danger`,
        icon: `trash`,
        onPress: () => void e.run({ remove: s }).then((e) => e && n()),
        children: Ts(),
      }),
    ],
  });
}
var tu = e(r(), 1);
function nu(e) {
  return typeof e == `object` ? e.key : e;
}
function ru(e, t) {
  let n = e.length;
  return new Proxy(e, {
    get(e, r, i) {
      if (typeof r == `string`) {
        let i = r.charCodeAt(0);
        if (i >= 48 && i <= 57) {
          let i = +r;
          if (Number.isInteger(i) && i >= 0 && i < n) {
            let n = e[i];
            if (typeof n != `object`) {
              let r = t[i * 2];
              n = e[i] = { index: i, key: n, start: r, size: t[i * 2 + 1], end: r + t[i * 2 + 1], lane: 0 };
            }
            return n;
          }
        }
        if (r === `length`) return n;
      }
      return Reflect.get(e, r, i);
    },
  });
}
function G(e, t, n) {
  let r = n.initialDeps ?? [],
    i,
    a = !0;
  function o() {
    let o = e();
    return (
      (o.length !== r.length || o.some((e, t) => r[t] !== e)) &&
        ((r = o), (i = t(...o)), n?.onChange && !(a && n.skipInitialOnChange) && n.onChange(i), (a = !1)),
      i
    );
  }
  return (
    (o.updateDeps = (e) => {
      r = e;
    }),
    o
  );
}
function iu(e, t) {
  if (e === void 0) throw Error(`Unexpected undefined${t ? `: ${t}` : ``}`);
  return e;
}
var K = (e, t) => Math.abs(e - t) < 1.01,
  au = (e, t, n) => {
    let r;
    return Object.assign(
      function (...i) {
        (e.clearTimeout(r), (r = e.setTimeout(() => t.apply(this, i), n)));
      },
      {
        cancel: () => {
          e.clearTimeout(r);
        },
      },
    );
  };
function ou({ offset: e, isScrolling: t, elementMax: n, holdOffset: r, scrollOffset: i, pendingWrite: a, clampedMaxAtWrite: o }) {
  return t && a === null && e === i
    ? `spurious`
    : a !== null && Math.abs(e - a.target) < 1.5
      ? `readBack`
      : (a !== null && !a.smooth && n !== null && a.target > n + r + 0.5 && Math.abs(e - (n + r)) < 1.5) ||
          (a !== null && !a.smooth && a.lowMaxes?.some((t) => Math.abs(e - t) < 1.5))
        ? `clampedReadBack`
        : o !== null && Math.abs(e - o) < 1.5
          ? `clampedEcho`
          : `external`;
}
var su = (e) => e === `smooth` || e === `smoothFinishing`;
function cu({ kind: e, offset: t, command: n, target: r }) {
  return (
    e !== `spurious` &&
    e !== `readBack` &&
    e !== `clampedReadBack` &&
    n?.index != null &&
    n.phase !== `queued` &&
    !su(n.phase) &&
    !K(t, n.lastTargetOffset) &&
    !K(t, r()) &&
    e !== `clampedEcho`
  );
}
var lu = 40;
function uu(e) {
  let t = e[e.length - 1];
  if (t === void 0) return !1;
  let n = e.length - 2;
  for (; n >= 0 && t.t - e[n].t < lu;) n--;
  if (n < 0) return !1;
  let r = e[n],
    i = n - 1;
  for (; i >= 0 && r.t - e[i].t < lu;) i--;
  if (i < 0) return !1;
  let a = e[i],
    o = (t.offset - r.offset) / (t.t - r.t),
    s = (r.offset - a.offset) / (r.t - a.t);
  return o * s >= 0 && Math.abs(o) >= 2 * Math.abs(s) && Math.abs(o) - Math.abs(s) >= 0.8;
}
function du(e) {
  let t = e[e.length - 1];
  if (t === void 0) return !1;
  let n = e.length - 2;
  for (; n >= 0 && t.t - e[n].t < lu;) n--;
  if (n < 0) return !1;
  let r = e[n];
  return Math.abs(t.offset - r.offset) / (t.t - r.t) >= 0.05;
}
var q,
  fu = () => {
    if (q !== void 0) return q;
    if (typeof navigator > `u`) return (q = !1);
    if (/iP(hone|od|ad)/.test(navigator.userAgent)) return (q = !0);
    let e = navigator.maxTouchPoints;
    return (q = navigator.platform === `MacIntel` && e !== void 0 && e > 0);
  },
  pu,
  mu = () =>
    pu === void 0 ? (pu = fu() && typeof CSS < `u` && typeof CSS.supports == `function` && CSS.supports(`overflow-anchor: auto`)) : pu,
  hu = () => !fu() || mu(),
  J = { capture: !0, passive: !0 },
  gu = class {
    constructor(e) {
      ((this.host = e),
        (this._touch = null),
        (this.inMotion = () => this._touch !== null && this._touch.phase !== `lateFling`),
        (this.dragging = () => this._touch?.phase === `down` && this._touch.moved),
        (this.tail = () => (this._touch?.phase === `tail` ? (this._touch.moved ? `fling` : `tap`) : null)),
        (this.onScroll = ({ isScrolling: e, ownReadBack: t, moved: n, external: r }) => (
          e && this._touch?.phase === `tail`
            ? this._openTail(this._touch.moved || !t, !1)
            : this._touch?.phase === `lateFling` &&
              (this.host.now() > this._touch.until ? (this._touch = null) : r && e && n && this._openTail(!0, !1)),
          !t && e && n && this._touch?.phase === `down` ? ((this._touch.moved = !0), !0) : !1
        )),
        (this.touchStart = () => {
          (this.end(), (this._touch = { phase: `down`, moved: !1 }));
        }),
        (this.touchEnd = () => {
          let e = this._touch?.phase === `down` && this._touch.moved;
          (this.end(), this._openTail(e, e));
        }),
        (this.end = () => {
          let e = this.host.getWindow();
          (this._touch?.phase === `tail` && e != null && e.clearTimeout(this._touch.timerId), (this._touch = null));
        }),
        (this.listen = (e) => {
          let t = () => this.touchStart(),
            n = () => this.touchEnd();
          return (
            e.addEventListener(`touchstart`, t, J),
            e.addEventListener(`touchend`, n, J),
            e.addEventListener(`touchcancel`, n, J),
            () => {
              (e.removeEventListener(`touchstart`, t, J),
                e.removeEventListener(`touchend`, n, J),
                e.removeEventListener(`touchcancel`, n, J),
                this.end());
            }
          );
        }),
        (this._openTail = (e, t) => {
          let n = this.host.getWindow();
          if (n == null) return;
          this.end();
          let r = {
            phase: `tail`,
            moved: e,
            awaitingFling: t,
            timerId: n.setTimeout(() => {
              this.host.tailStillMoving()
                ? this._openTail(r.moved, r.awaitingFling)
                : ((this._touch = r.awaitingFling ? { phase: `lateFling`, until: this.host.now() + 1e3 } : null), this.host.onTailClosed());
            }, 150),
          };
          this._touch = r;
        }));
    }
    get touch() {
      return this._touch;
    }
  },
  _u = (e) => {
    let t = new Set();
    return {
      schedule: (n) => {
        let r = e.requestAnimationFrame(() => {
          (t.delete(r), n());
        });
        t.add(r);
      },
      cancel: () => {
        (t.forEach((t) => e.cancelAnimationFrame(t)), t.clear());
      },
    };
  },
  vu = (e) => e,
  yu = (e) => {
    let t = e.overscan * Math.max(e.lanes ?? 1, 1),
      n = Math.max(e.startIndex - t, 0),
      r = Math.min(e.endIndex + t, e.count - 1) - n + 1,
      i = Array(r);
    for (let e = 0; e < r; e++) i[e] = n + e;
    return i;
  },
  bu = { passive: !0 },
  xu = (e, t) => {
    let n = e.scrollElement;
    if (!n) return;
    let r = () => {
      t({ width: n.innerWidth, height: n.innerHeight });
    };
    return (
      r(),
      n.addEventListener(`resize`, r, bu),
      () => {
        n.removeEventListener(`resize`, r);
      }
    );
  },
  Su = typeof window > `u` || `onscrollend` in window,
  Cu = (e, t, n) => {
    let r = e.scrollElement;
    if (!r) return;
    let i = e.targetWindow;
    if (!i) return;
    let a = e.options.useScrollendEvent && Su,
      o = 0,
      s = a ? null : au(i, () => t(n(r), !1), e.options.isScrollingResetDelay),
      c = (e) => () => {
        ((o = n(r)), s?.(), t(o, e));
      },
      l = c(!0),
      u = c(!1);
    return (
      r.addEventListener(`scroll`, l, bu),
      a && r.addEventListener(`scrollend`, u, bu),
      () => {
        (r.removeEventListener(`scroll`, l), a && r.removeEventListener(`scrollend`, u), s?.cancel());
      }
    );
  },
  wu = (e, t) => Cu(e, t, (t) => (e.options.horizontal ? t.scrollX : t.scrollY)),
  Tu = (e, t, n) => {
    if (n.options.useCachedMeasurements) {
      let t = n.indexFromElement(e),
        r = n.options.getItemKey(t);
      return n.itemSizeCache.get(r) ?? n.options.estimateSize(t);
    }
    if (t?.borderBoxSize) {
      let e = t.borderBoxSize[0];
      if (e) return Math.round(e[n.options.horizontal ? `inlineSize` : `blockSize`]);
    }
    if (!t) {
      let t = n.indexFromElement(e),
        r = n.options.getItemKey(t),
        i = n.itemSizeCache.get(r);
      if (i !== void 0) return i;
    }
    return e[n.options.horizontal ? `offsetWidth` : `offsetHeight`];
  },
  Eu = (e, { adjustments: t = 0, behavior: n }, r) => {
    var i;
    let { scrollElement: a, options: o } = r,
      s = e + t,
      c = o.horizontal && o.isRtl && a !== null && `ownerDocument` in a;
    (i = a?.scrollTo) == null || i.call(a, { [o.horizontal ? `left` : `top`]: c ? -s : s, behavior: n });
  },
  Du = (e, t) => (e === `smooth` ? (t ? `smoothLanded` : `smooth`) : `instant`),
  Y = (e) => e?.phase === `smooth` || e?.phase === `smoothLanded`;
function Ou(e, t, n, r) {
  if (t === 0) return !1;
  let i = r(0),
    a = new Set(),
    o = 0;
  for (; o < e;) {
    let e = n(o);
    if (e === i) break;
    (a.add(e), o++);
  }
  let s = e - o;
  if (s === 0 || s >= t) return !1;
  for (let e = 0; e < s; e++) if (r(e) !== n(o + e)) return !1;
  for (let e = s; e < t; e++) if (a.has(r(e))) return !1;
  return !0;
}
var ku = class {
    constructor(e) {
      ((this.unsubs = []),
        (this.scrollElement = null),
        (this.targetWindow = null),
        (this.isScrolling = !1),
        (this.scrollState = null),
        (this.measurementsCache = []),
        (this._singleLaneMeasurements = null),
        (this.itemSizeCache = new Map()),
        (this.itemSizeCacheVersion = 0),
        (this.laneAssignments = new Map()),
        (this.pendingMin = null),
        (this.prevLanes = void 0),
        (this.lanesChangedFlag = !1),
        (this.lanesSettling = !1),
        (this.pendingScrollAnchor = null),
        (this.scrollRect = null),
        (this.scrollOffset = null),
        (this.scrollDirection = null),
        (this._holdOffset = 0),
        (this._reportedOverscroll = !1),
        (this._iosGesture = new gu({
          getWindow: () => this.targetWindow,
          now: () => this.now(),
          tailStillMoving: () => {
            let e = this.scrollState;
            if (e?.phase !== `queued` || this.pendingWrite !== null) return !1;
            let t = this._readElementOffset();
            return t === null || this._lastElementOffset === null || Math.abs(t - this._lastElementOffset) < 1
              ? !1
              : ((this._lastElementOffset = t), (e.samples = [...(e.samples ?? []), { t: this.now(), offset: t }]), !0);
          },
          onTailClosed: () => {
            let e = this.scrollState;
            (e?.phase === `queued` && du(e.samples ?? []) && (this.scrollState = null),
              this._flushHoldIfReady(!0),
              this._writeAwaitingCommand(),
              this._retryClampedAdjustment());
          },
        })),
        (this._lastElementOffset = null),
        (this.pendingWrite = null),
        (this._clampedAdjustment = null),
        (this.elementsCache = new Map()),
        (this._resizeBatch = null),
        (this.now = () => {
          var e;
          return (e = this.targetWindow?.performance)?.now?.call(e) ?? Date.now();
        }),
        (this.observer = (() => {
          let e = null,
            t = null,
            n = !1,
            r = !1,
            i = new Set(),
            a = () => {
              if (e) return e;
              let r = this.targetWindow;
              if (!r || !r.ResizeObserver) return null;
              let i = (t = _u(r));
              return (e = new r.ResizeObserver((e) => {
                let t = () => {
                  let t = { sync: !1 };
                  this._resizeBatch = t;
                  try {
                    e.forEach(o);
                  } finally {
                    ((this._resizeBatch = null),
                      t.notify &&
                        (this.notify(t.sync),
                        this._noteClampMax(),
                        this._flushHoldIfReady(!0),
                        this._retryClampedAdjustment(),
                        this.measureElement(null)));
                  }
                };
                if (this.options.useAnimationFrameWithResizeObserver) i.schedule(t);
                else {
                  n = !0;
                  try {
                    t();
                  } finally {
                    n = !1;
                  }
                }
              }));
            },
            o = (e) => {
              let t = e.target,
                n = this.indexFromElement(t);
              if (t.isConnected)
                this.isIndexInRange(n) && this.shouldMeasureDuringScroll(n) && this.resizeItem(n, this.options.measureElement(t, e, this));
              else {
                this.observer.unobserve(t);
                for (let [e, n] of this.elementsCache)
                  if (n === t) {
                    this.elementsCache.delete(e);
                    break;
                  }
              }
            };
          return {
            disconnect: () => {
              var n;
              ((n = a()) == null || n.disconnect(), t?.cancel(), i.clear(), (r = !1), (e = null), (t = null));
            },
            observe: (o) => {
              let s = a();
              s &&
                (n
                  ? (i.add(o),
                    r ||
                      ((r = !0),
                      t?.schedule(() => {
                        ((r = !1),
                          i.forEach((t) => {
                            t.isConnected && e?.observe(t, { box: `border-box` });
                          }),
                          i.clear());
                      })))
                  : s.observe(o, { box: `border-box` }));
            },
            unobserve: (e) => {
              var t;
              (i.delete(e), (t = a()) == null || t.unobserve(e));
            },
          };
        })()),
        (this.range = null),
        (this.setOptions = (e) => {
          let t = {
            debug: !1,
            initialOffset: 0,
            overscan: 1,
            paddingStart: 0,
            paddingEnd: 0,
            scrollPaddingStart: 0,
            scrollPaddingEnd: 0,
            horizontal: !1,
            getItemKey: vu,
            rangeExtractor: yu,
            onChange: () => {},
            measureElement: Tu,
            initialRect: { width: 0, height: 0 },
            scrollMargin: 0,
            gap: 0,
            indexAttribute: `data-index`,
            initialMeasurementsCache: [],
            lanes: 1,
            anchorTo: `start`,
            followOnAppend: !1,
            scrollEndThreshold: 1,
            isScrollingResetDelay: 150,
            enabled: !0,
            isRtl: !1,
            useScrollendEvent: !1,
            useAnimationFrameWithResizeObserver: !1,
            laneAssignmentMode: `estimate`,
            useCachedMeasurements: !1,
          };
          for (let n in e) {
            let r = e[n];
            r !== void 0 && (t[n] = r);
          }
          let n = this.options,
            r = null,
            i = null,
            a = !1;
          if (n !== void 0 && n.enabled && t.enabled && t.anchorTo === `end` && this.scrollElement !== null) {
            let e = n.count,
              o = t.count,
              s = this.getMeasurements(),
              c = this._singleLaneMeasurements?.items ?? s,
              l = (e) => nu(c[e]),
              u = e > 0 ? l(0) : null,
              d = e > 0 ? l(e - 1) : null;
            if (o !== e || (e > 0 && o > 0 && (t.getItemKey(0) !== u || t.getItemKey(o - 1) !== d))) {
              a = !0;
              let c = e > 0 ? (this.getVirtualItemForOffset(this.getScrollOffset()) ?? s[0]) : null;
              c && (r = [c.key, this.getScrollOffset() - c.start]);
              let u = t.followOnAppend === !0 ? `auto` : t.followOnAppend || null;
              u &&
                o > 0 &&
                this.isAtEnd(n.scrollEndThreshold) &&
                (e === 0 || t.getItemKey(o - 1) !== d) &&
                (o > e || Ou(e, o, l, t.getItemKey)) &&
                (i = u);
            }
          }
          ((this.options = t), a && ((this.pendingMin = 0), this.itemSizeCacheVersion++));
          let o = null;
          if (r && this.scrollOffset !== null && !this._awaitingCommandReadBack()) {
            let [e, t] = r,
              n = this.getMeasurements(),
              { count: a, getItemKey: s } = this.options,
              c = 0;
            for (; c < a && s(c) !== e;) c++;
            if (c < a) {
              let e = n[c];
              if (e) {
                let n = Math.max(0, e.start + t);
                !i && n !== this.scrollOffset && ((o = n - this.scrollOffset), (this.scrollOffset = n));
              }
            }
          }
          i
            ? (this.pendingScrollAnchor = { kind: `follow`, behavior: i })
            : o !== null &&
              (this._canWriteScroll()
                ? (this.pendingScrollAnchor = { kind: `anchor`, delta: o })
                : ((this._holdOffset += o), this._followOffsetTarget(o)));
        }),
        (this.notify = (e) => {
          var t, n;
          (n = (t = this.options).onChange) == null || n.call(t, this, e);
        }),
        (this.maybeNotify = G(
          () => (
            this.calculateRange(),
            [this.isScrolling, this.range ? this.range.startIndex : null, this.range ? this.range.endIndex : null]
          ),
          (e) => {
            this.notify(e);
          },
          {
            key: !1,
            debug: () => this.options.debug,
            initialDeps: [this.isScrolling, this.range ? this.range.startIndex : null, this.range ? this.range.endIndex : null],
          },
        )),
        (this.cleanup = () => {
          var e;
          (this.unsubs.filter(Boolean).forEach((e) => e()),
            (this.unsubs = []),
            this.observer.disconnect(),
            this.rafId != null && this.targetWindow && (this.targetWindow.cancelAnimationFrame(this.rafId), (this.rafId = null)),
            (this.scrollState = null),
            (e = this._momentumStop) == null || e.restore(),
            (this._momentumStop = null),
            (this.isScrolling = !1),
            (this.scrollDirection = null),
            (this._holdOffset = 0),
            (this._reportedOverscroll = !1),
            (this._clampedAdjustment = null),
            (this.pendingWrite = null),
            (this.scrollElement = null),
            (this.targetWindow = null));
        }),
        (this._didMount = () => () => {
          this.cleanup();
        }),
        (this._willUpdate = () => {
          let e = this.options.enabled ? this.options.getScrollElement() : null;
          if (this.scrollElement !== e) {
            if ((this.cleanup(), !e)) {
              this.maybeNotify();
              return;
            }
            ((this.scrollElement = e),
              (this.targetWindow =
                this.scrollElement && `ownerDocument` in this.scrollElement
                  ? this.scrollElement.ownerDocument.defaultView
                  : (this.scrollElement?.window ?? null)),
              this.elementsCache.forEach((e) => {
                this.observer.observe(e);
              }),
              this.unsubs.push(
                this.options.observeElementRect(this, (e) => {
                  ((this.scrollRect = e), this.maybeNotify());
                }),
              ),
              this.unsubs.push(
                this.options.observeElementOffset(this, (e, t) => {
                  let n = t ? this._elementMaxScrollOffset() : null,
                    r = this._reportedOverscroll;
                  this._reportedOverscroll = e < 0 || (n !== null && e > n + 1);
                  let i = e;
                  ((this._lastElementOffset = i), (e = this._toLayoutOffset(e)));
                  let a = this._classifyScrollEvent(e, t, n);
                  if (a === `spurious`) return;
                  (a === `readBack`
                    ? (e = this.pendingWrite.target)
                    : a === `clampedReadBack` && this.scrollState?.index != null && e < this.getMaxScrollOffset() - 1.5
                      ? (this.scrollState.lastTargetOffset = e)
                      : cu({ kind: a, offset: e, command: this.scrollState, target: () => this.getScrollStateTarget(this.scrollState) }) &&
                        (this.scrollState = null),
                    (this.pendingWrite = null),
                    this._clampedAdjustment !== null &&
                      Math.abs(e - this._clampedAdjustment.maxAtWrite) >= 1.5 &&
                      (this._clampedAdjustment = null));
                  let o = this.getScrollOffset(),
                    s = this.scrollDirection;
                  ((this.scrollDirection = t ? (o === e ? this.scrollDirection : o < e ? `forward` : `backward`) : null),
                    (this.scrollOffset = e),
                    (this.isScrolling = t));
                  let c = this.scrollState;
                  if (c?.phase === `queued` && a === `external` && t) {
                    if (r || this._reportedOverscroll) c.samples = [];
                    else {
                      let e = this.now();
                      ((c.samples = [...(c.samples ?? []).filter((t) => e - t.t <= 200), { t: e, offset: i }]),
                        ((s !== null && this.scrollDirection !== s) || uu(c.samples)) && (this.scrollState = null));
                    }
                  }
                  (this._iosGesture.onScroll({
                    isScrolling: t,
                    ownReadBack: a === `readBack`,
                    moved: e !== o,
                    external: a === `external` && this.scrollState?.phase !== `smooth` && this.scrollState?.phase !== `smoothFinishing`,
                  }) &&
                    this.scrollState?.phase === `queued` &&
                    (this.scrollState = null),
                    this._flushHoldIfReady(!0),
                    this.scrollState && this.scheduleScrollReconcile(),
                    this.maybeNotify());
                }),
              ),
              `addEventListener` in this.scrollElement && this.unsubs.push(this._iosGesture.listen(this.scrollElement)),
              this._scrollToOffset(this.getScrollOffset()));
          }
          this._noteClampMax();
          let t = this.pendingScrollAnchor;
          ((this.pendingScrollAnchor = null),
            t &&
              this.scrollElement &&
              this.options.enabled &&
              (t.kind === `anchor`
                ? this._canWriteScroll()
                  ? (Y(this.scrollState) && !K(this.getScrollOffset() - t.delta, this.scrollState.lastTargetOffset)) ||
                    (this._followOffsetTarget(t.delta), this._scrollToOffset(this.getScrollOffset()))
                  : ((this._holdOffset += t.delta), this._followOffsetTarget(t.delta), this.notify(!1))
                : this.scrollToEnd({ behavior: t.behavior })),
            this._flushHoldIfReady(!1),
            this._retryClampedAdjustment());
        }),
        (this._classifyScrollEvent = (e, t, n) =>
          ou({
            offset: e,
            isScrolling: t,
            elementMax: n,
            holdOffset: this._holdOffset,
            scrollOffset: this.scrollOffset,
            pendingWrite: this.pendingWrite,
            clampedMaxAtWrite: this._clampedAdjustment?.maxAtWrite ?? null,
          })),
        (this._retryClampedAdjustment = () => {
          if (this._clampedAdjustment === null || !this.scrollElement || !this.options.enabled || !this._canWriteScroll()) return;
          let { target: e, maxAtWrite: t } = this._clampedAdjustment,
            n = this.getMaxScrollOffset();
          n > t + 0.5 && ((this._clampedAdjustment = e > n + 0.5 ? { target: e, maxAtWrite: n } : null), this._scrollToOffset(e));
        }),
        (this._writeAwaitingCommand = () => {
          let e = this.scrollState;
          if (e === null || e.phase !== `queued`) return;
          let { behavior: t } = e;
          this.getMeasurements();
          let n = this.getScrollStateTarget(e);
          ((e.lastTargetOffset = n),
            (this._clampedAdjustment = null),
            (e.phase = Du(t, e.index != null && K(n, this.getScrollOffset()))),
            this._scrollToOffset(n, { behavior: t }),
            this.scheduleScrollReconcile());
        }),
        (this._readElementOffset = () => {
          let e = this.scrollElement;
          if (e == null) return null;
          let { horizontal: t, isRtl: n } = this.options;
          return typeof e.scrollTop == `number`
            ? t
              ? e.scrollLeft * ((n && -1) || 1)
              : e.scrollTop
            : typeof e.scrollY == `number`
              ? t
                ? e.scrollX
                : e.scrollY
              : null;
        }),
        (this._canWriteScroll = () => !(fu() && this._iosGesture.inMotion()) && !this._reportedOverscroll),
        (this._flushHoldIfReady = (e) => {
          if (
            this._holdOffset === 0 ||
            !this.scrollElement ||
            !this.options.enabled ||
            !this._canWriteScroll() ||
            this.scrollState?.phase === `smooth`
          )
            return;
          ((this._holdOffset = 0), this.scrollOffset !== null && this.scrollOffset < 0 && (this.scrollOffset = 0), this.notify(e));
          let t = this.getCommandWrittenOffset() ?? this.getScrollOffset();
          ((this._clampedAdjustment = this._clampedBy(t)), this._scrollToOffset(t));
        }),
        (this.rafId = null),
        (this.getSize = () =>
          this.options.enabled
            ? ((this.scrollRect = this.scrollRect ?? this.options.initialRect),
              this.scrollRect[this.options.horizontal ? `width` : `height`])
            : ((this.scrollRect = null), 0)),
        (this.getScrollOffset = () =>
          this.options.enabled
            ? ((this.scrollOffset =
                this.scrollOffset ??
                (typeof this.options.initialOffset == `function` ? this.options.initialOffset() : this.options.initialOffset)),
              this.scrollOffset)
            : ((this.scrollOffset = null), 0)),
        (this.getMeasurementOptions = G(
          () => [
            this.options.count,
            this.options.paddingStart,
            this.options.scrollMargin,
            this.options.getItemKey,
            this.options.enabled,
            this.options.lanes,
            this.options.laneAssignmentMode,
            this.options.gap,
          ],
          (e, t, n, r, i, a, o, s) => (
            this.prevLanes !== void 0 && this.prevLanes !== a && (this.lanesChangedFlag = !0),
            (this.prevLanes = a),
            (this.pendingMin = null),
            { count: e, paddingStart: t, scrollMargin: n, getItemKey: r, enabled: i, lanes: a, laneAssignmentMode: o, gap: s }
          ),
          { key: !1 },
        )),
        (this.isIndexInRange = (e) => e >= 0 && e < this.options.count),
        (this.getMeasurements = G(
          () => [this.getMeasurementOptions(), this.itemSizeCacheVersion],
          ({ count: e, paddingStart: t, scrollMargin: n, getItemKey: r, enabled: i, lanes: a, laneAssignmentMode: o, gap: s }, c) => {
            let l = this.itemSizeCache;
            if (!i)
              return (
                (this.measurementsCache = []),
                (this._singleLaneMeasurements = null),
                this.itemSizeCache.clear(),
                this.laneAssignments.clear(),
                []
              );
            if (this.laneAssignments.size > e) for (let t of this.laneAssignments.keys()) t >= e && this.laneAssignments.delete(t);
            (this.lanesChangedFlag &&
              ((this.lanesChangedFlag = !1),
              (this.lanesSettling = !0),
              (this.measurementsCache = []),
              (this._singleLaneMeasurements = null),
              this.itemSizeCache.clear(),
              this.laneAssignments.clear(),
              (this.pendingMin = null)),
              this.measurementsCache.length === 0 &&
                !this.lanesSettling &&
                ((this.measurementsCache = this.options.initialMeasurementsCache),
                this.measurementsCache.forEach((e) => {
                  this.itemSizeCache.set(e.key, e.size);
                })));
            let u = this.lanesSettling ? 0 : (this.pendingMin ?? 0);
            if (
              ((this.pendingMin = null), this.lanesSettling && this.measurementsCache.length === e && (this.lanesSettling = !1), a === 1)
            ) {
              let i = e * 2,
                a = this._singleLaneMeasurements?.flat;
              if (!a || a.length < i) {
                let e = new Float64Array(i);
                (a && u > 0 && e.set(a.subarray(0, u * 2)), (a = e));
              }
              let o = u === 0 ? Array(e) : this._singleLaneMeasurements.items.slice(),
                c;
              if (u === 0) c = t + n;
              else {
                let e = u - 1;
                c = a[e * 2] + a[e * 2 + 1] + s;
              }
              for (let t = u; t < e; t++) {
                let e = r(t);
                o[t] = e;
                let n = l.get(e),
                  i = typeof n == `number` ? n : this.options.estimateSize(t);
                ((a[t * 2] = c), (a[t * 2 + 1] = i), (c += i + s));
              }
              this._singleLaneMeasurements = { flat: a, items: o };
              let d = ru(o, a);
              return ((this.measurementsCache = d), d);
            }
            let d = this.measurementsCache.slice(0, u),
              f = Array(a).fill(void 0),
              p = new Float64Array(a),
              m = 0;
            for (let e = 0; e < u; e++) {
              let t = d[e];
              t && (f[t.lane] === void 0 && m++, (f[t.lane] = e), (p[t.lane] = t.end));
            }
            for (let i = u; i < e; i++) {
              let e = r(i),
                c = this.laneAssignments.get(i),
                u,
                h,
                g = o === `estimate` || l.has(e);
              if (c !== void 0 && this.options.lanes > 1) {
                u = c;
                let e = f[u],
                  r = e === void 0 ? void 0 : d[e];
                h = r ? r.end + s : t + n;
              } else if (m === a) {
                let e = 0,
                  t = p[0],
                  n = f[0];
                for (let r = 1; r < a; r++) {
                  let i = p[r];
                  (i < t || (i === t && f[r] < n)) && ((e = r), (t = i), (n = f[r]));
                }
                ((u = e), (h = t + s), g && this.laneAssignments.set(i, u));
              } else ((u = i % this.options.lanes), (h = t + n), g && this.laneAssignments.set(i, u));
              let _ = l.get(e),
                v = typeof _ == `number` ? _ : this.options.estimateSize(i),
                y = h + v;
              ((d[i] = { index: i, start: h, size: v, end: y, key: e, lane: u }), f[u] === void 0 && m++, (f[u] = i), (p[u] = y));
            }
            return ((this.measurementsCache = d), d);
          },
          { key: !1, debug: () => this.options.debug },
        )),
        (this.calculateRange = G(
          () => [
            this.getMeasurements(),
            this.getSize(),
            this.getScrollOffset(),
            this.options.lanes,
            this._getLayoutTotalSize() + this.options.scrollMargin,
          ],
          (e, t, n, r, i) => {
            if (e.length === 0 || t === 0) return ((this.range = null), null);
            let a = Math.max(i - t, 0);
            return (
              (this.range = Mu(
                e,
                t,
                Math.min(n, a),
                r,
                r === 1 && this._singleLaneMeasurements !== null ? this._singleLaneMeasurements.flat : null,
              )),
              this.range
            );
          },
          { key: !1, debug: () => this.options.debug },
        )),
        (this.getVirtualIndexes = G(
          () => {
            let e = null,
              t = null,
              n = this.calculateRange();
            return (
              n && ((e = n.startIndex), (t = n.endIndex)),
              this.maybeNotify.updateDeps([this.isScrolling, e, t]),
              [this.options.rangeExtractor, this.options.overscan, this.options.count, e, t, this.options.lanes]
            );
          },
          (e, t, n, r, i, a) => (r === null || i === null ? [] : e({ startIndex: r, endIndex: i, overscan: t, count: n, lanes: a })),
          { key: !1, debug: () => this.options.debug },
        )),
        (this.indexFromElement = (e) => {
          let t = this.options.indexAttribute,
            n = e.getAttribute(t);
          return n ? parseInt(n, 10) : (console.warn(`Missing attribute name '${t}={index}' on measured element.`), -1);
        }),
        (this.shouldMeasureDuringScroll = (e) => {
          if (!Y(this.scrollState)) return !0;
          let t = this.scrollState.index ?? this.getVirtualItemForOffset(this.scrollState.lastTargetOffset)?.index;
          if (t !== void 0 && this.range) {
            let n = Math.max(this.options.overscan, Math.ceil((this.range.endIndex - this.range.startIndex) / 2)),
              r = Math.max(0, t - n),
              i = Math.min(this.options.count - 1, t + n);
            return e >= r && e <= i;
          }
          return !0;
        }),
        (this.measureElement = (e) => {
          if (!e) {
            this.elementsCache.forEach((e, t) => {
              e.isConnected || (this.observer.unobserve(e), this.elementsCache.delete(t));
            });
            return;
          }
          let t = this.indexFromElement(e);
          if (!this.isIndexInRange(t)) return;
          let n = this.options.getItemKey(t),
            r = this.elementsCache.get(n);
          (r !== e && (r && this.observer.unobserve(r), this.observer.observe(e), this.elementsCache.set(n, e)),
            e.isConnected &&
              (!this.isScrolling || this.scrollState) &&
              this.shouldMeasureDuringScroll(t) &&
              this.resizeItem(t, this.options.measureElement(e, void 0, this)));
        }),
        (this.resizeItem = (e, t) => {
          var n;
          if (!this.isIndexInRange(e)) return;
          this._resizeBatch?.sync && this.getMeasurements();
          let r,
            i,
            a,
            o = this._singleLaneMeasurements?.flat;
          if (this.options.lanes === 1 && o != null) ((a = this.options.getItemKey(e)), (i = o[e * 2]), (r = o[e * 2 + 1]));
          else {
            let t = this.measurementsCache[e];
            if (!t) return;
            ((a = t.key), (i = t.start), (r = t.size));
          }
          let s = this.itemSizeCache.get(a) ?? r,
            c = t - s;
          if (c !== 0) {
            let o =
                this.options.anchorTo === `end` &&
                !Y(this.scrollState) &&
                this.getVirtualDistanceFromEnd() <= this.options.scrollEndThreshold,
              l = o ? this._getLayoutTotalSize() : 0,
              u = this.getScrollOffset(),
              d = this.itemSizeCache.has(a) ? i + s <= u && this.scrollDirection !== `backward` : i < u,
              f =
                !Y(this.scrollState) &&
                (this.shouldAdjustScrollPositionOnItemSizeChange === void 0
                  ? d
                  : this.shouldAdjustScrollPositionOnItemSizeChange(
                      this.measurementsCache[e] ?? { index: e, key: a, start: i, size: r, end: i + r, lane: 0 },
                      c,
                      this,
                    ));
            ((this.pendingMin === null || e < this.pendingMin) && (this.pendingMin = e),
              this.itemSizeCache.set(a, t),
              this.itemSizeCacheVersion++);
            let p = !1;
            if (
              (this._awaitingCommandReadBack() ||
                (o ? (p = this.applyScrollAdjustment(this._getLayoutTotalSize() - l)) : f && (p = this.applyScrollAdjustment(c))),
              this._resizeBatch)
            ) {
              ((this._resizeBatch.notify = !0), (n = this._resizeBatch).sync || (n.sync = p));
              return;
            }
            (this.notify(p), this._noteClampMax(), this._flushHoldIfReady(!0), this._retryClampedAdjustment());
          }
        }),
        (this.getVirtualItems = G(
          () => [this.getVirtualIndexes(), this.getMeasurements(), this._holdOffset],
          (e, t, n) => {
            let r = [];
            for (let i = 0, a = e.length; i < a; i++) {
              let a = t[e[i]];
              r.push(n === 0 ? a : { ...a, start: a.start - n, end: a.end - n });
            }
            return r;
          },
          { key: !1, debug: () => this.options.debug },
        )),
        (this.getVirtualItemForOffset = (e) => {
          let t = this.getMeasurements();
          if (t.length === 0) return;
          let n = this._singleLaneMeasurements?.flat,
            r = this.options.lanes === 1 && n != null;
          return iu(t[Au(0, t.length - 1, r ? (e) => n[e * 2] : (e) => iu(t[e]).start, e)]);
        }),
        (this._noteClampMax = () => {
          if (!this._awaitingCommandReadBack()) return;
          let e = this._elementMaxScrollOffset();
          if (e === null) return;
          let t = this.pendingWrite,
            n = Math.max(e, 0) + this._holdOffset;
          if (n >= t.target) return;
          let r = (t.lowMaxes ??= []);
          r[r.length - 1] !== n && r.push(n);
        }),
        (this.getMaxScrollOffset = () => (this._elementMaxScrollOffset() ?? 0) + this._holdOffset),
        (this._toLayoutOffset = (e) => {
          let t = e + this._holdOffset;
          return (this.pendingScrollAnchor?.kind === `anchor` && (t += this.pendingScrollAnchor.delta), t);
        }),
        (this._elementMaxScrollOffset = () => {
          let e = this.scrollElement;
          if (e === null) return null;
          if (`scrollHeight` in e) return this.options.horizontal ? e.scrollWidth - e.clientWidth : e.scrollHeight - e.clientHeight;
          if (`document` in e) {
            let t = e.document.documentElement;
            return this.options.horizontal ? t.scrollWidth - e.innerWidth : t.scrollHeight - e.innerHeight;
          }
          return null;
        }),
        (this._momentumStop = null),
        (this._stopMomentum = (e) => {
          let t = this.scrollElement,
            n = this.targetWindow;
          if (t === null || n === null) return;
          let r = `document` in t ? t.document.scrollingElement : t;
          if (!r?.style) return;
          if (this._momentumStop) {
            this._momentumStop.done = e;
            return;
          }
          let { style: i } = r,
            a = this.options.horizontal ? `overflow-x` : `overflow-y`,
            o = i.getPropertyValue(a),
            s = i.getPropertyPriority(a),
            c = () => (this.options.horizontal ? r.clientHeight : r.clientWidth),
            l = c();
          if ((i.setProperty(a, `hidden`, `important`), c() !== l)) {
            i.setProperty(a, o, s);
            return;
          }
          let u = {
            restore: () =>
              i.getPropertyValue(a) !== `hidden` || i.getPropertyPriority(a) !== `important` ? !1 : (i.setProperty(a, o, s), !0),
            done: e,
          };
          ((this._momentumStop = u),
            n.requestAnimationFrame(() =>
              n.requestAnimationFrame(() => {
                this._momentumStop === u && ((this._momentumStop = null), u.restore() && u.done());
              }),
            ));
        }),
        (this._clampedBy = (e) => {
          let t = this._elementMaxScrollOffset();
          if (t === null) return null;
          let n = t + this._holdOffset;
          return e > n + 0.5 ? { target: e, maxAtWrite: n } : null;
        }),
        (this.getVirtualDistanceFromEnd = () =>
          Math.max(this._getLayoutTotalSize() + this.options.scrollMargin - this.getSize() - this.getScrollOffset(), 0)),
        (this.getDistanceFromEnd = () => Math.max(this.getMaxScrollOffset() - this.getScrollOffset(), 0)),
        (this.isAtEnd = (e = this.options.scrollEndThreshold) => this.getDistanceFromEnd() <= e),
        (this.getOffsetForAlignment = (e, t, n = 0) => {
          if (!this.scrollElement) return 0;
          let r = this.getSize(),
            i = this.getScrollOffset();
          (t === `auto` && (t = e >= i + r ? `end` : `start`), t === `center` ? (e += (n - r) / 2) : t === `end` && (e -= r));
          let a = this.getMaxScrollOffset();
          return Math.max(Math.min(a, e), 0);
        }),
        (this.getOffsetForIndex = (e, t = `auto`) => {
          e = Math.max(0, Math.min(e, this.options.count - 1));
          let n = this.getSize(),
            r = this.getScrollOffset(),
            i = this.getMeasurements()[e];
          if (!i) return;
          if (t === `auto`) {
            if (i.end >= r + n - this.options.scrollPaddingEnd) t = `end`;
            else if (i.start <= r + this.options.scrollPaddingStart) t = `start`;
            else return [r, t];
          }
          if (t === `end` && e === this.options.count - 1) {
            let e = this.getMaxScrollOffset(),
              n = e - this.options.paddingEnd + this.options.scrollPaddingEnd;
            return [Math.max(Math.min(n, e), 0), t];
          }
          let a = t === `end` ? i.end + this.options.scrollPaddingEnd : i.start - this.options.scrollPaddingStart;
          return [this.getOffsetForAlignment(a, t, i.size), t];
        }),
        (this.scrollToOffset = (e, { align: t = `start`, behavior: n = `auto` } = {}) => {
          this._startScroll({ index: null, align: t }, this.getOffsetForAlignment(e, t), n, `absolute`);
        }),
        (this.scrollToIndex = (e, { align: t = `auto`, behavior: n = `auto` } = {}) => {
          e = Math.max(0, Math.min(e, this.options.count - 1));
          let r = this.getOffsetForIndex(e, t);
          if (!r) return;
          let [i, a] = r;
          this._startScroll({ index: e, align: a }, i, n, `absolute`);
        }),
        (this.scrollBy = (e, { behavior: t = `auto` } = {}) => {
          let n = this.getOffsetForAlignment((this.getCommandWrittenOffset() ?? this.getScrollOffset()) + e, `start`);
          this._startScroll({ index: null, align: `start` }, n, t, `relative`);
        }),
        (this.scrollToEnd = ({ behavior: e = `auto` } = {}) => {
          this.options.count > 0
            ? this._startScroll(
                { index: this.options.count - 1, align: `end`, toEnd: !0 },
                Math.max(this.getMaxScrollOffset(), 0),
                e,
                `absolute`,
              )
            : this.scrollToOffset(Math.max(this.getTotalSize() - this.getSize(), 0), { behavior: e });
        }),
        (this.cancelScroll = () => {
          (this.rafId != null && this.targetWindow && (this.targetWindow.cancelAnimationFrame(this.rafId), (this.rafId = null)),
            (this.scrollState = null));
        }),
        (this.getTotalSize = () => Math.max(this._getLayoutTotalSize() - this._holdOffset, 0)),
        (this._getLayoutTotalSize = () => {
          let e = this.getMeasurements(),
            t;
          if (e.length === 0) t = this.options.paddingStart;
          else if (this.options.lanes === 1) {
            let n = e.length - 1,
              r = this._singleLaneMeasurements?.flat;
            t = r == null ? (e[n]?.end ?? 0) : r[n * 2] + r[n * 2 + 1];
          } else {
            let n = Array(this.options.lanes).fill(null),
              r = e.length - 1;
            for (; r >= 0 && n.some((e) => e === null);) {
              let t = e[r];
              (n[t.lane] === null && (n[t.lane] = t.end), r--);
            }
            t = Math.max(...n.filter((e) => e !== null));
          }
          return Math.max(t - this.options.scrollMargin + this.options.paddingEnd, 0);
        }),
        (this.takeSnapshot = () => {
          let e = [];
          if (this.itemSizeCache.size === 0) return e;
          let t = this.getMeasurements();
          for (let n of t)
            n &&
              this.itemSizeCache.has(n.key) &&
              e.push({ index: n.index, key: n.key, start: n.start, size: n.size, end: n.end, lane: n.lane });
          return e;
        }),
        (this._scrollToOffset = (e, { adjustments: t, behavior: n } = {}) => {
          let r = { target: e + (t ?? 0), smooth: n === `smooth` };
          return ((this.pendingWrite = r), this.options.scrollToFn(e - this._holdOffset, { behavior: n, adjustments: t }, this), r);
        }),
        (this.getCommandWrittenOffset = () =>
          this.scrollState !== null && this.pendingWrite !== null && !this.pendingWrite.smooth ? this.pendingWrite.target : null),
        (this._awaitingCommandReadBack = () => {
          let e = this.getCommandWrittenOffset();
          return !(fu() && this._iosGesture.dragging()) && e !== null && !K(e, this.getScrollOffset());
        }),
        (this._followOffsetTarget = (e) => {
          this.scrollState !== null && this.scrollState.index == null && (this.scrollState.lastTargetOffset += e);
        }),
        (this.measure = () => {
          ((this.pendingMin = null),
            this.itemSizeCache.clear(),
            this.laneAssignments.clear(),
            this.itemSizeCacheVersion++,
            this.notify(!1));
        }),
        this.setOptions(e));
    }
    get scrollAdjustments() {
      return 0;
    }
    applyScrollAdjustment(e, t) {
      if (e === 0) return !1;
      if ((this._followOffsetTarget(e), this._canWriteScroll())) {
        let n = this.getScrollOffset();
        this._clampedAdjustment = this._clampedBy(n + e);
        let r = this._scrollToOffset(n, { adjustments: e, behavior: t });
        return (
          this.scrollOffset !== null &&
            (this.pendingWrite === r && (this.scrollOffset += e), this.scrollOffset < 0 && (this.scrollOffset = 0)),
          !0
        );
      }
      return ((this._holdOffset += e), this.scrollOffset !== null && (this.scrollOffset += e), !0);
    }
    scheduleScrollReconcile() {
      this.targetWindow
        ? (this.rafId ??= this.targetWindow.requestAnimationFrame(() => {
            ((this.rafId = null), this.reconcileScroll());
          }))
        : (this.scrollState = null);
    }
    getScrollStateTarget(e) {
      let t = e.toEnd ? [Math.max(this.getMaxScrollOffset(), 0)] : e.index == null ? void 0 : this.getOffsetForIndex(e.index, e.align);
      return t ? t[0] : e.lastTargetOffset;
    }
    reconcileScroll() {
      if (!this.scrollState || !this.scrollElement) return;
      if (this.now() - this.scrollState.startedAt > 5e3) {
        this.scrollState = null;
        return;
      }
      if (this.scrollState.phase === `queued`) {
        this.scheduleScrollReconcile();
        return;
      }
      this.getMeasurements();
      let e = this.getScrollStateTarget(this.scrollState),
        t = this.scrollState.index == null ? 1 : this.options.useAnimationFrameWithResizeObserver ? 3 : 2,
        n = e !== this.scrollState.lastTargetOffset;
      if (!n && K(e, this.getScrollOffset())) {
        if (
          (this.scrollState.phase === `smooth`
            ? (this.scrollState.phase = `smoothLanded`)
            : this.scrollState.phase === `smoothFinishing` && (this.scrollState.phase = `instant`),
          this.scrollState.stableFrames++,
          this.scrollState.stableFrames >= t)
        ) {
          (this.getScrollOffset() !== e && this._scrollToOffset(e, { behavior: `auto` }), (this.scrollState = null));
          return;
        }
      } else if (((this.scrollState.stableFrames = 0), n)) {
        let t = this.getSize() || 600,
          n = Math.abs(e - this.getScrollOffset()),
          r = Y(this.scrollState) && n > t;
        ((this.scrollState.lastTargetOffset = e),
          r
            ? (this.scrollState.phase = `smooth`)
            : this.scrollState.phase === `smooth`
              ? (this.scrollState.phase = `smoothFinishing`)
              : this.scrollState.phase === `smoothLanded` && (this.scrollState.phase = `instant`),
          this._scrollToOffset(e, { behavior: r ? `smooth` : `auto` }));
      }
      this.scheduleScrollReconcile();
    }
    _startScroll(e, t, n, r) {
      ((this.pendingScrollAnchor = null), (this._clampedAdjustment = null));
      let i = this._iosGesture.tail();
      if (r === `absolute` && i !== null) {
        if (i === `fling` && hu()) {
          (this._stopMomentum(() => {
            this.scrollState?.phase !== `queued` ||
              this._iosGesture.tail() !== `fling` ||
              this._reportedOverscroll ||
              (this._iosGesture.end(), this._flushHoldIfReady(!0), this._writeAwaitingCommand());
          }),
            (this.scrollState = {
              ...e,
              startedAt: this.now(),
              lastTargetOffset: t,
              stableFrames: 0,
              phase: `queued`,
              behavior: n,
              samples: [],
            }),
            this.scheduleScrollReconcile());
          return;
        }
        this._iosGesture.end();
      }
      ((this.scrollState = {
        ...e,
        startedAt: this.now(),
        lastTargetOffset: t,
        stableFrames: 0,
        behavior: n,
        phase: Du(n, e.index != null && K(t, this.getScrollOffset())),
      }),
        this._scrollToOffset(t, { behavior: n }),
        this.scheduleScrollReconcile());
    }
  },
  Au = (e, t, n, r) => {
    for (; e <= t;) {
      let i = ((e + t) / 2) | 0,
        a = n(i);
      if (a < r) e = i + 1;
      else if (a > r) t = i - 1;
      else return i;
    }
    return e > 0 ? e - 1 : 0;
  };
function ju(e, t, n) {
  let r = 0;
  for (; r <= t;) {
    let i = ((r + t) / 2) | 0,
      a = e[i * 2];
    if (a < n) r = i + 1;
    else if (a > n) t = i - 1;
    else return i;
  }
  return r > 0 ? r - 1 : 0;
}
function Mu(e, t, n, r, i) {
  let a = e.length - 1;
  if (e.length <= r) return { startIndex: 0, endIndex: a };
  if (r === 1 && i !== null) {
    let e = ju(i, a, n),
      r = e,
      o = n + t;
    for (; r < a && i[r * 2] + i[r * 2 + 1] < o;) r++;
    return { startIndex: e, endIndex: r };
  }
  let o = Au(0, a, (t) => e[t].start, n),
    s = o;
  if (r === 1) for (; s < a && e[s].end < n + t;) s++;
  else if (r > 1) {
    let i = Array(r).fill(0);
    for (; s < a && i.some((e) => e < n + t);) {
      let t = e[s];
      ((i[t.lane] = t.end), s++);
    }
    let c = Array(r).fill(n + t);
    for (; o >= 0 && c.some((e) => e >= n);) {
      let t = e[o];
      ((c[t.lane] = t.start), o--);
    }
    ((o = Math.max(0, o - (o % r))), (s = Math.min(a, s + (r - 1 - (s % r)))));
  }
  return { startIndex: o, endIndex: s };
}
var Nu = typeof document < `u` ? B.useLayoutEffect : B.useEffect;
function Pu({ useFlushSync: e = !0, directDomUpdates: t = !1, directDomUpdatesMode: n = `transform`, ...r }) {
  let i = B.useReducer((e) => e + 1, 0)[1],
    a = B.useRef({ enabled: t, mode: n, container: null, lastSize: null, lastPositions: new WeakMap(), prevRange: null });
  ((a.current.enabled = t), (a.current.mode = n));
  let o = B.useRef(!1),
    s = (e) => {
      let t = a.current;
      if (!t.enabled || !t.container) return;
      let n = e.getTotalSize();
      if (n !== t.lastSize) {
        t.lastSize = n;
        let r = e.options.horizontal ? `width` : `height`;
        t.container.style[r] = `${n}px`;
      }
    },
    c = (e, t, n) => {
      let r = a.current,
        i = !!e.options.horizontal,
        o = t.start - e.options.scrollMargin;
      r.lastPositions.get(n) !== o &&
        (r.lastPositions.set(n, o),
        r.mode === `transform`
          ? (n.style.transform = i ? `translate3d(${o}px, 0, 0)` : `translate3d(0, ${o}px, 0)`)
          : (n.style[i ? `left` : `top`] = `${o}px`));
    },
    l = (e) => {
      let t = a.current;
      if (t.enabled && t.container) {
        s(e);
        for (let t of e.getVirtualItems()) {
          let n = e.elementsCache.get(t.key);
          n && c(e, t, n);
        }
      }
    },
    u = {
      ...r,
      onChange: (t, n) => {
        var s;
        let c = a.current,
          u = !0;
        if (c.enabled) {
          l(t);
          let e = t.range,
            n = c.prevRange;
          ((u = !n || n.isScrolling !== t.isScrolling || n.startIndex !== e?.startIndex || n.endIndex !== e?.endIndex),
            u && (c.prevRange = e ? { startIndex: e.startIndex, endIndex: e.endIndex, isScrolling: t.isScrolling } : null));
        }
        (u && (e && n && !o.current ? (0, tu.flushSync)(i) : i()), (s = r.onChange) == null || s.call(r, t, n));
      },
    },
    [d] = B.useState(() => {
      let e = new ku(u),
        t = e.measureElement;
      return (
        (e.measureElement = (n) => {
          o.current = !0;
          try {
            t(n);
          } finally {
            o.current = !1;
          }
          let r = a.current;
          if (n !== null && r.enabled && r.container) {
            let t = e.measurementsCache[e.indexFromElement(n)];
            t && c(e, t, n);
          }
        }),
        Object.assign(e, {
          containerRef: (t) => {
            let n = a.current;
            ((n.container = t), (n.lastSize = null), t !== null && l(e));
          },
        })
      );
    });
  return (
    d.setOptions(u),
    Nu(() => d._didMount(), []),
    Nu(() => (s(d), d._willUpdate())),
    Nu(() => {
      l(d);
    }),
    d
  );
}
function Fu(e) {
  return Pu({
    getScrollElement: () => (typeof document < `u` ? window : null),
    observeElementRect: xu,
    observeElementOffset: wu,
    scrollToFn: Eu,
    initialOffset: () => (typeof document < `u` ? window.scrollY : 0),
    ...e,
  });
}
var X = new Set([`quantity`, `discount`]);
function Iu(e, t, n, r, i, a = 10) {
  let o = i.indexOf(e.column),
    s = (t, n) => ({ row: Math.min(Math.max(t, 0), r - 1), column: i[Math.min(Math.max(n, 0), i.length - 1)] ?? e.column });
  switch (t) {
    case `ArrowUp`:
      return s(e.row - 1, o);
    case `ArrowDown`:
      return s(e.row + 1, o);
    case `ArrowLeft`:
      return s(e.row, o - 1);
    case `ArrowRight`:
      return s(e.row, o + 1);
    case `Home`:
      return s(n ? 0 : e.row, 0);
    case `End`:
      return s(n ? r - 1 : e.row, i.length - 1);
    case `PageUp`:
      return s(e.row - a, o);
    case `PageDown`:
      return s(e.row + a, o);
    default:
      return;
  }
}
function Lu(e, t, n, r) {
  let i = r.filter((e) => X.has(e)),
    a = e.row * i.length + i.indexOf(e.column) + (t ? -1 : 1),
    o = i[a % i.length],
    s = Math.floor(a / i.length);
  return a >= 0 && s < n && o ? { row: s, column: o } : void 0;
}
function Ru(e, t, n) {
  let r = e.indexOf(t),
    i = r + n;
  if (r < 0 || i < 0 || i >= e.length) return;
  let a = [...e];
  return (([a[r], a[i]] = [a[i], a[r]]), a);
}
function zu(e, t) {
  return !t && e.length === 1 && /[\d.,=%\-−]/.test(e);
}
function Bu(e, t, n) {
  let r = { id: `waterfall`, label: Bl(), icon: `chart`, run: () => n.waterfall(e) },
    i = e.model ? [{ id: `open`, label: t ? jo() : Ls(), icon: `grid`, run: () => n.open(e) }] : [];
  return t
    ? [
        ...i,
        r,
        { id: `duplicate`, label: Bo(), detail: `Ctrl+D`, icon: `copy`, run: () => n.duplicate(e) },
        { id: `up`, label: Ks(), detail: `Ctrl+Shift+↑`, icon: `arrowUp`, run: () => n.move(e, -1) },
        { id: `down`, label: Lo(), detail: `Ctrl+Shift+↓`, icon: `arrowDown`, run: () => n.move(e, 1) },
        { id: `optional`, label: e.optional ? ts() : is(), icon: `check`, run: () => n.change(e, { optional: !e.optional }) },
        { id: `remove`, label: Ts(), icon: `trash`, danger: !0, run: () => n.remove(e) },
      ]
    : [...i, r];
}
var Z = {
  grid: `_grid_1u575_2`,
  box: `_box_1u575_12`,
  row: `_row_1u575_20`,
  rows: `_rows_1u575_29`,
  virtual: `_virtual_1u575_33`,
  header: `_header_1u575_39`,
  cell: `_cell_1u575_51`,
  end: `_end_1u575_73`,
  centre: `_centre_1u575_86`,
  number: `_number_1u575_90`,
  name: `_name_1u575_95`,
  under: `_under_1u575_111`,
  editable: `_editable_1u575_126`,
  editing: `_editing_1u575_145`,
  input: `_input_1u575_149`,
  muted: `_muted_1u575_165`,
  check: `_check_1u575_169`,
  amount: `_amount_1u575_176`,
  section: `_section_1u575_189`,
  caption: `_caption_1u575_197`,
  total: `_total_1u575_201`,
};
function Vu(e) {
  let { line: t, index: n, columns: r, selected: i, active: a, editing: o, editable: s, actions: c } = e;
  return (0, W.jsx)(`div`, {
    role: `row`,
    className: Z.row,
    "aria-rowindex": n + 2,
    "aria-selected": s ? i : void 0,
    "data-selected": i || void 0,
    "data-row": n,
    children: r.map((r) => {
      let i = { row: n, column: r },
        l = o?.cell.column === r,
        u = s && (r === `quantity` || r === `discount`),
        d = r === `select` || r === `menu`;
      return (0, W.jsxs)(
        `div`,
        {
          role: `gridcell`,
          "data-col": r,
          className: O(Z.cell, Uu[r], u && Z.editable, l && Z.editing),
          tabIndex: d ? void 0 : a === r ? 0 : -1,
          "aria-readonly": s && !u ? !0 : void 0,
          onFocus: () => c.focus(i),
          onClick: () => u && !l && c.edit(i, null),
          children: [
            Hu.has(r) && (0, W.jsx)(`span`, { className: Z.caption, children: rd(r) }),
            l
              ? (0, W.jsx)(Ju, { ...e, line: t, cell: i, start: o?.start ?? null })
              : (0, W.jsx)(Wu, { ...e, column: r, reachable: a === r }),
          ],
        },
        r,
      );
    }),
  });
}
var Hu = new Set([`quantity`, `list`, `discount`, `unit`, `net`, `margin`]),
  Uu = {
    select: Z.centre,
    number: Z.number,
    quantity: Z.end,
    list: Z.end,
    discount: Z.end,
    unit: Z.end,
    net: O(Z.end, Z.total),
    margin: Z.end,
    menu: Z.centre,
  };
function Wu({ line: e, column: t, revision: n, selected: r, editable: i, reachable: a, actions: o }) {
  let { price: s } = e,
    c = (e) => at(e, n.currency);
  switch (t) {
    case `select`:
      return (0, W.jsx)(`input`, {
        type: `checkbox`,
        className: Z.check,
        "data-focus": !0,
        tabIndex: a ? 0 : -1,
        "aria-label": Ps({ number: e.position }),
        checked: r,
        onChange: () => o.toggle(e.id),
      });
    case `number`:
      return e.position;
    case `item`:
      return (0, W.jsx)(Gu, { line: e });
    case `quantity`:
      return (0, W.jsx)(`span`, { children: Be(e.quantity) });
    case `list`:
      return s.on_request ? (0, W.jsx)(`span`, { className: Z.muted, children: Se() }) : (0, W.jsx)(`span`, { children: c(s.list) });
    case `discount`:
      return (0, W.jsx)(`span`, { children: re(e.manual, n.currency) || (0, W.jsx)(`span`, { className: Z.muted, children: `–` }) });
    case `unit`:
      return (0, W.jsx)(`button`, {
        type: `button`,
        className: Z.amount,
        "data-focus": !0,
        tabIndex: -1,
        "aria-label": Uo({ amount: c(s.unit_net) }),
        onClick: () => o.waterfall(e),
        children: c(s.unit_net),
      });
    case `net`:
      return (0, W.jsx)(`span`, { children: c(s.final_net) });
    case `margin`:
      return (0, W.jsx)(qu, { line: e });
    case `menu`:
      return (0, W.jsx)(ke, {
        label: go({ number: e.position }),
        trigger: (0, W.jsx)(C, {
          look: `quiet`,
          size: `small`,
          icon: `more`,
          iconOnly: !0,
          "aria-label": go({ number: e.position }),
          excludeFromTabOrder: !a,
          children: er(),
        }),
        actions: Bu(e, i, o),
      });
  }
}
function Gu({ line: e }) {
  let { resolved: t } = e,
    n = t.options?.length ?? 0;
  return (0, W.jsxs)(W.Fragment, {
    children: [
      (0, W.jsx)(`span`, { className: Z.name, children: M(t.name) || e.special || e.item || e.model }),
      (0, W.jsxs)(`span`, {
        className: Z.under,
        children: [
          (0, W.jsx)(`span`, { children: [t.sku ?? e.item, n > 0 && ys({ count: n }), e.note].filter(Boolean).join(` · `) }),
          (0, W.jsx)(Ku, { line: e }),
        ],
      }),
    ],
  });
}
function Ku({ line: e }) {
  return (0, W.jsxs)(W.Fragment, {
    children: [
      e.optional && (0, W.jsx)(L, { tone: `outline`, children: gs() }),
      e.alternative && (0, W.jsx)(L, { tone: e.proposed ? `accent` : `outline`, children: e.proposed ? Ss() : To() }),
      e.special && (0, W.jsx)(L, { tone: `rule`, children: Bs() }),
      !e.resolved.valid && (0, W.jsx)(L, { tone: `danger`, icon: `alert`, children: x() }),
      e.resolved.valid && !e.resolved.complete && (0, W.jsx)(L, { tone: `rule`, children: Ko() }),
      e.price.below_floor && (0, W.jsx)(L, { tone: `rule`, icon: `alert`, children: Oo() }),
    ],
  });
}
function qu({ line: e }) {
  let { cost: t, final_net: n, on_request: r } = e.price,
    i = t === void 0 || r ? null : xe(Qu(n, t), n);
  return i === null ? (0, W.jsx)(`span`, { className: Z.muted, children: `–` }) : (0, W.jsx)(`span`, { children: Ne(i) });
}
function Ju({ line: e, revision: t, cell: n, start: r, actions: i }) {
  let a = n.column === `discount`,
    [o, s] = (0, B.useState)(r ?? (a ? ce(e.manual, I()) : Zu(e.quantity))),
    [c, l] = (0, B.useState)(!1);
  function u(t) {
    let r = a ? Xu(e, o) : Yu(e, o);
    if (r === void 0) return l(!0);
    i.commit(e, r, n, t);
  }
  function d(e) {
    if ((e.stopPropagation(), e.key === `Escape`)) i.stopEditing(n);
    else if (e.key === `Enter`) u(`down`);
    else if (e.key === `Tab`) u(e.shiftKey ? `back` : `forward`);
    else return;
    e.preventDefault();
  }
  return (0, W.jsx)(`input`, {
    className: Z.input,
    value: o,
    autoFocus: !0,
    autoComplete: `off`,
    inputMode: a ? `text` : `decimal`,
    "aria-label": `${rd(n.column)}, ${ps({ number: e.position })}`,
    "aria-invalid": c || void 0,
    title: a ? Ce({ currency: t.currency }) : void 0,
    onFocus: (e) => r === null && e.currentTarget.select(),
    onChange: (e) => {
      (s(e.currentTarget.value), l(!1));
    },
    onBlur: () => !c && u(null),
    onKeyDown: d,
  });
}
function Yu(e, t) {
  let n = ie(t, I());
  if (n !== null && !n.startsWith(`-`) && /[1-9]/.test(n)) return n === e.quantity ? null : { quantity: n };
}
function Xu(e, t) {
  let n = fe(t, I());
  if (n !== void 0) return n?.kind === e.manual?.kind && n?.value === e.manual?.value ? null : { manual: n };
}
function Zu(e) {
  return I() === `fr` ? e.replace(`.`, `,`) : e;
}
function Qu(e, t) {
  return oe(e, t.startsWith(`-`) ? t.slice(1) : `-${t}`);
}
var Q = 60;
function $u({ revision: e, editor: t, editable: n, showMargin: r, selected: i, onSelect: a, onWaterfall: o, onOpen: s }) {
  let c = e.lines,
    l = (0, B.useMemo)(() => ed(n, r), [n, r]),
    [u, d] = (0, B.useState)({ row: 0, column: `item` }),
    [f, p] = (0, B.useState)(null),
    m = (0, B.useRef)(null),
    h = (0, B.useRef)(!1),
    g = Fu({ count: c.length, estimateSize: () => 54, overscan: 12, enabled: c.length >= Q, scrollMargin: m.current?.offsetTop ?? 0 }),
    _ = { row: Math.min(u.row, Math.max(c.length - 1, 0)), column: l.includes(u.column) ? u.column : `item` };
  function v(e) {
    ((h.current = !0), d(e), c.length >= Q && g.scrollToIndex(e.row));
  }
  (0, B.useLayoutEffect)(() => {
    if (!h.current || f) return;
    h.current = !1;
    let e = m.current?.querySelector(`[data-row="${_.row}"] [data-col="${_.column}"]`);
    (e?.querySelector(`[data-focus]`) ?? e)?.focus();
  });
  function y(e, t) {
    n && X.has(e.column) && p({ cell: e, start: t });
  }
  function ee(e) {
    (p(null), e && v(e));
  }
  function te(e) {
    if (f || !(e.target instanceof HTMLElement) || e.target.closest(`[role=menu]`)) return;
    let r = c[_.row],
      i = e.ctrlKey || e.metaKey;
    if (!r) return;
    if (n && i && ne(e, r)) return e.preventDefault();
    let a = Iu(_, e.key, i, c.length, l);
    a
      ? (e.preventDefault(), v(a))
      : e.key === `F2` || (e.key === `Enter` && X.has(_.column))
        ? (e.preventDefault(), y(_, null))
        : X.has(_.column) && zu(e.key, i)
          ? (e.preventDefault(), y(_, e.key))
          : e.key === `Delete` && n && !X.has(_.column)
            ? t.run({ remove: [r.id] })
            : e.key === ` ` && n && _.column !== `select` && e.target.matches(`[role=gridcell]`) && (e.preventDefault(), b.toggle(r.id));
  }
  function ne(e, t) {
    return e.key.toLowerCase() === `d`
      ? (b.duplicate(t), !0)
      : e.shiftKey && (e.key === `ArrowUp` || e.key === `ArrowDown`)
        ? (b.move(t, e.key === `ArrowUp` ? -1 : 1), !0)
        : !1;
  }
  let b = {
      focus: (e) => d(e),
      edit: y,
      stopEditing: ee,
      commit: (e, n, r, i) => {
        n && t.run({ change: [{ id: e.id, ...n }] });
        let a = i === `down` ? { row: Math.min(r.row + 1, c.length - 1), column: r.column } : i ? Lu(r, i === `back`, c.length, l) : void 0;
        a && i !== `down` ? (d(a), p({ cell: a, start: null })) : ee(a ?? r);
      },
      toggle: (e) => {
        let t = new Set(i);
        (t.delete(e) || t.add(e), a(t));
      },
      duplicate: (e) => void t.run({ add: [td(e)] }),
      move: (e, n) => {
        let r = Ru(
          c.map((e) => e.id),
          e.id,
          n,
        );
        r && (t.run({ order: r }), v({ row: _.row + n, column: _.column }));
      },
      remove: (e) => void t.run({ remove: [e.id] }),
      change: (e, n) => void t.run({ change: [{ id: e.id, ...n }] }),
      waterfall: o,
      open: s,
    },
    re = new Map(e.sections?.map((e) => [e.id, e.title])),
    ie = c.length < Q ? c.map((e, t) => ({ index: t, start: 0, key: t })) : g.getVirtualItems(),
    x = c.length >= Q;
  return (0, W.jsx)(`div`, {
    className: Z.box,
    children: (0, W.jsxs)(`div`, {
      ref: m,
      role: `grid`,
      className: Z.grid,
      "aria-label": ue(),
      "aria-rowcount": c.length + 1,
      "aria-colcount": l.length,
      "aria-multiselectable": n || void 0,
      "aria-busy": t.busy || void 0,
      "data-plain": n ? void 0 : ``,
      "data-costless": r ? void 0 : ``,
      onKeyDown: te,
      children: [
        (0, W.jsx)(od, {
          columns: l,
          allSelected: i.size > 0 && i.size === c.length,
          onSelectAll: (e) => a(new Set(e ? c.map((e) => e.id) : [])),
        }),
        (0, W.jsx)(`div`, {
          role: `rowgroup`,
          className: Z.rows,
          style: x ? { blockSize: g.getTotalSize() } : void 0,
          children: ie.map(({ index: t, start: r }) => {
            let a = c[t],
              o = a.section_id && a.section_id !== c[t - 1]?.section_id ? re.get(a.section_id) : void 0;
            return (0, W.jsxs)(
              `div`,
              {
                role: `presentation`,
                "data-index": t,
                ref: x ? g.measureElement : void 0,
                className: O(x && Z.virtual),
                style: x ? { transform: `translateY(${r - g.options.scrollMargin}px)` } : void 0,
                children: [
                  o &&
                    (0, W.jsx)(`div`, {
                      role: `row`,
                      className: Z.section,
                      children: (0, W.jsx)(`span`, { role: `rowheader`, children: o }),
                    }),
                  (0, W.jsx)(Vu, {
                    line: a,
                    index: t,
                    columns: l,
                    revision: e,
                    editable: n,
                    selected: i.has(a.id),
                    active: _.row === t ? _.column : null,
                    editing: f?.cell.row === t ? f : null,
                    actions: b,
                  }),
                ],
              },
              a.id,
            );
          }),
        }),
      ],
    }),
  });
}
function ed(e, t) {
  return [...(e ? [`select`] : []), `number`, `item`, `quantity`, `list`, `discount`, `unit`, `net`, ...(t ? [`margin`] : []), `menu`];
}
function td(e) {
  let { item: t, model: n, picks: r, special: i, quantity: a, section_id: o, manual: s, optional: c, site: l, note: u } = e;
  return {
    ...(n ? { model: n, picks: r ?? [] } : t ? { item: t } : { special: i }),
    quantity: a,
    manual: s,
    section_id: o,
    after: e.id,
    optional: c,
    site: l,
    note: u,
  };
}
var nd = { select: Os, number: us, item: Yo, quantity: ge, list: Qo, discount: Po, unit: Us, net: ss, margin: _e, menu: er };
function rd(e) {
  return nd[e]();
}
var id = new Set([`quantity`, `list`, `discount`, `unit`, `net`, `margin`]),
  ad = new Set([`menu`]);
function od({ columns: e, allSelected: t, onSelectAll: n }) {
  return (0, W.jsx)(`div`, {
    role: `rowgroup`,
    children: (0, W.jsx)(`div`, {
      role: `row`,
      className: O(Z.row, Z.header),
      children: e.map((e) =>
        (0, W.jsx)(
          `div`,
          {
            role: `columnheader`,
            className: O(id.has(e) && Z.end),
            children:
              e === `select`
                ? (0, W.jsx)(`input`, {
                    type: `checkbox`,
                    className: Z.check,
                    "aria-label": js(),
                    checked: t,
                    onChange: (e) => n(e.currentTarget.checked),
                  })
                : ad.has(e)
                  ? (0, W.jsx)(`span`, { className: `visually-hidden`, children: nd[e]() })
                  : nd[e](),
          },
          e,
        ),
      ),
    }),
  });
}
function sd({ revision: e }) {
  let t = m(e.state) ? (e.issues ?? []) : [];
  return t.length === 0 && !e.needs_reprice && !e.sending_since
    ? null
    : (0, W.jsxs)(`div`, {
        className: S.notices,
        children: [
          e.sending_since && (0, W.jsx)(E, { icon: `clock`, children: uc() }),
          t.length > 0 &&
            (0, W.jsxs)(E, {
              tone: `rule`,
              icon: `alert`,
              children: [
                (0, W.jsx)(`p`, { children: ic({ count: t.length }) }),
                (0, W.jsx)(`ul`, { children: t.slice(0, 8).map((e, t) => (0, W.jsx)(`li`, { children: e.message }, t)) }),
              ],
            }),
          e.needs_reprice && (0, W.jsx)(cd, { revision: e }),
        ],
      });
}
function cd({ revision: e }) {
  let t = rt(),
    n = s({
      mutationFn: () =>
        P(
          k.POST(`/v1/revisions/{revision_id}/reprice`, { params: { path: { revision_id: e.id }, header: { "If-Match": nt(e.version) } } }),
        ),
      onSuccess: (e) => {
        (t(e), _({ text: Tc() }));
      },
      onError: (e) => _({ text: d(e), tone: `failed` }),
    });
  return (0, W.jsx)(E, {
    tone: `accent`,
    children: (0, W.jsxs)(`div`, {
      className: S.noticeRow,
      children: [
        sc(),
        e.state === `draft` && (0, W.jsx)(C, { size: `small`, isPending: n.isPending, onPress: () => n.mutate(), children: Sc() }),
      ],
    }),
  });
}
var ld = {
  "quote.created": [Ai, `plus`],
  "quote.edited": [Ii, `pencil`],
  "quote.submitted": [Na, `arrowRight`],
  "quote.step_approved": [Aa, `check`],
  "quote.approved": [Di, `check`],
  "quote.approval_carried": [wi, `check`],
  "quote.returned": [ha, `undo`],
  "quote.recalled": [oa, `undo`],
  "quote.sending": [wa, `clock`],
  "quote.send_abandoned": [xa, `alert`],
  "quote.sent": [Da, `send`],
  "quote.viewed": [Ha, `user`],
  "quote.accepted": [xi, `check`],
  "quote.rejected": [la, `close`],
  "quote.withdrawn": [Ga, `undo`],
  "quote.expired": [zi, `clock`],
  "quote.revised": [va, `pencil`],
  "quote.superseded": [Ia, `swap`],
  "quote.acceptance_cancelled": [vi, `undo`],
  "quote.discarded": [Ni, `trash`],
  "quote.imported": [Hi, `download`],
  "quote.reassigned": [ra, `user`],
  "quote.updated": [za, `pencil`],
  "order.placed": [ea, `truck`],
  "order.cancelled": [Gi, `close`],
  "order.completed": [Ji, `check`],
  "order.updated": [Zi, `truck`],
  "order.remaining_closed": [fa, `close`],
};
function ud({ quote: e }) {
  let t = c(Qe(e));
  return (0, W.jsx)(T, {
    title: pl(),
    children: t.isPending
      ? (0, W.jsx)(Re, { lines: 4 })
      : t.isError
        ? (0, W.jsx)(we, { error: t.error, retry: () => void t.refetch() })
        : (0, W.jsx)(`ol`, { className: S.timeline, children: [...t.data].reverse().map((e) => (0, W.jsx)(dd, { event: e }, e.id)) }),
  });
}
function dd({ event: e }) {
  let [t, n] = ld[e.type] ?? [() => e.type, `info`],
    r = e.actor.name ?? { user: fr, api_key: rr, system: lr, buyer: or }[e.actor.kind](),
    i = e.variant && e.revision_number ? yl({ variant: e.variant, number: e.revision_number }) : ``,
    a = [e.order_number, e.edited && Me(e.edited.map(pd)), e.reason, e.competitor, e.comment && `“${e.comment}”`].filter(Boolean);
  return (0, W.jsxs)(`li`, {
    className: S.event,
    children: [
      (0, W.jsx)(w, { name: n, size: 20 }),
      (0, W.jsxs)(`div`, {
        children: [
          (0, W.jsx)(`span`, { children: [t(), i].filter(Boolean).join(` · `) }),
          a.length > 0 && (0, W.jsx)(`span`, { className: S.when, children: a.join(` · `) }),
          (0, W.jsxs)(`span`, {
            className: S.when,
            children: [r, ` · `, (0, W.jsx)(`time`, { dateTime: e.occurred_at, children: R(e.occurred_at) })],
          }),
        ],
      }),
    ],
  });
}
var fd = { lines: oi, terms: li, discount: ei, texts: fi, validity: hi, currency: Jr, language: ri, customer: Zr };
function pd(e) {
  return fd[e]?.() ?? e;
}
function md(e, t, n) {
  let r = new Map(e.lines.map((e) => [e.id, e])),
    i = new Map(t.lines.map((e) => [e.id, e])),
    a = [...(n.change ?? []).map((e) => e.id), ...(n.remove ?? [])];
  return (
    n.order && (r.size !== i.size || [...r.keys()].some((e) => !i.has(e))) && a.push(...n.order),
    [...new Set(a)]
      .filter((e) => hd(r.get(e)) !== hd(i.get(e)))
      .map((e) => r.get(e)?.position ?? 0)
      .sort((e, t) => e - t)
  );
}
function hd(e) {
  if (!e) return ``;
  let {
    item: t,
    model: n,
    picks: r,
    special: i,
    special_price: a,
    quantity: o,
    optional: s,
    alternative: c,
    proposed: l,
    manual: u,
    price_kept: d,
    site: f,
    note: p,
  } = e;
  return JSON.stringify([t, n, r, i, a, o, s, c, l, u, d, f, p]);
}
function gd(e) {
  let t = u(),
    { mutateAsync: n } = Xe(),
    r = (0, B.useRef)(Promise.resolve()),
    [i, a] = (0, B.useState)(0),
    o = (0, B.useCallback)(
      async (r) => {
        let i = t.getQueryData(F(e).queryKey);
        if (i)
          try {
            await n({ id: e, version: i.version, edits: r });
          } catch (a) {
            if (!(a instanceof N) || !a.stale) throw a;
            let o = await t.fetchQuery({ ...F(e), staleTime: 0 }),
              s = md(i, o, r);
            if (s.length > 0) throw new N(412, `stale-line`, Hr({ lines: s.join(`, `) }));
            (await n({ id: e, version: o.version, edits: r }), _({ text: Gr() }));
          }
      },
      [t, e, n],
    );
  return {
    run: (0, B.useCallback)(
      async (e) => {
        a((e) => e + 1);
        let t = r.current.then(() => o(e));
        r.current = t.catch(() => void 0);
        try {
          return (await t, !0);
        } catch (e) {
          let t = e instanceof N ? e.issues[0]?.message : void 0;
          return (_({ text: t ?? d(e), tone: `failed` }), !1);
        } finally {
          a((e) => e - 1);
        }
      },
      [o],
    ),
    busy: i > 0,
  };
}
var $ = {
  table: `_table_nvnm2_2`,
  end: `_end_nvnm2_24`,
  rule: `_rule_nvnm2_31`,
  bar: `_bar_nvnm2_38`,
  result: `_result_nvnm2_59`,
  chart: `_chart_nvnm2_65`,
};
function _d({ revision: e, line: t, onClose: n }) {
  let r = t.price.steps,
    i = c({ ...Ge(e), enabled: !r }),
    a = r ?? i.data?.lines.find((e) => e.id === t.id)?.price.steps;
  return (0, W.jsx)(Le, {
    title: Bl(),
    open: !0,
    onClose: n,
    kind: `wide`,
    foot: (0, W.jsx)(C, { onPress: n, children: We() }),
    children: a
      ? (0, W.jsx)(vd, { steps: a, line: t, currency: e.currency })
      : i.isError
        ? (0, W.jsx)(we, { error: i.error, retry: () => void i.refetch() })
        : (0, W.jsx)(Re, {}),
  });
}
function vd({ steps: e, line: t, currency: n }) {
  let r = Math.max(...e.flatMap((e) => [Number(e.before), Number(e.after)]), 0.01),
    i = (e) => `${Math.max(0, (100 * Number(e)) / r)}%`;
  return (0, W.jsxs)(`table`, {
    className: $.table,
    children: [
      (0, W.jsx)(`caption`, { className: `visually-hidden`, children: jl({ name: M(t.resolved.name) }) }),
      (0, W.jsx)(`thead`, {
        children: (0, W.jsxs)(`tr`, {
          children: [
            (0, W.jsx)(`th`, { scope: `col`, children: Ll() }),
            (0, W.jsx)(`th`, { scope: `col`, className: $.end, children: Pl() }),
            (0, W.jsx)(`th`, { scope: `col`, className: $.end, children: Ol() }),
            (0, W.jsx)(`td`, { className: $.chart, "aria-hidden": `true` }),
          ],
        }),
      }),
      (0, W.jsxs)(`tbody`, {
        children: [
          e.map((e, t) =>
            (0, W.jsxs)(
              `tr`,
              {
                children: [
                  (0, W.jsxs)(`th`, {
                    scope: `row`,
                    children: [
                      M(e.message) || e.code,
                      e.rule &&
                        (0, W.jsx)(`span`, {
                          className: $.rule,
                          children: [e.rule, e.version && g({ version: e.version.slice(-7) })].filter(Boolean).join(` · `),
                        }),
                    ],
                  }),
                  (0, W.jsx)(`td`, { className: $.end, children: ve(e.amount) ? `–` : je(e.amount, n) }),
                  (0, W.jsx)(`td`, { className: $.end, children: at(e.after, n) }),
                  (0, W.jsx)(`td`, {
                    className: $.chart,
                    "aria-hidden": `true`,
                    children: (0, W.jsx)(yd, { step: e, at: i, first: t === 0 }),
                  }),
                ],
              },
              t,
            ),
          ),
          (0, W.jsxs)(`tr`, {
            className: $.result,
            children: [
              (0, W.jsx)(`th`, { scope: `row`, children: ss() }),
              (0, W.jsx)(`td`, { className: $.end }),
              (0, W.jsx)(`td`, { className: $.end, children: Ve(t.price.final_net, n) }),
              (0, W.jsx)(`td`, { className: $.chart }),
            ],
          }),
        ],
      }),
    ],
  });
}
function yd({ step: e, at: t, first: n }) {
  let [r, i] = [Number(e.before), Number(e.after)];
  if (n)
    return (0, W.jsx)(`div`, {
      className: $.bar,
      children: (0, W.jsx)(`span`, { "data-level": !0, style: { insetInlineStart: 0, inlineSize: t(e.after) } }),
    });
  let a = i < r;
  return (0, W.jsx)(`div`, {
    className: $.bar,
    children: (0, W.jsx)(`span`, {
      "data-less": a || void 0,
      style: {
        insetInlineStart: t(a ? e.after : e.before),
        inlineSize: `max(2px, calc(${t(a ? e.before : e.after)} - ${t(a ? e.after : e.before)}))`,
      },
    }),
  });
}
function bd() {
  let { id: e } = De({ from: `/inside/quotes/$id` }),
    { revision: t } = n({ from: `/inside/quotes/$id` }),
    r = y(tt(e)).data,
    i = t ?? xd(r),
    a = c({ ...F(i ?? ``), enabled: i !== void 0 });
  return a.isError
    ? (0, W.jsx)(we, { error: a.error, retry: () => void a.refetch() })
    : a.data
      ? (0, W.jsx)(Sd, { quote: r, revision: a.data }, a.data.id)
      : (0, W.jsx)(Ie, { title: r.number ?? r.reference, children: (0, W.jsx)(Re, {}) });
}
function xd(e) {
  let t = e.variants.find((e) => e.main)?.letter,
    n = e.revisions.filter((e) => e.variant === t);
  return (n.length > 0 ? n : e.revisions).reduce((e, t) => (e && e.number > t.number ? e : t), void 0)?.id;
}
function Sd({ quote: e, revision: t }) {
  let n = e.number ?? e.reference;
  return (0, W.jsxs)(Ie, {
    title: n,
    heading: (0, W.jsxs)(`span`, { className: S.heading, children: [n, (0, W.jsx)(ae, { state: t.state })] }),
    lead: (0, W.jsx)(wd, { quote: e, revision: t }),
    back: (0, W.jsxs)(i, { to: `/quotes`, className: ze, children: [(0, W.jsx)(w, { name: `arrowLeft`, size: 15 }), Te()] }),
    actions: (0, W.jsx)(Jl, { revision: t }),
    wide: !0,
    children: [
      (0, W.jsx)(Td, { revision: t }),
      (0, W.jsx)(sd, { revision: t }),
      (0, W.jsxs)(`div`, {
        className: S.layout,
        children: [
          (0, W.jsx)(Ed, { revision: t }),
          (0, W.jsxs)(`div`, {
            className: S.sideColumn,
            children: [
              (0, W.jsx)(he, { revision: t, editable: Cd(t) }),
              (0, W.jsx)(Zl, { revision: t }),
              (0, W.jsx)(Dd, { quote: e, revision: t }),
              e.revisions.length > 1 && (0, W.jsx)(Od, { quote: e, shown: t.id }),
            ],
          }),
          (0, W.jsx)(ud, { quote: e.id }),
        ],
      }),
    ],
  });
}
function Cd(e) {
  return e.actions.some((e) => e.action === `edit`);
}
function wd({ quote: e, revision: t }) {
  return (0, W.jsxs)(`span`, {
    className: S.lead,
    children: [
      (0, W.jsx)(`span`, { children: e.customer.name }),
      e.title && (0, W.jsx)(`span`, { children: e.title }),
      (0, W.jsx)(`span`, { children: yl({ variant: t.variant, number: t.number }) }),
      t.valid_until && (0, W.jsx)(`span`, { children: gl({ date: z(t.valid_until) }) }),
    ],
  });
}
function Td({ revision: e }) {
  let t = p.findIndex((t) => t === e.state);
  if (t < 0) return null;
  let n = { draft: e.created_at, pending_approval: e.submitted_at, approved: e.approved_at, sent: e.sent_at, accepted: e.decided_at };
  return (0, W.jsx)(`ol`, {
    className: S.stepper,
    "aria-label": gc(),
    children: p.map((e, r) =>
      (0, W.jsxs)(
        `li`,
        {
          className: S.stage,
          "data-past": r < t || void 0,
          "aria-current": r === t ? `step` : void 0,
          children: [
            (0, W.jsx)(`span`, { children: le(e).words() }),
            r <= t && n[e] && (0, W.jsx)(`span`, { className: S.when, children: R(n[e]) }),
          ],
        },
        e,
      ),
    ),
  });
}
function Ed({ revision: e }) {
  let t = Ae(),
    n = Oe(),
    r = gd(e.id),
    a = Cd(e),
    [o, s] = (0, B.useState)(new Set()),
    [c, l] = (0, B.useState)(null);
  return (0, W.jsxs)(T, {
    pad: !1,
    title: ue(),
    actions: (0, W.jsxs)(`div`, {
      className: S.gridTools,
      children: [
        (0, W.jsx)(`span`, { className: S.saving, role: `status`, children: r.busy ? Yc() : `` }),
        a &&
          (0, W.jsxs)(i, {
            to: `/catalogue`,
            search: { revision: e.id },
            className: He({ size: `small` }),
            children: [(0, W.jsx)(w, { name: `plus`, size: 16 }), yo()],
          }),
      ],
    }),
    children: [
      e.lines.length === 0
        ? (0, W.jsx)(Pe, { icon: `file`, title: Ys(), children: a && Qs() })
        : (0, W.jsx)($u, {
            revision: e,
            editor: r,
            editable: a,
            showMargin: Ee(t, `see_cost`),
            selected: o,
            onSelect: s,
            onWaterfall: l,
            onOpen: (t) => void n({ to: `/configure/$code`, params: { code: t.model ?? `` }, search: { revision: e.id, line: t.id } }),
          }),
      a && (0, W.jsx)(Yl, { editor: r }),
      a && o.size > 0 && (0, W.jsx)(eu, { editor: r, lines: e.lines.filter((e) => o.has(e.id)), onDone: () => s(new Set()) }),
      c && (0, W.jsx)(_d, { revision: e, line: c, onClose: () => l(null) }),
    ],
  });
}
function Dd({ quote: e, revision: t }) {
  let n = [
    [Ue(), e.customer.name],
    [et(), e.owner.name],
    [vr(), z(t.as_of)],
    [pe(), t.valid_until ? z(t.valid_until) : b({ count: t.validity_days })],
    [Tl(), t.first_viewed_at && Ye(t.first_viewed_at)],
    [pc(), t.payment_terms],
    [Nr(), t.delivery_terms],
    [po(), e.follow_up && z(e.follow_up)],
    [Qc(), e.source],
    [tc(), t.notes],
  ];
  return (0, W.jsx)(T, {
    title: Ir(),
    children: (0, W.jsx)(`dl`, {
      className: S.facts,
      children: n.map(
        ([e, t]) => t && (0, W.jsxs)(`div`, { children: [(0, W.jsx)(`dt`, { children: e }), (0, W.jsx)(`dd`, { children: t })] }, e),
      ),
    }),
  });
}
function Od({ quote: e, shown: t }) {
  return (0, W.jsx)(T, {
    title: Sl(),
    children: (0, W.jsx)(`ul`, {
      className: S.versions,
      children: e.revisions.map((n) =>
        (0, W.jsx)(
          `li`,
          {
            children: (0, W.jsxs)(i, {
              to: `/quotes/$id`,
              params: { id: e.id },
              search: { revision: n.id },
              className: S.version,
              "aria-current": n.id === t ? `page` : void 0,
              children: [yl({ variant: n.variant, number: n.number }), (0, W.jsx)(ae, { state: n.state })],
            }),
          },
          n.id,
        ),
      ),
    }),
  });
}
export { bd as default, xd as presentRevision };
