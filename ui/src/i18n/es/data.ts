/** Spanish: the tables at hand and their import. */
export const data = {
  "data.title": "Cuentas y datos",
  "data.show": "Cuentas y datos…",
  "data.back": "Volver al recorrido",
  "data.table": "Tabla",
  "data.accounts": "Cuentas",
  "data.people": "Personas",
  "data.activities": "Actividades",
  "data.search": "Buscar en todas las columnas",
  "data.sortBy": "Ordenar por {column}",
  "data.empty": "Aún no hay nada. Suelta archivos en la ventana o elígelos con «Importar archivos».",
  "data.notFound": "Ninguna fila contiene este texto. Prueba con otra palabra.",
  "data.accountOf": "Cuenta: {name}",
  "data.accountKey": "Clave de la cuenta",
  "data.personKey": "Clave de la persona",
  "data.personRoles": "Rol en la cuenta",
  "data.timestamp": "Momento",
  "data.eventType": "Tipo de evento",
  "data.fields": "Campos",
  "data.solutionInterest": "Interés en la solución",
  "data.role": "Rol",
  "data.source": "Origen",
  "data.removed": "Retirado",

  "import.choose": "Importar archivos…",
  "import.drop": "Suelta los archivos para importarlos",
  "import.title": "Importar archivos",
  "import.done": "Importado",
  "import.go": "{count, plural, =0 {Importar} one {Importar el archivo} other {Importar # archivos}}",
  "import.close": "Cerrar",
  "import.class": "Qué contiene {file}",
  "import.class.accounts": "Cuentas",
  "import.class.people": "Personas",
  "import.class.activities": "Actividades",
  "import.class.members": "Pertenencias",
  "import.class.combined": "Cuentas con contactos",
  "import.remove": "Omitir {file}",
  "import.missing":
    "{count, plural, one {Ninguna columna se toma como {columns}. Elígela bajo una cabecera u omite el archivo.} other {Ninguna columna se toma como {columns}. Elígelas bajo una cabecera u omite el archivo.}}",
  "import.rows": "Primeras filas de {file}",
  "import.takenFor": "{column} se toma como",
  "import.leaveOut": "Omitir",
  "import.ownAttribute": "{name} (propio)",
  "import.unnamed": "Columna {number}",
  "import.notes": "{count, plural, one {# observación} other {# observaciones}}",
  "import.moreNotes": "{count, plural, one {y una más} other {y # más}}",
  "import.line": "{file}, línea {line}:",
  "import.progress": "Importación",
  "import.writing": "Guardando…",
  "import.cancelled": "Has cancelado la importación. Todo está como antes.",
  "import.nothing": "No se ha tomado nada.",
  "import.added": "Nuevas",
  "import.updated": "Cambiadas",
  "import.unchanged": "Como antes",

  "note.missing": "a la fila le falta un dato ({what}) y no se toma. Añádelo.",
  "note.keySeen":
    "la clave {key} ya estaba en la línea {first}, así que la fila no se toma. Dale una clave propia.",
  "note.secondAccount":
    "la persona {key} ya pertenece a la cuenta {account}. Cada persona pertenece a una cuenta y se conserva la primera.",
  "note.tilde":
    "la clave {key} contiene «~», reservado para personas que encuentra una simulación. La fila no se toma; cambia la clave.",
  "note.nameTooLong": "el nombre tiene {length} caracteres y se admiten 255. Acórtalo.",
  "note.unknownAccount":
    "no se conoce la cuenta {account}, así que la persona no se toma. Añade la cuenta o corrige su clave.",
  "note.unknownPerson":
    "no se conoce a la persona {person}, así que la fila no se toma. Añade a la persona o corrige la clave.",
  "note.timestamp":
    "«{text}» no es una fecha con hora, así que la fila no se toma. Escríbela como 2026-11-03T09:30.",
  "note.source": "«{text}» no es un origen, así que la fila no se toma. Usa manual, journey o system.",
  "note.removed":
    "«{text}» no dice si el miembro está retirado, así que la fila no se toma. Usa true o false.",
  "note.tooManyCells":
    "la fila tiene {found} celdas y la cabecera {wanted}, así que no se toma. Pon entre comillas las celdas que contienen el separador.",
  "note.nul": "la fila contiene un carácter de código 0 y no se toma. Quita ese carácter.",
  "note.western":
    "el texto no es UTF-8, así que se lee como Windows-1252. Revisa los acentos o guarda el archivo como CSV UTF-8.",
  "note.noObject": "el registro no es un objeto y no se toma.",
  "note.columnTwice": "la columna {header} está dos veces. Se toma la primera; cambia el nombre de la otra.",
  "note.columnUnnamed": "la columna {number} no tiene nombre y se omite. Ponle nombre o quítala.",
  "note.tooManyColumns":
    "la columna {header} se omite, porque se conservan como mucho 100 atributos propios. Omite otras para conservarla.",
  "note.keysMade":
    "el archivo no trae claves para {what}, así que se usan en su lugar sus {from}. Añade una columna de claves para que no cambien.",
  "note.unused": "el archivo no se lee, porque {other} contiene lo mismo. Quita uno de los dos.",

  "failure.import-under-way": "Ya hay una importación en marcha. Espera a que acabe o cancélala.",
  "failure.import-overtaken":
    "Los datos han cambiado durante la importación, así que no se ha tomado nada. Impórtalos de nuevo.",
} as const;
