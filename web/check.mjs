// Builds anew and compares with what is committed; ends with 1 and the names of the files that differ.
import {execFileSync} from "node:child_process";
import {mkdtemp, readdir, readFile, rm} from "node:fs/promises";
import {tmpdir} from "node:os";
import path from "node:path";
import {fileURLToPath} from "node:url";

const here = path.dirname(fileURLToPath(import.meta.url));
const committed = path.join(here, "../src/hudna/web/static");

async function held(folder) {
  const names = (await readdir(folder, {recursive: true, withFileTypes: true})).filter((e) => e.isFile());
  const paths = names.map((e) => path.relative(folder, path.join(e.parentPath ?? e.path, e.name))).sort();
  return new Map(await Promise.all(paths.map(async (p) => [p, await readFile(path.join(folder, p))])));
}

const fresh = await mkdtemp(path.join(tmpdir(), "hudna-web-"));
try {
  execFileSync(process.execPath, [path.join(here, "build.mjs"), fresh], {stdio: "inherit"});
  const [built, kept] = [await held(fresh), await held(committed)];
  const names = [...new Set([...built.keys(), ...kept.keys()])].sort();
  const differ = names.filter((n) => !built.has(n) || !kept.has(n) || !built.get(n).equals(kept.get(n)));
  for (const name of differ) console.error(`web: ${name} is not what its sources give; run «make web»`);
  process.exitCode = differ.length ? 1 : 0;
} finally {
  await rm(fresh, {recursive: true, force: true});
}
