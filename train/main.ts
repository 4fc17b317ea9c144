/** Trains one model: `node train/main.ts NAME …` runs `train/NAME.ts`. */
const [name, ...args] = process.argv.slice(2);
if (!name || !/^[a-z-]+$/.test(name)) {
  console.error("usage: node train/main.ts NAME [arguments…]   where train/NAME.ts exports train(args)");
  process.exit(2);
}
const module = (await import(new URL(`./${name}.ts`, import.meta.url).href)) as { train(args: string[]): Promise<void> };
await module.train(args);
