/** A sampled result beside the exact ensemble: statistics, p-values, verdict. Imports exact, ensemble, statistics, model. */
package org.unravel.validation;
