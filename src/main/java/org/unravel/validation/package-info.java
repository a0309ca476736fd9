/** A sampled result beside the exact ensemble: statistics, p-values, verdict. Imports exact, ensemble, statistics, model, numeric. */
package org.unravel.validation;
