// One look at the page: everything that the choosers and checks need, in one round trip.
// Returns {data, nodes}: data has the shape of auditor.snapshot.Snapshot, nodes[i] is the live element
// of control i. Nothing in the page is altered.
(limits) => {
  const MAX_CONTROLS = limits.controls, MAX_BLOCKS = limits.blocks, MAX_ELEMENTS = limits.elements;
  const PRICE = /(?:[€$£¥₹₽₺₴₪₩฿]|\b(?:USD|EUR|GBP|CHF|PLN|SEK|NOK|DKK|CZK|HUF|RON|RSD|BGN|TRY|UAH|RUB|IDR|TL|Rp|Rs|kr|Ft|lei)\b\.?)\s?\d[\d.,'’\s]*|\d[\d.,'’\s]*(?:[.,]-)?\s?(?:[€$£¥₹₽₺₴₪₩฿]|(?:USD|EUR|GBP|CHF|PLN|SEK|NOK|DKK|CZK|HUF|RON|RSD|BGN|TRY|UAH|RUB|IDR|TL|zł|Kč|kr|Ft|lei|дин|руб|грн|лв)(?![\p{L}]))/u;
  const BLOCK_TAGS = new Set(['address','article','aside','blockquote','dd','details','dialog','div','dl','dt','fieldset','figcaption','figure','footer','form','h1','h2','h3','h4','h5','h6','header','hgroup','hr','li','main','nav','ol','p','pre','section','summary','table','tbody','tfoot','thead','tr','ul','caption','legend','button','select','textarea','option','label','body']);
  const SKIP = new Set(['script','style','noscript','template','head','link','meta','svg','canvas','iframe','frame','object','embed','video','audio','map','select','datalist']);
  const LANDMARK = {header: 'header', nav: 'nav', main: 'main', aside: 'aside', footer: 'footer'};
  const LANDMARK_ROLE = {banner: 'header', navigation: 'nav', main: 'main', complementary: 'aside', contentinfo: 'footer'};
  const W = innerWidth, H = innerHeight;
  const root = document.documentElement || {scrollWidth: 0, scrollHeight: 0, getAttribute: () => ''};
  const pageWide = Math.max(root.scrollWidth, W);
  // "Standard shipping$4.90" stands in two places on the screen: a price begins a word of its own.
  const fold = (s) => (s || '').replace(/[\u200b\u00ad\ufeff]/g, '').replace(/(\p{L})([€$£¥₹₽₺₴₪₩฿]\s?\d)/gu, '$1 $2').replace(/\s+/g, ' ').trim();
  const cap = (s, n) => s.length > n ? s.slice(0, n) : s;
  const words = (s) => (s || '').replace(/([a-z\d])([A-Z])/g, '$1 $2').replace(/[-_:./|#?=&,;(){}\[\]"'+]+/g, ' ').toLowerCase();
  const attr = (el, name) => el.getAttribute ? (el.getAttribute(name) || '') : '';
  // Utility classes ("disabled:opacity-50", "[&_svg]:size-4") say what would look how, and nothing of what is.
  const className = (el) => attr(el, 'class').split(/\s+/).filter(c => !/[:\[\]@!]/.test(c)).join(' ');
  const shortTokens = (el) => words(`${el.id || ''} ${className(el)}`);
  const rectOf = (el) => { const r = el.getBoundingClientRect(); return {x: r.left + scrollX, y: r.top + scrollY, w: r.width, h: r.height}; };
  const boxOf = (r) => ({x: Math.round(r.x), y: Math.round(r.y), w: Math.round(r.w), h: Math.round(r.h)});

  const textCache = new WeakMap();
  const innerText = (el) => {
    let t = textCache.get(el);
    if (t === undefined) { t = fold(el.innerText !== undefined ? el.innerText : el.textContent); textCache.set(el, t); }
    return t;
  };
  const byIds = (el, ids) => fold(ids.split(/\s+/).map(id => { const n = id && el.getRootNode().getElementById ? el.getRootNode().getElementById(id) : null; return n ? n.textContent : ''; }).join(' '));

  const roleOf = (el, tag) => {
    const role = attr(el, 'role').split(/\s+/)[0].toLowerCase();
    if (['button','link','textbox','searchbox','checkbox','radio','combobox','listbox','option','spinbutton','tab','switch','menuitem','menuitemradio','menuitemcheckbox'].includes(role))
      return role === 'menuitem' ? (tag === 'a' ? 'link' : 'button') : role === 'menuitemradio' ? 'radio' : role === 'menuitemcheckbox' ? 'checkbox' : role;
    if (tag === 'a') return el.hasAttribute('href') ? 'link' : 'generic';
    if (tag === 'button' || tag === 'summary') return 'button';
    if (tag === 'select') return el.multiple ? 'listbox' : 'combobox';
    if (tag === 'textarea') return 'textbox';
    if (tag === 'input') {
      const type = (el.type || 'text').toLowerCase();
      if (['submit','button','image','reset'].includes(type)) return 'button';
      if (type === 'checkbox' || type === 'radio' || type === 'file') return type;
      if (type === 'search') return 'searchbox';
      if (type === 'number') return 'spinbutton';
      if (type === 'range' || type === 'color') return 'generic';
      return 'textbox';
    }
    if (el.isContentEditable) return 'textbox';
    return 'generic';
  };

  const labelsOf = (el) => el.labels ? Array.from(el.labels) : [];
  const ownText = (label, el) => {           // a label's words without those of the control inside it
    if (!label.contains(el)) return fold(label.innerText || label.textContent);
    let out = '';
    const walk = (n) => { for (const c of n.childNodes) { if (c === el) continue; if (c.nodeType === 3) out += c.nodeValue; else if (c.nodeType === 1 && !/^(select|option|input|textarea|script|style)$/i.test(c.tagName)) { walk(c); out += ' '; } } };
    walk(label);
    return fold(out);
  };
  const starred = (el) => { try { return /\*/.test(getComputedStyle(el, '::after').content) || /\*/.test(getComputedStyle(el, '::before').content); } catch (e) { return false; } };
  const besideText = (el) => {               // words that stand before a field and belong to nobody else
    let n = el;
    for (let up = 0; up < 3 && n && n.tagName !== 'FORM' && n.tagName !== 'BODY'; up++) {
      let p = n.previousSibling;
      while (p) {
        if (p.nodeType === 1 && (p.matches('input:not([type=hidden]),select,textarea,button') || p.querySelector('input:not([type=hidden]),select,textarea,button'))) return '';
        const t = fold(p.nodeType === 3 ? p.nodeValue : (p.innerText || ''));
        if (t) return t.length <= 80 ? t : '';
        p = p.previousSibling;
      }
      n = n.parentElement;
      if (n && n.querySelectorAll('input:not([type=hidden]),select,textarea').length > 1) return '';
    }
    return '';
  };
  const imageWords = (el) => fold(Array.from(el.querySelectorAll('img[alt],svg title,[aria-label]')).slice(0, 3).map(n => attr(n, 'alt') || attr(n, 'aria-label') || n.textContent).join(' '));

  const tokensOf = (el) => {
    let t = `${el.id || ''} ${className(el)} ${attr(el, 'name')} ${attr(el, 'for')}`;
    for (const a of el.attributes) if (a.name.startsWith('data-') && a.name.length < 40) t += ` ${a.name.slice(5)} ${a.value.length < 40 ? a.value : ''}`;
    t += ` ${attr(el, 'aria-controls')} ${attr(el, 'formaction')} ${attr(el, 'rel')}`;
    const kids = el.querySelectorAll ? el.querySelectorAll('svg,i,img,use,span[class*=icon],mat-icon') : [];
    for (let k = 0; k < kids.length && k < 3; k++) {
      const c = kids[k];
      t += ` ${c.id || ''} ${className(c)} ${(attr(c, 'href') || attr(c, 'xlink:href')).slice(-40)} ${attr(c, 'data-icon')} ${c.tagName === 'IMG' ? attr(c, 'src').split('/').pop().slice(0, 40) : ''}`;
    }
    return cap(fold(words(t)), 400);
  };
  const aroundOf = (el) => {
    let t = '', n = el.parentElement;
    for (let k = 0; k < 3 && n && n.tagName !== 'BODY'; k++) { t += ' ' + shortTokens(n); n = n.parentElement || (n.getRootNode().host || null); }
    return cap(fold(t), 300);
  };
  const pathOf = (el) => {
    let out = [], n = el;
    for (let k = 0; k < 5 && n && n.tagName !== 'BODY'; k++) { out.unshift(n.tagName.toLowerCase() + (className(n).trim() ? '.' + className(n).trim().split(/\s+/)[0] : '')); n = n.parentElement; }
    return cap(out.join('>'), 200);
  };
  // The card or row of a control: the largest surroundings that still speak of one thing.
  const rowOf = (el, own) => {
    let n = el.parentElement, row = '', price = false;
    const many = el.type === 'radio' || el.type === 'checkbox' ? `input[type=${el.type}]` : '';
    for (let k = 0; k < 7 && n && n.tagName !== 'BODY' && n.tagName !== 'MAIN'; k++) {
      const t = innerText(n);
      if (t.length > 600) break;
      if (many && n.querySelectorAll(many).length > 1) break;
      const links = n.querySelectorAll('a[href]');
      if (links.length > 1) {
        const places = new Set();
        for (const l of links) { const h = attr(l, 'href').split('#')[0]; if (h) places.add(h); }
        if (places.size > 3) break;
      }
      if (!row && t.length >= own.length + 4) row = t;
      if (PRICE.test(t)) { price = true; if (row.length < t.length) row = t; break; }
      n = n.parentElement;
    }
    return [cap(row, 300), price];
  };

  const nodes = [], controls = [], blocks = [], forms = [], formIndex = new Map(), dialogs = [], frames = [], progress = [];
  let seen = 0, truncated = false, section = '', chars = 0;
  const formOf = (el) => {
    const form = el.form || (el.closest ? el.closest('form') : null);
    if (!form) return -1;
    if (!formIndex.has(form)) {
      formIndex.set(form, forms.length);
      let action = ''; try { action = form.getAttribute('action') !== null ? new URL(form.getAttribute('action'), document.baseURI).href : document.URL; } catch (e) { action = ''; }
      forms.push({action: cap(action, 500), method: (form.getAttribute('method') || 'get').toLowerCase(), tokens: cap(fold(shortTokens(form) + ' ' + words(attr(form, 'name') + ' ' + attr(form, 'action')) + ' ' + attr(form, 'role')), 200), landmark: ''});
    }
    return formIndex.get(form);
  };
  const defaults = new Map();
  const isDefault = (el) => {                // the control that Enter presses
    const form = el.form;
    if (!form) return false;
    if (!defaults.has(form)) defaults.set(form, Array.from(form.elements).find(e => (e.tagName === 'BUTTON' && (e.type === 'submit')) || (e.tagName === 'INPUT' && (e.type === 'submit' || e.type === 'image'))) || null);
    return defaults.get(form) === el;
  };

  const CONTROL = 'a,button,input,select,textarea,summary,[role=button],[role=link],[role=radio],[role=checkbox],[role=tab],[role=menuitem],[role=menuitemradio],[role=option],[role=combobox],[role=listbox],[role=switch],[role=searchbox],[role=textbox],[role=spinbutton],[onclick],[tabindex],[contenteditable=""],[contenteditable=true]';

  const addControl = (el, tag, st) => {
    if (controls.length >= MAX_CONTROLS) { truncated = true; return; }
    const type = tag === 'input' || tag === 'button' ? (el.type || '').toLowerCase() : '';
    if (tag === 'input' && type === 'hidden') return;
    // A radio or checkbox that is hidden from everybody has a stand-in beside it with the role.
    if ((type === 'radio' || type === 'checkbox') && attr(el, 'aria-hidden') === 'true') return;
    const role = roleOf(el, tag);
    const text = tag === 'input' || tag === 'select' || tag === 'textarea' ? '' : cap(st.visible ? innerText(el) : fold(el.textContent), 300);
    const labels = labelsOf(el);
    let label = fold(labels.map(l => ownText(l, el)).join(' '));
    const field = ['input', 'select', 'textarea'].includes(tag) && role !== 'button' || ['textbox','searchbox','combobox','spinbutton','checkbox','radio','switch'].includes(role);
    let aria = fold(attr(el, 'aria-label')) || (attr(el, 'aria-labelledby') ? byIds(el, attr(el, 'aria-labelledby')) : '');
    if (!label && field && !aria) label = besideText(el);
    if (!label && (type === 'radio' || type === 'checkbox') && el.nextSibling) {
      const n = el.nextSibling; label = cap(fold(n.nodeType === 3 ? n.nodeValue : n.innerText || ''), 120) || (el.nextElementSibling ? cap(fold(el.nextElementSibling.innerText || ''), 120) : '');
    }
    const alt = tag === 'input' && type === 'image' ? attr(el, 'alt') : '';
    const value = tag === 'select' ? el.value : (tag === 'input' || tag === 'textarea') ? (type === 'password' ? (el.value ? '•' : '') : String(el.value || '')) : (tag === 'button' ? attr(el, 'value') : attr(el, 'aria-valuenow'));
    const name = aria || label || fold(alt) || (role === 'button' && tag === 'input' ? fold(el.value) : '') || text || imageWords(el) || fold(attr(el, 'title')) || fold(attr(el, 'placeholder'));
    const r = rectOf(el);
    let visible = st.visible && r.w > 1 && r.h > 1 && inSight(r, st);
    let box = r;
    if (!visible && labels.length && !st.gone) {
      for (const l of labels) { const lr = rectOf(l); if (shown(l) && lr.w > 1 && lr.h > 1 && inSight(lr, {...st, opacity: 1})) { visible = true; box = lr; break; } }
    }
    if (!visible && st.opacity === 0 && (type === 'radio' || type === 'checkbox') && r.w > 6 && r.h > 6 && shownParent(el)) visible = true;
    let covered = false;
    if (visible) {
      const cx = box.x - scrollX + box.w / 2, cy = box.y - scrollY + box.h / 2;
      if (cx >= 0 && cy >= 0 && cx < W && cy < H) {
        let top = document.elementFromPoint(cx, cy);
        while (top && top.shadowRoot && top.shadowRoot.elementFromPoint(cx, cy) && top.shadowRoot.elementFromPoint(cx, cy) !== top) top = top.shadowRoot.elementFromPoint(cx, cy);
        covered = !!top && top !== el && !el.contains(top) && !top.contains(el) && !labels.some(l => l === top || l.contains(top));
      }
    }
    const c = {i: controls.length, tag, role};
    const put = (k, v) => { if (v !== '' && v !== undefined && v !== null) c[k] = v; };
    put('name', cap(name, 300)); put('text', text); put('type', type); put('label', cap(label, 200));
    put('placeholder', cap(fold(attr(el, 'placeholder')), 120)); put('title', cap(fold(attr(el, 'title')), 120));
    put('autocomplete', cap(attr(el, 'autocomplete').toLowerCase(), 60));
    if (tag === 'a' && el.href && typeof el.href === 'string') put('href', cap(el.href, 1000));
    put('value', cap(value || '', 200)); put('tokens', tokensOf(el)); put('field_name', cap(attr(el, 'name'), 80)); put('around', aroundOf(el));
    const f = formOf(el); if (f >= 0) c.form = f;
    if ((tag === 'button' && type === 'submit' || tag === 'input' && (type === 'submit' || type === 'image')) && el.form) c.submits = true;
    put('landmark', st.landmark); if (st.dialog >= 0) c.dialog = st.dialog;
    c.box = boxOf(box); if (!visible) c.visible = false;
    if (el.disabled || attr(el, 'aria-disabled') === 'true' || (el.closest && el.closest('fieldset[disabled]')) || el.inert) c.enabled = false;
    const star = labels.some(l => /[*＊]/.test(l.textContent) || starred(l)) || /\*/.test(attr(el, 'placeholder')) || /[*＊]\s*:?$/.test(label);
    if (field && (el.required || attr(el, 'aria-required') === 'true' || star)) c.required = true;
    if (type === 'radio' || type === 'checkbox') c.checked = !!el.checked;
    else { const s = attr(el, 'aria-checked') || attr(el, 'aria-pressed') || attr(el, 'aria-selected'); if (s) c.checked = s === 'true'; }
    const ex = attr(el, 'aria-expanded'); if (ex) c.expanded = ex === 'true'; else if (tag === 'summary' && el.parentElement && el.parentElement.tagName === 'DETAILS') c.expanded = el.parentElement.open;
    if (attr(el, 'aria-current') && attr(el, 'aria-current') !== 'false' || /(^|\s)(active|current|selected|is-active|is-current|is-selected)(\s|$)/.test(className(el))) c.current = true;
    if (attr(el, 'aria-invalid') === 'true' || (field && /(^|[\s_-])(is-invalid|invalid|has-error|error)(\s|$)/.test(className(el)))) c.invalid = true;
    const described = attr(el, 'aria-errormessage') || (c.invalid ? attr(el, 'aria-describedby') : ''); if (described) put('error', cap(byIds(el, described), 200));
    if (tag === 'select') c.options = Array.from(el.options).slice(0, 300).map(o => { const x = {value: cap(o.value, 100), text: cap(fold(o.text || o.label), 120)}; if (o.disabled) x.enabled = false; if (o.selected) x.selected = true; return x; });
    put('group', groupOf(el, type, role)); put('section', cap(section, 120));
    if (visible && role !== 'textbox') { const [row, price] = rowOf(el, text || label); if (row && row !== text) put('row', row); if (price || PRICE.test(text)) c.price_near = true; }
    put('path', pathOf(el)); if (covered) c.covered = true;
    put('pattern', cap(attr(el, 'pattern'), 200)); put('inputmode', attr(el, 'inputmode'));
    if (el.minLength > 0) c.minlength = el.minLength; if (el.maxLength > 0 && el.maxLength < 100000) c.maxlength = el.maxLength;
    put('min', attr(el, 'min')); put('max', attr(el, 'max'));
    controls.push(c); nodes.push(el);
  };
  const groupOf = (el, type, role) => {
    const near = el.closest && el.closest('[role=radiogroup],[role=group],[role=listbox],fieldset');
    if (near) {
      const l = fold(attr(near, 'aria-label')) || (attr(near, 'aria-labelledby') ? byIds(near, attr(near, 'aria-labelledby')) : '');
      if (l) return cap(l, 120);
      const legend = near.tagName === 'FIELDSET' ? near.querySelector('legend') : null;
      if (legend) return cap(fold(legend.innerText), 120);
    }
    if (['radio', 'checkbox', 'option', 'switch', 'tab'].includes(role) || type === 'radio') {
      let n = el;
      for (let up = 0; up < 5 && n; up++) {
        let p = n.previousElementSibling;
        while (p) { if (/^(H[1-6]|LEGEND|LABEL|DT|P|STRONG|SPAN|DIV|TH|TD)$/.test(p.tagName) && !p.querySelector('input,button,[role=radio],[role=option]')) { const t = fold(p.innerText || ''); if (t && t.length < 80) return t; } p = p.previousElementSibling; }
        n = n.parentElement; if (n && n.tagName === 'FORM') break;
      }
    }
    return '';
  };
  const inSight = (r, st) => {
    const left = r.x - scrollX;
    if (left + r.w <= 1 || r.y + r.h <= 0) return false;
    if (left >= W - 1 && (st.fixed || pageWide <= W + 2)) return false;
    if (st.clip) { const c = st.clip; if (r.x + r.w <= c.x + 1 || r.x >= c.x + c.w - 1 || r.y + r.h <= c.y + 1 || r.y >= c.y + c.h - 1) return false; }
    return st.opacity !== 0;
  };
  const shown = (el) => el.checkVisibility ? el.checkVisibility({opacityProperty: true, visibilityProperty: true, checkOpacity: true, checkVisibilityCSS: true}) : !!el.offsetParent;
  const shownParent = (el) => el.parentElement && shown(el.parentElement);

  // --- text blocks ---
  let buffer = '', holder = null;
  const flush = () => {
    const text = fold(buffer.replace(/\t+/g, '\u0001')).replace(/\s*\u0001\s*/g, '\t').replace(/^\t+|\t+$/g, '');
    buffer = '';
    if (!text || !holder) return;
    if (blocks.length >= MAX_BLOCKS || chars > 600000) { truncated = true; return; }
    const {el, st, tag} = holder;
    const r = rectOf(el);
    const b = {text: cap(text, 4000), tag};
    chars += b.text.length;
    const h = /^h([1-6])$/.exec(tag) || (attr(el, 'role') === 'heading' ? ['', attr(el, 'aria-level') || '2'] : null);
    if (h) b.level = +h[1];
    if (st.landmark) b.landmark = st.landmark;
    if (st.dialog >= 0) b.dialog = st.dialog;
    const visible = st.visible && r.w > 1 && r.h > 1 && inSight(r, st);
    if (!visible) b.visible = false; else b.box = boxOf(r);
    if (st.live) b.live = true;
    const t = fold(shortTokens(el) + ' ' + (el.parentElement ? shortTokens(el.parentElement) : '') + ' ' + (el.parentElement && el.parentElement.parentElement ? shortTokens(el.parentElement.parentElement) : ''));
    if (t) b.tokens = cap(t, 160);
    if (b.level && visible) section = b.text;
    blocks.push(b);
  };

  const visit = (el, parent, depth) => {
    if (++seen > MAX_ELEMENTS || depth > 400) { truncated = true; return; }
    const tag = el.tagName.toLowerCase();
    const css = getComputedStyle(el);
    const st = Object.assign({}, parent);
    if (css.display === 'none') { st.visible = false; st.gone = true; }
    if (css.visibility === 'hidden' || css.visibility === 'collapse') st.visible = false;
    else if (parent.unseen && css.visibility === 'visible' && !st.gone) st.visible = true;
    st.unseen = css.visibility !== 'visible';
    if (+css.opacity === 0) st.opacity = 0;
    if (css.position === 'fixed') { st.clip = null; st.fixed = true; }
    if (parent.closedDetails && tag !== 'summary') { st.visible = false; st.gone = true; }
    st.closedDetails = tag === 'details' && !el.open;
    const role = attr(el, 'role').toLowerCase();
    const mark = LANDMARK_ROLE[role] || (!role || role === 'presentation' ? LANDMARK[tag] : '');
    const inFrame = parent.landmark === 'header' || parent.landmark === 'footer';  // a menu in the foot is the foot
    if (mark && !(mark === 'nav' && inFrame) && !(mark === 'header' && parent.landmark === 'main') && !(mark === 'footer' && parent.landmark === 'main')) st.landmark = mark;
    if (role === 'alert' || role === 'status' || (attr(el, 'aria-live') && attr(el, 'aria-live') !== 'off')) st.live = true;
    if (st.visible && !st.gone) {
      const overlay = role === 'dialog' || role === 'alertdialog' || (tag === 'dialog' && el.open) || attr(el, 'aria-modal') === 'true';
      const floats = (css.position === 'fixed' || css.position === 'sticky' || (css.position === 'absolute' && +css.zIndex >= 10));
      if ((overlay || (floats && st.dialog < 0 && css.position !== 'sticky')) && dialogs.length < 40) {
        const r = rectOf(el);
        const vx = Math.max(0, Math.min(r.x - scrollX + r.w, W) - Math.max(r.x - scrollX, 0)), vy = Math.max(0, Math.min(r.y - scrollY + r.h, H) - Math.max(r.y - scrollY, 0));
        const covers = W * H ? vx * vy / (W * H) : 0;
        const text = covers > 0.02 || overlay ? innerText(el) : '';
        const bar = st.landmark === 'header' || st.landmark === 'nav' || tag === 'header' || tag === 'nav' || (el.querySelector && el.querySelector('nav,[role=navigation],header') && r.y - scrollY < 5);
        if (overlay ? (r.w > 1 && r.h > 1 || text) : (covers >= 0.03 && text.length > 3 && !bar && +css.opacity > 0)) {
          st.dialog = dialogs.length;
          const d = {i: st.dialog, text: cap(text, 1500), tokens: cap(fold(shortTokens(el) + ' ' + words(attr(el, 'aria-label'))), 200), box: boxOf(r), covers: Math.round(covers * 1000) / 1000};
          if (role) d.role = role; else if (tag === 'dialog') d.role = 'dialog';
          if (attr(el, 'aria-modal') === 'true' || (tag === 'dialog' && el.matches(':modal'))) d.modal = true;
          dialogs.push(d);
        }
      }
    }
    if (st.visible && tag !== 'body' && tag !== 'html' && /(hidden|clip)/.test(css.overflowX + css.overflowY) && css.display !== 'inline' && css.display !== 'contents') {
      const r = rectOf(el);
      st.clip = st.clip ? {x: Math.max(r.x, st.clip.x), y: Math.max(r.y, st.clip.y), w: Math.min(r.x + r.w, st.clip.x + st.clip.w) - Math.max(r.x, st.clip.x), h: Math.min(r.y + r.h, st.clip.y + st.clip.h) - Math.max(r.y, st.clip.y)} : r;
    }
    if (tag === 'iframe' || tag === 'frame') {
      const r = rectOf(el);
      let same = false; try { same = !!el.contentDocument; } catch (e) { same = false; }
      frames.push({same_origin: same, src: cap(el.src || '', 500), name: cap(attr(el, 'name') + ' ' + attr(el, 'title') + ' ' + attr(el, 'id'), 120).trim(), box: boxOf(r), visible: st.visible && r.w > 1 && r.h > 1});
    }
    let control = false;
    if (el.matches(CONTROL)) {
      const t = attr(el, 'tabindex');
      control = !(t !== '' && !el.matches('a,button,input,select,textarea,summary,[role],[onclick],[contenteditable]') && (+t < 0 || el.querySelector('a,button,input')));
      if (control && tag === 'a' && !el.hasAttribute('href') && !attr(el, 'role') && !el.onclick && css.cursor !== 'pointer') control = false;
    } else if (css.cursor === 'pointer' && parent.cursor !== 'pointer' && tag !== 'label' && tag !== 'html' && tag !== 'body' && !el.querySelector('a,button,input,select,textarea')) control = true;
    else if (tag === 'label' && !el.control && css.cursor === 'pointer') control = true;
    st.cursor = css.cursor;
    const isBlock = BLOCK_TAGS.has(tag) || !/^(inline|contents|none)/.test(css.display) && css.display !== 'inline-block' && css.display !== 'inline-flex' && css.display !== 'table-cell' || css.display === 'block';
    const before = holder;
    if (isBlock || tag === 'br') flush();
    if (isBlock) holder = {el, st, tag};
    if (control) addControl(el, tag, st);
    if (tag === 'td' || tag === 'th' || css.display === 'table-cell') buffer += '\t';
    if (!SKIP.has(tag)) {
      const inner = el.shadowRoot && el.shadowRoot.mode === 'open' ? el.shadowRoot : null;
      const kids = inner ? inner.childNodes : tag === 'slot' && el.assignedNodes().length ? el.assignedNodes() : el.childNodes;
      for (const child of kids) {
        if (child.nodeType === 3) { if (child.nodeValue.trim()) { if (!holder) holder = {el, st, tag}; buffer += child.nodeValue.length > 5000 ? child.nodeValue.slice(0, 5000) : child.nodeValue; } else if (child.nodeValue) buffer += ' '; }
        else if (child.nodeType === 1) visit(child, st, depth + 1);
      }
    }
    if (isBlock) { flush(); holder = before; } else if (css.display !== 'inline' && css.display !== 'contents') buffer += ' ';
  };
  if (document.body) visit(document.body, {visible: true, gone: false, landmark: '', dialog: -1, clip: null, opacity: 1, fixed: false, live: false, cursor: '', closedDetails: false, unseen: false}, 0);
  flush();
  for (const [form, k] of formIndex) { const l = form.closest('header,nav,main,aside,footer,[role=banner],[role=contentinfo],[role=navigation]'); if (l) forms[k].landmark = LANDMARK[l.tagName.toLowerCase()] || LANDMARK_ROLE[attr(l, 'role')] || ''; }

  // --- progress list: the shop's own counting ---
  const lists = new Set(document.querySelectorAll('[class*=progress],[class*=step],[class*=wizard],[class*=breadcrumb],ol,[id*=progress],[id*=steps]'));
  for (const one of document.querySelectorAll('[class*=step]')) if (one.parentElement) lists.add(one.parentElement);
  for (const list of lists) {
    if (progress.length || !shown(list)) continue;
    const items = Array.from(list.children).filter(k => shown(k) && fold(k.innerText || '').length > 0 && fold(k.innerText).length < 40);
    if (items.length < 2 || items.length > 8 || items.length !== Array.from(list.children).filter(k => fold(k.innerText || '')).length) continue;
    const now = items.findIndex(k => k.matches('[aria-current]:not([aria-current=false])') || k.querySelector('[aria-current]:not([aria-current=false])') || /(^|[\s_-])(active|current|selected|is-active|is-current)([\s_-]|$)/.test(className(k)) || (k.firstElementChild && /(^|[\s_-])(active|current)([\s_-]|$)/.test(className(k.firstElementChild))));
    const explicit = list.querySelector('[aria-current=step]') || list.getAttribute('aria-current') === 'step';
    const named = (/progress|step|wizard/.test(shortTokens(list)) || items.every(k => /(^|\s)steps?\d*(\s|$)/.test(shortTokens(k)))) && list.tagName !== 'FORM' && !list.querySelector('input,select,textarea,button');
    if (now >= 0 && (explicit || named)) items.forEach((k, n) => progress.push([cap(fold(k.innerText), 60), n === now]));
  }

  const items = [];
  for (const el of Array.from(document.querySelectorAll('[itemscope][itemtype]')).slice(0, 60)) {
    const props = [];
    for (const p of Array.from(el.querySelectorAll('[itemprop]')).slice(0, 80)) {
      if (p.parentElement.closest('[itemscope]') !== el && p !== el) { if (p.closest('[itemscope]') !== el) continue; }
      props.push([attr(p, 'itemprop').slice(0, 60), cap(fold(attr(p, 'content') || attr(p, 'datetime') || (p.tagName === 'LINK' || p.tagName === 'A' ? p.href : '') || p.textContent), 300)]);
    }
    items.push({type: attr(el, 'itemtype').slice(0, 120), props});
  }
  const data = {
    url: document.URL, title: cap(fold(document.title), 300), lang: attr(root, 'lang'),
    controls, blocks, forms, dialogs, frames, items, progress, truncated,
    jsonld: Array.from(document.querySelectorAll('script[type="application/ld+json"]')).slice(0, 30).map(s => cap(s.textContent, 100000)),
    meta: Array.from(document.querySelectorAll('meta[name],meta[property]')).slice(0, 100).map(m => [attr(m, 'name') || attr(m, 'property'), cap(attr(m, 'content'), 500)]),
    hreflang: Array.from(document.querySelectorAll('link[rel=alternate][hreflang]')).slice(0, 60).map(l => [attr(l, 'hreflang'), l.href]),
    scripts: Array.from(document.scripts).map(s => s.src).filter(Boolean).slice(0, 150).map(s => cap(s, 300)),
    window: [W, H], height: Math.round(Math.max(root.scrollHeight, document.body ? document.body.scrollHeight : 0)),
  };
  return {data, nodes};
}
