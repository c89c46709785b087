// Runs before the first paint, so that no page flashes in the wrong theme or
// announces itself in the wrong language; asks who is logged in while the
// interface is still being loaded; and fetches the code of the screen beside it. A file of its own, because the
// content security policy forbids inline code.
(function () {
  var root = document.documentElement;
  var read = function (key) {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  };
  var theme = read("quotient.theme");
  if (theme !== "light" && theme !== "dark") {
    theme = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  }
  root.dataset.theme = theme;
  var language = read("quotient.language") || (navigator.language || "en").slice(0, 2);
  root.lang = language === "fr" ? "fr" : "en";
  if (read("quotient.signed-in") && location.pathname !== "/login") {
    window.quotientSession = fetch("/v1/session").catch(function () {});
  }
  var screens = document.getElementById("screens"); // the build writes it
  JSON.parse(screens ? screens.textContent : "[]").forEach(function (screen) {
    if (!new RegExp(screen[0]).test(location.pathname)) return;
    screen[1].forEach(function (file) {
      var link = document.createElement("link");
      link.rel = "modulepreload";
      link.href = "/" + file;
      document.head.append(link);
    });
  });
})();
