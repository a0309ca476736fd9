/** What a bath's channels mean: detailed balance, which fluctuation relations hold and why not the others; later from spectra and couplings to channels. Imports model and numeric. */
package org.unravel.bath;
