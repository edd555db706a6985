/** Spanish: the window, its dialogs and its failures. */
export const window = {
  "app.name": "Caravan",
  "word.yes": "Sí",
  "word.no": "No",
  "word.remove": "Quitar",

  "action.undo": "Deshacer",
  "action.undoWhat": "Deshacer: {what}",
  "action.redo": "Rehacer",
  "action.redoWhat": "Rehacer: {what}",
  "action.simulate": "Simular",
  "action.cancel": "Cancelar",
  "action.check": "Revisar",
  "action.results": "Mostrar u ocultar los resultados",
  "action.remove": "Eliminar",
  "action.tidy": "Ordenar",
  "action.insert": "Añadir tras la selección",
  "action.fit": "Ajustar a la ventana",
  "action.zoomIn": "Acercar",
  "action.zoomOut": "Alejar",
  "action.newJourney": "Nuevo recorrido",
  "action.deselect": "Quitar la selección",
  "action.number": "Acción {number}",
  "action.removeNumber": "Quitar la acción {number}",
  "action.add": "Añadir acción",

  "status.draft": "Borrador",
  "saved.saved": "Guardado",
  "saved.saving": "Guardando…",
  "saved.unsaved": "Sin guardar",
  "language.title": "Idioma",
  "language.system": "El del sistema",
  "theme.title": "Aspecto",
  "theme.light": "Claro",
  "theme.dark": "Oscuro",
  "theme.system": "El del sistema",

  "journeys.title": "Recorridos",
  "journeys.row": "{nodes, plural, =0 {vacío} one {# paso} other {# pasos}}",
  "journeys.more": "Más para {name}",
  "journeys.duplicate": "Duplicar…",
  "journeys.delete": "Eliminar…",
  "journeys.data":
    "{ofAccounts, plural, one {# cuenta} other {{accounts} cuentas}}, {ofPeople, plural, one {# persona} other {{people} personas}}",

  "dialog.cancel": "Cancelar",
  "dialog.name": "Nombre",
  "dialog.taken": "Otro recorrido tiene este nombre.",
  "dialog.new.title": "Nuevo recorrido",
  "dialog.new.name": "Nuevo recorrido",
  "dialog.new.go": "Crear",
  "dialog.duplicate.title": "Duplicar recorrido",
  "dialog.duplicate.name": "{name} (copia)",
  "dialog.duplicate.go": "Duplicar",
  "dialog.delete.title": "¿Eliminar «{name}»?",
  "dialog.delete.text":
    "El recorrido y su historial se quitan de este espacio de trabajo. No se puede deshacer.",
  "dialog.delete.go": "Eliminar",
  "dialog.keep.title": "Eliminar «{name}»",
  "dialog.keep.text": "¿Qué rama sigue en la línea?",
  "dialog.keep.path": "{path}: sigue con «{node}»",
  "dialog.keep.none": "Ninguna: eliminar todas sus ramas",

  "broken.title": "Esta parte de la ventana se ha detenido",
  "broken.text": "Su trabajo está guardado. Muéstrela de nuevo o, si no ayuda, inicie Caravan otra vez.",
  "broken.again": "Mostrar de nuevo",
  "empty.none.title": "Aún no hay recorridos",
  "empty.none.text":
    "Un recorrido dice qué pasa con las cuentas paso a paso. Crea el primero y añade pasos con el signo más de su línea.",
  "empty.closed.title": "No hay ningún recorrido abierto",
  "empty.closed.text": "Elige uno a la izquierda o crea uno nuevo.",

  "failure.unreachable":
    "El programa no responde. Puede que el último cambio no esté guardado; inicia Caravan de nuevo.",
  "failure.unexpected": "Ha ocurrido algo inesperado: {message}",
  "failure.unknown-node": "Ese paso ya no está en este recorrido. Abre el recorrido de nuevo.",
  "failure.unknown-exit": "Esa rama ya no está. Elige otra.",
  "failure.unknown-kind": "Este programa no conoce ese paso. Elige uno del menú.",
  "failure.unknown-action": "Este programa no conoce esa acción. Elige una del menú.",
  "failure.not-in-this-journey": "Ese paso no cabe en un recorrido de este tipo. Elige otro.",
  "failure.second-start":
    "Un recorrido tiene un solo inicio. Cambia los ajustes de la audiencia que ya está.",
  "failure.start-stays": "El inicio no se puede eliminar, pues todo recorrido tiene uno. Cambia sus ajustes.",
  "failure.start-fixed": "El inicio se queda al principio. Mueve otro paso.",
  "failure.merge-fixed": "Una unión se queda donde se juntan sus ramas. Traza las ramas de nuevo.",
  "failure.no-open-exit":
    "Todas las ramas de este paso siguen adelante y lo que viene después quedaría cortado. Elige un final abierto o corta antes una de sus ramas.",
  "failure.into-start": "Nada puede llevar al inicio. Elige otro paso.",
  "failure.cycle":
    "Eso llevaría de vuelta a su origen, y un recorrido no tiene ciclos. Elige un paso posterior.",
  "failure.other-kind": "Un paso conserva su tipo. Elimínalo y añade otro.",
  "failure.bad-fragment":
    "Lo que hay en el portapapeles no se puede pegar aquí. Copia pasos de un recorrido y prueba de nuevo.",
  "failure.nothing-copied":
    "No hay nada seleccionado que se pueda copiar. Elige un paso que no sea el inicio.",
  "failure.copy-not-in-this-journey":
    "Algo de lo copiado no cabe en un recorrido de este tipo. Copia sin ello.",
  "failure.name-missing": "Un recorrido necesita un nombre. Escribe uno.",
  "failure.problems":
    "{count, plural, one {# error impide} other {# errores impiden}} simular este recorrido. Revisar muestra dónde.",
  "failure.not-written":
    "No se pudo escribir el espacio de trabajo, así que el último cambio no está guardado: {message}",
  "failure.unknown-journey": "Ese recorrido ya no está en este espacio de trabajo. Elige otro.",

  "export.button": "Exportar",
  "export.saved": "Guardado: {path}",
  "failure.not-drawn": "No se pudo dibujar la imagen. Expórtala como SVG. ({message})",
  "failure.path-not-whole": "«{path}» no dice en qué carpeta va el archivo. Escribe la ruta entera.",
} as const;
