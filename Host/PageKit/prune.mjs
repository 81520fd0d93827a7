// Writes Host/wwwroot/lib/tabler.min.css: of the page kit beside this file only the rules that a page or a script of ours can meet. Called by `make page-kit`.
import { execSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { PurgeCSS } from "purgecss";

const root = process.argv[2] + "/";
const ours = (...kinds) => execSync(`git ls-files ${kinds.map(k => `'Modules/**/*.${k}' 'Host/**/*.${k}' 'Reporting/**/*.${k}'`).join(" ")}`, { cwd: root, encoding: "utf8" })
  .trim().split("\n").filter(f => !f.includes("/lib/") && !f.includes("/PageKit/") && !f.includes("/Migrations/")).map(f => root + f);

// Every word of our sources counts as used, as a class may be put together in C#.
const [kit] = await new PurgeCSS().purge({
  content: ours("cshtml", "cs", "js"),
  css: [root + "Host/PageKit/tabler.min.css"],
  defaultExtractor: text => text.match(/[A-Za-z0-9_-]+/g) ?? [],
  keyframes: true, fontFace: true,
  safelist: { standard: [/^:root/], greedy: [/data-bs-theme/] },
});
writeFileSync(root + "Host/wwwroot/lib/tabler.min.css", kit.css);
console.log(`${readFileSync(root + "Host/PageKit/tabler.min.css").length} -> ${kit.css.length} bytes`);
