/** Spanish: the life of journeys, fixes, and the edits of the workspace. */
export const lifecycle = {
  "status.live": "Activo",
  "status.closed": "Cerrado",
  "status.finished": "Terminado",
  "status.aborted": "Cancelado",
  "journeys.to.live": "Publicar",
  "journeys.to.closed": "Cerrar a nuevas entradas",
  "journeys.to.finished": "Terminar",
  "journeys.to.aborted": "Cancelar",
  "journeys.structure": "Duplicar solo la estructura…",
  "dialog.structure.title": "Duplicar la estructura",
  "check.fix": "Arreglar: {fix}",
  "edit.mend": "arreglar: {what}",
  "failure.mended": "Ese aviso ya no está. Vuelve a mirar la revisión.",
  "failure.frozen": "Solo se puede cambiar un borrador. Duplica el recorrido y cambia la copia.",
  "failure.no-such-step": "Un recorrido no puede dar ese paso desde donde está. Elige otro.",
  "failure.not-publishable":
    "{count, plural, one {# error impide} other {# errores impiden}} publicar este recorrido. La revisión dice dónde.",
  "failure.still-running":
    "Puede que aún haya cuentas en este recorrido. Cancélalo o termínalo antes de borrarlo.",
  "failure.in-use": "«{what}» está en uso en {by}. Quítalo antes de ahí.",
  "failure.record-nameless": "Esto necesita un nombre. Escríbelo.",
  "failure.record-taken": "{key} ya existe. Elige otro nombre.",
  "failure.unknown-record": "Eso ya no está en este espacio de trabajo. Elige otro.",
  "failure.default-role": "El rol {role} siempre existe tal como es. Añade uno tuyo.",
  "failure.no-live-template":
    "Un interés de solución necesita una plantilla de roles activa. Publica una antes.",
  "failure.template-stays":
    "La plantilla de roles de un interés de solución no cambia. Crea otro interés de solución.",
  "failure.model-stays": "Un modelo de etapas activo se queda como está. Bórralo si nada lo usa y crea otro.",
  "failure.live-stays": "Lo que está activo no vuelve a ser un borrador. Haz una copia y cámbiala.",
  "failure.not-ready": "«{name}» aún no puede activarse. {by}",
} as const;
