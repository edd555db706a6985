/** Spanish: workspaces as files. */
export const workplace = {
  "workplace.more": "El espacio de trabajo como archivo",
  "workplace.new": "Nuevo espacio de trabajo…",
  "workplace.newTitle": "Nuevo espacio de trabajo",
  "workplace.open": "Abrir un espacio de trabajo…",
  "workplace.copy": "Guardar una copia…",
  "workplace.document": "Guardar sus registros como JSON…",
  "workplace.copied": "Se guardó una copia en {path}",
  "workplace.recent": "Recientes",
  "workplace.name": "Mi espacio de trabajo",
  "workplace.withSample": "Empezar con el recorrido y los datos de muestra",
  "rescue.title": "No se pudo abrir el espacio de trabajo",
  "rescue.backup": "Usar la copia de seguridad de {at}",
  "rescue.kept": "El archivo que no se puede abrir se conserva a su lado.",
  "rescue.noBackup": "No hay ninguna copia de seguridad.",
  "failure.no-such-file": "{file}: no existe ese archivo. Elige otro.",
  "failure.workspace-damaged":
    "El archivo del espacio de trabajo está dañado. No se ha cambiado nada. Usa una copia de seguridad o abre otro espacio de trabajo.",
  "failure.workspace-newer":
    "Un Caravan más nuevo guardó el espacio de trabajo. Actualiza el programa o abre otro espacio de trabajo.",
  "failure.workspace-foreign": "El archivo no es un espacio de trabajo de Caravan. Elige otro.",
  "failure.workspace-empty":
    "El archivo está vacío y no contiene ningún espacio de trabajo. Usa una copia de seguridad o abre otro.",
  "failure.workspace-locked":
    "El espacio de trabajo está abierto en otra ventana de Caravan. Continúe allí o ciérrela primero.",
} as const;
