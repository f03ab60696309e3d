// Pengumuman tampil sejak mulai sampai berakhir, juga pada halaman yang dibiarkan terbuka.
{
  const LONGEST_WAIT = 24 * 60 * 60 * 1000; // batas setTimeout kira-kira 24 hari
  const places = [...document.querySelectorAll("[data-mulai][data-sampai]")];
  const banner = document.querySelector(".pengumuman");
  let waiting;

  const update = () => {
    const now = Date.now();
    let next = LONGEST_WAIT;
    for (const place of places) {
      const begin = Date.parse(place.dataset.mulai);
      const end = Date.parse(place.dataset.sampai);
      const state = now < begin ? "akan datang" : now < end ? "berlaku" : "berakhir";
      if ("keadaan" in place.dataset) place.textContent = state;
      else place.hidden = state !== "berlaku";
      for (const moment of [begin, end]) if (moment > now) next = Math.min(next, moment - now);
    }
    banner.hidden = !banner.querySelector("li:not([hidden])");
    clearTimeout(waiting);
    waiting = setTimeout(update, next);
  };

  update();
  document.addEventListener("visibilitychange", update); // jam berhenti selama perangkat tidur
}
