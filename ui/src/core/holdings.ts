import { useEffect } from "react";
import { create } from "zustand";
import * as api from "./api";
import type { Holdings, Start } from "./types";
import { useWindow } from "./window";

interface HoldingsState {
  holdings: Holdings;
  /** The start that they belong to; another one has other data. */
  of: Start | null;
}

const store = create<HoldingsState>(() => ({
  holdings: { customAttributes: [], eventFields: {} },
  of: null,
}));

/** The custom attributes and event fields of the data at hand; asked for once, when a form first needs them. */
export function useHoldings(): Holdings {
  const start = useWindow((state) => state.start);
  useEffect(() => {
    if (!start || store.getState().of === start) return;
    store.setState({ of: start });
    // Without them the standard attributes are still there, so nothing needs to be said.
    api.holdings().then(
      (holdings) => store.setState({ holdings }),
      () => {},
    );
  }, [start]);
  return store((state) => state.holdings);
}
