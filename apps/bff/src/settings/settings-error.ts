export interface SettingFault {
  variable: string;
  problem: string;
  example: string;
}

/** The settings cannot be used; the message is for the operator's terminal. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
  readonly faults: SettingFault[];

  constructor(faults: SettingFault[]) {
    const lines = faults.map(
      ({ variable, problem, example }) => `  ${variable} ${problem}. Example: ${example}`,
    );
    super(
      ['The portal cannot start with these settings:', ...lines, 'All settings: .env.example'].join('\n'),
    );
    this.faults = faults;
  }
}
