import "@react-spectrum/s2/page.css";
import "@fontsource-variable/source-sans-3/wght.css";
import "@xyflow/react/dist/base.css";
import "./style/tokens.css";
import "./style/window.css";
import "./style/canvas.css";
import "./style/panels.css";
import "./style/results.css";
import { createRoot } from "react-dom/client";
import { App } from "./App";
import { begin } from "./core/window";

const root = document.getElementById("root");
if (root) createRoot(root).render(<App />);
void begin();
