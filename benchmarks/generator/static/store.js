(() => {
  const shop = window.SHOP;
  const $ = (query, root = document) => root.querySelector(query);
  const send = (address, fields) => fetch(address, {
    method: "POST", headers: {"Content-Type": "application/json"}, body: JSON.stringify(fields),
  }).then((answer) => answer.json());
  const fields = (form) => Object.fromEntries(new FormData(form));
  window.SHOP.send = send;

  const count = (pieces) => document.querySelectorAll("[data-count]").forEach((e) => { e.textContent = pieces; });
  const complain = (form, text) => {
    let spot = $(".add-error", form);
    if (!spot) {
      spot = document.createElement("p");
      spot.className = "error add-error";
      form.append(spot);
    }
    spot.textContent = text;
  };
  const openDrawer = (html) => {
    document.querySelectorAll(".drawer").forEach((e) => e.remove());
    const drawer = document.createElement("div");
    drawer.className = "drawer cart-drawer";
    drawer.innerHTML = html;
    document.body.append(drawer);
  };
  const added = (answer, form) => {
    if (answer.error) return complain(form, answer.error);
    count(answer.count);
    if (answer.drawer) openDrawer(answer.drawer);
    if (answer.flash) {
      const flash = document.createElement("div");
      flash.className = "flash";
      flash.textContent = answer.flash;
      document.body.append(flash);
      setTimeout(() => flash.remove(), 2500);
    }
  };
  const replaceCart = (answer) => {
    count(answer.count);
    document.querySelectorAll("[data-cart]").forEach((e) => { e.outerHTML = answer.cart; });
  };

  const overlay = () => {
    const source = $("#overlay");
    if (!source || !source.innerHTML.trim() || document.cookie.includes("welcomed=1")) return;
    const wait = shop.overlay === "newsletter" ? shop.wait : 150;
    setTimeout(() => document.body.append(source.content.cloneNode(true)), wait);
  };

  const clicked = (event) => {
    const of = (query) => event.target.closest(query);
    let hit;
    if (of("[data-dismiss]")) {
      document.cookie = "welcomed=1; path=/";
      document.querySelectorAll(".backdrop, .notice-bar").forEach((e) => e.remove());
    } else if ((hit = of("[data-submit]"))) {
      if (!hit.classList.contains("is-disabled")) hit.closest("form").requestSubmit();
    } else if ((hit = of("[data-go]"))) {
      location.href = hit.dataset.go;
    } else if (of("[data-menu]")) {
      $(".menu").classList.toggle("folded");
    } else if (of("[data-search-open]")) {
      const panel = $(".search-panel");
      panel.hidden = !panel.hidden;
      if (!panel.hidden) $("input", panel).focus();
    } else if (of("[data-cart-open]")) {
      send("/cart/drawer", {}).then((answer) => openDrawer(answer.drawer));
    } else if (of("[data-drawer-close]")) {
      of(".drawer").remove();
    } else if ((hit = of("[data-quick]"))) {
      fetch(hit.dataset.quick + "?_quick=1").then((a) => a.json()).then((answer) => {
        document.querySelectorAll(".quick").forEach((e) => e.remove());
        const box = document.createElement("div");
        box.className = "quick";
        box.setAttribute("role", "dialog");
        box.innerHTML = answer.html;
        document.body.append(box);
      });
    } else if ((hit = of("[data-quick-close]"))) {
      of(".quick").remove();
    } else if ((hit = of("[data-option]"))) {
      if (hit.matches(".sold-out, .is-unavailable, .swatch--disabled")) return;
      const group = hit.closest(".swatches");
      group.querySelectorAll("[data-option]").forEach((e) => {
        e.classList.toggle("chosen", e === hit);
        if (group.dataset.says) e.setAttribute("aria-pressed", String(e === hit));
      });
      hit.closest("form").elements.option.value = hit.dataset.option;
    } else if ((hit = of("[data-step]"))) {
      send("/cart/update", {line: hit.dataset.line, step: hit.dataset.step, ajax: 1}).then(replaceCart);
    } else if ((hit = of("[data-remove]"))) {
      send("/cart/update", {line: hit.dataset.remove, quantity: 0, ajax: 1}).then(replaceCart);
    }
  };
  const changed = (event) => {
    const field = event.target;
    if (field.matches("[data-auto]")) {
      send("/cart/update", {line: field.dataset.auto, quantity: field.value, ajax: 1}).then(replaceCart);
    }
    if (field.matches("[data-unlocks]")) {
      const button = $("button[type=submit], input[type=submit], [data-submit]", field.form);
      button.disabled = !field.value;
      button.classList.toggle("is-disabled", !field.value);
      if (button.hasAttribute("aria-disabled")) button.setAttribute("aria-disabled", String(!field.value));
    }
  };
  const submitted = (event) => {
    const form = event.target;
    if (!form.matches("[data-add]")) return;
    event.preventDefault();
    form.querySelectorAll(".add-error").forEach((e) => e.remove());
    send(form.getAttribute("action"), {...fields(form), ajax: 1}).then((answer) => added(answer, form));
  };
  const typed = (event) => {
    if (event.key !== "Enter" || !event.target.matches("[name=q]") || event.target.form) {
      if (event.key === "Enter" && event.target.matches("[role=button][data-submit], [role=button]")) event.target.click();
      return;
    }
    const query = encodeURIComponent(event.target.value);
    if (shop.search === "overlay") location.href = "/search?q=" + query;
    if (shop.search === "script") {
      fetch("/search?_results=1&q=" + query).then((a) => a.json()).then((answer) => {
        history.pushState({}, "", "/search?q=" + query);
        $(".content").innerHTML = answer.html;
      });
    }
  };

  const attach = () => {
    document.addEventListener("click", clicked);
    document.addEventListener("change", changed);
    document.addEventListener("submit", submitted);
    document.addEventListener("keydown", typed);
    document.documentElement.dataset.ready = "1";
    window.SHOP.startCheckout();
  };
  const start = () => {
    overlay();
    const app = $("[data-part]");
    if (app) {
      const here = location.pathname + (location.search ? location.search + "&" : "?") + "_part=1";
      fetch(here).then((a) => a.json()).then((answer) => { app.innerHTML = answer.html; });
    }
    setTimeout(attach, shop.hydration);
  };
  document.addEventListener("DOMContentLoaded", start);
})();
