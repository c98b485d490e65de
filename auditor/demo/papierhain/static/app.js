// The page answers to nothing before `beleben` has run: like in many shops, early clicks are lost.
const $ = (s, wo = document) => wo.querySelector(s);
const alle = (s, wo = document) => [...wo.querySelectorAll(s)];
const sicher = (t) => { const d = document.createElement('div'); d.textContent = t; return d.innerHTML.replace(/"/g, '&quot;'); };
const hole = async (weg) => (await fetch(weg)).json();
const sende = async (weg, was) => {
  const r = await fetch(weg, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(was) });
  return [r.ok, await r.json()];
};

const auf = (name) => {
  alle('[data-lade]').forEach((l) => l.setAttribute('aria-hidden', String(l.dataset.lade !== name)));
  $('[data-schleier]').classList.toggle('ph-schleier--da', !!name);
  if (name === 'suche') setTimeout(() => $('[data-suchfeld]').focus(), 250);
};
const melde = (text) => {
  const m = $('[data-meldung]');
  m.textContent = text;
  m.classList.add('ph-meldung--da');
  setTimeout(() => m.classList.remove('ph-meldung--da'), 2500);
};

const zeigeKorb = (korb) => {
  alle('[data-anzahl]').forEach((z) => { z.textContent = korb.anzahl; });
  const zeilen = korb.zeilen.map((z) => `<div class="ph-posten-zeile"><img src="/bild/${z.slug}.svg" alt="" width="96" height="64">
    <div class="ph-posten-zeile__was"><a href="/p/${z.slug}">${sicher(z.name)}</a>
    <div class="ph-menge"><div role="button" tabindex="0" data-setze="${z.slug}" data-auf-menge="${z.menge - 1}">−</div><output>${z.menge}</output><div role="button" tabindex="0" data-setze="${z.slug}" data-auf-menge="${z.menge + 1}">+</div></div></div>
    <div class="ph-posten-zeile__preis"><span>${z.summe}</span><div class="ph-ico" role="button" tabindex="0" title="Entfernen" data-setze="${z.slug}" data-auf-menge="0"><i class="ph-i ph-i--eimer"></i></div></div></div>`).join('');
  const fuss = korb.anzahl
    ? `<div class="ph-korb-fuss"><p><span>Zwischensumme</span><b>${korb.summe}</b></p><p class="ph-klein">inkl. MwSt., zzgl. Versandkosten</p>`
    : '<p class="ph-leer">Ihr Warenkorb ist leer.</p>';
  alle('[data-korb]').forEach((k) => {
    const knoepfe = !korb.anzahl ? '' : k.dataset.korb === 'seite'
      ? '<a class="ph-btn" href="/kasse">Zur Kasse</a></div>'
      : '<a class="ph-btn" href="/kasse">Zur Kasse</a><a class="ph-still" href="/warenkorb">Warenkorb anzeigen</a></div>';
    k.innerHTML = zeilen + fuss + knoepfe;
  });
};

const karte = (t) => `<li class="ph-tile"><div class="ph-tile__media"><a href="/p/${t.slug}"><img src="/bild/${t.slug}.svg" alt="" width="480" height="320"></a></div>
  <a class="ph-tile__name" href="/p/${t.slug}">${sicher(t.name)}</a><div class="ph-tile__foot"><span class="ph-price">${t.preis}*</span>${t.lieferbar ? '' : '<span class="ph-tile__aus">Ausverkauft</span>'}</div></li>`;
const zeigeTreffer = async () => {
  const ort = $('[data-treffer]');
  if (!ort) return;
  const q = new URLSearchParams(location.search).get('q') || '';
  const { treffer } = await hole('/api/suche?q=' + encodeURIComponent(q));
  $('[data-suchtitel]').textContent = treffer.length ? `${treffer.length} Treffer für „${q}“` : `Keine Treffer für „${q}“`;
  ort.innerHTML = treffer.length ? `<ul class="ph-tiles">${treffer.map(karte).join('')}</ul>`
    : '<p>Leider haben wir dazu nichts gefunden. Bitte prüfen Sie die Schreibweise oder stöbern Sie im Sortiment.</p>';
};

let warten;
const schlageVor = () => {
  clearTimeout(warten);
  warten = setTimeout(async () => {
    const q = $('[data-suchfeld]').value.trim();
    if (q.length < 3) { $('[data-vorschlag]').innerHTML = ''; return; }
    const { treffer } = await hole('/api/suche?q=' + encodeURIComponent(q));
    $('[data-vorschlag]').innerHTML = treffer.slice(0, 4).map((t) => `<a href="/p/${t.slug}"><img src="/bild/${t.slug}.svg" alt="" width="72" height="48">${sicher(t.name)}<span>${t.preis}</span></a>`).join('')
      || '<p>Keine Vorschläge</p>';
  }, 250);
};

const zeigeSchnell = async (slug) => {
  const a = await hole('/api/artikel/' + slug);
  $('[data-schnellinhalt]').innerHTML = `<img src="/bild/${a.slug}.svg" alt="" width="480" height="320"><h2>${sicher(a.name)}</h2><p class="ph-price">${a.preis}*</p><p>${sicher(a.text)}</p>
    ${a.lieferbar ? `<div class="ph-btn" role="button" tabindex="0" data-kauf="${a.slug}">In den Warenkorb</div>` : '<p class="ph-lager ph-lager--aus">Zurzeit ausverkauft</p>'}<a class="ph-still" href="/p/${a.slug}">Zum Artikel</a>`;
  auf('schnell');
};

const kaufe = async (knopf) => {
  const menge = knopf.parentElement.querySelector('[data-menge] output');
  knopf.classList.add('ph-btn--dreht');
  const [gut, korb] = await sende('/api/warenkorb', { artikel: knopf.dataset.kauf, menge: menge ? menge.textContent : '1' });
  knopf.classList.remove('ph-btn--dreht');
  if (!gut) { melde(korb.fehler); return; }
  zeigeKorb(korb);
  auf('korb');
};

const cookie = (wahl) => {
  if (wahl === 'einstellungen') { $('[data-wahl]').hidden = false; return; }
  document.cookie = `ph_einwilligung=${wahl}; path=/; max-age=31536000; samesite=lax`;
  $('[data-einwilligung]').hidden = true;
  document.body.classList.remove('ph--fest');
};

const druck = async (ziel) => {
  const k = ziel.closest('[data-auf],[data-zu],[data-kauf],[data-schnell],[data-setze],[data-cookie],[data-mehr],[data-weniger],[data-klapp],[data-senden],[data-schleier]');
  if (!k) return;
  const d = k.dataset;
  if ('auf' in d) auf(d.auf);
  else if ('zu' in d || 'schleier' in d) auf('');
  else if ('kauf' in d) kaufe(k);
  else if ('schnell' in d) zeigeSchnell(d.schnell);
  else if ('cookie' in d) cookie(d.cookie);
  else if ('setze' in d) zeigeKorb((await sende('/api/warenkorb/menge', { artikel: d.setze, menge: d.aufMenge }))[1]);
  else if ('mehr' in d || 'weniger' in d) {
    const o = $('output', k.parentElement);
    o.textContent = Math.min(20, Math.max(1, Number(o.textContent) + ('mehr' in d ? 1 : -1)));
  } else if ('klapp' in d) {
    const offen = k.getAttribute('aria-expanded') !== 'true';
    k.setAttribute('aria-expanded', String(offen));
    k.nextElementSibling.classList.toggle('ph-frage__leib--da', offen);
  } else if ('senden' in d) melde((await sende('/api/nachricht', {}))[1].danke);
};

const beleben = async () => {
  document.addEventListener('click', (e) => druck(e.target));
  document.addEventListener('keydown', (e) => {
    if (e.key === 'Escape') auf('');
    if (e.target.matches('[data-suchfeld]') && e.key === 'Enter' && e.target.value.trim()) location.href = '/suche?q=' + encodeURIComponent(e.target.value.trim());
    else if (e.target.matches('[role=button]') && (e.key === 'Enter' || e.key === ' ')) { e.preventDefault(); druck(e.target); }
  });
  $('[data-suchfeld]').addEventListener('input', schlageVor);
  if (!document.cookie.includes('ph_einwilligung=')) {
    $('[data-einwilligung]').hidden = false;
    document.body.classList.add('ph--fest');
  }
  zeigeKorb(await hole('/api/warenkorb'));
  zeigeTreffer();
};
setTimeout(beleben, 300);
