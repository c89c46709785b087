import "./design/fonts.css";
import "./design/base.css";
import "./design/tokens.css";
import { QueryClientProvider } from "@tanstack/react-query";
import { type AnyRoute, RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { I18nProvider } from "react-aria-components";
import { queries } from "./api/queries";
import { useLocale } from "./lib/locale";
import { router } from "./router";

function App() {
  const language = useLocale();
  return (
    <I18nProvider locale={language === "fr" ? "fr-FR" : "en-GB"}>
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </I18nProvider>
  );
}

// The screen's own code comes while it is still being asked who is logged in.
const routes: Record<string, AnyRoute> = router.routesById;
for (const match of router.matchRoutes(router.latestLocation) as { routeId: string }[]) {
  const route = routes[match.routeId];
  if (route) void router.loadRouteChunk(route);
}

createRoot(document.getElementById("root")!).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
