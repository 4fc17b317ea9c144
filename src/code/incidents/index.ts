/** Which violent incidents does this text tell, as templates with perpetrators, organisations, targets, victims and weapons? */
export { loadIncidentModels } from "./models.ts";
export { INCIDENT_ROLES, INCIDENT_TYPES, type IncidentRole, type IncidentType } from "./scores.ts";
export { type IncidentFiller, type IncidentModels, type IncidentTemplate, incidentTemplates } from "./templates.ts";
