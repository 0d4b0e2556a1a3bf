// The style of the map: everything in it comes from this machine.
const SHARE = ["coalesce", ["feature-state", "share"], 0]; // of the events, told by ``show``

// What is shown now of the shapes.
export function show(map, shown) {
  shown.places.forEach((place, id) => place && map.setFeatureState({source: "vague", id}, {share: shown.shares.get(id) ?? 0}));
}

export function style(colours, ground, vague, {events, names}) {
  const source = (data) => ({type: "geojson", data});
  const drawn = (data) => ({...source(data), tolerance: 0.8}); // pixels that a line may run beside itself: fewer corners, no difference seen
  const sum = (name) => ["+", ["get", name]];
  const line = (id, source, width, more = {}) => ({id, type: "line", source, paint: {"line-color": colours["--edge"], "line-width": width, ...more}});
  return {
    version: 8,
    sources: {
      land: drawn(ground.whole),
      settled: drawn(ground.settled),
      disputed: drawn(ground.disputed),
      coast: drawn(ground.coast),
      vague: {...drawn(vague), promoteId: "site"},
      names: source(names),
      events: {
        ...source(events),
        cluster: true,
        clusterRadius: 46,
        clusterMaxZoom: 20, // two names of one town have one point: they are never parted
        maxzoom: 21,
        clusterProperties: {events: sum("events"), s0: sum("s0"), s1: sum("s1"), s2: sum("s2"), s3: sum("s3"), s4: sum("s4")},
      },
    },
    layers: [
      {id: "sea", type: "background", paint: {"background-color": colours["--sunken"]}},
      {id: "land", type: "fill", source: "land", paint: {"fill-color": colours["--sheet"], "fill-antialias": false}}, // its edge is the coast, a line
      {id: "vague", type: "fill", source: "vague", paint: {"fill-color": colours["--accent"], "fill-antialias": false, "fill-opacity": ["case", ["==", SHARE, 0], 0, ["interpolate", ["linear"], SHARE, 0, 0.06, 1, 0.2]]}},
      line("coast", "coast", 0.5),
      line("settled", "settled", 0.7),
      line("disputed", "disputed", 1.2, {"line-dasharray": [3, 2.5], "line-color": colours["--ink"]}),
      {...line("edges", "vague", 1.2, {"line-color": colours["--accent"], "line-dasharray": [2, 2], "line-opacity": ["case", ["==", SHARE, 0], 0, 1]}), filter: ["==", ["get", "kind"], "area"]},
      {id: "names", type: "symbol", source: "names", layout: {"icon-image": ["concat", "vague:", ["get", "label"]], "icon-padding": 2, "symbol-sort-key": ["-", 0, ["get", "events"]]}},
      {id: "one", type: "symbol", source: "events", filter: ["==", ["get", "events"], 1], layout: {"icon-image": ["concat", "one:", ["get", "word"]], "icon-allow-overlap": true}},
      {
        id: "many",
        type: "symbol",
        source: "events",
        filter: [">", ["get", "events"], 1],
        layout: {"icon-allow-overlap": true, "icon-image": ["concat", "many:", ...[0, 1, 2, 3, 4].flatMap((n) => [["to-string", ["get", `s${n}`]], ...(n < 4 ? [","] : [])])]},
      },
    ],
  };
}
