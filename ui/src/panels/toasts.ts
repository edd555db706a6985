import { ToastQueue } from "@react-spectrum/s2";
import { useEffect } from "react";
import { onFailure } from "../core/failures";
import { useWindow } from "../core/window";
import { useFailureSentence } from "./sentences";

/** Shows each failure once, as a toast that stays until it's closed. */
export function useFailureToasts(): void {
  const sentence = useFailureSentence();
  useEffect(() => {
    let last = "";
    return onFailure((failure) => {
      // What keeps a journey from running is mended where the check shows it.
      if (failure.code === "problems") useWindow.setState({ panel: "check" });
      const words = sentence(failure);
      if (words === last) return;
      last = words;
      ToastQueue.negative(words, {
        onClose: () => {
          last = "";
        },
      });
    });
  });
}
