/** The engine's answer against plain JavaScript's. The imported files share this process, as in two-evaluations.test.ts. */
import './dynamic-cases';
import './found-before';
import './join-cases';
import './scalar-cases';
import './sequence-cases';
