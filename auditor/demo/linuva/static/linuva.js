function rask(s, kur) { return (kur || document).querySelector(s); }
function visi(s, kur) { return Array.prototype.slice.call((kur || document).querySelectorAll(s)); }

rask('#meniu-m').onclick = function () {
  var m = rask('#meniu-mob');
  m.style.display = m.style.display === 'none' ? 'block' : 'none';
};

visi('form.pirk').forEach(function (f) {
  var reiksme = rask('input[name=dydis]', f);
  var kuris = rask('[data-kuris]', f);
  function pasirink(d) { reiksme.value = d; kuris.textContent = d; }
  if (f.getAttribute('data-rusis') === 'mygtukai') {
    visi('.d', f).forEach(function (b) {
      b.onclick = function () {
        visi('.d', f).forEach(function (k) { k.setAttribute('aria-pressed', 'false'); });
        b.setAttribute('aria-pressed', 'true');
        pasirink(b.getAttribute('data-d'));
        rask('button[type=submit]', f).disabled = false;
      };
    });
    return;
  }
  var mygtukas = rask('.isk-m', f);
  var sarasas = rask('.isk-s', f);
  function atverk(taip) { sarasas.hidden = !taip; mygtukas.setAttribute('aria-expanded', String(taip)); }
  mygtukas.onclick = function () { atverk(sarasas.hidden); };
  visi('li', sarasas).forEach(function (li) {
    li.onclick = function () {
      if (li.getAttribute('aria-disabled') === 'true') return;
      visi('li', sarasas).forEach(function (k) { k.setAttribute('aria-selected', 'false'); });
      li.setAttribute('aria-selected', 'true');
      pasirink(li.getAttribute('data-d'));
      rask('.isk-klaida', f).textContent = '';
      atverk(false);
    };
  });
  f.onsubmit = function () {
    if (reiksme.value) return true;
    rask('.isk-klaida', f).textContent = 'Pasirinkite dydį.';
    return false;
  };
});

visi('.eil-kiekis').forEach(function (k) {
  k.onchange = function () { rask('#kiekiai').submit(); };
});
visi('[data-skleisk]').forEach(function (m) {
  m.onclick = function () { rask('#' + m.getAttribute('data-skleisk')).style.display = 'block'; m.style.display = 'none'; };
});

var imone = rask('#u_imone');
if (imone) imone.onchange = function () { rask('#imones-laukai').style.display = imone.checked ? 'block' : 'none'; };
visi('input[name=pristatymas]').forEach(function (r) {
  r.onchange = function () { rask('#pastomato-laukas').style.display = r.value === 'pastomatas' ? 'block' : 'none'; };
});

if (document.cookie.indexOf('slapukai=') < 0) rask('#slapukai').style.display = 'flex';
visi('[data-s]').forEach(function (b) {
  b.onclick = function () {
    document.cookie = 'slapukai=' + b.getAttribute('data-s') + '; path=/; max-age=31536000; samesite=lax';
    rask('#slapukai').style.display = 'none';
  };
});
