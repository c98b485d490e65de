// One page, four sections: each opens when the one before has been accepted by the server.
const $ = (s, wo = document) => wo.querySelector(s);
const alle = (s, wo = document) => [...wo.querySelectorAll(s)];
const ab = (name) => $(`[data-ab="${name}"]`);
const FOLGE = ['adresse', 'versand', 'zahlung', 'pruefen'];
const sende = async (weg, was) => {
  const r = await fetch(weg, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(was) });
  return [r.ok, await r.json()];
};
const bereit = (ja) => {
  $('[data-bestellen]').disabled = !ja;
  $('[data-hinweis]').textContent = ja ? 'Mit dem Klick bestellen Sie verbindlich.' : 'Füllen Sie zuerst alle Abschnitte aus.';
};
const kurz = (name, text) => {
  $('[data-kurz]', ab(name)).innerHTML = '';
  $('[data-kurz]', ab(name)).append(text, ' ');
  const a = document.createElement('div');
  a.className = 'ph-aendern'; a.setAttribute('role', 'button'); a.tabIndex = 0; a.textContent = 'Ändern'; a.dataset.oeffne = name;
  $('[data-kurz]', ab(name)).append(a);
};
const oeffne = (name) => {
  FOLGE.forEach((f) => {
    ab(f).classList.toggle('ph-ab--offen', f === name);
    ab(f).classList.toggle('ph-ab--fertig', FOLGE.indexOf(f) < FOLGE.indexOf(name));
  });
  if ($('[data-agb]').checked) sende('/api/kasse/agb', { agb: false });
  $('[data-agb]').checked = false;
  bereit(false);
  ab(name).scrollIntoView({ behavior: 'smooth', block: 'start' });
};
const lade = async (name, vorgabe) => {
  const ort = $(`[data-wahl="${name}"]`);
  ort.innerHTML = '<p class="ph-laedt">Einen Moment, wir laden die Möglichkeiten …</p>';
  const wahl = await (await fetch('/api/kasse/' + name)).json();
  ort.innerHTML = wahl.map((w, i) => `<label class="ph-wahl"><input type="radio" name="${name}" value="${w.key}"${vorgabe && !i ? ' checked' : ''}><span>${w.name}<small>${w.text}</small></span><b>${w.preis}</b></label>`).join('');
};
const summe = (s) => { $('[data-versand]').textContent = s.versand; $('[data-gesamt]').textContent = s.gesamt; };

const weiter = {
  async adresse() {
    const felder = alle('[data-f]');
    const [gut, antwort] = await sende('/api/kasse/adresse', Object.fromEntries(felder.map((f) => [f.dataset.f, f.value])));
    felder.forEach((f) => {
      const fehler = gut ? '' : antwort.fehler[f.dataset.f] || '';
      f.parentElement.classList.toggle('ph-feld--falsch', !!fehler);
      $('em', f.parentElement).textContent = fehler;
    });
    if (!gut) { const erstes = $('.ph-feld--falsch input'); if (erstes) erstes.focus(); return; }
    kurz('adresse', `${antwort.name}, ${antwort.ort}`);
    oeffne('versand');
    lade('versand', true);
  },
  async versand() {
    const gewaehlt = $('input[name=versand]:checked');
    const [gut, antwort] = await sende('/api/kasse/versand', { versand: gewaehlt ? gewaehlt.value : '' });
    $('.ph-fehler', ab('versand')).textContent = gut ? '' : antwort.fehler.versand;
    if (!gut) return;
    summe(antwort);
    kurz('versand', antwort.versandart);
    oeffne('zahlung');
    lade('zahlung', false);
  },
  async zahlung() {
    const gewaehlt = $('input[name=zahlung]:checked');
    const [gut, antwort] = await sende('/api/kasse/zahlung', { zahlung: gewaehlt ? gewaehlt.value : '' });
    $('.ph-fehler', ab('zahlung')).textContent = gut ? '' : antwort.fehler.zahlung;
    if (!gut) return;
    kurz('zahlung', antwort.zahlungsart);
    oeffne('pruefen');
  },
};
const druck = (ziel) => {
  const k = ziel.closest('[data-weiter],[data-oeffne]');
  if (!k) return;
  if (k.dataset.weiter) weiter[k.dataset.weiter]();
  else oeffne(k.dataset.oeffne);
};

setTimeout(() => {
  document.addEventListener('click', (e) => druck(e.target));
  document.addEventListener('keydown', (e) => {
    if (e.key !== 'Enter') return;
    if (e.target.matches('[role=button]')) druck(e.target);
    else if (e.target.matches('[data-f]')) weiter.adresse();
  });
  $('[data-agb]').addEventListener('change', async (e) => bereit((await sende('/api/kasse/agb', { agb: e.target.checked }))[1].bereit));
  $('[data-bestellen]').addEventListener('click', async () => {
    const [gut, antwort] = await sende('/api/bestellung', {});
    if (gut) location.href = antwort.weiter;
    else $('[data-hinweis]').textContent = antwort.fehler;
  });
}, 300);
