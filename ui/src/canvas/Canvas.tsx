import {
  type Node as FlowNode,
  MiniMap,
  type NodeChange,
  ReactFlow,
  ReactFlowProvider,
  useReactFlow,
  useStore,
} from "@xyflow/react";
import { useEffect, useRef } from "react";
import { useDocument } from "../core/document";
import * as edits from "../core/edits";
import { select, useWindow } from "../core/window";
import { useSpeech } from "../i18n";
import { Card } from "./Card";
import { useCards } from "./cards";
import { useDrag } from "./drag";
import { Edges } from "./Edges";
import { card } from "./geometry";
import { InsertMenu } from "./InsertMenu";
import { canvasKeys } from "./keys";
import { Outline } from "./Outline";
import { ViewTools } from "./ViewTools";
import { view } from "./view";

const nodeTypes = { card: Card };
const aside = { hideAttribution: true };

/** Below this zoom a card shows its icon and title only. */
const farZoom = 0.4;
/** The smallest zoom at which a card's facts can be read without effort. */
const readable = 0.7;

export function Canvas() {
  return (
    <ReactFlowProvider>
      <Board />
    </ReactFlowProvider>
  );
}

function Board() {
  const { t } = useSpeech();
  const nodes = useCards();
  const far = useStore((state) => state.transform[2] < farZoom);
  const run = useResultsShown();
  const zoom = useStore((state) => state.transform[2]);
  useView();
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to the cards inside.
    <div className="board" data-far={far || undefined} data-run={run || undefined} onKeyDown={canvasKeys}>
      <Outline />
      <ReactFlow
        nodes={nodes}
        edges={none}
        nodeTypes={nodeTypes}
        onNodesChange={changed}
        onNodeDragStop={dropped}
        onSelectionDragStop={(_event, moved) => dropped(_event, null, moved)}
        onPaneClick={() => select()}
        onNodeClick={() => useWindow.setState({ panel: "properties" })}
        minZoom={0.1}
        maxZoom={2}
        nodeDragThreshold={3}
        nodesConnectable={false}
        elementsSelectable
        edgesFocusable={false}
        disableKeyboardA11y
        autoPanOnNodeFocus={false}
        deleteKeyCode={null}
        selectionKeyCode="Shift"
        multiSelectionKeyCode={["Shift", "Meta", "Control"]}
        panOnScroll
        zoomOnDoubleClick={false}
        onlyRenderVisibleElements={nodes.length > 300 && zoom > 0.5}
        proOptions={aside}
        ariaLabelConfig={{ "minimap.ariaLabel": t("canvas.minimap") }}
      >
        <Edges />
        <MiniMap
          pannable
          zoomable
          position="bottom-right"
          nodeBorderRadius={12}
          ariaLabel={t("canvas.minimap")}
          className="minimap"
        />
      </ReactFlow>
      <ViewTools zoom={zoom} />
      <InsertMenu />
    </div>
  );
}

const none: never[] = [];

function useResultsShown(): boolean {
  return useWindow((state) => state.drawer);
}

function changed(changes: NodeChange[]) {
  const selection = new Set(useWindow.getState().selection);
  let selected = false;
  const moved = { ...useDrag.getState().places };
  let dragging = false;
  for (const change of changes) {
    if (change.type === "select") {
      selected = true;
      if (change.selected) selection.add(change.id);
      else selection.delete(change.id);
    } else if (change.type === "position" && change.position && change.dragging) {
      moved[change.id] = change.position;
      dragging = true;
    }
  }
  if (selected) select(...selection);
  if (dragging) useDrag.setState({ places: moved });
}

