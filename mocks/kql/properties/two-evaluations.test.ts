/**
 * The same answer asked for in two ways. Each of the imported files brings its own cases: they share this one process,
 * since waking parser and database costs more than most of them.
 */
import './arrangement-cases';
import './filter-cases';
import './summary-cases';
