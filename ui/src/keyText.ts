const names: Record<string, string> = {
  $mod: "Ctrl",
  Minus: "−",
  Equal: "+",
  Period: ".",
  ArrowRight: "→",
  ArrowLeft: "←",
  ArrowUp: "↑",
  ArrowDown: "↓",
  Escape: "Esc",
  Delete: "Del",
};

const onMac: Record<string, string> = { $mod: "⌘", Alt: "⌥", Shift: "⇧" };

/** Keys in tinykeys' notation as a person reads them. */
export function keyText(keys: string, mac: boolean): string {
  // A key that needs Shift to be typed is known by its sign.
  if (keys === "Shift+?") return "?";
  if (keys === "Shift+/") return "/";
  if (keys === "Shift+Equal") return "+";
  return keys
    .split("+")
    .map((key) => (mac ? onMac[key] : undefined) ?? names[key] ?? key.replace(/^(Key|Digit)/, ""))
    .join(mac ? "" : "+");
}
