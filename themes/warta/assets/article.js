// What an article can do with a script, and can do without: copy its address, play its video in place.

// The button is there only when this script is; until then its room is kept empty.
for (const button of document.querySelectorAll(".share-copy")) {
  const { link, done, failed } = button.dataset;
  const name = button.textContent;
  button.setAttribute("aria-live", "polite");
  button.classList.add("ready");
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(link);
      button.textContent = done;
    } catch {
      button.textContent = failed;
    }
    setTimeout(() => (button.textContent = name), 4000);
  });
}

// The id of a video on YouTube, in the spellings of its addresses.
function youtube(address) {
  const { hostname, pathname, searchParams } = new URL(address);
  if (!/(^|\.)(youtube\.com|youtube-nocookie\.com|youtu\.be)$/.test(hostname)) return null;
  const id = searchParams.get("v") ?? pathname.split("/").pop();
  return /^[\w-]{6,20}$/.test(id) ? id : null;
}

// The player takes the link's place, and the focus, once it is asked for.
for (const link of document.querySelectorAll("a.video")) {
  const id = youtube(link.href);
  if (!id) continue;
  link.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const player = document.createElement("iframe");
    player.src = `https://www.youtube-nocookie.com/embed/${id}?autoplay=1&rel=0`;
    player.title = link.querySelector(".video-title")?.textContent ?? document.querySelector("h1").textContent;
    player.allow = "autoplay; encrypted-media; fullscreen; picture-in-picture";
    player.referrerPolicy = "strict-origin-when-cross-origin";
    const frame = document.createElement("div");
    frame.className = "video";
    frame.append(player);
    link.replaceWith(frame);
    player.focus();
  });
}
