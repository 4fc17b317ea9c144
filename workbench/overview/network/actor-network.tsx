import { DirectedGraph } from "graphology";
import forceAtlas2 from "graphology-layout-forceatlas2";
import { useEffect, useMemo, useRef, useState } from "react";
import Sigma from "sigma";
import type { Network } from "../../../src/serve/index.ts";
import { changeSearch, go, to } from "../../app/location.ts";
import { useDark } from "../../app/theme.tsx";
import { whenPointed } from "../pointed.ts";

const MOST_PAIRS = 80;
const LIGHT = { ink: "#22272b", line: "#b5b0a4", dot: "#1d5c80", paper: "#ffffff", lit: "#a8351f" };
const DARK = { ink: "#e8e6e1", line: "#59636d", dot: "#7fb2d0", paper: "#1b2026", lit: "#f09a86" };

/** Actors as dots, arrows from who acts to whom; the layout is the same each time. */
export function ActorNetwork({ network, brush = false }: { readonly network: Network; readonly brush?: boolean }) {
  const frame = useRef<HTMLDivElement>(null);
  const [failed, setFailed] = useState(false);
  const dark = useDark();
  const pairs = useMemo(() => network.pairs.filter(({ actor, recipient }) => actor !== recipient), [network]);
  const shown = pairs.length > 0;
  const few = pairs.length < 20;
  const drawing = useRef<Sigma>(undefined);
  useEffect(() => {
    if (!frame.current || !shown) return;
    const { ink, paper } = dark ? DARK : LIGHT;
    try {
      // All that is set is set here: each setting that is changed later has everything drawn once more.
      const sigma = new Sigma(new DirectedGraph(), frame.current, {
        allowInvalidContainer: true,
        labelFont: "system-ui, sans-serif",
        labelSize: 12,
        labelColor: { color: ink },
        labelDensity: few ? 4 : 0.6,
        labelRenderedSizeThreshold: few ? 0 : 4,
        stagePadding: 70,
        defaultEdgeType: "arrow",
        minCameraRatio: 0.2,
        maxCameraRatio: 3,
        // The library's own is black on white, whatever the theme.
        defaultDrawNodeHover: (context, node, { labelSize, labelFont }) => {
          if (!node.label) return;
          context.font = `${labelSize}px ${labelFont}`;
          context.fillStyle = paper;
          context.fillRect(node.x + node.size, node.y - labelSize, context.measureText(node.label).width + 8, labelSize * 2);
          context.fillStyle = ink;
          context.fillText(node.label, node.x + node.size + 3, node.y + labelSize / 3);
        },
      });
      sigma.on("clickNode", ({ node }) => (brush ? changeSearch((p) => p.set("actor", node)) : go(to.actor(node))));
      drawing.current = sigma;
      return () => {
        drawing.current = undefined;
        sigma.kill();
      };
    } catch {
      setFailed(true);
    }
  }, [shown, few, brush, dark]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another drawing has to be filled again
  useEffect(() => {
    const sigma = drawing.current;
    const box = frame.current;
    if (!sigma || !shown || !box) return;
    box.removeAttribute("data-drawn");
    const { dot, line, lit } = dark ? DARK : LIGHT;
    // Behind the frame in which the table and the other pictures change: to lay it out takes as long as all of them.
    let timer: ReturnType<typeof setTimeout> | undefined;
    const frameAfter = requestAnimationFrame(() => {
      timer = setTimeout(() => {
        sigma.setGraph(graphOf(pairs, dot, line));
        box.setAttribute("data-drawn", "");
      });
    });
    let pointed: readonly string[] = [];
    const stop = whenPointed((event) => {
      const graph = sigma.getGraph();
      const mark = (names: readonly string[], color: string, forceLabel: boolean) => {
        for (const name of names) if (graph.hasNode(name)) graph.mergeNodeAttributes(name, { color, forceLabel });
      };
      mark(pointed, dot, false);
      pointed = event ? [...event.actors, ...event.recipients].map(({ name }) => name) : [];
      mark(pointed, lit, true);
    });
    return () => {
      stop();
      cancelAnimationFrame(frameAfter);
      clearTimeout(timer);
    };
  }, [pairs, shown, few, brush, dark]);
  if (!shown) return <p className="state">No event here says both who and to whom.</p>;
  if (failed) return <p className="state">This browser cannot draw the network (it has no WebGL). The table says the same.</p>;
  return (
    <div className="network" ref={frame} role="img" aria-label={`Who acts upon whom: ${pairs.length} pairs. The table says the same.`} />
  );
}

function graphOf(pairs: Network["pairs"], dot: string, line: string): DirectedGraph {
  const graph = new DirectedGraph();
  const weight = new Map<string, number>();
  const shown = pairs.slice(0, MOST_PAIRS);
  for (const { actor, recipient, count } of shown) for (const name of [actor, recipient]) weight.set(name, (weight.get(name) ?? 0) + count);
  const most = Math.max(...weight.values());
  let i = 0;
  for (const [name, n] of weight) {
    // Begun aslant, so that the arrow between two does not run through their names.
    const angle = Math.PI / 6 + (2 * Math.PI * i++) / weight.size;
    graph.addNode(name, { label: name, size: 3 + 11 * Math.sqrt(n / most), color: dot, x: Math.cos(angle), y: Math.sin(angle) });
  }
  const strongest = Math.max(...shown.map((pair) => pair.count));
  for (const { actor, recipient, count } of shown)
    graph.mergeEdge(actor, recipient, { size: 1 + 4 * Math.sqrt(count / strongest), color: line, weight: count });
  forceAtlas2.assign(graph, {
    iterations: 150,
    settings: { ...forceAtlas2.inferSettings(graph), strongGravityMode: true, gravity: 0.3, scalingRatio: 8 },
  });
  return graph;
}
