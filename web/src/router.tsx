import { createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect } from "@tanstack/react-router";
import { loadSession, session } from "./api/session";
import { ErrorScreen } from "./shell/ErrorScreen";
import { NotFound } from "./shell/NotFound";
import { Shell } from "./shell/Shell";
import { text } from "./lib/search";

const root = createRootRoute({ notFoundComponent: NotFound });

const login = createRoute({
  getParentRoute: () => root,
  path: "/login",
  validateSearch: (search) => ({ next: text(search["next"]), expired: search["expired"] === true || undefined }),
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
});

const home = createRoute({
  getParentRoute: () => inside,
  path: "/",
  component: lazyRouteComponent(() => import("./features/home/Home")),
});

const gallery = createRoute({
  getParentRoute: () => root,
  path: "/design",
  component: lazyRouteComponent(() => import("./features/gallery/Gallery")),
});

export const router = createRouter({
  routeTree: root.addChildren([login, gallery, inside.addChildren([home])]),
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
