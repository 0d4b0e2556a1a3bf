// Bundles src/ into ../src/hudna/web/static (or the folder given), the same bytes on every machine: base.css and base.js
// for all pages, pages/NAME.css and .js for those that have their own, fonts, and the licence of every package in them.
import {build} from "esbuild";
import {cp, mkdir, readdir, readFile, rm, writeFile} from "node:fs/promises";
import path from "node:path";
import {fileURLToPath} from "node:url";

const here = path.dirname(fileURLToPath(import.meta.url));
const out = path.resolve(process.argv[2] ?? path.join(here, "../src/hudna/web/static"));

const entries = async (folder) =>
  (await readdir(path.join(here, "src", folder))).filter((f) => /\.(js|css)$/.test(f)).sort().map((f) => path.join("src", folder, f));

// What ships as it is, from packages that a page loads by address rather than imports: "package/file": "where".
const files = JSON.parse(await readFile(path.join(here, "files.json"), "utf8"));

const packageOf = (file) => /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1];

async function licence(name) {
  const folder = path.join(here, "node_modules", name);
  const held = (await readdir(folder)).filter((f) => /^(licen[cs]e|copying|ofl)/i.test(f)).sort();
  if (!held.length) throw new Error(`${name}: no licence file`);
  const {version, license} = JSON.parse(await readFile(path.join(folder, "package.json"), "utf8"));
  const texts = await Promise.all(held.map((f) => readFile(path.join(folder, f), "utf8")));
  return `${name} ${version} (${license})\n\n${texts.join("\n").replaceAll("\r\n", "\n").trimEnd()}\n`;
}

await rm(out, {recursive: true, force: true});
const result = await build({
  absWorkingDir: here,
  entryPoints: [...(await entries(".")), ...(await entries("pages"))],
  outdir: out,
  outbase: "src",
  bundle: true,
  minify: true,
  format: "esm",
  target: ["es2022", "chrome123", "firefox120", "safari17.5"],
  charset: "utf8",
  legalComments: "none", // the licences stand beside the bundles
  assetNames: "fonts/[name]",
  loader: {".woff2": "file", ".svg": "dataurl"},
  metafile: true,
});
await cp(path.join(here, "src/icon.svg"), path.join(out, "icon.svg"));
for (const [from, to] of Object.entries(files)) {
  await mkdir(path.dirname(path.join(out, to)), {recursive: true});
  await cp(path.join(here, "node_modules", from), path.join(out, to));
}
const used = [...Object.keys(result.metafile.inputs), ...Object.keys(files).map((f) => `node_modules/${f}`)];
const packages = [...new Set(used.map(packageOf).filter(Boolean))].sort();
await mkdir(path.join(out, "licences"), {recursive: true});
for (const name of packages) {
  await writeFile(path.join(out, "licences", `${name.replace("@", "").replace("/", "-")}.txt`), await licence(name));
}
