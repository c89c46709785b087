import { createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect } from "@tanstack/react-router";
import { modelQuery, settingsQuery } from "./api/catalogue";
import { queries } from "./api/queries";
import { listed, quoteQuery, quotesQuery, type RevisionState, revisionQuery } from "./api/quotes";
import { loadSession, session } from "./api/session";
import { BareErrorScreen, ErrorScreen } from "./shell/ErrorScreen";
import { LostPage, NotFound } from "./shell/NotFound";
import { Shell } from "./shell/Shell";
import { drillOf, scopeOf } from "./features/dashboard/scope";
import { revisionStates } from "./features/quote/state";
import { oneOf, text } from "./lib/search";

const root = createRootRoute({ notFoundComponent: LostPage });

/*
 * The loaders below wait for nothing: what a screen asks for first is on its
 * way while its code and the frame around it are still being made ready. A
 * link that is only pointed at fetches code and no data.
 */

const login = createRoute({
  getParentRoute: () => root,
  path: "/login",
  validateSearch: (search): { next?: string; expired?: boolean } => ({
    next: text(search["next"]),
    expired: search["expired"] === true || undefined,
  }),
  component: lazyRouteComponent(() => import("./features/login/Login")),
});

const inside = createRoute({
  getParentRoute: () => root,
  id: "inside",
  beforeLoad: async ({ location }) => {
    if (session() ?? (await loadSession())) return;
    const next = location.href === "/" ? undefined : location.href;
    throw redirect({ to: "/login", search: { next, expired: undefined }, replace: true });
  },
  component: Shell,
  errorComponent: BareErrorScreen,
});

const home = createRoute({
  getParentRoute: () => inside,
  path: "/",
  component: lazyRouteComponent(() => import("./features/home/Home")),
});

const catalogue = createRoute({
  getParentRoute: () => inside,
  path: "/catalogue",
  validateSearch: (search): { revision?: string } => ({ revision: text(search["revision"]) }),
  component: lazyRouteComponent(() => import("./features/catalogue/Catalogue")),
});

const configure = createRoute({
  getParentRoute: () => inside,
  path: "/configure/$code",
  validateSearch: (search): { step?: string; revision?: string; line?: string; share?: string } => ({
    step: text(search["step"]),
    revision: text(search["revision"]),
    line: text(search["line"]),
    share: text(search["share"]),
  }),
  loaderDeps: ({ search }) => ({ revision: search.revision }),
  loader: ({ params, deps, preload }) => {
    if (preload) return;
    void queries.prefetchQuery(settingsQuery);
    if (deps.revision) void queries.prefetchQuery(revisionQuery(deps.revision));
    else void queries.prefetchQuery(modelQuery(params.code));
  },
  component: lazyRouteComponent(() => import("./features/configure/Configurator")),
});

const quotes = createRoute({
  getParentRoute: () => inside,
  path: "/quotes",
  validateSearch: (search): { q?: string; state?: RevisionState; owner?: string } => ({
    q: text(search["q"]),
    state: oneOf(search["state"], revisionStates),
    owner: text(search["owner"]),
  }),
  loaderDeps: ({ search }) => listed(search),
  loader: ({ deps, preload }) => {
    if (!preload) void queries.prefetchInfiniteQuery(quotesQuery(deps));
  },
  component: lazyRouteComponent(() => import("./features/quotes/Quotes")),
});

const quote = createRoute({
  getParentRoute: () => inside,
  path: "/quotes/$id",
  validateSearch: (search): { revision?: string } => ({ revision: text(search["revision"]) }),
  loaderDeps: ({ search }) => ({ revision: search.revision }),
  loader: ({ params, deps, preload }) => {
    if (preload) return;
    void queries.prefetchQuery(quoteQuery(params.id));
    if (deps.revision) void queries.prefetchQuery(revisionQuery(deps.revision));
  },
  component: lazyRouteComponent(() => import("./features/quote/QuoteScreen")),
});

const compare = createRoute({
  getParentRoute: () => inside,
  path: "/quotes/$id/compare",
  validateSearch: (search): { left: string; right: string } => ({ left: text(search["left"]) ?? "", right: text(search["right"]) ?? "" }),
  component: lazyRouteComponent(() => import("./features/quote/Compare")),
});

const customers = createRoute({
  getParentRoute: () => inside,
  path: "/customers",
  validateSearch: (search): { q?: string } => ({ q: text(search["q"]) }),
  component: lazyRouteComponent(() => import("./features/customers/Customers")),
});

const customer = createRoute({
  getParentRoute: () => inside,
  path: "/customers/$id",
  component: lazyRouteComponent(() => import("./features/customers/CustomerScreen")),
});

const approvals = createRoute({
  getParentRoute: () => inside,
  path: "/approvals",
  validateSearch: (search): { revision?: string } => ({ revision: text(search["revision"]) }),
  component: lazyRouteComponent(() => import("./features/approvals/ApprovalsScreen")),
});

const orders = createRoute({
  getParentRoute: () => inside,
  path: "/orders",
  component: lazyRouteComponent(() => import("./features/orders/Orders")),
});

const dashboard = createRoute({
  getParentRoute: () => inside,
  path: "/dashboard",
  validateSearch: scopeOf,
  component: lazyRouteComponent(() => import("./features/dashboard/Dashboard")),
});

const drill = createRoute({
  getParentRoute: () => inside,
  path: "/dashboard/quotes",
  validateSearch: drillOf,
  component: lazyRouteComponent(() => import("./features/dashboard/Drill")),
});

const targets = createRoute({
  getParentRoute: () => inside,
  path: "/dashboard/targets",
  component: lazyRouteComponent(() => import("./features/dashboard/Targets")),
});

const gallery = createRoute({
  getParentRoute: () => root,
  path: "/design",
  component: lazyRouteComponent(() => import("./features/gallery/Gallery")),
});

export const router = createRouter({
  routeTree: root.addChildren([
    login,
    gallery,
    inside.addChildren([
      home,
      catalogue,
      configure,
      quotes,
      quote,
      compare,
      customers,
      customer,
      approvals,
      orders,
      dashboard,
      drill,
      targets,
    ]),
  ]),
  defaultPreload: "intent",
  scrollRestoration: true,
  defaultErrorComponent: ErrorScreen,
  defaultNotFoundComponent: NotFound,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
