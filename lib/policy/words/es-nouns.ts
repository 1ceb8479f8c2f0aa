/** A Spanish noun, whose article, adjective and verb follow its gender and number. */
export interface Noun {
  readonly text: string;
  readonly gender: "m" | "f";
  readonly plural: boolean;
}

const m = (text: string): Noun => ({ text, gender: "m", plural: false });
const f = (text: string): Noun => ({ text, gender: "f", plural: false });
const ms = (text: string): Noun => ({ text, gender: "m", plural: true });
const fs = (text: string): Noun => ({ text, gender: "f", plural: true });

/**
 * The names that hospitals commonly give to attributes, as `spacedWords` writes them. A name that is not here is told
 * as it stands ("el atributo vip"), and so are all that are yes or no: their value would have to agree.
 */
export const ATTRIBUTE_NOUNS: Readonly<Record<string, Noun>> = {
  amount: m("importe"),
  "care team": m("equipo de atención"),
  category: f("categoría"),
  clinic: f("clínica"),
  code: m("código"),
  count: f("cantidad"),
  country: m("país"),
  "created at": f("fecha de creación"),
  date: f("fecha"),
  "date of birth": f("fecha de nacimiento"),
  department: m("departamento"),
  diagnosis: m("diagnóstico"),
  email: m("correo electrónico"),
  facility: m("centro"),
  hospital: m("hospital"),
  ip: f("dirección IP"),
  "ip address": f("dirección IP"),
  kind: f("clase"),
  labels: fs("etiquetas"),
  language: m("idioma"),
  level: m("nivel"),
  location: f("ubicación"),
  mrn: m("n.º de expediente"),
  name: m("nombre"),
  "order code": m("código de orden"),
  owner: m("responsable"),
  patient: m("paciente"),
  "patient id": m("identificador del paciente"),
  patients: ms("pacientes"),
  purpose: m("propósito"),
  "purpose of use": m("propósito de uso"),
  reason: m("motivo"),
  "record type": m("tipo de registro"),
  region: f("región"),
  risk: m("riesgo"),
  role: m("rol"),
  roles: ms("roles"),
  sensitivity: f("confidencialidad"),
  specialty: f("especialidad"),
  state: m("estado"),
  status: m("estado"),
  tags: fs("etiquetas"),
  team: m("equipo"),
  time: f("hora"),
  type: m("tipo"),
  unit: f("unidad"),
  units: fs("unidades"),
  updated: f("actualización"),
  ward: f("sala"),
};

/** Common types of resources, as `spacedWords` writes them; another is "un recurso de tipo …". */
export const RESOURCE_NOUNS: Readonly<Record<string, Noun>> = {
  appointment: f("cita"),
  bed: f("cama"),
  claim: f("reclamación"),
  "clinical note": f("nota clínica"),
  document: m("documento"),
  encounter: f("consulta"),
  imaging: m("estudio de imagen"),
  "imaging study": m("estudio de imagen"),
  invoice: f("factura"),
  "lab order": f("orden de laboratorio"),
  "lab result": m("resultado de laboratorio"),
  medication: m("medicamento"),
  message: m("mensaje"),
  note: f("nota"),
  order: f("orden"),
  patient: m("paciente"),
  "patient record": m("expediente del paciente"),
  prescription: f("receta"),
  "prior authorization": f("autorización previa"),
  record: m("expediente"),
  referral: f("remisión"),
  report: m("informe"),
  schedule: f("agenda"),
};

/** What systems of a hospital are for, by their common names: "el sistema de imágenes". */
export const SYSTEM_NOUNS: Readonly<Record<string, string>> = {
  admissions: "admisiones",
  appointments: "citas",
  audit: "auditoría",
  billing: "facturación",
  claims: "reclamaciones",
  coding: "codificación",
  imaging: "imágenes",
  lab: "laboratorio",
  labs: "laboratorio",
  laboratory: "laboratorio",
  messaging: "mensajería",
  orders: "órdenes",
  pathology: "patología",
  pharmacy: "farmacia",
  radiology: "radiología",
  referrals: "remisiones",
  registration: "admisión",
  reporting: "informes",
  scheduling: "citas",
};

/** The built-in roles and their like: one who holds it, and several. Another is "alguien con el rol …". */
export const ROLE_NOUNS: Readonly<Record<string, readonly [one: string, several: string]>> = {
  admin: ["un administrador", "administradores"],
  "attending physician": ["un médico tratante", "médicos tratantes"],
  auditor: ["un auditor", "auditores"],
  nurse: ["un profesional de enfermería", "profesionales de enfermería"],
  pharmacist: ["un profesional de farmacia", "profesionales de farmacia"],
  physician: ["un médico", "médicos"],
  "privacy officer": ["un oficial de privacidad", "oficiales de privacidad"],
  "security officer": ["un oficial de seguridad", "oficiales de seguridad"],
};
