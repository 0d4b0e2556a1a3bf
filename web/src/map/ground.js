// The ground of the map: land and borders from world-atlas, and the places that are no points as areas.
import {feature, mesh} from "topojson-client";

// Borders that states dispute, or of which no line is agreed, by the numbers of ISO 3166-1 (names where there is none).
const DISPUTED = [
  ["275", "376"], ["376", "760"], ["376", "422"], ["422", "760"], ["504", "732"], ["012", "732"], ["478", "732"], ["688", "Kosovo"], ["Kosovo", "499"], ["196", "N. Cyprus"],
  ["356", "586"], ["156", "356"], ["004", "586"], ["356", "Siachen Glacier"], ["586", "Siachen Glacier"], ["156", "Siachen Glacier"], ["156", "064"], ["643", "804"], ["031", "051"], ["268", "643"],
  ["706", "Somaliland"], ["231", "Somaliland"], ["231", "706"], ["729", "728"], ["729", "231"], ["729", "818"], ["728", "404"], ["408", "410"], ["328", "862"], ["232", "231"],
];
const disputed = new Set(DISPUTED.map((pair) => [...pair].sort().join()));
export const called = (country) => country.id ?? (country.properties.name === "Kosovo" ? "000" : country.properties.name);
const own = (country) => country.id ?? country.properties.name;
const between = (a, b) => disputed.has([own(a), own(b)].sort().join());

export async function outlines(address) {
  const atlas = await (await fetch(address)).json();
  const countries = atlas.objects.countries;
  const land = feature(atlas, countries);
  for (const country of land.features) {
    country.properties = {outline: called(country)};
    country.geometry = unwrapped(country.geometry);
  }
  const whole = feature(atlas, atlas.objects.land);
  for (const part of whole.features ?? [whole]) part.geometry = unwrapped(part.geometry);
  return {
    land, // country by country
    whole, // as one, which is drawn in half the time
    settled: unwrapped(mesh(atlas, countries, (a, b) => a !== b && !between(a, b))),
    disputed: unwrapped(mesh(atlas, countries, (a, b) => a !== b && between(a, b))),
    coast: unwrapped(mesh(atlas, countries, (a, b) => a === b)),
  };
}

// Lines that cross the 180th meridian go on beyond it; as they stand they would run back around the world.
function unwrapped({type, coordinates}) {
  const depth = {MultiLineString: 1, Polygon: 1, MultiPolygon: 2}[type];
  const line = (points) => {
    let shift = 0;
    return points.map(([x, y], i) => {
      const step = i ? x - points[i - 1][0] : 0;
      if (Math.abs(step) > 180) shift -= Math.sign(step) * 360;
      return [x + shift, y];
    });
  };
  const each = (parts, level) => parts.map((part) => (level > 1 ? each(part, level - 1) : line(part)));
  return {type, coordinates: each(coordinates, depth)};
}

const EARTH = 111.2; // kilometres of a degree

export function circle({latitude, longitude, radius}) {
  const wide = radius / (EARTH * Math.cos((latitude * Math.PI) / 180));
  const ring = Array.from({length: 65}, (_, i) => {
    const turn = (i / 64) * 2 * Math.PI;
    return [longitude + wide * Math.cos(turn), latitude + (radius / EARTH) * Math.sin(turn)];
  });
  return {type: "Polygon", coordinates: [ring]};
}

// The middle of the largest part of a country, where its name stands; it is no place in it.
export function middle(geometry) {
  const rings = geometry.type === "Polygon" ? [geometry.coordinates[0]] : geometry.coordinates.map((part) => part[0]);
  const sizes = rings.map((ring) => {
    let [area, x, y] = [0, 0, 0];
    for (let i = 0; i < ring.length - 1; i++) {
      const cross = ring[i][0] * ring[i + 1][1] - ring[i + 1][0] * ring[i][1];
      area += cross;
      x += (ring[i][0] + ring[i + 1][0]) * cross;
      y += (ring[i][1] + ring[i + 1][1]) * cross;
    }
    return {area: Math.abs(area), at: [x / (3 * area), y / (3 * area)]};
  });
  return sizes.reduce((most, size) => (size.area > most.area ? size : most)).at;
}
