// Added by `warta serve`, and by it alone: keeps the page up with the newsroom.
(() => {
  // What this page shows, as the server knows it.
  let shown = document.currentScript.dataset.shown;
  let events = null;

  // A theme's stylesheet has a digest of its bytes at the end of its name.
  const plain = (address) => address.replace(/\.[0-9a-f]+\.css$/, ".css");

  // Puts each changed stylesheet in the place of the old one as soon as it is there.
  const restyle = (addresses) => {
    for (const link of document.querySelectorAll("link[rel=stylesheet]:not([data-past])")) {
      const own = new URL(link.href).pathname;
      const address = addresses.find((other) => plain(other) === plain(own));
      if (!address || address === own) continue;
      const next = link.cloneNode();
      next.href = address;
      next.addEventListener("load", () => link.remove());
      link.after(next);
      link.dataset.past = "";
    }
  };

  // A bar that tells of faults elsewhere. It stands apart from the page's own styles, and is there
  // before it says something, so that a screen reader hears what it comes to say.
  const bar = document.createElement("div");
  const root = bar.attachShadow({ mode: "open" });
  const sheet = document.createElement("link");
  const words = document.createElement("p");
  sheet.rel = "stylesheet";
  sheet.href = "/__warta/bar.css";
  words.role = "status";
  root.append(sheet, words);
  document.body.append(bar);

  const tell = (faults) => {
    words.replaceChildren();
    if (!faults) return;
    const link = document.createElement("a");
    link.href = "/__warta/";
    link.textContent = faults.more;
    words.lang = faults.lang;
    words.append(`${faults.text}. `, link);
  };

  const stop = () => {
    events?.close();
    events = null;
  };

  const listen = () => {
    events = new EventSource(`/__warta/events?page=${encodeURIComponent(location.pathname)}&shown=${shown}`);
    events.addEventListener("reload", () => {
      stop();
      location.reload();
    });
    events.addEventListener("css", (event) => {
      shown = event.lastEventId;
      restyle(JSON.parse(event.data));
    });
    events.addEventListener("faults", (event) => tell(JSON.parse(event.data)));
    events.addEventListener("error", () => {
      // Browsers come back by themselves, but not after every kind of failure.
      if (events?.readyState !== EventSource.CLOSED) return;
      stop();
      setTimeout(attend, 1000);
    });
  };

  // A browser opens few connections to one server, so only pages that are seen hold one. A page
  // that missed something learns of it when it is looked at again.
  const attend = () => (document.hidden ? stop() : events ?? listen());
  document.addEventListener("visibilitychange", attend);
  addEventListener("pageshow", attend);
  addEventListener("pagehide", stop);
  attend();
})();
