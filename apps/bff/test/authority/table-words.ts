export const introduction = `# Who may do what

Made from the rules in \`apps/bff/test/authority\`; do not edit it by hand. The same rules are what each route of the running
server is called with, as each of these people and with ids of all kinds (\`authority-matrix.test.ts\`): a route that is not in
this table fails the tests, and so does a table that is not what the rules say. To write it anew:
\`npx vitest run --project bff authority-document -u\`.

- **anonymous**: no session. **no organization**: signed in, a member of nothing. **viewer**, **member**, **admin**, **owner**:
  members by that role. **admin elsewhere**: an admin of another organization.
- **support**: Logto's user role \`support\`, who says why. **support elsewhere**: the same, limited by settings to other
  organizations. **ops**: Logto's user role \`ops\`. **… who suspends**: with the user role \`suspend\` beside; it reaches all
  organizations, so it is none of who is limited to some (**support elsewhere** has it too). **ops who changes**: with the user
  role \`change\` beside, who says why too. **suspended**: an admin with a session who was suspended since.`;

export const idRules = `| what is named | answer |
| --- | --- |
| an organization that one is not let into, that does not exist, or that no id can name | 404 \`resource.not_found\`, one and the same |
| a member, invitation, import or entry of another organization, under the path of the own one | 404, as for one that does not exist |
| an invitation to somebody else, to accept | 404 |
| a role of machines, to read | 404 |
| a role of machines or none at all, to give | 422 \`role.not_assignable\` |
| a role that holds what one does not, in the operator's APIs too, to give or to take away, also with a member who is removed | 403 \`role.above_ceiling\` |
| an invitation that carries such a role: to send again, renew, change, revoke, delete, or copy its link; of several, that one alone | 403 \`role.above_ceiling\`, which names the roles |
| an import with such a role in a row that is not sent yet: to continue, cancel or retry. Anybody who invites may pause it | 403 \`role.above_ceiling\`, which names the roles |
| a failed row of an import with such a role, to retry | the row stays failed |
| an invitation of an import that carries such a role, to have the links of the import | its link is left out; 403 \`role.above_ceiling\` when every link would be |
| a row of an import, when it is sent: what the person who began it and the one who continued it last may give at that moment | the row fails: \`role.above_ceiling\` or \`permission.missing\` |
| anything, in a change by support or by such a right without a reason | 422 \`reason.required\` |
| a person of organizations that are not open to the member of staff | 404, as for one who does not exist |
| a role that the settings do not let ops take away, in a line that a review marked | the line is refused: \`role.above_ceiling\` |
| oneself, to suspend | 409 \`person.is_self\` |
| the last admin, to be demoted, removed, suspended, or to leave | 409 \`member.last_admin\` |

Who is let in without the permission gets 403 \`permission.missing\`, which names it. HEAD is answered as GET; any other method of
a path with 405. No refusal asks Logto for a change.`;
