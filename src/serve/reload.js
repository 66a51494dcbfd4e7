// Added by `warta serve`, and by it alone: fetches the page anew when what it shows has changed.
(() => {
  // The state of the newsroom that this page was made from.
  let state = document.currentScript.dataset.state;
  let events = null;

  // Puts each changed stylesheet in the place of the old one as soon as it is there.
  const restyle = (addresses) => {
    for (const link of document.querySelectorAll("link[rel=stylesheet]")) {
      const address = addresses[new URL(link.href).pathname];
      if (!address) continue;
      const next = link.cloneNode();
      next.href = address;
      next.addEventListener("load", () => link.remove());
      link.after(next);
    }
  };

  const stop = () => {
    events?.close();
    events = null;
  };

  const listen = () => {
    events = new EventSource(`/__warta/events?state=${state}`);
    events.addEventListener("reload", () => {
      stop();
      location.reload();
    });
    events.addEventListener("css", (event) => {
      state = event.lastEventId;
      restyle(JSON.parse(event.data));
    });
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
