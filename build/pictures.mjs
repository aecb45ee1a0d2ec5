// Takes the README's pictures of a serving portal with the sample catalogue: node build/pictures.mjs [URL]
// Needs Debian's chromium. Look at each before committing it.
import { spawn } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";

const root = process.argv[2] ?? "http://localhost:5080";
const folder = "docs/pictures";
const cultures = { en: "monitor", fa: "دستگاه", "zh-Hans": "注射", ar: "مراقبة" };
const devices = {
  phone: { width: 390, height: 844, deviceScaleFactor: 1.5, mobile: true },
  desktop: { width: 1280, height: 860, deviceScaleFactor: 1, mobile: false },
};

// The browser is spoken to over two pipes, in messages that end with a zero byte.
const chromium = spawn("chromium", ["--headless", "--remote-debugging-pipe", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
  "--disable-background-networking", "--disable-component-update", "--disable-sync", "--hide-scrollbars"], { stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"] });
const waiting = new Map();
let heard = "", last = 0;
chromium.stdio[4].setEncoding("utf8").on("data", data => {
  const messages = (heard + data).split("\0");
  heard = messages.pop();
  for (const message of messages.map(m => JSON.parse(m))) {
    const key = message.id ?? message.method, waiter = waiting.get(key);
    waiting.delete(key);
    if (message.error) waiter?.reject(new Error(message.error.message));
    else waiter?.resolve(message.result);
  }
});
const wait = key => new Promise((resolve, reject) => waiting.set(key, { resolve, reject }));
const tell = (method, params = {}, sessionId = undefined) => {
  const id = ++last, answer = wait(id);
  chromium.stdio[3].write(JSON.stringify({ id, method, params, sessionId }) + "\0");
  return answer;
};

const { targetId } = await tell("Target.createTarget", { url: "about:blank" });
const { sessionId } = await tell("Target.attachToTarget", { targetId, flatten: true });
const page = (method, params) => tell(method, params, sessionId);
await page("Page.enable");

async function take(name, path, device) {
  await page("Emulation.setDeviceMetricsOverride", device);
  // Twice: the first call has pictures made that the second shows.
  for (let round = 0; round < 2; round++) {
    const loaded = wait("Page.loadEventFired");
    await page("Page.navigate", { url: root + path });
    await loaded;
    await new Promise(done => setTimeout(done, 1500));
  }
  const { data } = await page("Page.captureScreenshot", { format: "webp", quality: 72 });
  writeFileSync(`${folder}/${name}.webp`, Buffer.from(data, "base64"));
}

mkdirSync(folder, { recursive: true });
const found = async (culture, q) => (await (await fetch(`${root}/api/v1/search?culture=${culture}&q=${q}`)).json()).items[0].url;
const showroom = async culture => /href="([^"]*\/showrooms\/[^"]+)"/.exec(await (await fetch(`${root}/${culture}/showrooms`)).text())[1];
for (const [culture, words] of Object.entries(cultures)) {
  const pages = {
    home: `/${culture}/`,
    showroom: await showroom(culture),
    search: `/${culture}/search?q=${encodeURIComponent(words)}`,
    product: await found(culture, "nabzava-patient-monitor-m12"),
  };
  for (const [name, path] of Object.entries(pages))
    for (const [kind, device] of Object.entries(devices))
      await take(`${name}-${culture}-${kind}`, path, device);
}
await take("compare-en-desktop", "/en/compare?product=sarvin-filgrastim-300&product=mahour-teriparatide-pen&product=mahour-glargine-pen", devices.desktop);
await take("market-zh-Hans-desktop", "/zh-Hans/markets/cis", devices.desktop);
await tell("Browser.close");
