// What the platform shows to pure code.
export { belongsTo, hasRole, roleNames, roles, systemJob, thePublic } from './actor.ts';
export type { Actor, Person, Role } from './actor.ts';
export { defineErrors, isLoaError, LoaError, platformError } from './errors.ts';
export type { ErrorDetails, ErrorEntry } from './errors.ts';
export { definePermissions } from './permissions.ts';
export type { Rule } from './permissions.ts';
export type { EventBody, EventData, Subject } from './events/event.ts';
export { fileKinds, findFileKind, pictureTypes, sizeInWords } from './files/kinds.ts';
export type { FileKind } from './files/kinds.ts';
export { findPersonalData, maskPersonalData, personalDataNames } from './privacy/personal-data.ts';
export type { PersonalDataHit, PersonalDataKind } from './privacy/personal-data.ts';
