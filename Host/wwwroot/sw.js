// Keeps the technician's own pages and their assets for the time without a signal. Nothing else is ever kept: no public page, no page of the office.
"use strict";
const PAGES = "field-pages", ASSETS = "field-assets";
const isFieldPage = url => /^\/Service\/Visits\/(MyDay|Visit\/[^/]+)$/.test(url.pathname) && !url.search;
const isAsset = url => /^\/(lib|css|js)\//.test(url.pathname) || /^\/(favicon\.svg|manifest\.webmanifest)$/.test(url.pathname);

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", event => event.waitUntil(self.clients.claim()));

self.addEventListener("fetch", event => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== self.location.origin) return;
  if (isFieldPage(url) && !request.headers.has("HX-Request")) event.respondWith(page(request));
  else if (isAsset(url)) event.respondWith(asset(request));
});

// The living page if the network gives it in time, else the kept one.
async function page(request) {
  const cache = await caches.open(PAGES);
  const kept = await cache.match(request.url, { ignoreVary: true });
  const fresh = fetch(request).then(async answer => {
    if (answer.ok && !answer.redirected && answer.type === "basic") await cache.put(request.url, answer.clone());
    return answer;
  });
  if (!kept) return fresh;
  const patience = new Promise(resolve => setTimeout(() => resolve(kept), 4000));
  try {
    return await Promise.race([fresh, patience]);
  } catch {
    return kept;
  }
}

// Assets with a version in their address never change; of the others a newer one comes with the next visit.
async function asset(request) {
  const cache = await caches.open(ASSETS);
  const kept = await cache.match(request.url, { ignoreVary: true });
  if (kept && new URL(request.url).searchParams.has("v")) return kept;
  try {
    const fresh = await fetch(request);
    if (fresh.ok) await cache.put(request.url, fresh.clone());
    return fresh;
  } catch (gone) {
    const other = kept || await cache.match(request.url, { ignoreVary: true, ignoreSearch: true });
    if (other) return other;
    throw gone;
  }
}
