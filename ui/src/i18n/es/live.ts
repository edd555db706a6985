/** Spanish: what an edit does, at once. */
export const live = {
  "live.name": "En vivo",
  "live.switch": "Activar o desactivar En vivo",
  "live.hint": "Mostrar al momento qué hace cada cambio",
  "live.about": "{accounts} de {of} cuentas, una réplica",
  "live.all": "las {of} cuentas, una réplica",
  "live.words": "{ready} grupos listos ({readyChange}), coste {cost} ({costChange})",
  "live.same": "sin cambio",
  "live.waiting": "Calculando qué hace el cambio…",
  "live.stopped": "En vivo espera: {message}",
  "live.anew": "Comparar desde aquí",
  "live.ghost": "antes",
  "live.ghostKey": "como era al empezar la comparación",
  "live.ready": "Grupos listos",
  "live.cost": "Coste",
  "live.completeness": "Integridad al final",
  "live.before": "antes {value}",
} as const;
