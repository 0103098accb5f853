// Takes what is shown along: asks the server for a file and hands it to the browser.

export function makeDownloads(root, fetchFile, question) {
  const $ = (selector) => root.querySelector(selector);

  async function save(button) {
    const { kind, panel = null } = button.dataset;
    button.disabled = true;
    button.setAttribute("aria-busy", "true");
    const dark = Boolean(root.closest(".dark"));
    const reply = (await fetchFile({ ...question(), kind, panel, dark }).catch(() => null)) ?? {};
    button.disabled = false;
    button.removeAttribute("aria-busy");
    if (reply.name) keep(reply);
    $("#saved").textContent = reply.name ? $("#saved").dataset.done.replace("{name}", reply.name) : (reply.error ?? $("#saved").dataset.failed);
    if (!panel) $(".keep details").open = false;
    button.focus();
  }

  function keep({ name, type, base64 }) {
    const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([bytes], { type }));
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  }

  // A way to the numbers of each table, beside its help.
  function offer({ detail: { panels = [] } }) {
    if (!$(".keep")) return;
    $(".keep").hidden = !panels.length;
    for (const id of panels) {
      const place = $(`#panel-${id} .heading`);
      if (!place) continue;
      const button = document.createElement("button");
      Object.assign(button, { type: "button", className: "csv", textContent: "CSV" });
      Object.assign(button.dataset, { kind: "csv", panel: id });
      button.setAttribute("aria-label", $(".keep").dataset.csv.replace("{title}", place.querySelector("h2").textContent));
      place.querySelector("h2").after(button);
    }
  }

  root.addEventListener("painted", offer);
  root.addEventListener("click", (event) => {
    const button = event.target.closest(".keep [data-kind], .csv");
    if (button) save(button);
    else if (!event.target.closest(".keep")) $(".keep details")?.removeAttribute("open");
  });
  root.addEventListener("keydown", (event) => {
    const menu = event.key === "Escape" && event.target.closest(".keep details[open]");
    if (!menu) return;
    menu.open = false;
    menu.querySelector("summary").focus();
  });
}
