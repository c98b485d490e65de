(() => {
  const forms = () => [...document.querySelectorAll("form[data-checkout]")];
  const shown = (element) => !element.closest("[hidden]");
  const values = (form) => Object.fromEntries(new FormData(form));
  const buttonOf = (form) => form.querySelector(".actions button, .actions input[type=submit], .actions [data-submit]");
  const isOn = (button) => Boolean(button) && !button.disabled && !button.classList.contains("is-disabled");

  const isComplete = (form) => {
    const open = [...form.elements].filter((e) => e.name && (e.type === "hidden" || shown(e)));
    const radios = new Set(open.filter((e) => e.type === "radio").map((e) => e.name));
    const chosen = new Set(open.filter((e) => e.type === "radio" && e.checked).map((e) => e.name));
    const terms = form.querySelector("[name=terms]");
    const waits = [...form.querySelectorAll("[data-quotes]")].some((e) => !e.querySelector("[name=shipping]"));
    return open.every((e) => e.dataset.must === undefined || e.value.trim())
      && [...radios].every((name) => chosen.has(name)) && (!terms || terms.checked) && !waits;
  };
  const gate = () => forms().filter((form) => form.dataset.gated !== undefined).forEach((form) => {
    const button = buttonOf(form), on = isComplete(form);
    if (button.tagName === "DIV") {
      button.classList.toggle("is-disabled", !on);
      if (button.hasAttribute("role")) button.setAttribute("aria-disabled", String(!on));
    } else button.disabled = !on;
  });
  let told = "";
  const report = () => {
    const all = forms();
    if (!all.length) return;
    const last = all.find((form) => form.dataset.last !== undefined);
    const fields = Object.assign({}, ...all.map(values));
    fields._order = last && isOn(buttonOf(last)) ? "on" : "off";
    const now = JSON.stringify(fields);
    if (now !== told) {
      told = now;
      window.SHOP.send("/checkout-state", fields);
    }
  };
  const after = () => { gate(); quote(); report(); };

  const quote = () => document.querySelectorAll("[data-quotes]").forEach((spot) => {
    if (spot.dataset.asked) return;
    const form = spot.closest("form");
    if (spot.dataset.needsAddress) {
      const must = [...form.elements].filter((e) => e.dataset.must !== undefined && !["shipping", "payment"].includes(e.name));
      if (!must.every((e) => e.value.trim())) return;
    }
    spot.dataset.asked = "1";
    window.SHOP.send(spot.dataset.quotes, values(form)).then((answer) => { spot.innerHTML = answer.html; after(); });
  });

  const openList = (button) => {
    const source = button.parentElement.querySelector("template");
    document.querySelectorAll(".combo-list").forEach((e) => e.remove());
    const list = source.content.firstElementChild.cloneNode(true);
    document.body.append(list);
    button.setAttribute("aria-expanded", "true");
    list.addEventListener("click", (event) => {
      const item = event.target.closest("li");
      if (!item) return;
      button.textContent = item.textContent;
      button.parentElement.querySelector("input").value = item.dataset.value;
      button.setAttribute("aria-expanded", "false");
      list.remove();
      after();
    });
  };
  const clicked = (event) => {
    const combo = event.target.closest("[data-combo]"), card = event.target.closest("[data-pay]");
    if (combo) openList(combo);
    if (card) {
      const box = card.closest(".payments");
      box.querySelectorAll("[data-pay]").forEach((e) => {
        e.classList.toggle("chosen", e === card);
        if (e.tagName === "BUTTON") e.setAttribute("aria-pressed", String(e === card));
      });
      box.querySelector("[name=payment]").value = card.dataset.pay;
      choosePay(box.closest("form"), card.dataset.pay);
      after();
    }
  };
  // A hidden field that were still required would keep the browser from sending the form.
  const show = (part, on) => {
    part.hidden = !on;
    part.querySelectorAll("input").forEach((field) => { field.disabled = !on; });
  };
  const choosePay = (form, way) => form.querySelectorAll("[data-when-pay]").forEach((e) => show(e, e.dataset.whenPay === way));
  const changed = (event) => {
    const field = event.target, form = field.form;
    if (!form || form.dataset.checkout === undefined) return;
    if (field.name === "payment") choosePay(form, field.value);
    if (field.name === "account") form.querySelectorAll("[data-when=account]").forEach((e) => show(e, field.checked));
    if (field.dataset.pattern && form.dataset.last !== undefined) {
      const wrong = field.value && !new RegExp("^(?:" + field.dataset.pattern + ")$").test(field.value);
      field.toggleAttribute("aria-invalid", Boolean(wrong));
      if (wrong) field.setAttribute("aria-invalid", "true");
      const old = field.parentElement.querySelector(".field-error");
      if (old) old.remove();
      if (wrong) field.insertAdjacentHTML("afterend", '<span class="error field-error"></span>');
      if (wrong) field.nextElementSibling.textContent = field.dataset.error;
    }
    after();
  };
  const submitted = (event) => {
    const form = event.target;
    if (!form.closest("#accordion")) return;
    if (form.dataset.last !== undefined) return;
    event.preventDefault();
    window.SHOP.send(form.getAttribute("action"), values(form)).then((answer) => {
      document.querySelector("#accordion").innerHTML = answer.html;
      after();
    });
  };
  window.SHOP.startCheckout = () => {
    if (!forms().length) return;
    document.addEventListener("click", clicked);
    document.addEventListener("change", changed);
    document.addEventListener("input", () => setTimeout(() => { gate(); report(); }, 0));
    document.addEventListener("submit", submitted);
    after();
  };
})();
