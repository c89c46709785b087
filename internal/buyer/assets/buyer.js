// Live totals: with JavaScript a change of the choice asks the server at once
// what it comes to. Without it the button does.
(() => {
  const form = document.getElementById("offer");
  const update = form && form.querySelector(".update");
  if (!update) return;
  update.hidden = true;
  let asked = 0;
  const choices = () => {
    const query = new URLSearchParams({ lang: document.documentElement.lang });
    for (const box of form.querySelectorAll("[name=option]:checked, [name^=alternative-]:checked")) query.append(box.name, box.value);
    return query;
  };
  form.addEventListener("change", async (event) => {
    if (!/^(option|alternative-)/.test(event.target.name)) return;
    const turn = ++asked;
    const answer = await fetch("total?" + choices()).catch(() => null);
    if (turn !== asked) return;
    if (!answer || !answer.ok) {
      update.hidden = false;
      return;
    }
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
    for (const id of ["total", "schedule", "bar"]) document.getElementById(id)?.replaceWith(fresh.getElementById(id));
  });
})();
