(function () {
  var burger = document.querySelector('.burger');
  var menu = document.getElementById('mobile-menu');
  if (burger) burger.addEventListener('click', function () {
    menu.hidden = !menu.hidden;
    burger.setAttribute('aria-expanded', String(!menu.hidden));
  });

  var tab = document.querySelector('.chat-tab');
  var box = document.getElementById('chat-box');
  function chat(open) { box.hidden = !open; tab.setAttribute('aria-expanded', String(open)); }
  if (tab) {
    tab.addEventListener('click', function () { chat(box.hidden); });
    box.querySelector('.chat-shut').addEventListener('click', function () { chat(false); });
    box.querySelector('.chat-send').addEventListener('click', function () {
      box.querySelector('p').textContent = 'Thank you, we will be with you in a moment.';
    });
  }

  var veil = document.getElementById('letter-veil');
  if (veil && !localStorage.getItem('letter-seen')) {
    setTimeout(function () { veil.hidden = false; }, 6000);
    var shut = function () { veil.hidden = true; localStorage.setItem('letter-seen', '1'); };
    veil.querySelector('.x').addEventListener('click', shut);
    document.addEventListener('keydown', function (e) { if (e.key === 'Escape' && !veil.hidden) shut(); });
  }
})();
