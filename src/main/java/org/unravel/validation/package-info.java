/** A sampled result beside the exact ensemble: statistics, p-values, verdict. Imports exact, ensemble, statistics, bath, model, numeric. */
package org.unravel.validation;
