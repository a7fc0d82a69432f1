/** What Graph shows of a person wherever one stands: among users, and among the members of a group. */
import type { Person } from '@/mocks/store/directory';

export const personFace = (person: Person) => ({
  id: person.objectId,
  displayName: person.displayName,
  givenName: person.givenName,
  surname: person.familyName,
  userPrincipalName: person.upn,
  mail: person.upn,
  jobTitle: person.title,
  officeLocation: person.site.city,
});
