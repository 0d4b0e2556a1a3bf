// What happened at the place that a reader chose: the list of its page, with the links to its words.
export function picker(map, shown) {
  const panel = document.getElementById("picked");
  const held = document.getElementById("held");
  panel.querySelector(".close").addEventListener("click", () => {
    panel.hidden = true;
    map.getCanvas().focus();
  });

  async function open(number) {
    const site = shown.atlas.sites[number];
    const address = link(site);
    const answer = await fetch(address);
    if (!answer.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const rows = page.querySelectorAll("ul.rows, .pager, .empty");
    held.replaceChildren(heading(address, page.querySelector("h1")), ...[...rows].map((row) => document.importNode(row, true)));
    panel.hidden = false;
    panel.scrollTop = 0;
  }

  function several(counts) {
    const list = document.createElement("ul");
    list.className = "sites";
    for (const [number, events] of counts.sort((a, b) => b[1] - a[1])) {
      const button = document.createElement("button");
      button.type = "button";
      const name = document.createElement("bdi");
      name.textContent = nameOf(shown.atlas.sites[number]);
      const count = document.createElement("span");
      count.textContent = new Intl.NumberFormat("en").format(events);
      button.append(name, count);
      button.addEventListener("click", () => open(number));
      list.appendChild(document.createElement("li")).append(button);
    }
    held.replaceChildren(list);
    panel.hidden = false;
    panel.scrollTop = 0;
  }

  function link(site) {
    const asked = new URLSearchParams(location.search);
    for (const name of ["page", "place"]) asked.delete(name);
    if (shown.since) asked.set("since", shown.since);
    if (shown.until) asked.set("until", shown.until);
    if (shown.standings.size === 1) asked.set("standing", [...shown.standings][0]);
    return `/places/${encodeURIComponent(site.id)}${asked.size ? `?${asked}` : ""}`;
  }

  map.on("click", async (event) => {
    const found = map.queryRenderedFeatures(event.point, {layers: ["many", "one", "names", "vague"]});
    const top = found.find(({layer, properties}) => layer.id !== "vague" || shown.shares.has(properties.site));
    if (!top) return;
    if (!top.properties.cluster) {
      await open(top.properties.site);
      return;
    }
    const source = map.getSource("events");
    const leaves = await source.getClusterLeaves(top.properties.cluster_id, top.properties.point_count, 0);
    several(leaves.map((leaf) => [leaf.properties.site, leaf.properties.events]));
    map.easeTo({center: top.geometry.coordinates, zoom: Math.min(await source.getClusterExpansionZoom(top.properties.cluster_id), 10)});
  });
  for (const layer of ["many", "one", "names"]) {
    map.on("mouseenter", layer, () => (map.getCanvas().style.cursor = "pointer"));
    map.on("mouseleave", layer, () => (map.getCanvas().style.cursor = ""));
  }
}

function nameOf(site) {
  return (document.documentElement.lang === "en" && site.party.en) || site.party.ar;
}

function heading(address, title) {
  const head = document.createElement("h2");
  const to = document.createElement("a");
  to.href = address;
  to.append(...[...title.childNodes].map((node) => document.importNode(node, true)));
  head.append(to);
  return head;
}
