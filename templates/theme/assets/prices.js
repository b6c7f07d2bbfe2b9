// @ts-check
/**
 * Prices grow old while a page lies on a server: those read long ago are marked when the page is
 * looked at, because a build never reads the clock.
 */

const OLD_AFTER_DAYS = 120;
const DAY_MS = 86_400_000;

for (const time of document.querySelectorAll("time[data-old]")) {
  if (!(time instanceof HTMLTimeElement)) continue;
  const days = Math.floor((Date.now() - Date.parse(time.dateTime)) / DAY_MS);
  if (days <= OLD_AFTER_DAYS) continue;
  const words = document.createElement("span");
  words.className = "vs-old";
  words.textContent = (time.dataset.old ?? "").replace("{days}", String(days));
  time.after(" ", words);
  time.closest("tr")?.classList.add("vs-aged");
}
