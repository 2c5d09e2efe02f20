/** The parts of FHIR R4 (4.0.1) that to-fhir.ts writes; nothing else of it is known here. */
interface Coding {
  readonly system: string;
  readonly code: string;
  readonly display: string;
}

export interface CodeableConcept {
  readonly coding?: readonly Coding[];
  readonly text?: string;
}

export interface Reference {
  readonly reference?: string;
  readonly type?: string;
  readonly display?: string;
}

interface Identifier {
  readonly system?: string;
  readonly type?: CodeableConcept;
  readonly value: string;
}

export interface Extension {
  readonly url: string;
  readonly extension?: readonly Extension[];
  readonly valueCode?: string;
  readonly valueCodeableConcept?: CodeableConcept;
  readonly valueDate?: string;
  readonly valueString?: string;
}

export interface Practitioner {
  readonly resourceType: "Practitioner";
  readonly id: string;
  readonly identifier?: readonly Identifier[];
  readonly name: readonly { readonly use: "usual" | "anonymous"; readonly text: string }[];
  readonly qualification: readonly {
    readonly extension: readonly Extension[];
    readonly identifier?: readonly Identifier[];
    readonly code: CodeableConcept;
    readonly period?: { readonly end: string };
    readonly issuer: Reference;
  }[];
}

export interface VerificationResult {
  readonly resourceType: "VerificationResult";
  readonly id: string;
  readonly target: readonly Reference[];
  readonly targetLocation: readonly string[];
  readonly need: CodeableConcept;
  readonly status: "attested" | "validated" | "in-process" | "req-revalid" | "val-fail" | "reval-fail";
  readonly statusDate: string;
  readonly validationType: CodeableConcept;
  readonly validationProcess: readonly CodeableConcept[];
  readonly frequency?: {
    readonly repeat: { readonly frequency: 1; readonly period: number; readonly periodUnit: "d" };
  };
  readonly lastPerformed: string;
  readonly nextScheduled?: string;
  readonly failureAction: CodeableConcept;
  readonly primarySource: readonly {
    readonly extension?: readonly Extension[];
    readonly who: Reference;
    readonly type: readonly CodeableConcept[];
    readonly communicationMethod: readonly CodeableConcept[];
    readonly validationStatus: CodeableConcept;
    readonly validationDate: string;
  }[];
  readonly attestation?: {
    readonly who: Reference;
    readonly communicationMethod: CodeableConcept;
    readonly date: string;
  };
  readonly validator?: readonly { readonly organization: Reference }[];
}

export interface Bundle {
  readonly resourceType: "Bundle";
  readonly type: "collection";
  readonly entry: readonly {
    readonly fullUrl: string;
    readonly resource: Practitioner | VerificationResult;
  }[];
}
