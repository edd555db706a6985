import {
  type Node as FlowNode,
  type NodeChange,
  ReactFlow,
  ReactFlowProvider,
  SelectionMode,
  useStore,
} from "@xyflow/react";
import { useRef } from "react";
import { type Journey, useDocument } from "../core/document";
import * as edits from "../core/edits";
import { useStaleMark } from "../core/live";
import { select, useWindow } from "../core/window";
import { Card } from "./Card";
import { Carried } from "./Carried";
import { ContextMenu } from "./ContextMenu";
import { Crowd } from "./Crowd";
import { useCards } from "./cards";
import { carryTo, drop, letGo, lift, useCarry } from "./carry";
import { useDrag } from "./drag";
import { Edges } from "./Edges";
import { FindBar } from "./FindBar";
import { useFind } from "./find";
import { canvasFocus } from "./focus";
import { InsertMenu } from "./InsertMenu";
import { Outline } from "./Outline";
import { Overview } from "./Overview";
import { Palette } from "./Palette";
import { point } from "./pointed";
import { minZoom, useView } from "./useView";
import { ViewTools } from "./ViewTools";

const nodeTypes = { card: Card };
const aside = { hideAttribution: true };

/** Below this zoom a card shows its icon and title only. */
const farZoom = 0.4;

export function Canvas() {
  return (
    <ReactFlowProvider>
      <Palette />
      <Board />
    </ReactFlowProvider>
  );
}

function Board() {
  const far = useStore((state) => state.transform[2] < farZoom);
  const run = useResultsShown();
  const carrying = useCarry((state) => state.load !== null);
  const finding = useFind((state) => state.hits.length > 0);
  useView();
  const board = useRef<HTMLDivElement>(null);
  useStaleMark(board);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it hears of the cards inside that get the focus.
    <div
      ref={board}
      className="board"
      data-far={far || undefined}
      data-run={run || undefined}
      data-carrying={carrying || undefined}
      data-finding={finding || undefined}
      onFocus={canvasFocus}
      onContextMenu={pointed}
    >
      <Outline />
      <Flow />
      <Overview />
      <FindBar />
      <ViewTools />
      <InsertMenu />
      <ContextMenu />
      <Carried />
    </div>
  );
}

/** The cards and what is between them; only this is drawn anew when they change. */
function Flow() {
  const { nodes, crowded } = useCards();
  return (
    <ReactFlow
      nodes={nodes}
      edges={none}
      nodeTypes={nodeTypes}
      onNodesChange={changed}
      onNodeDrag={dragging}
      onNodeDragStop={dropped}
      onSelectionDragStop={droppedMany}
      onPaneClick={deselect}
      onNodeClick={showSettings}
      minZoom={minZoom}
      maxZoom={2}
      nodeDragThreshold={3}
      nodesConnectable={false}
      elementsSelectable
      edgesFocusable={false}
      disableKeyboardA11y
      autoPanOnNodeFocus={false}
      deleteKeyCode={null}
      selectionKeyCode="Shift"
      selectionMode={SelectionMode.Partial}
      multiSelectionKeyCode={together}
      panOnScroll
      zoomOnDoubleClick={false}
      proOptions={aside}
    >
      <Edges />
      {crowded ? <Crowd /> : null}
    </ReactFlow>
  );
}

// The board gets the same functions each time: at a drag it's drawn anew in every frame.
const pointed = (event: React.MouseEvent) => {
  const { target, clientX: x, clientY: y } = event;
  // Menus are drawn elsewhere on the page, but their events come here too.
  if (!(target instanceof Element) || !event.currentTarget.contains(target)) return;
  if (point(target, { x, y })) event.preventDefault();
};
const deselect = () => select();
const showSettings = () => useWindow.setState({ panel: "properties" });
const droppedMany = (event: unknown, moved: FlowNode[]) => dropped(event, null, moved);

const together = ["Shift", "Meta", "Control"];

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

/** A single card that is dragged over another path can be let go there; Alt only moves it. */
function dragging(event: MouseEvent | TouchEvent | React.MouseEvent, node: FlowNode, moved: FlowNode[]) {
  if (moved.length > 1 || !("clientX" in event) || event.altKey) {
    if (useCarry.getState().load) letGo();
    return;
  }
  const at = { x: event.clientX, y: event.clientY };
  if (!useCarry.getState().load) lift({ node: node.id }, at);
  carryTo(at);
}

/** One `move` for the whole drag; the cards stay where they were dropped until the answer is there. */
function dropped(_event: unknown, _node: FlowNode | null, moved: FlowNode[]) {
  if (drop()) {
    useDrag.setState({ places: {} });
    return;
  }
  const before = useDocument.getState().journey?.places ?? {};
  const places = Object.fromEntries(
    withSelected(moved, before)
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

/** What is selected and out of sight goes as far as what was dragged. */
function withSelected(moved: FlowNode[], before: Journey["places"]): Pick<FlowNode, "id" | "position">[] {
  const [first] = moved;
  const from = first && before[first.id];
  const { selection } = useWindow.getState();
  if (!from || !selection.includes(first.id)) return moved;
  const dragged = new Set(moved.map(({ id }) => id));
  const rest = selection.flatMap((id) => {
    const place = dragged.has(id) ? undefined : before[id];
    const far = place && { x: place.x + first.position.x - from.x, y: place.y + first.position.y - from.y };
    return far ? [{ id, position: far }] : [];
  });
  return [...moved, ...rest];
}
