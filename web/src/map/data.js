// What the map shows of the atlas: the events of the days and standings that are asked for.
import {circle, middle} from "./ground.js";

const collection = (features) => ({type: "FeatureCollection", features});
const number = new Intl.NumberFormat("en");

export class Shown {
  constructor(atlas, land, language) {
    this.atlas = atlas;
    this.days = [...new Set(atlas.events.flatMap((event) => (event[2] ? [event[2], event[3]] : [])))].sort();
    this.standings = new Set(atlas.standings);
    this.since = null;
    this.until = null;
    const shapes = new Map(land.features.map((country) => [country.properties.outline, country.geometry]));
    this.places = atlas.sites.map((site) => place(site, shapes, language));
  }

  takes([, standing, first, last]) {
    if (!this.standings.has(this.atlas.standings[standing])) return false;
    if (!first) return this.since === null && this.until === null;
    return (this.since === null || last >= this.since) && (this.until === null || first <= this.until);
  }

  // The shapes of regions and countries, of which ``now`` tells how much of each is shown: they are drawn once.
  shapes() {
    const held = this.places.map((place, site) => place && {type: "Feature", properties: {site, kind: this.atlas.sites[site].kind}, geometry: place.shape});
    return collection(held.filter(Boolean));
  }

  // A point for each town, with how its events stand; for regions and countries their share of events, and where their
  // names stand.
  now() {
    const counts = new Map();
    for (const event of this.atlas.events) {
      if (!this.takes(event)) continue;
      if (!counts.has(event[0])) counts.set(event[0], this.atlas.standings.map(() => 0));
      counts.get(event[0])[event[1]] += 1;
    }
    const all = [...counts].map(([site, stand]) => ({site, stand, events: stand.reduce((a, b) => a + b, 0)}));
    const held = all.filter(({site}) => this.places[site]);
    const most = Math.max(1, ...held.map(({events}) => events));
    const told = held.map(({site, events}) => [this.places[site], {site, events, share: events / most, kind: this.atlas.sites[site].kind}]);
    this.shares = new Map(told.map(([, {site, share}]) => [site, share]));
    return {
      events: collection(all.filter(({site}) => this.atlas.sites[site].kind === "town").map((town) => this.town(town))),
      names: collection(
        told.map(([place, properties]) => ({
          type: "Feature",
          properties: {...properties, label: `${place.name} · ${number.format(properties.events)}`},
          geometry: {type: "Point", coordinates: place.at},
        })),
      ),
    };
  }

  town({site, stand, events}) {
    const {longitude, latitude} = this.atlas.sites[site];
    const properties = {site, events, word: this.atlas.standings[stand.findIndex((n) => n)]};
    stand.forEach((n, i) => (properties[`s${i}`] = n));
    return {type: "Feature", properties, geometry: {type: "Point", coordinates: [longitude, latitude]}};
  }

  // What to look at first: the places of most events, without the few far off.
  bounds() {
    const spots = this.atlas.sites.flatMap((site, i) => (this.places[i] || site.kind === "town" ? [{at: this.places[i]?.at ?? [site.longitude, site.latitude], events: site.events}] : []));
    const inner = (axis) => {
      const sorted = [...spots].sort((a, b) => a.at[axis] - b.at[axis]);
      const total = sorted.reduce((n, spot) => n + spot.events, 0);
      let seen = 0;
      const kept = sorted.filter((spot) => ((seen += spot.events), seen > total * 0.1 && seen - spot.events < total * 0.9));
      return [kept[0].at[axis], kept.at(-1).at[axis]];
    };
    if (!spots.length) return null;
    const [[west, east], [south, north]] = [inner(0), inner(1)];
    return [[west - 1, south - 1], [east + 1, north + 1]];
  }
}

function place(site, shapes, language) {
  const name = (language === "en" && site.party.en) || site.party.ar;
  if (site.kind === "area") return {name, shape: circle(site), at: [site.longitude, site.latitude]};
  const shape = site.kind === "country" && shapes.get(site.outline);
  return shape ? {name, shape, at: middle(shape)} : null;
}