/** One `move` for the whole drag; the cards stay where they were dropped until the answer is there. */
function dropped(_event: unknown, _node: FlowNode | null, moved: FlowNode[]) {
  const before = useDocument.getState().journey?.places ?? {};
  const places = Object.fromEntries(
    moved
      .map(({ id, position }) => [id, { x: Math.round(position.x), y: Math.round(position.y) }] as const)
      .filter(([id, { x, y }]) => before[id]?.x !== x || before[id]?.y !== y),
  );
  if (Object.keys(places).length === 0) {
    useDrag.setState({ places: {} });
    return;
  }
  useDrag.setState({ places });
  void edits.send({ do: "move", places }).finally(() => useDrag.setState({ places: {} }));
}

/** Lets the rest of the window move the canvas, and shows a journey whole when it's opened. */
function useView() {
  const flow = useReactFlow();
  const journey = useDocument((state) => state.journey?.id);
  const jump = useWindow((state) => state.jump);
  const calm = globalThis.matchMedia?.("(prefers-reduced-motion: reduce)").matches ?? false;
  const duration = calm ? 0 : 250;
  const fitted = useRef<string | undefined>(undefined);
  useEffect(() => {
    view.fit = () => void flow.fitView({ padding: 0.12, maxZoom: 1, duration });
    view.zoom = (factor) => void flow.zoomTo(flow.getZoom() * factor, { duration: duration / 2 });
    view.focus = (node) => {
      const element = document.querySelector<HTMLElement>(`.react-flow__node[data-id="${CSS.escape(node)}"]`);
      element?.focus({ preventScroll: true });
      reveal(flow, node, duration);
    };
  }, [flow, duration]);
  useEffect(() => {
    if (!journey || !flow.viewportInitialized || fitted.current === journey) return;
    fitted.current = journey;
    showStart(flow);
  }, [flow, journey]);
  useEffect(() => {
    if (jump) view.focus(jump.node);
  }, [jump]);
}

/** A journey is opened whole when it can be read so, else at its start. */
function showStart(flow: ReturnType<typeof useReactFlow>) {
  const places = Object.values(useDocument.getState().journey?.places ?? {});
  const board = document.querySelector(".board")?.getBoundingClientRect();
  if (places.length === 0 || !board) return;
  const margin = { left: 110, right: 190, y: 60 };
  const left = Math.min(...places.map(({ x }) => x)) - margin.left;
  const right = Math.max(...places.map(({ x }) => x)) + card.width + margin.right;
  const top = Math.min(...places.map(({ y }) => y)) - margin.y;
  const bottom = Math.max(...places.map(({ y }) => y)) + card.height + margin.y;
  const whole = Math.min(board.width / (right - left), board.height / (bottom - top));
  const zoom = Math.min(1, Math.max(whole, readable));
  // What doesn't fit in height is shown around the start card.
  const start = places.reduce((a, b) => (b.x < a.x ? b : a));
  const middle = (bottom - top) * zoom <= board.height ? (top + bottom) / 2 : start.y + card.height / 2;
  const x = whole >= zoom ? board.width / 2 - ((left + right) / 2) * zoom : -left * zoom;
  void flow.setViewport({ x, y: board.height / 2 - middle * zoom, zoom });
}

/** Pans so far that the card is on the board, and no further. */
function reveal(flow: ReturnType<typeof useReactFlow>, node: string, duration: number) {
  const place = useDocument.getState().journey?.places[node];
  const board = document.querySelector(".board")?.getBoundingClientRect();
  if (!place || !board) return;
  const { x, y, zoom } = flow.getViewport();
  const left = place.x * zoom + x;
  const top = place.y * zoom + y;
  const inside =
    left > 20 &&
    top > 20 &&
    left + card.width * zoom < board.width - 20 &&
    top + card.height * zoom < board.height - 20;
  if (inside) return;
  // Straight there: an eased flight changes the zoom on its way, and the next key may cut it short.
  const centre = { x: place.x + card.width / 2, y: place.y + card.height / 2 };
  void flow.setCenter(centre.x, centre.y, { zoom: Math.max(zoom, 0.6), duration, interpolate: "linear" });
}
