/** Steps of the wizard that work on a draft; the receipt comes after the commit. */
export const wizardSteps = ['files', 'mapping', 'check', 'confirm'] as const;

/** One step on a draft. */
export type WizardStep = (typeof wizardSteps)[number];

/** Titles on the bar: the four steps and the receipt. */
export const stepTitles = ['选择文件', '表头与列对应', '核对与比对', '确认导入', '回执'] as const;

/** One sentence a step, under the title of the page. */
export const stepHints: Readonly<Record<WizardStep, string>> = {
  files: '本次选择的文件与读取结果。',
  mapping: '请核对每张表的表头、类别和各列对应；不对的可以改。',
  check: '请核对每一行将如何处理；这一步还没有改动台账。',
  confirm: '请核对小结，确认后一次写入台账。',
};

/** The step an address asks for; the mapping when it names none. */
export function stepOf(text: string | null): WizardStep {
  return wizardSteps.find((step) => step === text) ?? 'mapping';
}

/** The step before, if there is one. */
export function stepBefore(step: WizardStep): WizardStep | undefined {
  return wizardSteps[wizardSteps.indexOf(step) - 1];
}

/** The step after, if there is one on the draft. */
export function stepAfter(step: WizardStep): WizardStep | undefined {
  return wizardSteps[wizardSteps.indexOf(step) + 1];
}
