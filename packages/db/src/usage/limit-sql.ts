/** How many requests a settings row allows in a month, as of a moment. As `limitAt` of the settings says. */
export const limitSql = (settings: string, moment: string): string =>
  `case when ${settings}.raised_until > ${moment} then ${settings}.raised_limit else ${settings}.monthly_limit end`;
